package org.natter.attendee.mail.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.natter.attendee.mail.MailKind;
import org.natter.attendee.mail.MailStatus;
import org.natter.attendee.mail.StopReason;
import org.natter.attendee.person.EventId;

/**
 * One page of the outbox.
 *
 * @param mails newest first by when they were asked for
 * @param counts over all pages and all statuses; a status without mails is left out
 * @param toDo how many did not arrive, and can still be sent: the mailbox refused them or one before, or they were given up
 * @param older asks for the next page as {@code before}; absent on the last one
 * @param newer asks for the page above as {@code after}; absent on the newest one
 */
record OutboxPage(
        List<OutboxMail> mails,
        Map<MailStatus, Integer> counts,
        int toDo,
        @Nullable String older,
        @Nullable String newer) {

    /**
     * @param id its place among all mails; says nothing of whose it is
     * @param at when it was sent, stopped or refused; else when it was asked for
     * @param nextAttemptAt absent once finished
     * @param subject empty until it was sent
     * @param name of the receiver; "Someone" if erased
     * @param overtaken whether it came back and was tried again since
     * @param again whether it came back, and would go if it were tried again now
     * @param correctable whether its address can be corrected, for all that organisers may know
     */
    record OutboxMail(
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
            return "OutboxMail[" + id + "]";
        }
    }
}
