package org.natter.web.organiser;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.natter.web.forms.When;
import org.natter.web.services.AttendeeServiceClient.MailView;
import org.natter.web.services.AttendeeServiceClient.OutboxView;

/**
 * One page of the outbox. {@code show} is the chip chosen, empty for all; the chips count over all pages; {@code older} and
 * {@code newer} lead to the neighbours and are absent at the ends.
 */
record OutboxPage(
        String show,
        List<Chip> chips,
        int all,
        List<MailLine> mails,
        @Nullable String older,
        @Nullable String newer) {

    /** In the order of a mail's life. */
    private static final List<String> CHIPS =
            List.of("QUEUED", "SENDING", "RETRY", "UNKNOWN", "SENT", "BOUNCED", "GIVEN_UP", "STOPPED");

    /** The two steps of being sent are one for whoever reads them. */
    private static final Map<String, List<String>> STEPS = Map.of("SENDING", List.of("CLAIMED", "SENDING"));

    static OutboxPage of(OutboxView found, String show, ZoneId zone) {
        return new OutboxPage(
                show,
                CHIPS.stream()
                        .map(status -> Chip.of(status, found.counts()))
                        .filter(chip -> chip.count() > 0 || chip.status().equals(show))
                        .toList(),
                found.counts().values().stream().mapToInt(Integer::intValue).sum(),
                found.mails().stream().map(mail -> MailLine.of(mail, zone)).toList(),
                found.older(),
                found.newer());
    }

    /** The chip of this name; empty if there is none. */
    static String chosen(String show) {
        return CHIPS.contains(show) ? show : "";
    }

    /** The service's statuses behind a chip; none means all. */
    static List<String> statuses(String chip) {
        return chip.isEmpty() ? List.of() : STEPS.getOrDefault(chip, List.of(chip));
    }

    private static String chipOf(String status) {
        return STEPS.entrySet().stream()
                .filter(steps -> steps.getValue().contains(status))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(status);
    }

    /** How many mails there are of one status. */
    record Chip(String status, int count) {

        static Chip of(String status, Map<String, Integer> counts) {
            return new Chip(
                    status,
                    statuses(status).stream()
                            .mapToInt(step -> counts.getOrDefault(step, 0))
                            .sum());
        }
    }

    /** One mail in words. */
    record MailLine(String name, String kind, String event, String subject, String status, String when, String again) {

        static MailLine of(MailView mail, ZoneId zone) {
            return new MailLine(
                    Optional.ofNullable(mail.name()).orElse(""),
                    Optional.ofNullable(mail.kind()).orElse("OTHER"),
                    Optional.ofNullable(mail.eventTitle()).orElse(""),
                    Optional.ofNullable(mail.subject()).orElse(""),
                    chipOf(mail.status()),
                    in(mail.at(), zone),
                    in(mail.nextAttemptAt(), zone));
        }

        private static String in(@Nullable Instant at, ZoneId zone) {
            return at == null ? "" : When.dayAndTime(at, zone);
        }

        @Override
        public String toString() {
            return "MailLine[" + kind + ", " + status + "]";
        }
    }
}
