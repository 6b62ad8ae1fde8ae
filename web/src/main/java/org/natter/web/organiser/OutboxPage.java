package org.natter.web.organiser;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.natter.times.SpokenTime;
import org.natter.web.services.MailsApi.Mail;
import org.natter.web.services.MailsApi.MailKind;
import org.natter.web.services.MailsApi.MailStatus;
import org.natter.web.services.MailsApi.Outbox;
import org.natter.web.services.MailsApi.StopReason;

/**
 * One page of the outbox. {@code show} is the chip chosen, absent for all; the chips count over all pages; {@code toDo} is how many
 * mails came back and can still be sent; {@code older} and
 * {@code newer} lead to the neighbours and are absent at the ends.
 */
record OutboxPage(
        @Nullable Show show,
        List<Chip> chips,
        int all,
        int toDo,
        List<MailLine> mails,
        @Nullable String older,
        @Nullable String newer) {

    /** The two steps of being sent are one for whoever reads them. */
    private static final Set<MailStatus> BEING_SENT = EnumSet.of(MailStatus.CLAIMED, MailStatus.SENDING);

    /** What a chip shows: those to see to, or those of one status, in the order of a mail's life. */
    enum Show {
        TO_DO(null),
        QUEUED(MailStatus.QUEUED),
        SENDING(MailStatus.SENDING),
        UNKNOWN(MailStatus.UNKNOWN),
        RETRY(MailStatus.RETRY),
        SENT(MailStatus.SENT),
        BOUNCED(MailStatus.BOUNCED),
        GIVEN_UP(MailStatus.GIVEN_UP),
        STOPPED(MailStatus.STOPPED);

        private final @Nullable MailStatus status;

        Show(@Nullable MailStatus status) {
            this.status = status;
        }

        /** The service's statuses behind it; none where it asks for no status. */
        Set<MailStatus> statuses() {
            return status == null ? Set.of() : status == MailStatus.SENDING ? BEING_SENT : EnumSet.of(status);
        }

        /** How many mails it shows. */
        int count(Map<MailStatus, Integer> counts) {
            return statuses().stream()
                    .mapToInt(step -> counts.getOrDefault(step, 0))
                    .sum();
        }
    }

    static OutboxPage of(Outbox found, @Nullable Show show, ZoneId zone, Instant now) {
        return new OutboxPage(
                show,
                Arrays.stream(Show.values())
                        .filter(chip -> chip != Show.TO_DO)
                        .map(chip -> new Chip(chip, chip.count(found.counts()), chip == show))
                        .filter(chip -> chip.count() > 0 || chip.chosen())
                        .toList(),
                found.counts().values().stream().mapToInt(Integer::intValue).sum(),
                found.toDo(),
                found.mails().stream().map(mail -> MailLine.of(mail, zone, now)).toList(),
                found.older(),
                found.newer());
    }

    private static final Set<MailKind> ABOUT_ANSWERS = EnumSet.of(
            MailKind.HOW_WAS_IT,
            MailKind.DID_YOU_MAKE_IT,
            MailKind.STILL_TIME,
            MailKind.FOLLOW_UP,
            MailKind.NOT_THEIRS);

    public boolean showsToDo() {
        return show == Show.TO_DO;
    }

    /** Whether only those are shown that came back. */
    public boolean showsBounces() {
        return show == Show.BOUNCED;
    }

    private static MailStatus chipOf(MailStatus status) {
        return BEING_SENT.contains(status) ? MailStatus.SENDING : status;
    }

    /** How many mails it shows. */
    record Chip(Show show, int count, boolean chosen) {}

    /**
     * One mail in words.
     *
     * @param why the key of the words for why it was stopped, or that it was sent again; empty unless it was
     * @param toTry whether it can be tried again
     * @param toCorrect whether its address can be corrected
     */
    record MailLine(
            String id,
            String name,
            MailKind kind,
            String event,
            String subject,
            MailStatus status,
            String why,
            boolean cameBack,
            boolean overtaken,
            boolean toTry,
            boolean toCorrect,
            String when,
            String again) {

        /** The style of its status. */
        public String style() {
            return switch (status) {
                case SENT -> "tag--in";
                case BOUNCED, GIVEN_UP -> overtaken ? "" : "tag--off";
                case STOPPED -> "";
                default -> "tag--wait";
            };
        }

        /** The sign of its status. */
        public String icon() {
            return switch (status) {
                case SENT -> "tick";
                case BOUNCED, GIVEN_UP, STOPPED -> "cross";
                default -> "clock";
            };
        }

        /** Whether it came back, and whose it is nobody knows: it is about answers. */
        public boolean isNobodysToCorrect() {
            return cameBack && !overtaken && ABOUT_ANSWERS.contains(kind);
        }

        /** The key of the words for why its address is not corrected. */
        public String stays() {
            return "outbox.correct."
                    + (overtaken ? "overtaken" : isNobodysToCorrect() ? "answers" : cameBack ? "no-more" : "none");
        }

        /** The last word of the key of what this mail says of their booking, wherever it goes. */
        public String says() {
            return switch (kind) {
                case CANCELLED_BY_YOU, CANCELLED_FOR_YOU -> "CANCELLED";
                case CALLED_OFF -> "CALLED_OFF";
                default -> "BOOKED";
            };
        }

        public boolean isTriedAgain() {
            return status == MailStatus.RETRY;
        }

        static MailLine of(Mail mail, ZoneId zone, Instant now) {
            return new MailLine(
                    mail.id(),
                    mail.name(),
                    mail.kind(),
                    mail.eventTitle(),
                    mail.subject(),
                    chipOf(mail.status()),
                    why(mail),
                    mail.status() == MailStatus.BOUNCED
                            || mail.status() == MailStatus.GIVEN_UP
                            || mail.stopped() == StopReason.MAILBOX_REFUSED,
                    mail.overtaken(),
                    mail.again(),
                    mail.correctable(),
                    in(mail.at(), zone, now),
                    in(mail.nextAttemptAt(), zone, now));
        }

        private static String why(Mail mail) {
            if (mail.overtaken()) {
                return "outbox.overtaken";
            }
            return mail.status() == MailStatus.STOPPED && mail.stopped() != StopReason.NONE
                    ? "outbox.stopped." + mail.stopped()
                    : "";
        }

        private static String in(@Nullable Instant at, ZoneId zone, Instant now) {
            return at == null ? "" : SpokenTime.in(zone).dayAndTime(at, now);
        }

        @Override
        public String toString() {
            return "MailLine[" + kind + ", " + status + "]";
        }
    }
}
