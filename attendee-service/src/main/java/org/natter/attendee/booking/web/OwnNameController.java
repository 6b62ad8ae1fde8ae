package org.natter.attendee.booking.web;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.natter.access.Caller;
import org.natter.access.Refuses;
import org.natter.access.Shortcomings;
import org.natter.attendee.booking.ChangingNames;
import org.natter.attendee.person.ChangedMeanwhile;
import org.natter.attendee.person.People;
import org.natter.attendee.person.PersonId;
import org.natter.attendee.person.UnknownPerson;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What the signed-in person is called from now on. */
@RestController
class OwnNameController {

    private static final int LONGEST = 120;

    private final ChangingNames names;
    private final People people;
    private final Clock clock;

    OwnNameController(ChangingNames names, People people, Clock clock) {
        this.names = names;
        this.people = people;
        this.clock = clock;
    }

    /**
     * A name as it was typed.
     *
     * @param insteadOf what they were called when it was last looked at; absent to be called this whatever that was
     */
    record OwnNameWish(
            @Schema(requiredMode = REQUIRED, maxLength = LONGEST, pattern = Shortcomings.SEEN) @Nullable
            String name,

            @Schema(maxLength = LONGEST) @Nullable String insteadOf) {

        @Override
        public String toString() {
            return "OwnNameWish[*]";
        }
    }

    record OwnName(String name) {
        @Override
        public String toString() {
            return "OwnName[*]";
        }
    }

    @Operation(summary = "Be called by another name from now on, also at events to come; twice is once")
    @Refuses({UnknownPerson.class, ChangedMeanwhile.class})
    @PutMapping("/me/name")
    OwnName change(@RequestBody OwnNameWish wish, Caller caller) {
        var wrong = new Shortcomings("own-name");
        var name = wrong.text("name", wish.name(), LONGEST);
        var seen = wrong.optional("insteadOf", wish.insteadOf(), LONGEST);
        wrong.done();
        var person = people.known(new PersonId(caller.subject()));
        if (names.isTaken(person, name.get())) {
            wrong.refuse("name", "TAKEN");
        }
        var now = clock.instant();
        return wrong.orElse(() -> new OwnName((wish.insteadOf() == null
                        ? names.change(person.id(), name.get(), now)
                        : names.change(person.id(), name.get(), seen, now))
                .name()));
    }
}
