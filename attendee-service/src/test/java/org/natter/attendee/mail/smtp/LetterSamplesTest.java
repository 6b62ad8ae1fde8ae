package org.natter.attendee.mail.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.natter.attendee.booking.EventCard;
import org.natter.attendee.booking.EventKind;
import org.natter.attendee.booking.OwnStanding;
import org.natter.attendee.mail.Letter;
import org.natter.attendee.mail.LetterFacts;
import org.natter.attendee.mail.MailFixture;
import org.natter.attendee.mail.MailKind;
import org.natter.attendee.mail.MailRequest;
import org.natter.attendee.mail.MailStream;
import org.natter.attendee.mail.WhenAndWhere;
import org.natter.attendee.person.EmailAddress;
import org.natter.attendee.person.Person;
import org.natter.attendee.person.PersonDetails;
import org.natter.attendee.person.RegionId;
import org.natter.attendee.person.Sector;

/**
 * Every kind of mail in every standing, whole, with the oddest words that organisers and guests may type: a name and a title
 * without a blank, a link of two hundred letters, emoji, Arabic, Welsh. Kept in {@code src/test/resources/letters}, where
 * they are read like a mail; {@code -Dnatter.samples=write} writes them.
 */
class LetterSamplesTest {

    private static final Path FOLDER = Path.of("src", "test", "resources", "letters");
    private static final EventCard CARD = new EventCard(
            MailFixture.RIVERSIDE,
            new RegionId("0f1e2d3c4b5a69788796a5b4c3d2e1f0"),
            EventKind.SOCIAL,
            "Noson lên Ynys Môn \ud83d\udc69\ud83c\udffd\u200d\ud83c\udfeb " + "llên".repeat(23),
            MailFixture.STARTS,
            MailFixture.STARTS.plus(Duration.ofMinutes(150)),
            ZoneId.of("Europe/Paris"),
            "Gogledd Cymru & Fenland",
            "\u0645\u0642\u0647\u0649 \u0627\u0644\u0646\u0647\u0631 <b>Café</b>",
            "2 Sluice Lane, Ousebridge",
            "Pin: https://maps.example/place/" + "x".repeat(168) + "\nUpstairs",
            0);
    private static final WhenAndWhere BEFORE = new WhenAndWhere(
            MailFixture.STARTS.minus(Duration.ofMinutes(30)),
            MailFixture.STARTS.plus(Duration.ofMinutes(150)),
            ZoneId.of("Europe/Paris"),
            "Tŷ <i>Ddoe</i> " + "w".repeat(100),
            "2 Sluice Lane, Ousebridge");
    private static final PersonDetails DETAILS = new PersonDetails("Ŷsolt" + "a".repeat(111), "", Sector.COLLEGE);
    private static final Map<MailKind, List<OwnStanding>> STANDINGS = Map.of(
            MailKind.CONFIRM_BOOKING, List.of(OwnStanding.KEPT, OwnStanding.UNKEPT, OwnStanding.JOINING),
            MailKind.WAITING, List.of(OwnStanding.WAITING),
            MailKind.OFFER, List.of(OwnStanding.OFFERED),
            MailKind.CHANGED, List.of(OwnStanding.BOOKED, OwnStanding.WAITING, OwnStanding.OFFERED),
            MailKind.CANCELLED_BY_YOU, List.of(OwnStanding.CANCELLED, OwnStanding.LEFT_THE_LIST, OwnStanding.DECLINED),
            MailKind.CANCELLED_FOR_YOU, List.of(OwnStanding.CANCELLED_FOR_YOU, OwnStanding.OFF_THE_LIST),
            MailKind.CALLED_OFF, List.of(OwnStanding.CALLED_OFF));
    private static final Map<MailKind, String> WORDS = Map.of(
            MailKind.CHANGED, "1:START_TIME,PLACE",
            MailKind.FOLLOW_UP, "3",
            MailKind.SIGN_IN, "00000000000000000000000000000009");

    private final ThymeleafLetters letters = new ThymeleafLetters(MailFixture.links(), "post@natter.example");

    @Test
    void eachReadsAsItIsKept() throws IOException {
        var written = new TreeMap<String, String>();
        for (var kind : MailKind.values()) {
            for (var standing : STANDINGS.getOrDefault(kind, List.of(OwnStanding.BOOKED))) {
                var letter = letters.write(facts(kind, standing));
                var name = kind.word() + "."
                        + standing.name().toLowerCase(Locale.ROOT).replace('_', '-');
                written.put(name + ".txt", asText(letter));
                written.put(name + ".html", letter.html());
            }
        }
        if ("write".equals(System.getProperty("natter.samples"))) {
            write(written);
        }

        assertThat(kept()).containsExactlyInAnyOrderElementsOf(written.keySet());
        for (var letter : written.entrySet()) {
            assertThat(letter.getValue())
                    .as("%s (-Dnatter.samples=write writes it)", letter.getKey())
                    .isEqualTo(Files.readString(FOLDER.resolve(letter.getKey())));
        }
    }

    private static String asText(Letter letter) {
        return "Subject: " + letter.subject() + "\nFrom: " + letter.sender() + "\n\n" + letter.text();
    }

    private static List<String> kept() throws IOException {
        try (var files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private static void write(Map<String, String> written) throws IOException {
        Files.createDirectories(FOLDER);
        for (var name : kept()) {
            Files.delete(FOLDER.resolve(name));
        }
        for (var letter : written.entrySet()) {
            Files.writeString(FOLDER.resolve(letter.getKey()), letter.getValue());
        }
    }

    private static LetterFacts facts(MailKind kind, OwnStanding standing) {
        var now = kind.stream() == MailStream.FEEDBACK
                ? MailFixture.MORNING_AFTER
                : kind == MailKind.DAY_BEFORE ? Instant.parse("2026-10-14T08:00:00Z") : MailFixture.NOW;
        var signsIn = kind == MailKind.SIGN_IN;
        var wish = new MailRequest(
                "cause/" + kind.word(),
                kind,
                MailFixture.WREN,
                signsIn ? null : MailFixture.RIVERSIDE,
                signsIn ? null : MailFixture.WREN_AT_RIVERSIDE,
                1,
                WORDS.getOrDefault(kind, ""),
                now,
                now,
                now.plus(Duration.ofDays(2)),
                kind == MailKind.CHANGED ? BEFORE : null,
                null);
        var mailbox = new EmailAddress("wren@college.example");
        var wren = new Person(
                MailFixture.WREN,
                DETAILS,
                mailbox,
                true,
                true,
                0,
                Map.of(MailFixture.RIVERSIDE, MailFixture.WREN_AT_RIVERSIDE),
                Map.of());
        var shared = kind == MailKind.ASKED_AGAIN || standing == OwnStanding.JOINING
                ? List.of("\u0632\u064a\u0646\u0628 Marsh")
                : List.<String>of();
        return new LetterFacts(
                wish,
                wren,
                mailbox,
                Optional.of(CARD).filter(card -> !signsIn),
                Optional.of(StandingWordsTest.booking(CARD, standing, 0)).filter(booking -> !signsIn),
                Optional.of("The pub's cellar has flooded. " + "\ud83d\ude3f".repeat(3)
                                + "\r\n\r\nWe looked for another room:\r\nthere is none.")
                        .filter(reason -> kind == MailKind.CALLED_OFF),
                shared,
                kind == MailKind.DAY_BEFORE ? 3 : 0,
                now);
    }
}
