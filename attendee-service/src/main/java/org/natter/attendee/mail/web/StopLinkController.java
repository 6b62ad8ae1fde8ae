package org.natter.attendee.mail.web;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.natter.access.Refuses;
import org.natter.access.Shortcomings;
import org.natter.attendee.booking.UnknownLink;
import org.natter.attendee.mail.SwitchingQuestions;
import org.natter.attendee.mail.SwitchingQuestions.Choice;
import org.natter.attendee.mail.SwitchingQuestions.Stopped;
import org.natter.attendee.person.AttendanceId;
import org.natter.attendee.person.PersonalLinks;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Switching feedback mail off, and on again, with the secret of a feedback or follow-up link; booking mail cannot be switched
 * off.
 */
@RestController
@RequestMapping("/stop-links")
class StopLinkController {

    private final SwitchingQuestions questions;
    private final PersonalLinks links;
    private final Clock clock;

    StopLinkController(SwitchingQuestions questions, PersonalLinks links, Clock clock) {
        this.questions = questions;
        this.links = links;
        this.clock = clock;
    }

    record StopLink(@Nullable String token) {
        @Override
        public String toString() {
            return "StopLink[*]";
        }
    }

    record StopWish(
            @Nullable String token,
            @Schema(requiredMode = REQUIRED) @Nullable Stopped stop) {
        @Override
        public String toString() {
            return "StopWish[" + stop + "]";
        }
    }

    @Operation(summary = "What is switched off; looking changes nothing")
    @Refuses(UnknownLink.class)
    @PostMapping("/read")
    Choice read(@RequestBody StopLink link) {
        return with(link.token(), questions::read);
    }

    @Operation(summary = "No more feedback mail about this event, or about any")
    @Refuses(UnknownLink.class)
    @PostMapping("/stop")
    Choice stop(@RequestBody StopWish wish) {
        var wrong = new Shortcomings("stop-link");
        var stop = wrong.needed("stop", wish.stop());
        wrong.done();
        return with(wish.token(), attendance -> questions.stop(attendance, stop.get(), clock.instant()));
    }

    @Operation(summary = "Feedback mail again, also about this event; twice is once")
    @Refuses(UnknownLink.class)
    @PostMapping("/ask-again")
    Choice askAgain(@RequestBody StopLink link) {
        return with(link.token(), questions::askAgain);
    }

    private Choice with(@Nullable String token, Function<AttendanceId, Optional<Choice>> verb) {
        return links.askedOf(token == null ? "" : token).flatMap(verb).orElseThrow(UnknownLink::new);
    }
}
