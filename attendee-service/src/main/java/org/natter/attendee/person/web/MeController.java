package org.natter.attendee.person.web;

import io.swagger.v3.oas.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.natter.access.Caller;
import org.natter.access.Refuses;
import org.natter.attendee.person.EmailAddress;
import org.natter.attendee.person.People;
import org.natter.attendee.person.PersonId;
import org.natter.attendee.person.Sector;
import org.natter.attendee.person.UnknownPerson;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a signed-in person reads about themselves. */
@RestController
class MeController {

    private final People people;

    MeController(People people) {
        this.people = people;
    }

    record Me(PersonId person, String name, @Nullable String email, String organisation, Sector sector) {}

    @Operation(summary = "What is known about oneself")
    @Refuses(UnknownPerson.class)
    @GetMapping("/me")
    Me me(Caller caller) {
        var person = people.known(new PersonId(caller.subject()));
        return new Me(
                person.id(),
                person.name(),
                person.mailbox().map(EmailAddress::value).orElse(null),
                person.organisation(),
                person.sector());
    }
}
