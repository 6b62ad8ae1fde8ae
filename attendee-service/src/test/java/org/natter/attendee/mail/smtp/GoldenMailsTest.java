package org.natter.attendee.mail.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.natter.attendee.booking.Booking;
import org.natter.attendee.booking.BookingStatus;
import org.natter.attendee.booking.EventCard;
import org.natter.attendee.booking.OwnStanding;
import org.natter.attendee.booking.RoomLeft;
import org.natter.attendee.booking.SeatStanding;
import org.natter.attendee.mail.LetterFacts;
import org.natter.attendee.mail.MailFixture;
import org.natter.attendee.mail.MailKind;
import org.natter.attendee.mail.MailRequest;
import org.natter.attendee.mail.MailStream;
import org.natter.attendee.mail.WhenAndWhere;
import org.natter.attendee.person.EmailAddress;
import org.natter.attendee.person.Person;
import org.natter.attendee.person.PersonDetails;
import org.natter.attendee.person.Sector;
import tools.jackson.databind.json.JsonMapper;

/** Every kind of mail as it is read. */
class GoldenMailsTest {

    private static final Pattern LINK = Pattern.compile("https?://[^\\s\"<>]+");
    private static final List<String> BANNED = List.of(
            "leverage",
            "contact",
            "connection",
            "lead",
            "network",
            "engagement",
            "score",
            "rank",
            "match",
            "registration",
            "diary",
            "failed",
            "invalid",
            "oops");
    private static final Map<MailKind, OwnStanding> USUAL = Map.of(
            MailKind.CONFIRM_BOOKING, OwnStanding.KEPT,
            MailKind.WAITING, OwnStanding.WAITING,
            MailKind.OFFER, OwnStanding.OFFERED,
            MailKind.CANCELLED_BY_YOU, OwnStanding.CANCELLED,
            MailKind.CANCELLED_FOR_YOU, OwnStanding.CANCELLED_FOR_YOU,
            MailKind.CALLED_OFF, OwnStanding.CALLED_OFF);
    private static final Map<MailKind, String> DETAILS = Map.of(
            MailKind.CHANGED, "1:START_TIME",
            MailKind.FOLLOW_UP, "3",
            MailKind.SIGN_IN, "00000000000000000000000000000009");

    private final ThymeleafLetters letters = new ThymeleafLetters(MailFixture.links(), "post@natter.example");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            CONFIRM_BOOKING  | Confirm your place: Riverside pub evening  | One press and it's yours. We'll keep it for an hour. | Confirm my place
            ASKED_AGAIN      | Your place at Riverside pub evening        | You're booked already. Here are the details again. | See or change my booking
            BOOKED           | You're booked: Riverside pub evening, 15 October | Lovely, Wren. We'll see you at The Moorhen at 6:30pm. | See or change my booking
            WAITING          | You're on the waiting list                 | It's full for now. You're third in line. | See my place in line
            OFFER            | A place has come up                        | It's yours if you'd like it. We'll hold it until 12:30pm on Saturday 3 October. | See the offer
            CHANGED          | Change: Riverside pub evening now starts at 6:30pm | One thing's changed: the start time. | See the details
            CALLED_OFF       | Riverside pub evening is off, sorry        | Riverside pub evening is off, sorry | See what's next
            CANCELLED_BY_YOU | You're not coming: Riverside pub evening   | No problem. Thanks for telling us. | Book again
            CANCELLED_FOR_YOU | Your place is cancelled: Riverside pub evening | One of the organisers has cancelled your place, because they heard you can't come. | Book again
            DAY_BEFORE       | Tomorrow: Riverside pub evening            | 6:30pm, The Moorhen. Can't make it? Tell us, and someone else can have your place. | See or change my booking
            HOW_WAS_IT       | How was last night?                        | One minute, promise. Even just the first question helps. | Tell us how it was
            DID_YOU_MAKE_IT  | Did you make it last night?                | Yes or no is enough. | Tell us yes or no
            STILL_TIME       | Still time to say                          | No more reminders after this one. | Open my form
            FOLLOW_UP        | Did anything come of it?                   | Three months since Riverside pub evening. 'Not yet' is a perfectly good answer. | Have a look
            NOT_THEIRS       | Your link reached somebody else            | Somebody opened your link about Riverside pub evening and told us it isn't theirs. | See my own form
            SIGN_IN          | Your sign-in link                          | Here's your sign-in link. It works for 10 minutes, in the browser that asked for it. | Sign in
            """)
    void eachKindSaysWhatItIsMeantTo(MailKind kind, String subject, String first, String button) {
        var letter = letters.write(about(kind, MailFixture.CARD));

        assertThat(letter.subject()).isEqualTo(subject);
        assertThat(letter.text()).contains("\n" + first + "\n").contains("\n" + button + ":\n");
        assertThat(unescaped(letter.html())).contains(">" + first + "<").contains(">" + button + "<");
    }

    @ParameterizedTest
    @EnumSource(MailKind.class)
    void bothPartsCarryTheSameLinksAndFacts(MailKind kind) {
        var letter = letters.write(about(kind, MailFixture.CARD));
        var html = unescaped(letter.html());

        assertThat(linksOf(html.replaceAll("xmlns:th=\"[^\"]*\"", "")))
                .isEqualTo(linksOf(letter.text()))
                .isNotEmpty();
        for (var line : letter.text().lines().map(String::strip).toList()) {
            for (var piece : line.startsWith("https://") ? List.of(line) : pieces(line)) {
                assertThat(html).contains(piece);
            }
        }
        if (kind != MailKind.SIGN_IN) {
            assertThat(letter.text()).contains("Riverside pub evening");
            assertThat(letter.text()).contains("Thursday 15 October 2026, 6:30pm to 9pm");
        }
    }

    /** Several people may read mail at one address, each with a booking of their own. */
    @ParameterizedTest
    @EnumSource(
            value = MailKind.class,
            names = {
                "CONFIRM_BOOKING",
                "BOOKED",
                "ASKED_AGAIN",
                "WAITING",
                "OFFER",
                "CANCELLED_BY_YOU",
                "CANCELLED_FOR_YOU",
                "CHANGED",
                "CALLED_OFF",
                "DAY_BEFORE"
            })
    void aMailAboutABookingSaysWhoseItIs(MailKind kind) {
        var text = letters.write(about(kind, MailFixture.CARD)).text();

        if (kind == MailKind.CONFIRM_BOOKING) { // anybody may have typed that name, and anything for a name
            assertThat(text).doesNotContain("Wren");
        } else {
            assertThat(text).contains("Who: Wren Hadley");
        }
    }

    @ParameterizedTest
    @EnumSource(MailKind.class)
    void eachIsSmallAndPlainAndForPeople(MailKind kind) {
        var letter = letters.write(about(kind, MailFixture.CARD));

        assertThat(letter.subject().length()).isLessThanOrEqualTo(50);
        assertThat(letter.html().getBytes(StandardCharsets.UTF_8).length).isLessThan(100_000);
        assertThat(letter.html())
                .contains("lang=\"en-GB\"")
                .contains("color-scheme")
                .contains("max-width:600px")
                .doesNotContain("<img")
                .doesNotContain("<script")
                .doesNotContain(" th:")
                .doesNotContain("#000000")
                .doesNotContain("#ffffff");
        var read = (letter.subject() + " " + letter.text()).replaceAll("https?://\\S+", "");
        for (var word : BANNED) {
            assertThat(read.toLowerCase(Locale.ROOT)).doesNotContainPattern("\\b" + word + "(s|ed|ing)?\\b");
        }
        assertThat(read.chars().filter(letterOf -> letterOf == '!').count()).isLessThanOrEqualTo(1);
        assertThat(read).doesNotContain("{").doesNotContain("''");
    }

    @ParameterizedTest
    @EnumSource(MailKind.class)
    void onlyMailOutsideTheBookingStreamCanBeStopped(MailKind kind) {
        var letter = letters.write(about(kind, MailFixture.CARD));

        var polite = kind.stream() != MailStream.BOOKING;
        assertThat(letter.unsubscribe().isPresent()).isEqualTo(polite);
        letter.unsubscribe().ifPresent(link -> {
            assertThat(link).startsWith("https://natter.example/unsubscribe/k1.");
            assertThat(letter.text()).contains(link);
        });
    }

    @ParameterizedTest
    @EnumSource(MailKind.class)
    void aTitleOrNameCanHarmNothing(MailKind kind) {
        var title = "Pub\r\nBcc: all@lists.example\u202E =?utf-8?B?SGk=?= <b>bold</b> " + "x".repeat(80);
        var letter = letters.write(about(kind, MailFixture.card(title, MailFixture.STARTS, 0)));

        assertThat(letter.subject())
                .doesNotContain("\n")
                .doesNotContain("\r")
                .doesNotContain("=?")
                .doesNotContain("\u202E");
        assertThat(letter.subject().length()).isLessThanOrEqualTo(50);
        assertThat(letter.html()).doesNotContain("<b>");
    }

    /** web opens each of these pages in a test of its own. */
    @Test
    void everyLinkOfEveryMailLeadsToAPageThatIsAgreed() throws Exception {
        var pages = new TreeSet<String>();
        for (var kind : MailKind.values()) {
            var letter = letters.write(about(kind, MailFixture.CARD));
            linksOf(letter.text()).stream()
                    .map(link -> link.replace("https://natter.example", "")
                            .replaceAll("k1[.]1[.][A-Za-z0-9_-]{22}[.][A-Za-z0-9_-]{22}", "{token}")
                            .replace(MailFixture.RIVERSIDE.value(), "{event}"))
                    .forEach(pages::add);
            letter.unsubscribe()
                    .ifPresent(link -> assertThat(linksOf(letter.text())).contains(link));
        }

        try (var agreed = GoldenMailsTest.class.getResourceAsStream("/contracts/links/mailed-pages.json")) {
            assertThat(pages).containsExactlyInAnyOrder(JsonMapper.shared().readValue(agreed, String[].class));
        }
    }

    /** What it was stands beside what it is, as far as the two read differently. */
    @Test
    void aChangeSaysFromWhatToWhat() {
        var card = MailFixture.CARD;
        var before = new WhenAndWhere(
                card.startsAt().minus(Duration.ofMinutes(30)),
                card.endsAt(),
                card.zone(),
                "The Crown",
                card.venueAddress());

        var letter = letters.write(about(MailKind.CHANGED, card, before));

        assertThat(letter.text())
                .contains("New start: 6pm \u2192 6:30pm\n", "New place: The Crown \u2192 The Moorhen\n")
                .doesNotContain("New date", "New end");
        assertThat(letter.subject()).isEqualTo("Change: Riverside pub evening has moved");
        assertThat(letters.write(about(MailKind.CHANGED, card)).text()).doesNotContain("\u2192");
    }

    /** However long a reason is, the headline says what has happened; its lines and paragraphs are read as they were typed. */
    @Test
    void whatOrganisersTypedKeepsItsLines() {
        var card = MailFixture.CARD;
        var kettle = new EventCard(
                card.event(),
                card.region(),
                card.kind(),
                card.title(),
                card.startsAt(),
                card.endsAt(),
                card.zone(),
                card.regionName(),
                card.venueName(),
                card.venueAddress(),
                "Back room.\r\nLook for the kettle.",
                0);
        var calledOff = about(MailKind.CALLED_OFF, card);
        var off = letters.write(new LetterFacts(
                calledOff.wish(),
                calledOff.person(),
                calledOff.mailbox(),
                calledOff.card(),
                calledOff.booking(),
                Optional.of("The pub's cellar has flooded,\r\nand the kitchen too.\r\n\r\n \r\nSee you in November?"),
                calledOff.others(),
                calledOff.known(),
                calledOff.now()));
        var booked = letters.write(about(MailKind.BOOKED, kettle));

        assertThat(off.text())
                .contains(
                        "\nRiverside pub evening is off, sorry\n\nThe pub's cellar has flooded,\nand the kitchen too.\n\n"
                                + "See you in November?\n\nWhat: ");
        assertThat(unescaped(off.html()))
                .containsPattern("<h1[^>]*>Riverside pub evening is off, sorry</h1>")
                .contains(">The pub's cellar has flooded,<br>and the kitchen too.</p>", ">See you in November?</p>");
        assertThat(booked.text()).contains("\nHow to find us: Back room.\nLook for the kettle.\n");
        assertThat(booked.html())
                .contains(">Back room.<br>Look for the kettle.</td>", " · Back room. Look for the kettle. · ");
    }

    @Test
    void onAPhoneEachFactStandsUnderItsName() {
        assertThat(letters.write(about(MailKind.BOOKED, MailFixture.CARD)).html())
                .contains("@media (max-width: 480px)", ".name, .value { display: block !important;")
                .containsPattern("<td class=\"muted name\"[^>]*>When</td>\\s*<td class=\"ink value\"");
    }

    /** D4: the first question is answered by pressing in the mail; the press ticks, and the page's own button says it. */
    @Test
    void theFirstQuestionIsAnsweredByAPressInTheMail() {
        var asked = letters.write(about(MailKind.HOW_WAS_IT, MailFixture.CARD)).text();
        var madeIt =
                letters.write(about(MailKind.DID_YOU_MAKE_IT, MailFixture.CARD)).text();

        assertThat(asked)
                .contains("\n\nWas it worth coming?\n")
                .containsPattern("Yes, very much:\nhttps://natter.example/f/\\S+[?]worth=5\n")
                .containsPattern("So-so:\nhttps://natter.example/f/\\S+[?]worth=3\n")
                .containsPattern("\nNo:\nhttps://natter.example/f/\\S+[?]worth=1\n")
                .containsPattern("\n\nTell us how it was:\nhttps://natter.example/f/[^\\s?]+\n");
        assertThat(madeIt)
                .containsPattern("Yes, I was there:\nhttps://natter.example/f/\\S+[?]there=yes\n")
                .containsPattern("No, not this time:\nhttps://natter.example/f/\\S+[?]there=no\n");
    }

    @Test
    void linksArePersonal() {
        assertThat(letters.write(about(MailKind.HOW_WAS_IT, MailFixture.CARD)).text())
                .contains("https://natter.example/f/k1.1.n459bFtKOSgXBvXk08KxoA.");
        assertThat(letters.write(about(MailKind.FOLLOW_UP, MailFixture.CARD)).text())
                .contains("https://natter.example/w/k1.1.n459bFtKOSgXBvXk08KxoA.");
        assertThat(letters.write(about(MailKind.BOOKED, MailFixture.CARD)).text())
                .contains("https://natter.example/b/k1.1.n459bFtKOSgXBvXk08KxoA.");
        assertThat(letters.write(about(MailKind.SIGN_IN, MailFixture.CARD)).text())
                .contains("https://natter.example/in/k1.1.");
        assertThat(letters.write(about(MailKind.CANCELLED_BY_YOU, MailFixture.CARD))
                        .text())
                .contains("https://natter.example/events/4be3f1d09c5a4e7f8a6b2c1d0e9f8a7b/book");
    }

    @Test
    void anOnlineEventHasNoDoorToSayACodeAt() {
        var online = MailFixture.CARD.at("Online", "https://meet.example/weeding", "");

        assertThat(letters.write(about(MailKind.BOOKED, online)).text())
                .contains(
                        "Lovely, Wren. We'll see you online at 6:30pm.", "Where: Online, https://meet.example/weeding")
                .doesNotContain("at the door", "at Online");
    }

    @Test
    void whoWaitsCloseToTheStartIsPromisedNoMail() {
        var soon = MailFixture.card("Riverside pub evening", MailFixture.NOW.plus(Duration.ofHours(2)), 0);

        assertThat(letters.write(about(MailKind.WAITING, MailFixture.CARD)).text())
                .contains("We'll email you if a place comes up.");
        assertThat(letters.write(about(MailKind.WAITING, soon)).text())
                .contains(
                        "It's close to the start, so don't count on an offer by email. There may be a place at the door: ask.")
                .doesNotContain("We'll email you");
    }

    @Test
    void whatStartsWithinTheHourIsKeptUntilItStartsAndNotForAnHour() {
        var soon = MailFixture.card("Riverside pub evening", MailFixture.NOW.plus(Duration.ofMinutes(40)), 0);

        assertThat(letters.write(standing(OwnStanding.KEPT, soon)).text())
                .contains("One press and it's yours. We'll keep it until it starts at 1:10pm.")
                .doesNotContain("hour");
        assertThat(letters.write(standing(OwnStanding.UNKEPT, soon)).text())
                .contains("Confirm before it starts at 1:10pm and it's yours, as long as there's a place left.")
                .doesNotContain("hour");
        assertThat(letters.write(standing(OwnStanding.JOINING, soon)).text())
                .contains("It's full for now. Confirm before it starts at 1:10pm and you're in line.")
                .doesNotContain("hour");
    }

    /** Sent again to another address half an hour later, it promised a whole one. */
    @Test
    void whatComesLateSaysUntilWhenThePlaceIsKept() {
        var late = MailFixture.NOW.plus(Duration.ofMinutes(24));

        assertThat(letters.write(standing(OwnStanding.KEPT, late)).text())
                .contains("One press and it's yours. We'll keep it until 12:54pm today.")
                .doesNotContain("hour");
        assertThat(letters.write(standing(OwnStanding.JOINING, late)).text())
                .contains("Confirm before 12:54pm today and you're in line.");
    }

    private static LetterFacts standing(OwnStanding own, Instant until) {
        var usual = StandingWordsTest.booking(MailFixture.CARD, own, 0);
        var booking = new Booking(
                usual.attendance(),
                usual.card(),
                usual.status(),
                usual.standing(),
                usual.sector(),
                usual.newcomer(),
                usual.listed(),
                usual.walkIn(),
                usual.since(),
                usual.position(),
                until,
                usual.was(),
                usual.turns(),
                usual.room());
        return standing(MailKind.CONFIRM_BOOKING, booking, MailFixture.CARD);
    }

    @Test
    void whoCancelsOnceItHasBegunIsSentToNoFormThatIsClosed() {
        var on = MailFixture.card("Riverside pub evening", MailFixture.NOW.minus(Duration.ofMinutes(40)), 0);

        assertThat(letters.write(standing(MailKind.CANCELLED_BY_YOU, OwnStanding.CANCELLED, on))
                        .text())
                .contains("No problem. Thanks for telling us.", "There's nothing else to do.", "See what's next:")
                .doesNotContain("Someone else can have your place", "Book again", "/book");
        assertThat(letters.write(standing(MailKind.CANCELLED_BY_YOU, OwnStanding.DECLINED, on))
                        .text())
                .doesNotContain("Someone else can have the place", "Ask again");
    }

    @Test
    void whomAnOrganiserCancelsForIsToldByWhomAndHowToBookAgain() {
        var on = MailFixture.card("Riverside pub evening", MailFixture.NOW.minus(Duration.ofMinutes(40)), 0);

        assertThat(letters.write(standing(MailKind.CANCELLED_FOR_YOU, OwnStanding.CANCELLED_FOR_YOU, MailFixture.CARD))
                        .text())
                .contains("changed your mind? Ask for one again.", "Book again:\nhttps://natter.example/events/")
                .doesNotContain("with your own link", "Thanks for telling us");
        assertThat(letters.write(standing(MailKind.CANCELLED_FOR_YOU, OwnStanding.OFF_THE_LIST, MailFixture.CARD))
                        .text())
                .contains("One of the organisers took you off the waiting list", "in line at the end.")
                .doesNotContain("your place");
        assertThat(letters.write(standing(MailKind.CANCELLED_FOR_YOU, OwnStanding.CANCELLED_FOR_YOU, on))
                        .text())
                .contains("Tell them at the door, or whoever you spoke to.", "See what's next:")
                .doesNotContain("Someone else can have it", "Ask for one again", "/book");
    }

    @Test
    void whoWasLetInAtTheDoorHasBookedNothingThatCouldBeCalledOff() {
        var off = letters.write(standing(MailKind.CALLED_OFF, letIn(MailFixture.CARD), MailFixture.CARD));

        assertThat(off.text()).contains("You're getting this because you were let in at the door.");
        assertThat(off.calendar()).isEmpty();
    }

    @Test
    void whoWaitsForAnOnlineEventIsSentToNoDoor() {
        var soon = MailFixture.card("Weeding without tears", MailFixture.NOW.plus(Duration.ofHours(2)), 0)
                .at("Online", "https://meet.example/weeding", "");

        assertThat(letters.write(about(MailKind.WAITING, soon)).text())
                .contains("It's close to the start, so don't count on an offer by email. Perhaps another time.")
                .doesNotContain("door", "We'll email you");
    }

    @Test
    void anotherLinkOfAnOnlineEventIsCalledThatAndNoMove() {
        var online = MailFixture.CARD.at("Online", "https://meet.example/weeding-2", "");
        var before = new WhenAndWhere(
                online.startsAt(), online.endsAt(), online.zone(), "Online", "https://meet.example/weeding");

        var letter = letters.write(about(MailKind.CHANGED, online, before));

        assertThat(letter.subject()).isEqualTo("Change: another link for Riverside pub evening");
        assertThat(letter.text())
                .contains(
                        "\nOne thing's changed: the link is another one.\n",
                        "Where: Online, https://meet.example/weeding-2")
                .doesNotContain("moved", "the place");
        var sooner = new WhenAndWhere(
                online.startsAt().minus(Duration.ofMinutes(30)),
                online.endsAt(),
                online.zone(),
                "Online",
                "https://meet.example/weeding");
        assertThat(letters.write(about(MailKind.CHANGED, online, sooner)).text())
                .contains("\nThe time has changed, and the link is another one.\n")
                .doesNotContain("moved", "the place");
    }

    @Test
    void howAnOnlineEventIsJoinedIsALinkInTheMail() {
        var online = MailFixture.CARD.at(
                "Online", "https://meet.example/weeding?pwd=a&b=2, or ftp://old.example. javascript:alert(1)", "");

        assertThat(letters.write(about(MailKind.BOOKED, online)).html())
                .contains(
                        "href=\"https://meet.example/weeding?pwd=a&amp;b=2\"",
                        ">https://meet.example/weeding?pwd=a&amp;b=2</a>")
                .doesNotContain("href=\"ftp", "href=\"javascript", "b=2,\"");
    }

    /** Answers are closed by then, and what was said can be changed in one's history alone. */
    @Test
    void whoseLinkReachedSomebodyElseMonthsAfterIsLedToTheirHistoryAndToNoForm() {
        var stillOpen = MailFixture.card("TeachMeet", MailFixture.NOW.minus(Duration.ofDays(14)), 0);
        var monthsAgo = MailFixture.card("TeachMeet", MailFixture.NOW.minus(Duration.ofDays(92)), 0);

        assertThat(letters.write(about(MailKind.NOT_THEIRS, stillOpen)).text()).contains("See my own form:\n");
        assertThat(letters.write(about(MailKind.NOT_THEIRS, monthsAgo)).text())
                .contains(
                        "If anything in your history isn't yours, change it there.",
                        "Sign in to my history:\nhttps://natter.example/sign-in")
                .doesNotContain("form", "/f/");
    }

    @Test
    void aDayOfAnotherYearIsSaidWithItsYear() {
        var before = new WhenAndWhere(
                MailFixture.CARD.startsAt(),
                MailFixture.CARD.endsAt(),
                MailFixture.CARD.zone(),
                MailFixture.CARD.venueName(),
                MailFixture.CARD.venueAddress());
        var nextYear = MailFixture.card("Riverside pub evening", Instant.parse("2027-01-14T18:30:00Z"), 1);

        var letter = letters.write(about(MailKind.CHANGED, nextYear, before));

        assertThat(letter.subject()).isEqualTo("New date: Riverside pub evening, 14 January 2027");
        assertThat(letter.text()).contains("New date: Thursday 15 October \u2192 Thursday 14 January 2027");
    }

    @Test
    void nobodyIsToldHowToFindUsAtWhatHasBeen() {
        var been = MailFixture.card("Riverside pub evening", MailFixture.NOW.minus(Duration.ofDays(2)), 0)
                .at("The Moorhen", "Quayside", "Back room, look for the kettle");

        assertThat(letters.write(about(MailKind.NOT_THEIRS, been)).text())
                .contains("Where: The Moorhen, Quayside")
                .doesNotContain("kettle", "How to find us");
    }

    /** Also whoever was not on the list is reminded, where nobody kept one. */
    @Test
    void aReminderTakesNobodyForHavingComeAndSpeaksOfNoQuestionThatItDoesNotAsk() {
        assertThat(letters.write(about(MailKind.STILL_TIME, MailFixture.CARD)).text())
                .contains("because we asked you about Riverside pub evening and haven't heard from you.")
                .doesNotContain("because you came", "how it was", "question");
    }

    @Test
    void whatEndsPastMidnightWasLastNight() {
        var endsAtHalfPastMidnight = MailFixture.card("Quiz", Instant.parse("2026-10-15T21:00:00Z"), 0);

        assertThat(letters.write(about(MailKind.HOW_WAS_IT, endsAtHalfPastMidnight))
                        .subject())
                .isEqualTo("How was last night?");
    }

    @Test
    void anAfternoonOrALateLinkIsNotCalledLastNight() {
        var afternoon = MailFixture.card("TeachMeet", Instant.parse("2026-10-15T12:30:00Z"), 0);

        assertThat(letters.write(about(MailKind.HOW_WAS_IT, afternoon)).subject())
                .isEqualTo("How was yesterday?");
        assertThat(letters.write(about(
                                MailKind.HOW_WAS_IT,
                                MailFixture.card("TeachMeet", MailFixture.STARTS.minus(Duration.ofDays(3)), 0)))
                        .subject())
                .isEqualTo("How was TeachMeet?");
    }

    /** Whoever came on Saturday alone said no to "Did you make it yesterday?". */
    @Test
    void severalDaysAreNeitherYesterdayNorLastNight() {
        for (var hours : List.of(20, 28)) {
            var weekend = lasting(MailFixture.STARTS.minus(Duration.ofDays(1)), Duration.ofHours(hours));

            assertThat(letters.write(about(MailKind.HOW_WAS_IT, weekend)).subject())
                    .isEqualTo("How was TeachMeet?");
            var asked = letters.write(about(MailKind.DID_YOU_MAKE_IT, weekend));
            assertThat(asked.subject()).isEqualTo("Did you make it to TeachMeet?");
            assertThat(asked.text())
                    .contains("Part of it is a yes.")
                    .contains("Wednesday 14 October 2026, 6:30pm to Thursday 15 October 2026")
                    .doesNotContain("yesterday", "last night");
        }
    }

    private static EventCard lasting(Instant from, Duration time) {
        var card = MailFixture.card("TeachMeet", from, 0);
        return new EventCard(
                card.event(),
                card.region(),
                card.kind(),
                card.title(),
                from,
                from.plus(time),
                card.zone(),
                card.regionName(),
                card.venueName(),
                card.venueAddress(),
                card.findUs(),
                card.sequence());
    }

    private static LetterFacts standing(OwnStanding own, EventCard card) {
        return standing(MailKind.CONFIRM_BOOKING, own, card);
    }

    private static LetterFacts standing(MailKind kind, OwnStanding own, EventCard card) {
        return standing(kind, StandingWordsTest.booking(card, own, 0), card);
    }

    private static Booking letIn(EventCard card) {
        return StandingWordsTest.booking(
                card, BookingStatus.CANCELLED, SeatStanding.BOOKED, null, 0, RoomLeft.FULL, true);
    }

    private static LetterFacts standing(MailKind kind, Booking booking, EventCard card) {
        var usual = about(kind, card);
        return new LetterFacts(
                usual.wish(),
                usual.person(),
                usual.mailbox(),
                usual.card(),
                Optional.of(booking),
                usual.reason(),
                usual.others(),
                usual.known(),
                usual.now());
    }

    private static LetterFacts about(MailKind kind, EventCard card) {
        return about(kind, card, null);
    }

    private static LetterFacts about(MailKind kind, EventCard card, @Nullable WhenAndWhere told) {
        var now = kind.stream() == MailStream.FEEDBACK ? MailFixture.MORNING_AFTER : MailFixture.NOW;
        var wish = kind == MailKind.SIGN_IN
                ? MailRequest.signIn("00000000000000000000000000000009", MailFixture.WREN, now)
                : new MailRequest(
                        "cause/" + kind.word(),
                        kind,
                        MailFixture.WREN,
                        MailFixture.RIVERSIDE,
                        MailFixture.WREN_AT_RIVERSIDE,
                        1,
                        DETAILS.getOrDefault(kind, ""),
                        now,
                        now,
                        now.plus(Duration.ofDays(2)),
                        told,
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
        Optional<EventCard> about = kind == MailKind.SIGN_IN ? Optional.empty() : Optional.of(card);
        return new LetterFacts(
                wish,
                wren,
                mailbox,
                about,
                about.map(event -> StandingWordsTest.booking(event, USUAL.getOrDefault(kind, OwnStanding.BOOKED), 0)),
                kind == MailKind.CALLED_OFF ? Optional.of("The pub's cellar has flooded.") : Optional.empty(),
                List.of(),
                kind == MailKind.DAY_BEFORE ? 2 : 0,
                now);
    }

    /** A line's facts: what stands before and after the colon of a label. */
    private static List<String> pieces(String line) {
        var colon = line.indexOf(": ");
        var whole = line.endsWith(":") ? line.substring(0, line.length() - 1) : line;
        if (whole.equals("--")) {
            return List.of();
        }
        var label = colon > 0
                && List.of("What", "Who", "When", "Where", "How to find us", "Your code at the door")
                        .contains(line.substring(0, colon));
        return label ? List.of(line.substring(0, colon), line.substring(colon + 2)) : List.of(whole);
    }

    private static Set<String> linksOf(String part) {
        var links = new TreeSet<String>();
        var found = LINK.matcher(part);
        while (found.find()) {
            links.add(found.group());
        }
        return links;
    }

    private static String unescaped(String html) {
        return html.replace("&#39;", "'").replace("&quot;", "\"").replace("&amp;", "&");
    }
}
