package org.natter.attendee.mail.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.natter.attendee.booking.Booking;
import org.natter.attendee.booking.BookingStatus;
import org.natter.attendee.booking.EventCard;
import org.natter.attendee.booking.OwnStanding;
import org.natter.attendee.booking.RoomLeft;
import org.natter.attendee.booking.SeatStanding;
import org.natter.attendee.mail.Letter;
import org.natter.attendee.mail.LetterFacts;
import org.natter.attendee.mail.MailFixture;
import org.natter.attendee.mail.MailKind;
import org.natter.attendee.mail.MailRequest;
import org.natter.attendee.person.EmailAddress;
import org.natter.attendee.person.Person;
import org.natter.attendee.person.PersonDetails;
import org.natter.attendee.person.Sector;

/** The mails' half of {@code docs/standings.md}: each standing has words, and a calendar file only who has or had a place. */
class StandingWordsTest {

    private static final Set<MailKind> TELLS_HOW = Set.of(
            MailKind.CONFIRM_BOOKING,
            MailKind.BOOKED,
            MailKind.ASKED_AGAIN,
            MailKind.WAITING,
            MailKind.OFFER,
            MailKind.CHANGED,
            MailKind.DAY_BEFORE,
            MailKind.NOT_THEIRS);

    private final ThymeleafLetters letters = new ThymeleafLetters(MailFixture.links(), "post@natter.example");

    @Test
    void eachStandingHasTheMailOfTheTable() throws Exception {
        var rows = Files.readAllLines(Path.of("..", "docs", "standings.md")).stream()
                .filter(line -> line.startsWith("| `"))
                .map(line -> Arrays.stream(line.substring(1).split("[|]"))
                        .map(String::strip)
                        .toList())
                .toList();

        for (var row : rows) {
            var standing = OwnStanding.valueOf(row.get(0).replace("`", ""));
            assertThat(booking(MailFixture.CARD, standing, 0).own()).isEqualTo(standing);
            assertThat(booking(MailFixture.CARD, standing, 0).status().name()).isEqualTo(row.get(1));
            if (!row.get(3).equals("none")) {
                var letter = write(MailKind.valueOf(row.get(3)), standing, 0);
                assertThat(letter.text()).as(row.get(0)).contains("\n" + row.get(4) + "\n");
                assertThat(method(letter)).as(row.get(0)).isEqualTo(row.get(5));
            }
        }
        assertThat(rows).hasSize(OwnStanding.values().length);
    }

    /** The second table: full is what is full, and what is left is called what it is. */
    @Test
    void whatRoomThereIsIsSaidAsTheTableSaysIt() throws Exception {
        var rows = Files.readAllLines(Path.of("..", "docs", "standings.md")).stream()
                .filter(line -> line.startsWith("| room `"))
                .map(line -> Arrays.stream(line.substring(1).split("[|]"))
                        .map(String::strip)
                        .toList())
                .toList();

        for (var row : rows) {
            var room = RoomLeft.valueOf(row.get(0).replace("room ", "").replace("`", ""));
            var joining = letters.write(facts(
                    MailKind.CONFIRM_BOOKING,
                    booking(MailFixture.CARD, BookingStatus.UNCONFIRMED, SeatStanding.ASKED, null, 0, room)));
            var waiting = letters.write(facts(
                    MailKind.WAITING,
                    booking(MailFixture.CARD, BookingStatus.WAITING, SeatStanding.WAITING, null, 0, room)));
            assertThat(joining.text()).as(row.get(0)).contains("\n" + row.get(3) + "\n");
            assertThat(waiting.text()).as(row.get(0)).contains("\n" + row.get(4) + "\n");
        }
        assertThat(rows).hasSize(RoomLeft.values().length - 1);
    }

    /** In the text part there is none: what is meant is called what it is in both. */
    @Test
    void noMailSpeaksOfAButtonThatOnlyItsOtherPartHas() {
        for (var kind : MailKind.values()) {
            for (var standing : OwnStanding.values()) {
                if (kind != MailKind.SIGN_IN && kind != MailKind.FOLLOW_UP) {
                    assertThat(write(kind, standing, 0).text().replace("until you press a button on the page", ""))
                            .as(kind + " " + standing)
                            .doesNotContain("button", "Press ");
                }
            }
        }
    }

    @Test
    void whoNeverHadAPlaceGetsNoFileAndIsPromisedNone() {
        for (var standing : List.of(OwnStanding.WAITING, OwnStanding.OFFERED)) {
            var moved = write(MailKind.CHANGED, standing, 0);

            assertThat(method(moved)).isEqualTo("nothing");
            assertThat(moved.text()).doesNotContain("because you have a place", "someone else can have your place");
        }
        assertThat(write(MailKind.CHANGED, OwnStanding.WAITING, 0).text()).contains("You're still in line.");
        assertThat(method(write(MailKind.CHANGED, OwnStanding.BOOKED, 0))).isEqualTo("invitation");
        var waited = calledOff(SeatStanding.WAITING);
        assertThat(method(letters.write(facts(MailKind.CALLED_OFF, waited)))).isEqualTo("nothing");
    }

    @Test
    void aSharedAddressHearsWhoHasThePlace() {
        var again = facts(MailKind.ASKED_AGAIN, booking(MailFixture.CARD, OwnStanding.BOOKED, 0));
        var beside = facts(MailKind.CONFIRM_BOOKING, booking(MailFixture.CARD, OwnStanding.KEPT, 0));

        assertThat(letters.write(again).text()).contains("Wren Hadley has the place booked with this address.");
        assertThat(letters.write(beside).text()).doesNotContain("Wren");
        assertThat(letters.write(with(beside, "Wilf Causeway")).text())
                .contains("Wilf Causeway has a place or waits for one, with this address already.")
                .doesNotContain("Wren");
        assertThat(letters.write(with(again, "Wilf Causeway", "Mei Reed")).text())
                .contains("Wilf Causeway, Mei Reed have asked for a place with this address too.");
    }

    private static LetterFacts with(LetterFacts facts, String... others) {
        return new LetterFacts(
                facts.wish(),
                facts.person(),
                facts.mailbox(),
                facts.card(),
                facts.booking(),
                facts.reason(),
                List.of(others),
                facts.known(),
                facts.now());
    }

    @ParameterizedTest
    @CsvSource({
        "BOOKED,           BOOKED,    0, 0",
        "CANCELLED_BY_YOU, CANCELLED, 1, 1",
        "BOOKED,           BOOKED,    2, 2",
        "CANCELLED_BY_YOU, CANCELLED, 3, 3",
        "CANCELLED_FOR_YOU, CANCELLED_FOR_YOU, 3, 3"
    })
    void aCalendarHearsOfEachTurnUnderOneIdAndARisingSequence(
            MailKind kind, OwnStanding standing, int turns, int sequence) {
        var file = write(kind, standing, turns).calendar().orElseThrow().replace("\r\n ", "");

        assertThat(file)
                .contains("UID:4be3f1d09c5a4e7f8a6b2c1d0e9f8a7b@natter")
                .contains("SEQUENCE:" + sequence + "\r\n")
                .contains("mailto:wren@college.example")
                .contains("mailto:post@natter.example");
    }

    /** Everybody else reads that it is online, and gets neither the link nor how it is found: not in a file either. */
    @Test
    void howAnOnlineEventIsJoinedIsReadByWhoHasAPlaceAlone() {
        var link = "https://meet.example/weeding";
        for (var venue : List.of("Online", "Teams")) {
            var online = MailFixture.CARD.at(venue, link, "Passcode: 4711");
            for (var standing : OwnStanding.values()) {
                var booking = booking(online, standing, 0);
                for (var kind : MailKind.values()) {
                    if (kind == MailKind.SIGN_IN || kind == MailKind.FOLLOW_UP) {
                        continue; // about no evening to come
                    }
                    var letter = letters.write(facts(kind, booking));
                    var read = letter.text()
                            + letter.html()
                            + letter.calendar().orElse("").replace("\r\n ", "");
                    if (TELLS_HOW.contains(kind) && standing == OwnStanding.BOOKED) {
                        assertThat(letter.text()).contains("Where: " + venue + ", " + link);
                    } else {
                        assertThat(read).as(kind + " " + standing).doesNotContain("meet.example");
                    }
                }
                assertThat(booking.cardForItsOwner().venueAddress())
                        .as(standing.name())
                        .isEqualTo(standing == OwnStanding.BOOKED ? link : "");
            }
        }
        var waiting = booking(MailFixture.CARD.at("Online", link, "Passcode: 4711"), OwnStanding.WAITING, 0);
        assertThat(letters.write(facts(MailKind.WAITING, waiting)).text())
                .contains("Where: Online\n")
                .doesNotContain("4711");
    }

    private Letter write(MailKind kind, OwnStanding standing, int turns) {
        return letters.write(facts(kind, booking(MailFixture.CARD, standing, turns)));
    }

    private static LetterFacts facts(MailKind kind, Booking booking) {
        var wish = new MailRequest(
                "cause/" + kind.word(),
                kind,
                MailFixture.WREN,
                MailFixture.RIVERSIDE,
                MailFixture.WREN_AT_RIVERSIDE,
                1,
                kind == MailKind.CHANGED ? "1:START_TIME" : "",
                MailFixture.NOW,
                MailFixture.NOW,
                MailFixture.NOW.plus(Duration.ofDays(2)),
                null,
                null);
        var mailbox = new EmailAddress("wren@college.example");
        var wren = new Person(
                MailFixture.WREN,
                new PersonDetails("Wren Hadley", "", Sector.COLLEGE),
                mailbox,
                true,
                true,
                0,
                Map.of(MailFixture.RIVERSIDE, MailFixture.WREN_AT_RIVERSIDE),
                Map.of());
        return new LetterFacts(
                wish,
                wren,
                mailbox,
                Optional.of(booking.card()),
                Optional.of(booking),
                Optional.of("The pub's cellar has flooded.").filter(reason -> kind == MailKind.CALLED_OFF),
                List.of(),
                0,
                MailFixture.NOW);
    }

    private static String method(Letter letter) {
        return letter.calendar()
                .map(file -> file.contains("METHOD:CANCEL\r\n") ? "cancellation" : "invitation")
                .orElse("nothing");
    }

    private static Booking calledOff(SeatStanding standing) {
        return booking(MailFixture.CARD, BookingStatus.CANCELLED, standing, null, 0);
    }

    /** A booking that stands like this. */
    static Booking booking(EventCard card, OwnStanding own, int turns) {
        return switch (own) {
            case KEPT -> booking(card, BookingStatus.UNCONFIRMED, SeatStanding.HELD, null, turns);
            case UNKEPT -> asked(card, RoomLeft.FREE, turns);
            case JOINING -> asked(card, RoomLeft.FULL, turns);
            case BOOKED -> booking(card, BookingStatus.BOOKED, SeatStanding.BOOKED, null, turns);
            case WAITING -> booking(card, BookingStatus.WAITING, SeatStanding.WAITING, null, turns);
            case OFFERED -> booking(card, BookingStatus.OFFERED, SeatStanding.OFFERED, null, turns);
            case LET_GO -> booking(card, BookingStatus.LAPSED, SeatStanding.LET_GO, SeatStanding.HELD, turns);
            case NOT_JOINED -> booking(card, BookingStatus.LAPSED, SeatStanding.LET_GO, SeatStanding.ASKED, turns);
            case OFFER_LAPSED -> booking(card, BookingStatus.LAPSED, SeatStanding.LAPSED, SeatStanding.OFFERED, turns);
            case CANCELLED -> gone(card, SeatStanding.BOOKED, turns);
            case LEFT_THE_LIST -> gone(card, SeatStanding.WAITING, turns);
            case DECLINED -> gone(card, SeatStanding.OFFERED, turns);
            case CANCELLED_FOR_YOU -> takenOff(card, SeatStanding.BOOKED, turns);
            case OFF_THE_LIST -> takenOff(card, SeatStanding.WAITING, turns);
            case TAKEN_BACK -> gone(card, SeatStanding.HELD, turns);
            case NOT_ADMITTED -> notAdmitted(card, turns);
            case CALLED_OFF -> booking(card, BookingStatus.CANCELLED, SeatStanding.BOOKED, null, turns);
        };
    }

    private static Booking asked(EventCard card, RoomLeft room, int turns) {
        return booking(card, BookingStatus.UNCONFIRMED, SeatStanding.ASKED, null, turns, room);
    }

    private static Booking gone(EventCard card, SeatStanding was, int turns) {
        return booking(card, BookingStatus.CANCELLED, SeatStanding.CANCELLED, was, turns);
    }

    private static Booking takenOff(EventCard card, SeatStanding was, int turns) {
        return booking(card, BookingStatus.CANCELLED, SeatStanding.TAKEN_OFF, was, turns);
    }

    private static Booking notAdmitted(EventCard card, int turns) {
        return booking(card, BookingStatus.CANCELLED, SeatStanding.CANCELLED, null, turns, RoomLeft.FULL, true);
    }

    private static Booking booking(
            EventCard card, BookingStatus status, SeatStanding standing, SeatStanding was, int turns) {
        return booking(card, status, standing, was, turns, RoomLeft.FULL);
    }

    private static Booking booking(
            EventCard card, BookingStatus status, SeatStanding standing, SeatStanding was, int turns, RoomLeft room) {
        return booking(card, status, standing, was, turns, room, false);
    }

    static Booking booking(
            EventCard card,
            BookingStatus status,
            SeatStanding standing,
            SeatStanding was,
            int turns,
            RoomLeft room,
            boolean walkIn) {
        return new Booking(
                MailFixture.WREN_AT_RIVERSIDE,
                card,
                status,
                standing,
                Sector.COLLEGE,
                false,
                true,
                walkIn,
                MailFixture.NOW,
                status == BookingStatus.WAITING ? 3 : null,
                status == BookingStatus.OFFERED ? MailFixture.NOW.plus(Duration.ofDays(2)) : null,
                was,
                turns,
                room);
    }
}
