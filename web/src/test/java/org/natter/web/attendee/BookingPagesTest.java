package org.natter.web.attendee;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.natter.web.stub.Sampled;

class BookingPagesTest extends AttendeePagesBody {

    @Test
    void somebodyFindsAnEveningBooksConfirmsAndCancels() throws Exception {
        var event = follow(open("/"), "Riverside pub evening");
        assertThat(words(event))
                .contains(
                        "Thursday 15 October 2026, 6:30pm to 9pm",
                        "12 of 36 places left",
                        ": not known yet. Ask hello@natter.example")
                .doesNotContain("NOT_KNOWN", "YES");

        var mailed = press(fill(follow(event, "Book a place")), "Book my place");
        assertThat(words(mailed))
                .contains("Check your email", "Press the button in it within an hour and your place is yours.");
        assertThat(SERVICES.sent("POST /attendee/bookings").path("email").asString(""))
                .isEqualTo("ellis@school.example");
        assertThat(SERVICES.sent("POST /attendee/bookings").path("listed").asBoolean(true))
                .isFalse();

        var confirm = open("/b/" + PubEvening.LINK);
        assertThat(words(confirm)).contains("Confirm your place at Riverside pub evening");
        var booked = press(confirm, "Confirm my place");
        assertThat(path(booked)).isEqualTo("/my-booking");
        assertThat(words(booked)).contains("You're booked. See you on Thursday 15 October.", "BCDFGH");

        var question = press(booked, "Change or cancel");
        assertThat(words(question)).contains("Can't make Riverside pub evening?");
        tick(question, "Caring");
        var cancelled = press(question, "Cancel my place");
        assertThat(words(cancelled))
                .contains("You're not coming to Riverside pub evening", "someone else can have your place.");
        assertThat(SERVICES.sent("POST /attendee/booking-links/cancel")
                        .path("reason")
                        .asString(""))
                .isEqualTo("CARING");
    }

    /** Whoever booked for Saturday and Sunday read of Saturday alone until the mail came. */
    @Test
    void severalDaysAreSaidWhereverABookingSaysWhen() throws Exception {
        var days = "Saturday 17 October 2026, 10am to Sunday 18 October 2026, 4pm";
        var starts = "2026-10-17T09:00:00Z";
        var ends = "2026-10-18T15:00:00Z";
        EVENING.lasts(starts, ends);
        var event = Sampled.of("event-service/get-programme-event/published")
                .with("event", PubEvening.EVENT)
                .with("startsAtInstant", starts)
                .with("endsAtInstant", ends);
        SERVICES.answer("GET /event/programme/" + PubEvening.EVENT, event);
        var programme = Sampled.of("event-service/get-programme/of-a-region");
        SERVICES.answer("GET /event/programme", programme.holding(List.of(event)));

        assertThat(words(open("/"))).contains(days);
        assertThat(words(open("/events/" + PubEvening.EVENT))).contains(days);
        assertThat(words(open("/events/" + PubEvening.EVENT + "/book"))).contains(days);
        var confirm = open("/b/" + PubEvening.LINK);
        assertThat(words(confirm)).contains(days);
        var booked = press(confirm, "Confirm my place");
        assertThat(words(booked)).contains(days);
        assertThat(words(press(booked, "Change or cancel"))).contains(days);
    }

    @Test
    void whatIsOnNowSaysSoUnderWhatsOn() throws Exception {
        var event =
                Sampled.of("event-service/get-programme-event/published").with("endsAtInstant", "2026-10-11T15:00:00Z");
        var programme = Sampled.of("event-service/get-programme/of-a-region");
        SERVICES.answer(
                "GET /event/programme",
                programme.holding(List.of(event.with("startsAtInstant", "2026-10-10T08:30:00Z"))));
        assertThat(words(open("/")))
                .contains("Saturday 10 October 2026, 9:30am to Sunday 11 October 2026, 4pm", "On now");

        SERVICES.answer(
                "GET /event/programme",
                programme.holding(List.of(event.with("startsAtInstant", "2026-10-10T09:30:00Z"))));
        assertThat(words(open("/"))).doesNotContain("On now");

        SERVICES.answer(
                "GET /event/programme",
                programme.holding(List.of(
                        event.with("startsAtInstant", "2026-10-10T08:30:00Z").with("status", "CANCELLED"))));
        assertThat(words(open("/"))).contains("Called off").doesNotContain("On now");
    }

    /** What is given back once it has begun nobody else gets, and nobody books again; the press is answered all the same. */
    @Test
    void whoCancelsOnceItHasBegunReadsThatItIsNoted() throws Exception {
        EVENING.bookingIs("BOOKED");
        EVENING.startsAt("2026-10-10T08:30:00Z");
        var question = press(open("/b/" + PubEvening.LINK), "Change or cancel");
        assertThat(words(question)).doesNotContain("for someone else", "book again");

        assertThat(words(press(question, "Cancel my place")))
                .contains("Riverside pub evening has begun", "You're not coming: that's noted.");
    }

    /** Whoever else asks with somebody's address before the press decides no more than the page says. */
    @Test
    void theButtonStandsForTheWishThatThePageShows() throws Exception {
        var confirm = open("/b/" + PubEvening.LINK);
        assertThat(words(confirm))
                .contains("Ellis Marchbank", "You'll be on it", "college library", "Fill in the form again");
        EVENING.isNamed("Somebody Else");

        var again = press(confirm, "Confirm my place");

        assertThat(status(again)).isEqualTo(409);
        assertThat(words(again)).contains("The form was filled in again", "Somebody Else");
        assertThat(path(press(again, "Confirm my place"))).isEqualTo("/my-booking");
        assertThat(words(open("/b/" + PubEvening.LINK))).contains("You're booked.");
    }

    @Test
    void anotherKindOfLibraryIsAnotherWish() throws Exception {
        var confirm = open("/b/" + PubEvening.LINK);
        EVENING.isOf("PRISON");

        var again = press(confirm, "Confirm my place");

        assertThat(status(again)).isEqualTo(409);
        assertThat(words(again)).contains("The form was filled in again", "prison library");
    }

    /** The organisation stands on the page where one was typed. */
    @Test
    void anotherOrganisationIsAnotherWishAndIsShown() throws Exception {
        var confirm = open("/b/" + PubEvening.LINK);
        assertThat(words(confirm)).doesNotContain("Organisation");
        EVENING.isFrom("Sedge School");

        var again = press(confirm, "Confirm my place");

        assertThat(status(again)).isEqualTo(409);
        assertThat(words(again)).contains("The form was filled in again", "Organisation", "Sedge School");
    }

    /** Who asks in between the look and the press is compared with in the one write: attendee-service is told what was shown. */
    @Test
    void whatWasShownIsConfirmedOrNothing() throws Exception {
        var confirm = open("/b/" + PubEvening.LINK);
        SERVICES.answer(
                "POST /attendee/booking-links/confirm",
                Sampled.of("attendee-service/post-booking-links-confirm/changed-meanwhile"));

        var again = press(confirm, "Confirm my place");

        assertThat(status(again)).isEqualTo(409);
        assertThat(words(again)).contains("The form was filled in again");
        assertThat(SERVICES.sent("POST /attendee/booking-links/confirm")
                        .path("shown")
                        .asString())
                .isEqualTo(EVENING.wish());
    }

    /** The third table of {@code docs/standings.md}. */
    @Test
    void whoIsCheckedInReadsSoAndIsOfferedNothingToCancel() throws Exception {
        var starts = Map.of(
                "before it begins", "2026-10-15T17:30:00Z",
                "from its start", "2026-10-10T08:30:00Z",
                "once it is over", "2026-10-09T17:30:00Z",
                "before its end, where it begins at five o'clock or later, or it is five o'clock by now",
                        "2026-10-10T17:30:00Z",
                "before its end, by day", "2026-10-10T08:30:00Z",
                "on a day before its own", "2026-10-15T17:30:00Z");
        for (var row : Standings.ofArrivals()) {
            SERVICES.reset();
            EVENING.bookingIs("BOOKED");
            EVENING.startsAt(starts.get(row.when()));
            if (row.here()) {
                EVENING.isHere();
            }

            var page = open("/b/" + PubEvening.LINK);

            assertThat(words(page)).as(row.toString()).contains(row.words(), "The who-was-there list");
            assertThat(buttons(page).contains("Change or cancel"))
                    .as(row.toString())
                    .isEqualTo(row.canChange());
            assertThat(words(page).contains("BCDFGH")).as(row.toString()).isEqualTo(row.canChange());
            if (row.here()) {
                assertThat(words(page)).doesNotContain("come in", "You're booked", "What happens next");
            }
            assertThat(words(page).contains("Have a good"))
                    .as(row.toString())
                    .isEqualTo(row.words().contains("Have a good"));
        }
        assertThat(Standings.ofArrivals()).hasSize(7);
    }

    @Test
    void aGoodEveningIsWishedOnceItIsEveningWhereAnAllDayEventIs() throws Exception {
        SERVICES.answer(
                "POST /attendee/booking-links/read",
                Sampled.of("attendee-service/post-booking-links-read/here")
                        .with("event", PubEvening.EVENT)
                        .with("zone", "Asia/Tokyo")
                        .with("startsAt", "2026-10-10T01:00:00Z")
                        .with("endsAt", "2026-10-10T13:00:00Z"));

        assertThat(words(open("/b/" + PubEvening.LINK))).contains("Have a good evening.");
    }

    @Test
    void whoIsCheckedInMeanwhileIsAskedNoReason() throws Exception {
        EVENING.bookingIs("BOOKED");
        var booked = open("/b/" + PubEvening.LINK);
        EVENING.isHere();

        assertThat(words(press(booked, "Change or cancel")))
                .contains("You're checked in, so there's nothing to cancel.")
                .doesNotContain("What got in the way?");
    }

    /** The second table of {@code docs/standings.md}: full is what is full, and what is left is called what it is. */
    @Test
    void whatRoomThereIsIsSaidAsTheTableSaysIt() throws Exception {
        var places = Map.of("OTHERS_FIRST", List.of(1, 0), "ON_OFFER", List.of(0, 1), "FULL", List.of(0, 0));
        for (var row : Standings.ofRooms()) {
            SERVICES.reset();
            EVENING.bookingIs("UNCONFIRMED", "JOINING");
            EVENING.roomIs(row.room());
            assertThat(words(open("/b/" + PubEvening.LINK)))
                    .as(row.room())
                    .contains(row.joining() + " One press and you're in line; we'll email you if a place comes up.");

            var left = places.get(row.room());
            SERVICES.answer(
                    "GET /attendee/events/" + PubEvening.EVENT + "/places",
                    Sampled.of("attendee-service/get-events-event-places/full")
                            .with("event", PubEvening.EVENT)
                            .with("free", left.get(0))
                            .with("offered", left.get(1))
                            .with("forNewcomers", 0)
                            .with("room", row.room()));
            SERVICES.answer(
                    "GET /attendee/places",
                    Sampled.of("attendee-service/get-places/one-that-is-known")
                            .holding(List.of(Sampled.of("attendee-service/get-places/one-that-is-known")
                                    .first()
                                    .with("event", PubEvening.EVENT)
                                    .with("open", true)
                                    .with("free", left.get(0))
                                    .with("offered", left.get(1))
                                    .with("forNewcomers", 0)
                                    .with("room", row.room()))));
            var full = row.room().equals("FULL");
            for (var address : List.of("/events/" + PubEvening.EVENT, "/")) {
                assertThat(words(open(address))).as(row.room() + address).contains(row.event());
                assertThat(words(open(address)).contains("Full for now"))
                        .as(row.room() + address)
                        .isEqualTo(full);
            }
            assertThat(words(open("/events/" + PubEvening.EVENT + "/book")))
                    .as(row.room())
                    .contains(row.joining() + " We'll put you in line");
            assertThat(words(open("/events/" + PubEvening.EVENT + "/book/check-your-email?line=yes")))
                    .as(row.room())
                    .contains("Check your email " + row.asked());
            for (var standing : List.of("LET_GO", "NOT_JOINED", "OFFER_LAPSED")) {
                EVENING.bookingIs("LAPSED", standing);
                assertThat(words(open("/b/" + PubEvening.LINK)))
                        .as(row.room() + standing)
                        .contains(row.lapsed());
            }
        }
        assertThat(Standings.ofRooms()).hasSize(3);
    }

    @Test
    void aBookingsPageWithoutItsLinkSaysHowToOpenIt() throws Exception {
        assertThat(words(open("/my-booking")))
                .contains("Open your booking from the email", "open the link in your booking email", "Can't find it?")
                .contains("While it's open for booking, book again with the same name and address")
                .doesNotContain("resting");
    }

    /** Nobody else could have a place at what is off, so nobody is asked to free theirs. */
    @Test
    void aBookingPageThatStoodOpenOverTheCallOffLeadsToTheReason() throws Exception {
        EVENING.bookingIs("booked");
        var booked = open("/b/" + PubEvening.LINK);
        SERVICES.answer(
                "GET /event/programme/" + PubEvening.EVENT,
                Sampled.of("event-service/get-programme-event/called-off").with("event", PubEvening.EVENT));

        var off = press(booked, "Change or cancel");

        assertThat(words(off))
                .contains("is off, sorry", "Thursday 15 October 2026, 6:30pm")
                .doesNotContain("Can't make", "for someone else");
    }

    /** What was called off nobody cancelled themselves, whether its reason can be read or not. */
    @Test
    void aCancelPageThatStoodOpenOverTheCallOffSaysThatItIsOff() throws Exception {
        var off = Sampled.of("event-service/get-programme-event/called-off").with("event", PubEvening.EVENT);
        for (var known : List.of(true, false)) {
            EVENING.bookingIs("booked");
            SERVICES.answer(
                    "GET /event/programme/" + PubEvening.EVENT,
                    Sampled.of("event-service/get-programme-event/published").with("event", PubEvening.EVENT));
            var question = press(open("/b/" + PubEvening.LINK), "Change or cancel");
            EVENING.bookingIs("cancelled", "CALLED_OFF");
            if (known) {
                SERVICES.answer("GET /event/programme/" + PubEvening.EVENT, off);
            }

            var pressed = press(question, "Cancel my place");

            assertThat(words(pressed))
                    .as("the reason is known: %s", known)
                    .contains("is off, sorry")
                    .doesNotContain("Already cancelled", "You're not coming", "Book again");
            assertThat(words(browser.getPage(address("/my-booking/cancel"))))
                    .contains("is off, sorry")
                    .doesNotContain("Already cancelled");
        }
        assertThat(EVENING.writes()).doesNotContain("POST /attendee/booking-links/cancel");
    }

    @Test
    void ofTwoEqualTimesAndOfAnotherPlacesTimeItIsSaidWhichIsMeant() throws Exception {
        var night = Sampled.of("event-service/get-programme-event/published").with("event", PubEvening.EVENT);
        SERVICES.answer(
                "GET /event/programme/" + PubEvening.EVENT,
                night.with("startsAtInstant", "2026-10-25T01:30:00Z").with("endsAtInstant", "2026-10-25T03:00:00Z"));
        assertThat(words(open("/events/" + PubEvening.EVENT)))
                .contains("Sunday 25 October 2026, 1:30am, after the clocks go back, to 3am");

        SERVICES.answer("GET /event/programme/" + PubEvening.EVENT, night.with("zone", "America/New_York"));
        assertThat(words(open("/events/" + PubEvening.EVENT))).contains("(New York time)");
        assertThat(words(open("/events/" + PubEvening.EVENT + "/book"))).contains("(New York time)");
    }

    @Test
    void pressingBookTwiceIsOneBookingAndTheSamePage() throws Exception {
        var form = fill(open("/events/" + PubEvening.EVENT + "/book"));

        var first = press(form, "Book my place");
        var second = press(form, "Book my place");

        assertThat(words(second)).isEqualTo(words(first));
        assertThat(EVENING.bookings()).isEqualTo(1);
    }

    @Test
    void onlyAClosedBookingIsCalledClosed() throws Exception {
        var form = fill(open("/events/" + PubEvening.EVENT + "/book"));

        SERVICES.answer("POST /attendee/bookings", Sampled.of("attendee-service/post-bookings/booking-closed"));
        var closed = press(form, "Book my place");
        SERVICES.answer("POST /attendee/bookings", Sampled.of("attendee-service/post-bookings/key-reused"));
        var refused = press(form, "Book my place");

        assertThat(words(closed)).contains("Booking for this one is closed.");
        assertThat(words(refused))
                .contains("We couldn't take this booking. Nothing has been booked")
                .doesNotContain("closed");
        assertThat(refused.getElementById("name").getAttribute("aria-invalid")).isEmpty();
        assertThat(refused.getElementById("email").getAttribute("value")).isEqualTo("ellis@school.example");
    }

    @Test
    void pressingCancelTwiceEndsOnTheSamePageAndFromElsewhereSaysAlready() throws Exception {
        EVENING.bookingIs("BOOKED");
        var question = press(open("/b/" + PubEvening.LINK), "Change or cancel");
        assertThat(words(question)).contains("Can't make Riverside pub evening? Thursday 15 October 2026, 6:30pm");
        var elsewhere = (HtmlPage) browser.getPage(address("/my-booking/cancel"));

        var first = press(question, "Cancel my place");
        var second = press(question, "Cancel my place");
        var other = press(elsewhere, "Cancel my place");

        assertThat(words(second)).isEqualTo(words(first));
        assertThat(words(other)).contains("Already cancelled. Nothing else to do.");
        EVENING.bookingIs("BOOKED");
        assertThat(words(browser.getPage(other.getUrl())))
                .as("they asked again since")
                .doesNotContain("Already cancelled");
        assertThat(EVENING.writes()).containsOnlyOnce("POST /attendee/booking-links/cancel");
    }

    @Test
    void anEmptyFormSaysWhatToDoTwiceAndKeepsWhatWasTyped() throws Exception {
        var form = open("/events/" + PubEvening.EVENT + "/book");
        type(form, "organisation", "Fen school");

        var answer = press(form, "Book my place");

        assertThat(status(answer)).isEqualTo(422);
        assertThat(answer.getTitleText()).startsWith("Error: ");
        assertThat(words(answer)).contains("There's a problem");
        var linked = answer.getAnchors().stream()
                .filter(link -> link.getHrefAttribute().startsWith("#")
                        && !link.getHrefAttribute().equals("#main"))
                .toList();
        assertThat(linked).hasSize(5);
        assertThat(linked).allSatisfy(link -> {
            assertThat(answer.getElementById(link.getHrefAttribute().substring(1)))
                    .isNotNull();
            assertThat(words(answer).split(java.util.regex.Pattern.quote(link.getTextContent())))
                    .hasSizeGreaterThanOrEqualTo(3);
        });
        assertThat(typed(answer, "organisation")).isEqualTo("Fen school");
        assertThat(EVENING.bookings()).isZero();
    }

    @Test
    void withoutBookingsTheEventStandsAndWhatWasTypedStays() throws Exception {
        var form = fill(open("/events/" + PubEvening.EVENT + "/book"));
        SERVICES.sendToSleep("attendee");

        var event = open("/events/" + PubEvening.EVENT);
        assertThat(status(event)).isEqualTo(200);
        assertThat(words(event)).contains("Booking is having a rest. Try again in a few minutes.");

        var answer = press(form, "Book my place");
        assertThat(status(answer)).isEqualTo(503);
        assertThat(answer.getWebResponse().getResponseHeaderValue("Retry-After"))
                .isNotNull();
        assertThat(typed(answer, "email")).isEqualTo("ellis@school.example");
    }

    @Test
    void eachStateOfAnEventSaysWhatIsNext() throws Exception {
        assertThat(words(open("/events/" + PubEvening.CALLED_OFF))).contains("The boiler has gone.");
        assertThat(words(open("/events/" + PubEvening.PAST))).contains("This one's been. Here's what's next.");
        EVENING.isFull();
        assertThat(words(open("/events/" + PubEvening.EVENT)))
                .contains("All 36 places are taken or kept just now. Join the waiting list and we'll email if one comes"
                        + " up.");
        SERVICES.sendToSleep("event");
        var asleep = open("/");
        assertThat(status(asleep)).isEqualTo(503);
        assertThat(words(asleep)).contains("We can't load event details just now. Nothing is lost.");
        assertThat(status(open("/events/nonsense"))).isEqualTo(404);
    }

    @Test
    void eachStateOfABookingHasItsOwnWords() throws Exception {
        EVENING.bookingIs("WAITING");
        assertThat(words(open("/b/" + PubEvening.LINK)))
                .contains("You're third in line.", "We'll email you if a place comes up.");
        EVENING.bookingIs("OFFERED");
        assertThat(words(open("/b/" + PubEvening.LINK))).contains("It's yours until 2:15pm tomorrow.");
        EVENING.bookingIs("LAPSED");
        assertThat(words(open("/b/" + PubEvening.LINK)))
                .contains("We kept your place for an hour, then let it go. There are twelve left.");
        EVENING.bookingIs("OFFERED");
        assertThat(words(press(open("/b/" + PubEvening.LINK), "Take the place")))
                .contains("You're booked.");
        assertThat(status(open("/b/k1.1.wrong.wrong"))).isEqualTo(404);
    }

    @Test
    void withoutEventServiceTheBookingStandsOnItsOwnClock() throws Exception {
        EVENING.bookingIs("OFFERED");
        SERVICES.sendToSleep("event");

        assertThat(words(open("/b/" + PubEvening.LINK)))
                .contains(
                        "We can't load event details just now. Nothing is lost.",
                        "It's yours until 2:15pm tomorrow.",
                        "Thursday 15 October 2026, 6:30pm");
    }

    @Test
    void eachStandingHasItsOwnWords() throws Exception {
        for (var row : Standings.ofPages()) {
            EVENING.bookingIs(row.status(), row.standing());
            var page = open("/b/" + PubEvening.LINK);
            assertThat(words(page)).as(row.standing()).contains(row.words());
        }
    }

    @Test
    void whatHasBegunOrBeenPromisesNobodyAPlaceAnyMore() throws Exception {
        for (var row : Standings.ofPages()) {
            if (row.status().equals("BOOKED") || row.standing().equals("CALLED_OFF")) {
                continue;
            }
            EVENING.bookingIs(row.status(), row.standing());
            EVENING.startsAt("2026-10-10T08:00:00Z");
            var begun = open("/b/" + PubEvening.LINK);
            assertThat(words(begun))
                    .as(row.standing())
                    .contains("Riverside pub evening has begun", "There may be room at the door: ask.")
                    .doesNotContain("We'll email you", "Book again", "in line", "left.");
            EVENING.startsAt("2026-10-09T08:00:00Z");
            var been = open("/b/" + PubEvening.LINK);
            assertThat(words(been))
                    .as(row.standing())
                    .contains("This one's been.", "See what's next")
                    .doesNotContain("We'll email you", "Book again", "in line", "There may be room");
            assertThat(buttons(been)).as(row.standing()).isEmpty();
        }
    }

    @Test
    void aReminderIsPromisedOnlyWhereOneStillComes() throws Exception {
        EVENING.bookingIs("BOOKED");
        assertThat(words(open("/b/" + PubEvening.LINK))).contains("The day before, we'll remind you once.");
        EVENING.startsAt("2026-10-11T18:00:00Z"); // at ten in London on the day before
        assertThat(words(open("/b/" + PubEvening.LINK))).doesNotContain("we'll remind you");
        EVENING.startsAt("2026-10-10T18:00:00Z");
        assertThat(words(open("/b/" + PubEvening.LINK)))
                .contains("We've emailed you the details")
                .doesNotContain("we'll remind you");
        EVENING.startsAt("2026-10-10T08:30:00Z");
        assertThat(words(open("/b/" + PubEvening.LINK)))
                .contains("It has begun: come in.", "BCDFGH")
                .doesNotContain("we'll remind you", "See you on");
        EVENING.startsAt("2026-10-09T08:00:00Z");
        assertThat(words(open("/b/" + PubEvening.LINK)))
                .contains("This one's been.", "My networking history", "See what's next");
    }

    @Test
    void anOfferThatNobodyElseWasWaitingForIsNotSaidToHaveGoneToThem() throws Exception {
        EVENING.bookingIs("LAPSED", "OFFER_LAPSED");

        assertThat(words(open("/b/" + PubEvening.LINK)))
                .contains(
                        "That offer has run out", "We held it for you as long as we'd said.", "There are twelve left.")
                .doesNotContain("next in line", "9:30am");
    }

    /** Two hours before the start nobody is offered a place by mail any more. */
    @Test
    void tooCloseToTheStartNobodyIsPromisedAMail() throws Exception {
        EVENING.bookingIs("WAITING");
        EVENING.startsAt("2026-10-10T11:00:00Z");
        assertThat(words(open("/b/" + PubEvening.LINK)))
                .contains("You're third in line.", "There may be a place at the door: ask.")
                .doesNotContain("We'll email you");

        EVENING.isFull();
        SERVICES.answer(
                "GET /event/programme/" + PubEvening.EVENT,
                Sampled.of("event-service/get-programme-event/published")
                        .with("event", PubEvening.EVENT)
                        .with("startsAtInstant", "2026-10-10T11:00:00Z")
                        .with("endsAtInstant", "2026-10-10T13:00:00Z"));
        assertThat(words(open("/events/" + PubEvening.EVENT)))
                .contains("Full for now", "There may be room at the door: ask.")
                .doesNotContain("we'll email", "Join the waiting list");
        assertThat(words(open("/events/" + PubEvening.EVENT + "/book")))
                .contains("It's close to the start, so don't count on an offer by email.")
                .doesNotContain("email you if one comes up");
    }

    @Test
    void onlineThereIsNoDoorAndNothingToKnowOfSteps() throws Exception {
        SERVICES.answer(
                "POST /attendee/booking-links/read",
                Sampled.of("attendee-service/post-booking-links-read/booked")
                        .with("event", PubEvening.EVENT)
                        .with("venueName", "Online")
                        .with("venueAddress", "https://meet.example/weeding"));
        var booking = open("/b/" + PubEvening.LINK);
        assertThat(words(booking)).contains("Online").doesNotContain("at the door", "Your code");
        assertThat(booking.getAnchorByText("https://meet.example/weeding").getHrefAttribute())
                .isEqualTo("https://meet.example/weeding");
        SERVICES.answer(
                "GET /event/programme/" + PubEvening.EVENT,
                Sampled.of("event-service/get-programme-event/online").with("event", PubEvening.EVENT));
        var online = open("/events/" + PubEvening.EVENT);
        assertThat(words(online))
                .doesNotContain("not known yet", "See it on a map")
                .contains("Add to calendar", "The link is for people who have a place: it comes by email.");
    }

    @Test
    void whatStartsWithinTheHourIsConfirmedBeforeItStarts() throws Exception {
        SERVICES.answer(
                "GET /event/programme/" + PubEvening.EVENT,
                Sampled.of("event-service/get-programme-event/published")
                        .with("event", PubEvening.EVENT)
                        .with("startsAtInstant", "2026-10-10T09:40:00Z")
                        .with("endsAtInstant", "2026-10-10T13:00:00Z"));
        var mailed = "/events/" + PubEvening.EVENT + "/book/check-your-email";

        assertThat(words(open(mailed)))
                .contains("Press the button in it before it starts at 10:40am and your place is yours.")
                .doesNotContain("hour");
        assertThat(words(open(mailed + "?unkept=yes")))
                .contains("before it starts at 10:40am and a place is yours, as long as there's one left")
                .doesNotContain("hour");
        assertThat(words(open(mailed + "?line=yes")))
                .contains("before it starts at 10:40am and you're in line")
                .doesNotContain("hour");
        SERVICES.sendToSleep("event");
        assertThat(words(open(mailed))).contains("within an hour and your place is yours");
    }

    @Test
    void whoJoinsTheLineTooCloseToTheStartIsPromisedNoMail() throws Exception {
        EVENING.bookingIs("UNCONFIRMED", "JOINING");
        assertThat(words(open("/b/" + PubEvening.LINK))).contains("we'll email you if a place comes up");

        EVENING.startsAt("2026-10-10T10:00:00Z");
        assertThat(words(open("/b/" + PubEvening.LINK)))
                .contains("It's close to the start, so don't count on an offer by email.", "see you there at the door")
                .doesNotContain("we'll email you");
    }

    @Test
    void nobodyIsSentToADoorOfAnOnlineEvent() throws Exception {
        for (var start : List.of("2026-10-10T11:00:00Z", "2026-10-10T08:30:00Z")) {
            for (var row : Standings.ofPages()) {
                var name = "attendee-service/post-booking-links-read/"
                        + row.status().toLowerCase(java.util.Locale.ROOT);
                SERVICES.answer(
                        "POST /attendee/booking-links/read",
                        Sampled.of(name)
                                .with("event", PubEvening.EVENT)
                                .with("standing", row.standing())
                                .with("venueName", "Online")
                                .with("venueAddress", "")
                                .with("startsAt", start)
                                .with("endsAt", "2026-10-10T13:00:00Z"));
                assertThat(words(open("/b/" + PubEvening.LINK)))
                        .as(row.standing())
                        .doesNotContain("door", "come in");
            }
        }
        SERVICES.answer(
                "GET /event/programme/" + PubEvening.EVENT,
                Sampled.of("event-service/get-programme-event/online")
                        .with("event", PubEvening.EVENT)
                        .with("startsAtInstant", "2026-10-10T11:00:00Z")
                        .with("endsAtInstant", "2026-10-10T13:00:00Z"));
        EVENING.isFull();
        assertThat(words(open("/events/" + PubEvening.EVENT)))
                .contains("close to the start, so don't count on an offer by email. Perhaps another time.")
                .doesNotContain("door");
        assertThat(words(open("/events/" + PubEvening.EVENT + "/book")))
                .contains("so the organisers see that you'd like to come")
                .doesNotContain("door");
        SERVICES.answer(
                "GET /attendee/events/" + PubEvening.EVENT + "/places",
                Sampled.of("attendee-service/get-events-event-places/some-free").with("open", false));
        assertThat(words(open("/events/" + PubEvening.EVENT)))
                .contains("No more bookings for this one.")
                .doesNotContain("door");
    }

    @Test
    void whoWaitsOrHoldsAnOfferReadsWhereItIs() throws Exception {
        for (var status : List.of("UNCONFIRMED", "WAITING", "OFFERED")) {
            EVENING.bookingIs(status);
            assertThat(words(open("/b/" + PubEvening.LINK))).as(status).containsPattern("Where\\s*The Moorhen");
        }
    }

    @Test
    void nobodyIsShownTheWayToWhatIsOffOrHasBeen() throws Exception {
        var page = "/events/" + PubEvening.EVENT;
        var published = Sampled.of("event-service/get-programme-event/published")
                .with("event", PubEvening.EVENT)
                .with("venue.address", "1 Quay Side, Fenby")
                .with("venue.findUs", "Look for the kettle");
        SERVICES.answer("GET /event/programme/" + PubEvening.EVENT, published);
        assertThat(words(open(page))).contains("See it on a map", "Look for the kettle", "Good to know");

        for (var off : List.of(
                published.with("status", "CANCELLED").with("reason", "The boiler has gone."),
                published
                        .with("startsAtInstant", "2026-10-08T17:00:00Z")
                        .with("endsAtInstant", "2026-10-08T19:00:00Z"))) {
            SERVICES.answer("GET /event/programme/" + PubEvening.EVENT, off);
            assertThat(words(open(page)))
                    .contains("Riverside pub evening")
                    .doesNotContain("See it on a map", "kettle", "Good to know", "not known yet");
        }
        SERVICES.answer(
                "GET /event/programme/" + PubEvening.EVENT,
                Sampled.of("event-service/get-programme-event/online")
                        .with("event", PubEvening.EVENT)
                        .with("startsAtInstant", "2026-10-08T17:00:00Z")
                        .with("endsAtInstant", "2026-10-08T19:00:00Z"));
        assertThat(words(open(page))).contains("This one's been.").doesNotContain("it comes by email");
    }

    /** Several may read mail at one address. */
    @ParameterizedTest
    @ValueSource(strings = {"BOOKED", "WAITING", "OFFERED", "CANCELLED"})
    void whoseBookingItIsStandsOnItsPage(String standing) throws Exception {
        EVENING.bookingIs(standing);

        assertThat(words(open("/b/" + PubEvening.LINK))).contains("For Ellis Marchbank");
    }

    @Test
    void onTheDayItselfSomebodyBookedIsSeenToday() throws Exception {
        EVENING.bookingIs("BOOKED");
        EVENING.startsAt("2026-10-10T18:00:00Z");

        assertThat(words(open("/b/" + PubEvening.LINK)))
                .contains("You're booked. See you today at 7pm.")
                .doesNotContain("See you on");
    }

    /** Who runs it, where it is on a map, a file for the calendar, and on the list what it is like. */
    @Test
    void theEventsOwnPageSaysWhoRunsItWhereItIsAndGivesAFileForTheCalendar() throws Exception {
        SERVICES.answer(
                "GET /event/programme/" + PubEvening.EVENT,
                Sampled.of("event-service/get-programme-event/published")
                        .with("event", PubEvening.EVENT)
                        .with("venue.address", "1 Quay Side, Fenby & Marsh"));
        SERVICES.answer(
                "GET /event/programme/" + PubEvening.EVENT + "/calendar",
                Sampled.of("event-service/get-programme-event-calendar/published"));

        var event = open("/events/" + PubEvening.EVENT);

        assertThat(event.<org.htmlunit.html.HtmlElement>getFirstByXPath("//header//*[@class='place']")
                        .getTextContent())
                .isEqualTo("Fenland and Cam");
        assertThat(event.getAnchorByText("See it on a map").getHrefAttribute())
                .isEqualTo("https://www.openstreetmap.org/search?query=1%20Quay%20Side,%20Fenby%20%26%20Marsh");
        var file = event.getAnchorByText("Add to calendar").click().getWebResponse();
        assertThat(file.getContentType()).isEqualTo("text/calendar");
        assertThat(file.getResponseHeaderValue("Content-Disposition")).contains("event.ics");
        assertThat(file.getContentAsString()).contains("BEGIN:VCALENDAR");

        var list = open("/");
        assertThat(words(list)).contains("A social evening", "A relaxed evening; come alone, most people do.");
        assertThat(list.<org.htmlunit.html.HtmlElement>getFirstByXPath("//header//*[@class='place']")
                        .getTextContent())
                .isEqualTo("Fenland and Cam");
        assertThat(words(open("/events/" + PubEvening.CALLED_OFF))).doesNotContain("Add to calendar");
    }

    @Test
    void aFormToBePutRightUsesUpNoKeptPlaceAndNobodysMails() throws Exception {
        var form = fill(open("/events/" + PubEvening.EVENT + "/book"));
        type(form, "name", " ");
        press(form, "Book my place");
        type(form, "name", "Ellis Marchbank");
        type(form, "email", "ellis@school..example");
        press(form, "Book my place");
        assertThat(TURNS).containsExactly("places", "places");

        type(form, "email", "ellis@school.example");
        press(form, "Book my place");
        assertThat(TURNS).endsWith("places", "mails-to", "mails", "places-kept");
    }

    @Test
    void aFormThatTheServiceRefusesHandsBackWhatItTook() throws Exception {
        SERVICES.answer("POST /attendee/bookings", Sampled.of("attendee-service/post-bookings/nothing-filled-in"));
        var form = fill(open("/events/" + PubEvening.EVENT + "/book"));
        type(form, "name", "Ellis ".repeat(60));

        assertThat(status(press(form, "Book my place"))).isEqualTo(422);

        assertThat(TURNS)
                .containsExactly("places", "mails-to", "mails", "places-kept", "-mails-to", "-mails", "-places-kept");
    }

    @Test
    void aClosedBookingHasNoFormToFillInInVain() throws Exception {
        SERVICES.answer(
                "GET /attendee/events/" + PubEvening.EVENT + "/places",
                Sampled.of("attendee-service/get-events-event-places/some-free").with("open", false));

        var page = open("/events/" + PubEvening.EVENT + "/book");

        assertThat(path(page)).isEqualTo("/events/" + PubEvening.EVENT);
        assertThat(words(page)).contains("Booking is closed");
    }

    @Test
    void askingWhileItIsFullPromisesNoPlace() throws Exception {
        EVENING.isFull();

        var mailed = press(fill(open("/events/" + PubEvening.EVENT + "/book")), "Join the waiting list");

        assertThat(words(mailed)).contains("you're in line").doesNotContain("is yours");
        EVENING.bookingIs("UNCONFIRMED", "JOINING");
        assertThat(buttons(open("/b/" + PubEvening.LINK))).contains("Keep me in line");
    }

    @Test
    void ofARoomThatNobodyCanSayTheNextPageSaysNothing() throws Exception {
        var mailed = "/events/" + PubEvening.EVENT + "/book/check-your-email?line=yes";
        var known = "Check your email Press the button in the email within an hour and you're in line.";
        assertThat(words(open(mailed))).as("free by now").contains(known);

        SERVICES.sendToSleep("attendee");
        assertThat(words(open(mailed))).contains(known);
    }

    @Test
    void whereNoPlaceIsKeptTheNextPagePromisesNone() throws Exception {
        var mailed = "/events/" + PubEvening.EVENT + "/book/check-your-email";

        assertThat(words(open(mailed))).contains("your place is yours");
        assertThat(words(open(mailed + "?unkept=yes"))).contains("a place is yours, as long as there's one left");
    }

    @Test
    void aPlaceThatOthersAreAskedForFirstIsNotOfferedToNewcomers() throws Exception {
        SERVICES.answer(
                "GET /attendee/events/" + PubEvening.EVENT + "/places",
                Sampled.of("attendee-service/get-events-event-places/some-free")
                        .with("free", 1)
                        .with("waiting", 2)
                        .with("forNewcomers", 0)
                        .with("room", "OTHERS_FIRST"));
        var book = "/events/" + PubEvening.EVENT + "/book";

        assertThat(words(open("/events/" + PubEvening.EVENT)))
                .contains("Others are in line", "Others are in line and are asked first.")
                .doesNotContain("Full for now");
        assertThat(words(open(book)))
                .contains(
                        "Others are in line and are asked first.",
                        "We'll put you in line and email you if a place comes up.")
                .doesNotContain("taken");

        for (var sample : List.of("published", "online")) {
            SERVICES.answer(
                    "GET /event/programme/" + PubEvening.EVENT,
                    Sampled.of("event-service/get-programme-event/" + sample)
                            .with("event", PubEvening.EVENT)
                            .with("startsAtInstant", "2026-10-10T11:00:00Z")
                            .with("endsAtInstant", "2026-10-10T13:00:00Z"));
            assertThat(words(open(book)))
                    .contains(
                            "Others are in line and are asked first.",
                            "It's close to the start, so don't count on an offer by email.")
                    .contains(sample.equals("online") ? "see that you'd like to come" : "see you there at the door")
                    .doesNotContain("taken", "email you");
        }
    }

    @Test
    void theListSaysHowManyPlacesAreLeft() throws Exception {
        assertThat(words(open("/"))).contains("12 of 36 places left");

        EVENING.isFull();
        assertThat(words(open("/"))).contains("Full for now").doesNotContain("places left");

        SERVICES.sendToSleep("attendee");
        assertThat(words(open("/"))).contains("Riverside pub evening").doesNotContain("Full for now");
    }

    @Test
    void whoIsComingIsSaidByKindsOfLibrary() throws Exception {
        assertThat(words(open("/events/" + PubEvening.EVENT))).doesNotContain("coming so far");

        SERVICES.answer(
                "GET /attendee/events/" + PubEvening.EVENT + "/places",
                Sampled.of("attendee-service/get-events-event-places/two-kinds-coming"));
        assertThat(words(open("/events/" + PubEvening.EVENT)))
                .contains("Among those coming so far: public libraries and colleges.");
    }

    @Test
    void anEventPublishedThisMomentHasItsPage() throws Exception {
        SERVICES.answer(
                "GET /attendee/events/" + PubEvening.EVENT + "/places",
                Sampled.of("attendee-service/get-events-event-places/unknown-event"));

        var page = open("/events/" + PubEvening.EVENT);

        assertThat(status(page)).isEqualTo(200);
        assertThat(words(page)).contains("Riverside pub evening", "Booking opens in a moment");
    }

    @Test
    void whoIsCheckedInIsToldThatThereIsNothingToCancel() throws Exception {
        EVENING.bookingIs("BOOKED");
        var question = press(open("/b/" + PubEvening.LINK), "Change or cancel");
        SERVICES.answer(
                "POST /attendee/booking-links/cancel",
                Sampled.of("attendee-service/post-booking-links-cancel/already-here"));
        EVENING.isHere();

        assertThat(words(press(question, "Cancel my place"))).contains("so there's nothing to cancel");
    }

    @Test
    void twoTabsEachActOnTheirOwnBooking() throws Exception {
        EVENING.bookingIs("BOOKED");
        var first = press(open("/b/" + PubEvening.LINK), "Change or cancel");
        EVENING.bookingIs("BOOKED");
        press(open("/b/" + PubEvening.OTHER_LINK), "Change or cancel");

        press(first, "Cancel my place");

        assertThat(SERVICES.sent("POST /attendee/booking-links/cancel")
                        .path("token")
                        .asString())
                .isEqualTo(PubEvening.LINK);
    }

    @Test
    void aFormAboutABookingThatIsNotOpenHereChangesNothing() throws Exception {
        EVENING.bookingIs("BOOKED");
        var stale = press(open("/b/" + PubEvening.LINK), "Change or cancel");
        browser.getCookieManager().clearCookies();
        EVENING.bookingIs("BOOKED");
        var other = press(open("/b/" + PubEvening.OTHER_LINK), "Change or cancel");
        var form = other.getForms().get(0);
        form.getInputByName("about")
                .setValue(stale.getForms().get(0).getInputByName("about").getValue());

        var answer = press(other, "Cancel my place");

        assertThat(words(answer)).contains("Open your booking from the email");
        assertThat(EVENING.writes()).isEmpty();
    }

    /** An attendance stands on others' pages: to know one opens nothing, in the very browser where it was opened either. */
    @Test
    void aBookingOpensByItsLinkAloneAndByNoId() throws Exception {
        EVENING.bookingIs("BOOKED");
        press(open("/b/" + PubEvening.LINK), "Change or cancel");
        EVENING.bookingIs("BOOKED");
        var other = press(open("/b/" + PubEvening.OTHER_LINK), "Change or cancel");
        assertThat(other.asXml()).doesNotContain(PubEvening.ELLIS);
        for (var hidden : other.getForms().get(0).querySelectorAll("input[name=about]")) {
            ((org.htmlunit.html.HtmlInput) hidden).setAttribute("value", PubEvening.ELLIS);
        }

        var answer = press(other, "Cancel my place");

        assertThat(words(answer)).contains("Open your booking from the email");
        assertThat(EVENING.writes()).isEmpty();
    }

    private static HtmlPage fill(HtmlPage form) throws Exception {
        type(form, "name", "Ellis Marchbank");
        type(form, "email", "ellis@school.example");
        form.<org.htmlunit.html.HtmlSelect>getHtmlElementById("sector").setSelectedAttribute("SCHOOL", true);
        tick(form, "Yes");
        tick(form, "I'm 18 or over");
        return form;
    }
}
