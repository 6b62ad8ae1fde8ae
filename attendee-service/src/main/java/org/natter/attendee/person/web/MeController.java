package org.natter.attendee.person.web;

import org.jspecify.annotations.Nullable;
import org.natter.access.Problem;
import org.natter.attendee.Caller;
import org.natter.attendee.person.EmailAddress;
import org.natter.attendee.person.People;
import org.natter.attendee.person.PersonId;
import org.natter.attendee.person.Sector;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.ErrorResponseException;
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

    @GetMapping("/me")
    Me me(@AuthenticationPrincipal Jwt token) {
        return people.find(Caller.of(token).person())
                .map(person -> new Me(
                        person.id(),
                        person.name(),
                        person.mailbox().map(EmailAddress::value).orElse(null),
                        person.organisation(),
                        person.sector()))
                .orElseThrow(() -> new ErrorResponseException(
                        HttpStatus.NOT_FOUND,
                        Problem.of(HttpStatus.NOT_FOUND, "unknown-person", "We don't know this person any more"),
                        null));
    }
}
