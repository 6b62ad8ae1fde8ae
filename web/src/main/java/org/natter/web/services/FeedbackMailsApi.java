package org.natter.web.services;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.natter.times.SpokenTime;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;

/** Which feedback mails somebody gets: stopped by the link in one of them, or chosen under privacy and choices. */
public interface FeedbackMailsApi {

    /** What is switched off of the feedback mail that this link came with; changes nothing. Nothing for a wrong link. */
    @PostExchange("/stop-links/read")
    Optional<StopChoice> readStopLink(Caller caller, @RequestBody Link link);

    /** Switches feedback mail off, about one event or any; twice is once. */
    @TwiceIsOnce
    @PostExchange("/stop-links/stop")
    Optional<StopChoice> stopMails(Caller caller, @RequestBody StopWish wish);

    /** Switches whatever of it was switched off on again, but other events that were switched off one by one. */
    @TwiceIsOnce
    @PostExchange("/stop-links/ask-again")
    Optional<StopChoice> askAgain(Caller caller, @RequestBody Link link);

    /** Whether the person gets feedback mail. */
    @GetExchange("/me/feedback-mails")
    FeedbackMails feedbackMails(Caller attendee);

    /** Gets it from now on, or none at all; what was said about one event alone stays. */
    @TwiceIsOnce
    @PutExchange("/me/feedback-mails")
    FeedbackMails want(Caller attendee, @RequestBody FeedbackMails wish);

    /** How much feedback mail is switched off. */
    enum Stopped {
        NOTHING,
        EVENT,
        ALL;

        /** Whether it is what one event brings. */
        public boolean isEvent() {
            return this == EVENT;
        }
    }

    record StopWish(LinkToken token, Stopped stop) {}

    /** What a link of a feedback mail is about, and what its owner has switched off. */
    record StopChoice(EventId event, String title, Instant startsAt, Instant endsAt, ZoneId zone, Stopped stopped) {

        /** The day of the event, or its days, which tell two of one title apart. */
        public String day() {
            return SpokenTime.in(zone).longDays(startsAt, endsAt);
        }

        public boolean isNothing() {
            return stopped == Stopped.NOTHING;
        }

        public boolean isEvent() {
            return stopped.isEvent();
        }

        public boolean isAll() {
            return stopped == Stopped.ALL;
        }
    }

    /** Whether somebody gets feedback mail, or wants to. */
    record FeedbackMails(boolean wanted) {}
}
