package org.natter.web.organiser;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.natter.times.SpokenTime;
import org.natter.web.services.OperationsApi.DeadLetter;

/** What an owner sees of messages set aside: ids and reasons, never what stands in them. */
final class SetAsidePages {

    private static final Set<String> REASONS = Set.of("UNDECODABLE", "FORK", "FAILED");

    private SetAsidePages() {}

    /** All that wait for a decision at one service, oldest first. */
    record Waiting(String service, List<LetterRow> letters) {

        static Waiting of(String service, List<DeadLetter> letters, ZoneId zone, Instant now) {
            return new Waiting(
                    service,
                    letters.stream()
                            .map(letter -> LetterRow.of(letter, zone, now))
                            .toList());
        }
    }

    /** One of them in words; a text that the message did not have is empty. */
    record LetterRow(
            String id,
            String when,
            String reason,
            String type,
            String message,
            String subject,
            String place,
            int bytes) {

        static LetterRow of(DeadLetter letter, ZoneId zone, Instant now) {
            return new LetterRow(
                    letter.id(),
                    SpokenTime.in(zone).dayAndTime(letter.at(), now),
                    Optional.ofNullable(letter.reason())
                            .filter(REASONS::contains)
                            .orElse("OTHER"),
                    Optional.ofNullable(letter.messageType()).orElse(""),
                    Optional.ofNullable(letter.messageId()).orElse(""),
                    Optional.ofNullable(letter.subject()).orElse(""),
                    letter.topic() == null ? "" : letter.topic() + "-" + letter.partition() + "@" + letter.offset(),
                    letter.bytes());
        }
    }
}
