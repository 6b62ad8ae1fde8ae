package org.natter.feedback.answer.web;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.natter.access.Refuses;
import org.natter.feedback.answer.EventCalledOff;
import org.natter.feedback.answer.FormClosed;
import org.natter.feedback.answer.LinkView;
import org.natter.feedback.answer.PausingQuestions;
import org.natter.feedback.answer.PersonalLink;
import org.natter.feedback.answer.PersonalLinks;
import org.natter.feedback.answer.ReadingLinks;
import org.natter.feedback.answer.UnknownLink;
import org.natter.feedback.invitation.AbsenceReason;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Personal links: what is behind one, "don't ask me about this event", and asking again. Whatever is wrong with one, it is the
 * same 404.
 */
@RestController
class LinkController {

    private final PersonalLinks links;
    private final ReadingLinks reading;
    private final PausingQuestions pausing;
    private final Clock clock;

    LinkController(PersonalLinks links, ReadingLinks reading, PausingQuestions pausing, Clock clock) {
        this.links = links;
        this.reading = reading;
        this.pausing = pausing;
        this.clock = clock;
    }

    /** A personal link's token, as it came. */
    record LinkRequest(@Nullable String token) {
        @Override
        public String toString() {
            return "LinkRequest[*]";
        }
    }

    /** Whose link it is, what it opens and until when. Looking leaves no trace. */
    @Refuses(UnknownLink.class)
    @Operation(summary = "What is behind a personal link; looking changes nothing")
    @PostMapping("/links/read")
    LinkView read(@RequestBody LinkRequest request) {
        return reading.read(verified(request), clock.instant());
    }

    /** No reminder and no follow-up from now on. */
    @Refuses(UnknownLink.class)
    @Operation(summary = "No more questions about this event")
    @PostMapping("/links/stop")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void stop(@RequestBody LinkRequest request) {
        pausing.stop(verified(request), clock.instant());
    }

    /** The reminder and the follow-ups again: what is open is asked soon, what is still to come in its time. */
    @Refuses(UnknownLink.class)
    @Operation(summary = "Questions about this event again, those still to come")
    @PostMapping("/links/ask-again")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void askAgain(@RequestBody LinkRequest request) {
        pausing.askAgain(verified(request), clock.instant());
    }

    /** A form's token as it came, and why its owner did not come, if they like to say. */
    record StayAwayRequest(@Nullable String token, @Nullable AbsenceReason reason) {
        @Override
        public String toString() {
            return "StayAwayRequest[*]";
        }
    }

    /** They did not come: no reminder. Saying it again replaces the reason. */
    @Refuses({UnknownLink.class, EventCalledOff.class, FormClosed.class})
    @Operation(summary = "Say that its owner did not come to the event, and perhaps why")
    @PostMapping("/links/stay-away")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void stayAway(@RequestBody StayAwayRequest request) {
        reading.stayAway(
                links.verified(Objects.requireNonNullElse(request.token(), "")),
                Objects.requireNonNullElse(request.reason(), AbsenceReason.NOT_SAID),
                clock.instant());
    }

    private PersonalLink verified(LinkRequest request) {
        return links.verified(Objects.requireNonNullElse(request.token(), ""));
    }
}
