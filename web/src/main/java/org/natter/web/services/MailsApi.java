package org.natter.web.services;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;

/** The mails that went out, came back or would go, for organisers. */
public interface MailsApi {

    /** One page of a region's mails, newest first, and how many there are of each status; {@code before} and {@code after} as a page gave them. {@code toDo} for those alone that can still be sent. */
    @GetExchange("/outbox")
    Outbox outbox(
            Caller caller,
            @RequestParam RegionId region,
            @RequestParam(name = "status", required = false) Set<MailStatus> statuses,
            @RequestParam(required = false) @Nullable String before,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam int limit,
            @RequestParam boolean toDo);

    /** A mail that came back goes once more, and its address is written to again; false if there is no such mail. */
    @PostExchange("/outbox/tries")
    Tried tryAgain(Caller caller, @RequestBody Try wish);

    /** One mail; nothing if there is none in this organiser's regions. */
    @GetExchange("/outbox/mails/{mail}")
    Optional<Mail> mail(Caller caller, @PathVariable String mail);

    /** Whoever a mail that came back is for is reached at this address from now on, and it goes once more. */
    @TwiceIsOnce
    @PostExchange("/outbox/corrections")
    void correct(Caller caller, @RequestBody Correction correction);

    /** The mail that calling an event off, or changing it, would send; nothing is sent. */
    @PostExchange("/events/{event}/mail-previews")
    MailPreview preview(Caller caller, @PathVariable EventId event, @RequestBody PreviewWish wish);

    /** How many mails there are to see to. */
    @GetExchange("/outbox/counts")
    MailCounts mailCounts(Caller caller, @RequestParam RegionId region);

    enum MailStatus {
        QUEUED,
        CLAIMED,
        SENDING,
        UNKNOWN,
        RETRY,
        SENT,
        BOUNCED,
        GIVEN_UP,
        STOPPED
    }

    enum MailKind {
        CONFIRM_BOOKING,
        BOOKED,
        ASKED_AGAIN,
        WAITING,
        OFFER,
        CANCELLED_BY_YOU,
        CANCELLED_FOR_YOU,
        CHANGED,
        CALLED_OFF,
        DAY_BEFORE,
        HOW_WAS_IT,
        DID_YOU_MAKE_IT,
        STILL_TIME,
        FOLLOW_UP,
        NOT_THEIRS,
        SIGN_IN
    }

    /** Why a mail was not sent after all. */
    enum StopReason {
        NONE,
        TOO_LATE,
        PERSON_GONE,
        NO_ADDRESS,
        MAILBOX_REFUSED,
        NOT_WANTED,
        EVENT_CALLED_OFF,
        BOOKING_CANCELLED,
        NO_LONGER_TRUE,
        ANSWERED
    }

    /** One page of the outbox; {@code toDo} is how many came back, or were given up, and can still be sent. {@code older} and {@code newer} lead to its neighbours and are absent at the ends. */
    record Outbox(
            List<Mail> mails,
            Map<MailStatus, Integer> counts,
            int toDo,
            @Nullable String older,
            @Nullable String newer) {}

    /** What an organiser is about to do. */
    enum Step {
        CALL_OFF,
        CHANGE
    }

    /**
     * A step, and what it would make of the event. Prints masked.
     *
     * @param reason why it would be called off; absent for a change, which has all the others
     */
    record PreviewWish(
            Step step,
            @Nullable String reason,
            @Nullable String title,
            @Nullable Instant startsAt,
            @Nullable Instant endsAt,
            @Nullable String venueName,
            @Nullable String venueAddress,
            @Nullable String findUs) {

        /** Calling it off. */
        public static PreviewWish callingOff(String reason) {
            return new PreviewWish(Step.CALL_OFF, reason, null, null, null, null, null, null);
        }

        @Override
        public String toString() {
            return "PreviewWish[" + step + "]";
        }
    }

    /** A mail to be read before it goes; without subject and text where nobody would be mailed. */
    record MailPreview(
            boolean mailed,
            @Nullable String subject,
            @Nullable String text,
            boolean onlyWithAPlace) {

        @Override
        public String toString() {
            return "MailPreview[masked]";
        }
    }

    /** Which mail to try again, by its id. */
    record Try(String mail) {}

    record Tried(boolean tried) {}

    /** A mail by its id, and the address that was typed. Prints masked. */
    record Correction(String mail, String email) {

        @Override
        public String toString() {
            return "Correction[masked]";
        }
    }

    /** {@code toDo} is how many came back, or were given up, and can still be sent. */
    record MailCounts(int toDo) {}

    /**
     * One mail, without its text.
     *
     * @param overtaken whether it came back and was tried again since
     * @param again whether it came back, and would go if it were tried again now
     * @param correctable whether its address can be corrected
     */
    record Mail(
            String id,
            EventId event,
            String eventTitle,
            MailKind kind,
            MailStatus status,
            StopReason stopped,
            int attempts,
            Instant at,
            @Nullable Instant nextAttemptAt,
            String subject,
            String name,
            boolean overtaken,
            boolean again,
            boolean correctable) {

        @Override
        public String toString() {
            return "Mail[" + id + ", " + status + "]";
        }
    }
}
