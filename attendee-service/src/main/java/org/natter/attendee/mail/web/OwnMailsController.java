package org.natter.attendee.mail.web;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.natter.access.Caller;
import org.natter.access.Refuses;
import org.natter.access.Shortcomings;
import org.natter.attendee.mail.SwitchingQuestions;
import org.natter.attendee.person.PersonId;
import org.natter.attendee.person.UnknownPerson;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whether the signed-in person gets feedback mail at all. */
@RestController
@RequestMapping("/me/feedback-mails")
class OwnMailsController {

    private final SwitchingQuestions questions;
    private final Clock clock;

    OwnMailsController(SwitchingQuestions questions, Clock clock) {
        this.questions = questions;
        this.clock = clock;
    }

    record FeedbackMails(boolean wanted) {}

    record FeedbackMailsWish(
            @Schema(requiredMode = REQUIRED) @Nullable Boolean wanted) {}

    @Operation(summary = "Whether one gets feedback mail")
    @Refuses(UnknownPerson.class)
    @GetMapping
    FeedbackMails read(Caller caller) {
        return questions
                .wanted(new PersonId(caller.subject()))
                .map(FeedbackMails::new)
                .orElseThrow(() -> UnknownPerson.withId(caller.subject()));
    }

    @Operation(summary = "Feedback mail from now on, or none at all; an event stopped by its link stays so")
    @Refuses(UnknownPerson.class)
    @PutMapping
    FeedbackMails choose(@RequestBody FeedbackMailsWish wish, Caller caller) {
        var wrong = new Shortcomings("feedback-mails");
        var wanted = wrong.needed("wanted", wish.wanted());
        wrong.done();
        return questions
                .want(new PersonId(caller.subject()), wanted.get(), clock.instant())
                .map(FeedbackMails::new)
                .orElseThrow(() -> UnknownPerson.withId(caller.subject()));
    }
}
