package org.natter.web.attendee;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.htmlunit.html.HtmlElement;
import org.htmlunit.html.HtmlPage;
import org.htmlunit.html.HtmlSelect;
import org.htmlunit.html.HtmlTextArea;
import org.junit.jupiter.api.Test;
import org.natter.ids.Sha256;
import org.natter.web.stub.Sampled;

class HistoryPagesTest extends AttendeePagesBody {

    @Test
    void aMailedLinkOpensTheHistoryInTheBrowserThatAsked() throws Exception {
        var history = signIn();

        assertThat(path(history)).isEqualTo("/history");
        assertThat(words(history))
                .contains(
                        "Summer evening",
                        "Thursday 9 July 2026, 7:30pm",
                        "You spoke to 3 people; 3 were new.",
                        "Iona Stroud",
                        "new",
                        "health library",
                        "you both said so",
                        "Tobias Quill → Amara Teal → Iona Stroud",
                        "Two more, whose names you didn't catch",
                        "9 people; 5 went beyond a first chat",
                        "Work experience, with Iona Stroud, October 2026. It began as just a chat.",
                        "Two weeks' work experience began as just a chat with Iona Stroud.",
                        "knew before · seen here once",
                        "You overheard it.",
                        "Said I'd send the bus times.");

        var friend = follow(history, "Iona Stroud");
        assertThat(words(friend))
                .contains("Iona Stroud", "something came of it", "First met", "Friday 10 July 2026", "Two meetings");
        assertThat(friend.getTitleText()).doesNotContain("Iona");
    }

    @Test
    void anOpenEveningHasAButtonAndAClosedOneNoReproach() throws Exception {
        var history = signIn();

        assertThat(words(history)).contains("Last night", "Winter Warmer", "No notes for this one.");
        assertThat(words(history)).doesNotContain("Some events are for listening.", "You haven't");

        var form = press(history, "Tell us, it takes a minute");
        assertThat(path(form)).isEqualTo("/feedback/1");
        assertThat(words(form)).contains("How was it?");
    }

    @Test
    void anEventThatWasCalledOffSaysSoWhereItsOwnerWroteAboutIt() throws Exception {
        var history = PubEvening.history();
        var off = history.first("events").with("title", "Boiler supper").with("calledOff", true);
        SERVICES.answer("GET /attendee/me/history", history.with("events", List.of(off)));

        assertThat(words(signIn())).containsSubsequence("Boiler supper", "called off");
    }

    /** Only whoever is signed in as the one who answers sees when they met whom. */
    @Test
    void theFormOfASignedInPersonBeginsWithThoseMetBefore() throws Exception {
        SERVICES.answer(
                "POST /attendee/me/attendances/" + PubEvening.ELLIS + "/met-before",
                Sampled.of("attendee-service/post-me-attendances-attendance-met-before/iona")
                        .holding(List.of(Sampled.of("attendee-service/post-me-attendances-attendance-met-before/iona")
                                .first()
                                .with("attendance", "a0000000000000000000000000000004")
                                .with("at", "2026-03-11T16:30:00Z"))));
        var stranger = open("/f/" + PubEvening.LINK);
        tick(stranger, "Very");
        assertThat(words(press(stranger, "Continue"))).doesNotContain("met in");

        var own = press(signIn(), "Tell us, it takes a minute");
        var rows = words(open("/feedback/2"));

        assertThat(words(own)).contains("How was it?");
        assertThat(rows).containsSubsequence("Tobias Quill", "met in March 2026", "Amara Teal");
    }

    /** Two days ahead, signed in as the one who booked, and out of one's own history. */
    @Test
    void theBookingOfASignedInPersonSaysWhomTheyWillKnow() throws Exception {
        EVENING.bookingIs("booked");
        SERVICES.answer(
                "GET /attendee/me/events/" + PubEvening.EVENT + "/coming",
                Sampled.of("attendee-service/get-me-events-event-coming/iona"));
        assertThat(words(open("/b/" + PubEvening.LINK))).doesNotContain("You've met before");

        signIn();

        assertThat(words(open("/b/" + PubEvening.LINK)))
                .contains(
                        "You've met before",
                        "Iona Stroud",
                        "in March 2026",
                        "Buses and crosswords.",
                        "Only you see this.");
    }

    @Test
    void oneAimIsKeptForOneselfBeforeTheEvening() throws Exception {
        EVENING.bookingIs("booked");
        var kept = "PUT /attendee/me/history/evenings/" + PubEvening.EVENT;
        SERVICES.answer(
                "GET /attendee/me/events/" + PubEvening.EVENT + "/coming",
                Sampled.of("attendee-service/get-me-events-event-coming/nobody"));
        SERVICES.answer(kept, Sampled.of("attendee-service/put-me-history-evenings-event/words-and-aim"));
        assertThat(words(open("/b/" + PubEvening.LINK))).doesNotContain("Set yourself something");
        signIn();
        var booking = open("/b/" + PubEvening.LINK);
        assertThat(words(booking))
                .contains("Set yourself something", "you don't need one")
                .doesNotContain("met before");

        tick(booking, "Introduce two people");
        var said = press(booking, "Keep it");

        assertThat(words(said)).contains("Kept. Only you see it");
        assertThat(SERVICES.sent(kept).path("aim").asString()).isEqualTo("Introduce two people");
        type(said, "aim", "Find out about the mobile library");
        press(said, "Keep it");
        assertThat(SERVICES.sent(kept).path("aim").asString()).isEqualTo("Find out about the mobile library");
        var taken = open("/my-booking");
        tick(taken, "Nothing after all");
        assertThat(words(press(taken, "Keep it"))).contains("Nothing's set.");
        assertThat(SERVICES.sent(kept).path("aim").asString()).isEmpty();
    }

    /** A history has nothing of an event before it, and what is set for it is read where it is kept. */
    @Test
    void anAimSetBeforeTheEventIsSeenChangedAndTakenBack() throws Exception {
        EVENING.bookingIs("booked");
        var kept = "PUT /attendee/me/history/evenings/" + PubEvening.EVENT;
        SERVICES.answer(
                "GET /attendee/me/events/" + PubEvening.EVENT + "/coming",
                Sampled.of("attendee-service/get-me-events-event-coming/nobody"));
        SERVICES.answer(kept, Sampled.of("attendee-service/put-me-history-evenings-event/words-and-aim"));
        SERVICES.answer("GET /attendee/me/history", PubEvening.history().with("events", List.of()));
        signIn();
        var booking = open("/b/" + PubEvening.LINK);
        tick(booking, "Introduce two people");
        press(booking, "Keep it");

        var again = open("/my-booking");
        assertThat(labelled(again, "Introduce two people").isChecked()).isTrue();
        type(again, "aim", "Find out about the mobile library");
        press(again, "Keep it");
        assertThat(SERVICES.sent(kept).path("aimInsteadOf").asString()).isEqualTo("Introduce two people");

        var own = open("/my-booking");
        assertThat(typed(own, "aim")).isEqualTo("Find out about the mobile library");
        tick(own, "Nothing after all");
        assertThat(words(press(own, "Keep it"))).contains("Nothing's set.");
        assertThat(SERVICES.sent(kept).path("aimInsteadOf").asString()).isEqualTo("Find out about the mobile library");
    }

    @Test
    void oneIsMadeOneWithWhomOneChoseAloneAndTwoAgain() throws Exception {
        var scarf = follow(signIn(), "H, red scarf");
        var name = "PUT /attendee/me" + path(scarf);

        var asked = press(scarf, "Make them one");
        assertThat(status(asked)).isEqualTo(422);
        assertThat(words(asked)).contains("Choose who it really is", "What you noted about both then stands together.");
        assertThat(puts()).isEmpty();

        var tobias = "a%031d".formatted(71);
        asked.<HtmlSelect>getHtmlElementById("sameAs").setSelectedAttribute(tobias, true);
        var joined = press(asked, "Make them one");
        assertThat(path(joined)).isEqualTo("/history/people/" + tobias);
        assertThat(words(joined)).contains("They're one person now");
        assertThat(SERVICES.sent(name).path("sameAs").asString()).isEqualTo(tobias);
        var back = joined.getUrl();
        var two = press(joined, "Make them two again");
        assertThat(path(two)).isEqualTo(path(scarf));
        assertThat(words(browser.getPage(back))).as("read again later").doesNotContain("They're one person now");
        assertThat(SERVICES.sent(name).path("sameAs").asString()).isEqualTo("a%031d".formatted(72));
    }

    /** Whoever is several already becomes somebody else as whom they were made last, and so is parted. */
    @Test
    void whoIsSeveralAlreadyIsMadeOneAndTwoAgainAsAWhole() throws Exception {
        var history = PubEvening.history();
        var scarf = history.keeping("people", one -> one.path("labelled").asBoolean())
                .first("people")
                .with("ids", List.of(person(72), person(73)))
                .with("really", person(73));
        var tobias = history.keeping(
                        "people", one -> one.path("name").asString().equals("Tobias Quill"))
                .first("people");
        var name = "PUT /attendee/me/history/people/" + person(73);
        SERVICES.answer(name, Sampled.of("attendee-service/put-me-history-people-acquaintance/note"));
        SERVICES.answer("GET /attendee/me/history", history.with("people", List.of(tobias, scarf)));
        var asked = follow(signIn(), "H, red scarf");
        asked.<HtmlSelect>getHtmlElementById("sameAs").setSelectedAttribute(person(71), true);
        press(asked, "Make them one");
        assertThat(SERVICES.sent(name).path("sameAs").asString()).isEqualTo(person(71));

        SERVICES.answer(
                "GET /attendee/me/history",
                history.with("people", List.of(tobias.with("ids", List.of(person(71), person(72), person(73))))));
        for (var time = 0; time < 2; time++) {
            var joined = press(asked, "Make them one");
            assertThat(words(joined)).contains("They're one person now");
            press(joined, "Make them two again");
            assertThat(SERVICES.sent(name).path("sameAs").asString()).isEqualTo(person(73));
        }
    }

    /** A meeting that is added in another tab may make another one of their ids the first: all of them find their page. */
    @Test
    void whoeverHasAnIdOfSomebodyFindsThemAndTheirFormsKeepTheirWords() throws Exception {
        var friend = follow(signIn(), "Iona Stroud");
        var older = PubEvening.history().first("people").json().path("person").asString();
        SERVICES.answer(
                "GET /attendee/me/history",
                PubEvening.history()
                        .with(
                                "people",
                                List.of(PubEvening.history()
                                        .first("people")
                                        .with("person", person(80))
                                        .with("ids", List.of(person(80), older)))));
        var came = open(path(friend) + "/came");
        assertThat(status(came)).isEqualTo(200);
        assertThat(words(press(came, "Keep it"))).contains("Choose what came of it");
        assertThat(words(open(path(friend)))).contains("Iona Stroud");

        friend.<HtmlTextArea>getHtmlElementById("note").setText("Rowing on Sundays");
        assertThat(status(press(friend, "Keep it"))).isEqualTo(200);
        assertThat(SERVICES.sent("PUT /attendee/me" + path(friend)).path("note").asString())
                .isEqualTo("Rowing on Sundays");
    }

    private static String person(int number) {
        return "a%031d".formatted(number);
    }

    @Test
    void whatCameOfItIsRemovedWhereItWasTold() throws Exception {
        var history = PubEvening.history();
        var byHand = history.first("outcomes").with("told", null).with("words", "She rang");
        var byForm = byHand.with("outcome", "%032x".formatted(4))
                .with("event", PubEvening.PAST)
                .with("told", Map.of("attendance", PubEvening.ELLIS, "generation", 1));
        SERVICES.answer(
                "DELETE /feedback/outcomes/" + "%032x".formatted(4),
                Sampled.of("feedback-service/delete-outcomes-outcome/taken-back"));
        SERVICES.answer(
                "PUT /attendee/events/" + PubEvening.PAST + "/outcomes/" + "%032x".formatted(4) + "/words",
                Sampled.of("attendee-service/put-events-event-outcomes-outcome-words/two-weeks"));
        signIn();
        for (var one : List.of(byHand, byForm)) {
            var taken = "DELETE /attendee/me/history/outcomes/"
                    + one.json().path("outcome").asString();
            SERVICES.answer(
                    "GET /attendee/me/history",
                    look -> history.with("outcomes", EVENING.writes().contains(taken) ? List.of() : List.of(one)));
            var asked = follow(open("/history"), "Remove this");
            assertThat(words(asked)).contains("Remove this?", "She rang", "Nobody is told.");
            var removed = press(asked, "Remove it");
            assertThat(path(removed)).isEqualTo("/history");
            assertThat(words(removed)).contains(one == byHand ? "Removed from your history." : "It may stand here");
        }

        var id = byHand.json().path("outcome").asString();
        assertThat(EVENING.writes())
                .filteredOn(write -> !write.startsWith("POST"))
                .containsExactly(
                        "DELETE /attendee/me/history/outcomes/" + id,
                        "DELETE /feedback/outcomes/" + "%032x".formatted(4),
                        "PUT /attendee/events/" + PubEvening.PAST + "/outcomes/" + "%032x".formatted(4) + "/words");
    }

    /** Whoever was added to the wrong evening is taken off it, without all that is known of them. */
    @Test
    void whatWasAddedByHandIsRemovedAndASecondPressIsContent() throws Exception {
        var history = PubEvening.history();
        var meeting = "%032x".formatted(40);
        var taken = "DELETE /attendee/me/history/meetings/" + meeting;
        var summer = history.keeping(
                        "events", one -> one.path("event").asString().equals(PubEvening.PAST))
                .first("events");
        var iona = summer.first("people").with("added", Map.of("meeting", meeting, "last", false));
        var added = summer.with("people", List.of(iona));
        SERVICES.answer(taken, Sampled.of("attendee-service/delete-me-history-meetings-meeting/taken-back"));
        SERVICES.answer(
                "GET /attendee/me/history",
                look -> history.with("outcomes", List.of())
                        .with("events", List.of(EVENING.writes().contains(taken) ? summer : added)));

        var asked = follow(signIn(), "Remove this");

        assertThat(words(asked))
                .contains("Remove this?", "Iona Stroud", "Summer evening", "for good. Nobody is told.")
                .doesNotContain("nowhere else");
        for (var time = 0; time < 2; time++) {
            var removed = press(asked, "Remove it");
            assertThat(path(removed)).isEqualTo("/history");
            assertThat(words(removed)).contains("Removed from your history. Nobody is told.");
        }
        assertThat(EVENING.writes()).filteredOn(taken::equals).hasSize(1);
        assertThat(words(open("/history"))).doesNotContain("Remove this");
    }

    @Test
    void whoWasMetNowhereElseGoesWithIt() throws Exception {
        var history = PubEvening.history();
        var meeting = "%032x".formatted(41);
        var summer = history.keeping(
                        "events", one -> one.path("event").asString().equals(PubEvening.PAST))
                .first("events");
        var only = summer.first("people").with("added", Map.of("meeting", meeting, "last", true));
        SERVICES.answer(
                "GET /attendee/me/history", history.with("events", List.of(summer.with("people", List.of(only)))));
        signIn();

        assertThat(words(open("/history/meetings/" + meeting + "/remove")))
                .contains("You've met Iona Stroud nowhere else: they go with it, with what you noted about them");
        assertThat(status(open("/history/meetings/" + "%032x".formatted(99) + "/remove")))
                .isEqualTo(404);
    }

    /** Something written is a note, and what has not been has none yet. */
    @Test
    void noNotesAreMissedWhereThereAreSomeOrWhereItIsNotOver() throws Exception {
        var history = PubEvening.history();
        var quiet = history.keeping(
                        "events", one -> one.path("event").asString().equals(PubEvening.CALLED_OFF))
                .first("events");
        signIn();
        assertThat(shown(history, quiet)).contains("No notes for this one.");
        assertThat(shown(history, quiet.with("privateWords", "Bring the zines")))
                .doesNotContain("No notes");
        assertThat(shown(history, quiet.with("aim", Map.of("words", "Ask", "went", "DID_IT"))))
                .doesNotContain("No notes");
        assertThat(shown(history, quiet.with("phase", "AHEAD")))
                .contains("You're checked in.")
                .doesNotContain("No notes");
        assertThat(shown(history, quiet.with("phase", "ON")))
                .contains("You're there now.")
                .doesNotContain("No notes");
    }

    private String shown(Sampled history, Sampled evening) throws Exception {
        SERVICES.answer("GET /attendee/me/history", history.with("events", List.of(evening)));
        return words(open("/history"));
    }

    /** What was written ahead of an evening stays in its owner's hands, whether they came or nobody pressed their name. */
    @Test
    void whatIsWrittenOfAnEveningWithoutThemSaysThatNobodyNotedThem() throws Exception {
        var history = PubEvening.history();
        var hoped = history.keeping(
                        "events", one -> one.path("event").asString().equals(PubEvening.EVENT))
                .first("events")
                .with("noted", false)
                .with("form", null)
                .with("aim", Map.of("words", "Ask one question"));
        signIn();

        var page = shown(history, hoped);

        assertThat(page)
                .contains("not noted as there", "Your aim: Ask one question")
                .doesNotContain("No notes");
        assertThat(words(open("/history/evenings/" + PubEvening.EVENT)))
                .contains("not noted as there")
                .doesNotContain("You're there now");
        assertThat(shown(history, hoped.with("answered", true))).doesNotContain("not noted");
        assertThat(shown(history, hoped.with("calledOff", true))).doesNotContain("not noted");
    }

    /** Whoever is signed in came from their own pages, not from a mail. */
    @Test
    void whatIsNoLongerInAHistoryLeadsBackToIt() throws Exception {
        signIn();

        for (var gone : List.of(
                "/history/people/" + "%032x".formatted(99),
                "/history/outcomes/" + "%032x".formatted(99) + "/remove",
                "/history/evenings/nonsense",
                "/history/nonsense",
                "/privacy-and-choices/nonsense")) {
            var page = open(gone);
            assertThat(status(page)).as(gone).isEqualTo(404);
            assertThat(words(page)).as(gone).doesNotContain("fresh").contains("My networking history");
        }
    }

    @Test
    void onesPlaceOnAListIsChosenBesideTheBooking() throws Exception {
        signIn();
        var page = open("/privacy-and-choices");
        assertThat(words(page)).contains("You're on its who-was-there list.");

        var saved = press(page, "Take me off it");

        assertThat(words(saved)).contains("Saved. It takes effect straight away.");
        var bookings = Sampled.of("attendee-service/get-me-bookings/one");
        var booking = bookings.first().with("attendance", PubEvening.ELLIS);
        var choice =
                "PUT /attendee/me/bookings/" + booking.json().path("attendance").asString() + "/choices";
        assertThat(SERVICES.sent(choice).toString()).isEqualTo("{\"listed\":false}");

        SERVICES.answer("GET /attendee/me/bookings", bookings.holding(List.of(booking.with("listed", false))));
        var off = open("/privacy-and-choices");
        assertThat(words(off)).contains("You're not on its who-was-there list.");
        press(off, "Put me on it");
        assertThat(SERVICES.sent(choice).toString()).isEqualTo("{\"listed\":true}");

        SERVICES.answer(
                "GET /attendee/me/bookings",
                bookings.holding(List.of(booking.with("status", "WAITING").with("standing", "WAITING"))));
        assertThat(words(open("/privacy-and-choices"))).doesNotContain("on its who-was-there list");
    }

    @Test
    void anEmptyHistoryHasAWayToAddSomebody() throws Exception {
        SERVICES.answer(
                "GET /attendee/me/history",
                PubEvening.history()
                        .with("events", List.of())
                        .with("people", List.of())
                        .with("outcomes", List.of()));

        assertThat(words(follow(signIn(), "Add a meeting from elsewhere"))).contains("Where was it?");
    }

    @Test
    void onlyMonthsSinceTheyMetAreOffered() throws Exception {
        var friend = follow(signIn(), "Iona Stroud");

        var months = follow(friend, "Something came of it")
                .<HtmlSelect>getHtmlElementById("month")
                .getOptions();

        assertThat(months.get(months.size() - 1).getText()).isEqualTo("July 2026");
    }

    @Test
    void whatWasCalledOffSaysSoWhereverItStands() throws Exception {
        var history = PubEvening.history();
        var off = history.first("events")
                .with("event", PubEvening.PAST)
                .with("title", "Boiler supper")
                .with("venueName", "The Moorhen")
                .with("calledOff", true);
        SERVICES.answer("GET /attendee/me/history", history.with("events", List.of(off)));
        var page = signIn();

        assertThat(page.querySelector(".when").getTextContent()).contains("The Moorhen called off");
        assertThat(page.querySelector(".in-words").getTextContent()).contains(", called off");
        assertThat(words(open("/history/evenings/" + PubEvening.PAST))).contains("called off");
        assertThat(words(open("/history/add?event=" + PubEvening.PAST))).contains("called off");
    }

    @Test
    void anAimTypedBeforeTheSessionEndedIsShownToBeCopied() throws Exception {
        EVENING.bookingIs("booked");
        SERVICES.answer(
                "GET /attendee/me/events/" + PubEvening.EVENT + "/coming",
                Sampled.of("attendee-service/get-me-events-event-coming/nobody"));
        SERVICES.answer(
                "PUT /attendee/me/history/evenings/" + PubEvening.EVENT,
                Sampled.of("attendee-service/put-me-history-evenings-event/words-and-aim"));
        signIn();
        var fresh = open("/b/" + PubEvening.LINK);
        tick(fresh, "Introduce two people");
        press(fresh, "Keep it");
        type(fresh, "aim", "Find out about the mobile library");
        var pressedBefore = open("/my-booking");
        type(pressedBefore, "aim", "Ask about large print");
        browser.getCookieManager().clearCookies();
        var before = puts();

        var lost = press(pressedBefore, "Keep it");
        assertThat(words(lost))
                .contains("Open your booking from the email", "What you typed", "Ask about large print")
                .doesNotContain("Introduce two people");
        var signedOut = press(fresh, "Keep it");
        assertThat(words(signedOut))
                .contains("Nothing of that page was saved.", "What you typed", "Find out about the mobile library")
                .doesNotContain("Introduce two people");
        assertThat(puts()).isEqualTo(before);
    }

    /** Opened without a link, nobody's link went astray: the wrong person is signed in. */
    @Test
    void notYouFromAHistorySignsOutAndTellsNobody() throws Exception {
        var form = press(signIn(), "Tell us, it takes a minute");
        var before = EVENING.writes();

        notYou(form).setOpen(true);
        assertThat(notYou(form).getTextContent()).contains("We'll sign them out here, and tell nobody.");
        assertThat(path(open("/history"))).isEqualTo("/history");
        var out = press(form, "It isn't me: sign out");

        assertThat(words(out)).contains("You're signed out here", "sign in as yourself");
        assertThat(EVENING.writes()).isEqualTo(before);
        assertThat(path(open("/history"))).isEqualTo("/sign-in");
    }

    @Test
    void theThreadIsAPictureWithTheSameInWords() throws Exception {
        var history = signIn();

        var picture = history.querySelector("svg.thread-picture--wide");
        assertThat(picture.getAttributes().getNamedItem("aria-label").getNodeValue())
                .contains("Your events on a line");
        assertThat(history.querySelectorAll(".thread-picture--wide .t-star")).hasSize(2);
        assertThat(history.querySelectorAll(".thread-picture--phone .t-dot")).hasSize(3);
        assertThat(history.querySelector(".in-words").getTextContent()).contains("Summer evening", "Iona Stroud");
        assertThat(picture.asXml()).doesNotContain("style=");
    }

    /** It drew seven names of forty-one, and did not say so. */
    @Test
    void thePictureSaysHowManyOfThePeopleHaveANameInIt() throws Exception {
        assertThat(signIn().querySelector("figcaption .thread-named--wide").getTextContent())
                .as("of those whose names were missed alone")
                .isEqualTo("The short strands below the line stand for the 2 people whose names you didn't catch.");
        var history = PubEvening.history();
        var person = history.first("people");
        var evening = history.keeping(
                        "events", one -> one.path("event").asString().equals(PubEvening.PAST))
                .first("events");
        var met = evening.first("people").with("introducedBy", null).with("introducedByName", null);
        var ids = IntStream.range(1, 13).mapToObj("%032x"::formatted).toList();
        SERVICES.answer(
                "GET /attendee/me/history",
                history.with(
                                "people",
                                ids.stream()
                                        .map(id -> person.with("person", id)
                                                .with("ids", List.of(id))
                                                .with("really", id)
                                                .with("name", "Somebody " + id.substring(30)))
                                        .toList())
                        .with(
                                "events",
                                List.of(evening.with("others", 1)
                                        .with(
                                                "people",
                                                ids.stream()
                                                        .map(id -> met.with("person", id))
                                                        .toList())))
                        .with("outcomes", List.of()));

        var page = open("/history");

        assertThat(page.querySelector("figcaption .thread-named--phone").getTextContent())
                .startsWith("7 of the 12 people have a thread with a name here: first those something came of");
        assertThat(page.querySelector("figcaption .thread-named--wide").getTextContent())
                .startsWith("9 of the 12 people have")
                .endsWith("The short strands below the line stand for the other 3, and for one more whose name you"
                        + " didn't catch.")
                .doesNotContain("arc");
        assertThat(page.querySelectorAll(".thread-picture--phone .t-lane")).hasSize(7);
        assertThat(page.querySelectorAll(".in-words ul > li")).hasSize(12);
    }

    @Test
    void aHistoryOfNobodyHasNoLegendWithoutADrawing() throws Exception {
        var history = PubEvening.history();
        SERVICES.answer("GET /attendee/me/history", history.with("people", List.of()));

        assertThat(words(signIn()))
                .contains("My networking history")
                .doesNotContain("Dots are events", "The same in words");

        SERVICES.answer(
                "GET /attendee/me/history",
                history.keeping("people", one -> one.path("name").asString().equals("Iona Stroud")));
        var one = open("/history");
        assertThat(words(one)).contains("Dots are events", "The same in words");
        assertThat(one.querySelectorAll("svg.thread-picture .t-lane")).isNotEmpty();
    }

    @Test
    void whatIsKeptByHandIsSentAsItWasTyped() throws Exception {
        var friend = follow(signIn(), "Iona Stroud");
        var note = (HtmlTextArea) friend.getElementById("note");
        note.setText("Buses and crosswords");
        press(friend, "Keep it");
        press(open(path(friend)), "We've kept in touch");
        var came = follow(open(path(friend)), "Something came of it");
        var wrong = press(came, "Keep it");
        assertThat(status(wrong)).isEqualTo(422);
        assertThat(words(wrong)).contains("Choose what came of it", "Choose the month; roughly is fine");
        var removed = press(open(path(friend)), "Remove");
        assertThat(words(removed)).contains("Removed from your history. They aren't told.");
        var back = removed.getUrl();
        press(removed, "Put them back");
        assertThat(words(browser.getPage(back))).as("read again later").doesNotContain("They aren't told");

        var name = "PUT /attendee" + "/me" + path(friend);
        assertThat(SERVICES.calls().stream()
                        .filter(call -> call.name().equals(name))
                        .map(call -> call.json().toString().replaceAll("\"\\w+\":null,?", "")))
                .extracting(said -> said.replace(",}", "}"))
                .containsExactly(
                        "{\"note\":\"Buses and crosswords\",\"insteadOf\":\"Buses and crosswords.\"}",
                        "{\"keptInTouch\":true}",
                        "{\"removed\":true}",
                        "{\"removed\":false}");
    }

    @Test
    void whoeverStandsAtAnEveningIsNotOfferedToBeAddedToIt() throws Exception {
        signIn();

        assertThat(words(open("/history/add?event=" + PubEvening.PAST))).doesNotContain("Iona Stroud");
        assertThat(words(open("/history/add?event=" + PubEvening.EVENT))).contains("Iona Stroud");
        assertThat(words(open("/history/add"))).contains("Iona Stroud");
    }

    @Test
    void somebodyIsAddedToAnEveningAndAMeetingFromElsewhere() throws Exception {
        var history = signIn();
        var add = follow(history, "Add a meeting from elsewhere");
        var wrong = press(add, "Add to my history");
        assertThat(status(wrong)).isEqualTo(422);
        assertThat(words(wrong)).contains("Enter where it was, like \"course in Leeds\"");

        type(wrong, "where", "Course in Leeds");
        wrong.getElementById("on").setAttribute("type", "text"); // as a browser without a calendar shows it
        type(wrong, "on", "20 May 2026");
        type(wrong, "words", "Somebody with a parrot");
        assertThat(path(press(wrong, "Add to my history"))).isEqualTo("/history");
        assertThat(SERVICES.sent("POST /attendee/me/history/meetings")
                        .path("where")
                        .asString())
                .isEqualTo("Course in Leeds");
        assertThat(SERVICES.sent("POST /attendee/me/history/meetings")
                        .path("on")
                        .asString())
                .isEqualTo("2026-05-20");
        assertThat(words(open("/history/add?event=" + PubEvening.PAST))).contains("Summer evening");
    }

    @Test
    void whoIsTypedAndWhoIsChosenAreAskedAboutWithTheirWords() throws Exception {
        signIn();
        var add = open("/history/add?event=" + PubEvening.EVENT);
        type(add, "words", "Somebody with a parrot");
        add.<HtmlSelect>getHtmlElementById("person").setSelectedAttribute(person(71), true);

        var asked = press(add, "Add to my history");

        assertThat(status(asked)).isEqualTo(422);
        assertThat(asked.getElementById("words-error").getTextContent()).contains("Leave the one you mean");
        assertThat(typed(asked, "words")).isEqualTo("Somebody with a parrot");
        assertThat(asked.<HtmlSelect>getHtmlElementById("person")
                        .getSelectedOptions()
                        .get(0)
                        .getText())
                .isEqualTo("Tobias Quill");
        asked.<HtmlSelect>getHtmlElementById("person").setSelectedAttribute("", true);
        assertThat(path(press(asked, "Add to my history"))).isEqualTo("/history");
    }

    @Test
    void nobodyIsAddedToAnEveningThatHasNotBegun() throws Exception {
        var history = PubEvening.history();
        var ahead = history.keeping(
                        "events", one -> one.path("event").asString().equals(PubEvening.CALLED_OFF))
                .first("events")
                .with("phase", "AHEAD");
        signIn();

        assertThat(shown(history, ahead)).contains("Add a note").doesNotContain("Add somebody");
        assertThat(shown(history, ahead.with("phase", "ON"))).contains("Add somebody");

        SERVICES.answer(
                "POST /attendee/me/history/meetings",
                Sampled.of("attendee-service/post-me-history-meetings/not-begun"));
        var late = open("/history/add?event=" + PubEvening.CALLED_OFF);
        type(late, "words", "Bo");
        var refused = press(late, "Add to my history");
        assertThat(refused.getElementById("words-error").getTextContent()).contains("That event hasn't begun yet");
        assertThat(typed(refused, "words")).isEqualTo("Bo");
    }

    /** Behind "Add a note" nobody looks for their aim. */
    @Test
    void anAimIsChangedBesideIt() throws Exception {
        var history = PubEvening.history();
        var quiet = history.keeping(
                        "events", one -> one.path("event").asString().equals(PubEvening.PAST))
                .first("events")
                .with("privateWords", "")
                .with("aim", Map.of("words", "Ask one question"));
        SERVICES.answer("GET /attendee/me/history", history.with("events", List.of(quiet)));

        var page = follow(signIn(), "Change");

        assertThat(path(page)).isEqualTo("/history/evenings/" + PubEvening.PAST);
        assertThat(typed(page, "aim")).isEqualTo("Ask one question");
    }

    /** An aim that was taken back has no words: nothing is said of it. */
    @Test
    void anAimTakenBackElsewhereIsNotSaidToBeNothing() throws Exception {
        var history = PubEvening.history();
        var summer = history.keeping(
                        "events", one -> one.path("event").asString().equals(PubEvening.PAST))
                .first("events");
        SERVICES.answer("GET /attendee/me/history", history.with("events", List.of(summer)));
        signIn();
        var old = open("/history/evenings/" + PubEvening.PAST);
        type(old, "words", "Sent them.");
        SERVICES.answer(
                "GET /attendee/me/history",
                history.with(
                        "events",
                        List.of(summer.with("privateWords", "Other words").with("aim", Map.of("words", "")))));

        var older = press(old, "Keep it");

        assertThat(words(older)).contains("Other words").doesNotContain("Your aim");
    }

    @Test
    void bothQuestionsHaveAPageOfTheirOwn() throws Exception {
        var history = signIn();

        assertThat(words(follow(history, "Is that any good?"))).contains("There is no score here", "Summer evening");
        assertThat(words(follow(history, "Does chatting count?"))).contains("research finds people feel more at home");
    }

    @Test
    void aHistoryIsFoundByNameYearAndKind() throws Exception {
        signIn();

        assertThat(timeline(open("/history?name=iona")))
                .contains("Summer evening")
                .doesNotContain("Winter Warmer");
        assertThat(timeline(open("/history?year=2026"))).contains("Summer evening", "Winter Warmer");
        assertThat(words(open("/history?kind=KNOWN"))).contains("Nothing like that in your history yet.");
        assertThat(words(open("/history?name=zz"))).contains("Nobody by that name yet.", "Show everything");
    }

    @Test
    void wordsAndAnAimAreKeptForAnEvening() throws Exception {
        signIn();
        var note = open("/history/evenings/" + PubEvening.PAST);
        assertThat(note.getElementById("words").getTextContent()).contains("Said I'd send the bus times.");

        type(note, "aim", "Ask one question");
        tick(note, "Sort of");
        assertThat(path(press(note, "Keep it"))).isEqualTo("/history");

        var sent = SERVICES.sent("PUT /attendee/me/history/evenings/" + PubEvening.PAST);
        assertThat(sent.path("words").asString()).isEqualTo("Said I'd send the bus times.");
        assertThat(sent.path("aim").asString()).isEqualTo("Ask one question");
        assertThat(sent.path("went").asString()).isEqualTo("SORT_OF");
    }

    private static String timeline(HtmlPage page) {
        return page.querySelector(".timeline").getTextContent();
    }

    @Test
    void choicesAreSavedAndSaid() throws Exception {
        signIn();
        var choices = open("/privacy-and-choices");

        var saved = press(choices, "Save my choices");

        assertThat(words(saved)).contains("Saved. It takes effect straight away.");
        assertThat(SERVICES.sent("PUT /attendee/me/choices").toString())
                .isEqualTo("{\"bothSaidSo\":true,\"circles\":false,\"coming\":false,"
                        + "\"insteadOf\":{\"bothSaidSo\":true,\"circles\":false,\"coming\":false}}");
    }

    @Test
    void feedbackEmailsAreSwitchedOffAndOnAgain() throws Exception {
        signIn();
        var page = open("/privacy-and-choices");
        assertThat(words(page)).contains("They're on: we ask once or twice how an event was");

        var off = press(page, "No feedback emails at all");

        assertThat(path(off)).isEqualTo("/privacy-and-choices");
        assertThat(words(off)).contains("Saved. It takes effect straight away.", "They're off: we won't ask you");
        assertThat(words(press(page, "No feedback emails at all"))).contains("They're off: we won't ask you");
        var on = press(off, "Send me feedback emails again");
        assertThat(words(on)).contains("They're on: we ask once or twice how an event was");
        assertThat(puts())
                .containsExactly(
                        "PUT /attendee/me/feedback-mails",
                        "PUT /attendee/me/feedback-mails",
                        "PUT /attendee/me/feedback-mails");
    }

    /** A page of two screens opens at its top, which is not where it was pressed. */
    @Test
    void whatIsSavedIsSaidWhereItWasPressed() throws Exception {
        signIn();
        for (var pressed : Map.of("Save my choices", "choices", "No feedback emails at all", "feedback-emails")
                .entrySet()) {
            var saved = press(open("/privacy-and-choices"), pressed.getKey());

            assertThat(saved.getUrl().getRef()).isEqualTo(pressed.getValue());
            var section = saved.getElementById(pressed.getValue());
            assertThat(section.getAttribute("tabindex")).as("takes the focus").isEqualTo("-1");
            assertThat(section.getTextContent()).contains("Saved. It takes effect straight away.");
        }
        var old = open("/privacy-and-choices");
        SERVICES.answer(
                "GET /attendee/me/choices",
                Sampled.of("attendee-service/get-me-choices/nothing-said").with("bothSaidSo", false));
        var older = press(old, "Save my choices");
        assertThat(older.getUrl().getRef()).isEqualTo("choices");
        assertThat(older.getElementById("choices").getTextContent()).contains("You've changed these elsewhere");
    }

    @Test
    void onesOwnNameIsChangedOnAPageThatSaysWhereItThenStands() throws Exception {
        signIn();
        var form = follow(open("/privacy-and-choices"), "Change my name");
        assertThat(typed(form, "name")).isEqualTo("Wren Hadley");
        assertThat(words(form)).contains("events still to come", "Past events keep the name you booked with");
        SERVICES.answer("PUT /attendee/me/name", Sampled.of("attendee-service/put-me-name/nothing-filled-in"));
        type(form, "name", "");

        var wrong = press(form, "Save");

        assertThat(status(wrong)).isEqualTo(422);
        assertThat(words(wrong)).contains("There's a problem", "Enter your name");
        SERVICES.answer("PUT /attendee/me/name", Sampled.of("attendee-service/put-me-name/changed"));
        type(wrong, "name", "Wren Sedgewick");
        var saved = press(wrong, "Save");
        assertThat(path(saved)).isEqualTo("/privacy-and-choices");
        assertThat(words(saved)).contains("Saved. You're called this from now on");
        assertThat(SERVICES.sent("PUT /attendee/me/name").toString())
                .isEqualTo("{\"name\":\"Wren Sedgewick\",\"insteadOf\":\"Wren Hadley\"}");
    }

    /** "Remove this" and "Change" stood on paper. What paper has no use for, natter.css leaves out by these marks. */
    @Test
    void noButtonAndNoLinkOfEditingIsPrinted() throws Exception {
        signIn();
        var history = PubEvening.history();
        var evening = history.keeping(
                        "events", one -> one.path("event").asString().equals(PubEvening.PAST))
                .first("events");
        var aim = Map.of("words", "Ask one question", "went", "DID_IT");
        var added = Map.of("meeting", "000000000000000000000000000000aa", "last", false);
        var met = evening.first("people").with("added", added);
        SERVICES.answer(
                "GET /attendee/me/history",
                history.with("events", List.of(evening.with("aim", aim).with("people", List.of(met)))));

        var whole = open("/history");
        assertThat(words(whole)).contains("Remove this", "Change", "Your aim: Ask one question");
        assertThat(printedToPress(whole)).isEmpty();
        assertThat(printedToPress(open("/history?name=nobody+of+this+name"))).isEmpty();
        assertThat(printedToPress(follow(whole, "Iona Stroud"))).isEmpty();
    }

    /** What could be pressed on paper, but for the names of people and events. */
    private static List<String> printedToPress(HtmlPage page) {
        var left = ".screen-only, .actions, .button, .back, details:not([open]), button";
        return page.querySelectorAll("main a, main button, main summary, main select").stream()
                .map(HtmlElement.class::cast)
                .filter(one -> one.closest(left) == null)
                .filter(one -> !one.getAttribute("href").matches("/(events|history/people)/[0-9a-f]{32}"))
                .map(one -> one.getTextContent().strip() + " " + one.getAttribute("href"))
                .toList();
    }

    /** "Met again" stood above "How often: One meeting". */
    @Test
    void whoWasMetAgainByOnesOwnWordWasNotMetOnce() throws Exception {
        signIn();
        var history = PubEvening.history();
        var friend = history.first("people").with("meetings", 1).with("stage", "MET_AGAIN");
        for (var again : List.of(true, false)) {
            SERVICES.answer(
                    "GET /attendee/me/history", history.with("people", List.of(friend.with("metAgain", again))));

            assertThat(words(follow(open("/history"), "Iona Stroud")))
                    .contains(again ? "One meeting noted here, and again since" : "How oftenOne meeting");
        }
    }

    @Test
    void severalDaysAreSaidInAHistoryAndAmongOnesBookings() throws Exception {
        signIn();
        var history = PubEvening.history();
        var weekend = history.first("events")
                .with("startsAt", "2026-07-11T09:00:00Z")
                .with("endsAt", "2026-07-12T15:00:00Z")
                .with("zone", "Europe/London");
        SERVICES.answer("GET /attendee/me/history", history.with("events", List.of(weekend)));
        var bookings = Sampled.of("attendee-service/get-me-bookings/one");
        SERVICES.answer(
                "GET /attendee/me/bookings",
                bookings.holding(List.of(bookings.first()
                        .with("startsAt", "2026-10-17T09:00:00Z")
                        .with("endsAt", "2026-10-18T15:00:00Z"))));

        assertThat(words(open("/history"))).contains("Saturday 11 July 2026, 10am to Sunday 12 July 2026, 4pm");
        assertThat(words(open("/privacy-and-choices")))
                .contains("Saturday 17 October 2026, 10am to Sunday 18 October 2026, 4pm");
    }

    @Test
    void whatHasBeenIsNotCalledBooked() throws Exception {
        signIn();
        var bookings = Sampled.of("attendee-service/get-me-bookings/one");
        SERVICES.answer(
                "GET /attendee/me/bookings",
                bookings.holding(List.of(bookings.first()
                        .with("startsAt", "2026-10-09T17:30:00Z")
                        .with("endsAt", "2026-10-09T20:00:00Z"))));

        assertThat(words(open("/privacy-and-choices"))).contains("has been").doesNotContain(" booked ");
    }

    /** Whoever walked in has booked nothing. */
    @Test
    void whoIsCheckedInIsSaidToBe() throws Exception {
        signIn();
        var bookings = Sampled.of("attendee-service/get-me-bookings/one");
        SERVICES.answer(
                "GET /attendee/me/bookings",
                bookings.holding(List.of(bookings.first().with("here", true))));

        assertThat(words(open("/privacy-and-choices"))).contains(" checked in ").doesNotContain(" booked ");
    }

    @Test
    void whatWasCalledOffIsNotSaidToBeCancelledByThem() throws Exception {
        signIn();
        var bookings = Sampled.of("attendee-service/get-me-bookings/one");
        var booking = bookings.first().with("status", "CANCELLED");
        SERVICES.answer("GET /attendee/me/bookings", bookings.holding(List.of(booking.with("standing", "CALLED_OFF"))));
        assertThat(words(open("/privacy-and-choices"))).contains("called off").doesNotContain("cancelled");

        SERVICES.answer("GET /attendee/me/bookings", bookings.holding(List.of(booking.with("standing", "CANCELLED"))));
        assertThat(words(open("/privacy-and-choices"))).contains("cancelled").doesNotContain("called off");
    }

    @Test
    void aLinkThatWasUsedSaysSoAndHowToGetANewOne() throws Exception {
        signIn();

        assertThat(words(open("/in/" + PubEvening.LINK)))
                .contains("You've used this link already", "you're signed in here", "My networking history")
                .doesNotContain("Nearly there");

        press(open("/privacy-and-choices"), "Sign out");
        assertThat(words(open("/in/" + PubEvening.LINK)))
                .contains("You've used this link already", "Send me a new one")
                .doesNotContain("Nearly there", "signed in");
        assertThat(words(open("/in/" + PubEvening.OTHER_LINK))).contains("Nearly there");
    }

    /** Of two who share a browser, neither is shown the other's history as if it were their link's. */
    @Test
    void aLinkThatSignsNobodyInNeverOpensTheHistoryOfSomebodyElse() throws Exception {
        ask();
        var wrens = open("/in/" + PubEvening.LINK);
        assertThat(path(press(wrens, "Sign in"))).isEqualTo("/history");
        press(open("/privacy-and-choices"), "Sign out");
        SERVICES.answer(
                "POST /attendee/sign-ins",
                Sampled.of("attendee-service/post-sign-ins/orla").with("person", "b0000000000000000000000000000002"));
        signIn(PubEvening.OTHER_LINK);
        SERVICES.answer("POST /attendee/sign-ins", Sampled.of("attendee-service/post-sign-ins/link-run-out"));

        var used = open("/in/" + PubEvening.LINK);
        var usedAndPressed = press(wrens, "Sign in");
        var runOut = press(open("/in/" + PubEvening.LINK + "x"), "Sign in");

        assertThat(words(used)).contains("You've used this link already").doesNotContain("Nearly there");
        assertThat(words(usedAndPressed)).contains("You've used this link already");
        assertThat(words(runOut)).contains("That link has run out.");
        assertThat(status(runOut)).isEqualTo(404);
        for (var page : List.of(used, usedAndPressed, runOut)) {
            assertThat(path(page)).startsWith("/in");
            assertThat(words(page))
                    .contains("Somebody is signed in here just now, but not by this link.", "Send me a new one")
                    .doesNotContain("you're signed in here", "My networking history");
        }
    }

    @Test
    void whoPressesTheirOwnUsedLinkOnceMoreIsIn() throws Exception {
        ask();
        var again = open("/in/" + PubEvening.LINK);
        press(again, "Sign in");
        signIn(PubEvening.OTHER_LINK);
        SERVICES.answer("POST /attendee/sign-ins", Sampled.of("attendee-service/post-sign-ins/link-run-out"));

        assertThat(path(press(again, "Sign in"))).isEqualTo("/history");
        for (var link : List.of(PubEvening.LINK, PubEvening.OTHER_LINK)) {
            assertThat(words(open("/in/" + link))).contains("this one has worked: you're signed in here");
        }
    }

    @Test
    void inAnotherBrowserTheLinkHasRunOut() throws Exception {
        ask();
        try (var elsewhere = browser()) {
            var page = (HtmlPage) elsewhere.getPage(address("/in/" + PubEvening.LINK));

            var answer = press(page, "Sign in");

            assertThat(status(answer)).isEqualTo(404);
            assertThat(words(answer)).contains("That link has run out.");
        }
    }

    /** A browser without its cookie is like no other, and an odd cookie is none. */
    @Test
    void aLinkOpensInTheBrowserThatAskedForItAlone() throws Exception {
        for (var odd : List.of("", "x".repeat(7_000), "../..")) {
            var asked = plainly("/sign-in", "natter-browser=" + odd, "email=wren%40riverside.example");
            assertThat(asked.statusCode()).as(odd).isLessThan(500);
        }
        plainly("/in", "", "press=yes&token=" + PubEvening.LINK);
        var first = SERVICES.sent("POST /attendee/sign-ins").path("browser").asString("");
        plainly("/in", "", "press=yes&token=" + PubEvening.LINK);

        assertThat(first).matches("[0-9a-f]{64}").isNotEqualTo(Sha256.hex(""));
        assertThat(SERVICES.sent("POST /attendee/sign-ins").path("browser").asString(""))
                .isNotEqualTo(first);
    }

    @Test
    void theCookieNeverLeavesOnlyItsHashDoes() throws Exception {
        ask();

        var cookie = browser.getCookieManager().getCookie("natter-browser");
        var sent = SERVICES.sent("POST /attendee/sign-in-links").path("browser").asString("");
        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(sent).matches("[0-9a-f]{64}").isNotEqualTo(cookie.getValue());
        assertThat(sent).isEqualTo(Sha256.hex(cookie.getValue()));
    }

    @Test
    void anAddressThatIsNoneIsAskedForAgain() throws Exception {
        var form = open("/sign-in");
        type(form, "email", "wren");

        var answer = press(form, "Email me a link");

        assertThat(status(answer)).isEqualTo(422);
        assertThat(words(answer)).contains("Enter an email address, like sam@library.example");
        assertThat(typed(answer, "email")).isEqualTo("wren");
    }

    @Test
    void withoutAttendeeServiceTheHistorySaysSo() throws Exception {
        signIn();
        SERVICES.sendToSleep("attendee");

        var answer = open("/history");

        assertThat(status(answer)).isEqualTo(503);
        assertThat(words(answer)).contains("We can't show names and bookings just now. Nothing is lost.");
    }

    @Test
    void aStrangerIsAskedToSignInAndSigningOutEndsIt() throws Exception {
        assertThat(path(open("/history"))).isEqualTo("/sign-in");
        signIn();
        var choices = open("/privacy-and-choices");
        assertThat(words(choices)).contains("wren@college.example", "Riverside pub evening", "booked");

        press(choices, "Sign out");

        assertThat(path(open("/history"))).isEqualTo("/sign-in");
    }

    @Test
    void theThankYouIsACardWithoutAnybodysNameUntilItsOwnerWantsThem() throws Exception {
        var thanks = thanks();

        assertThat(thanks.querySelector(".evening-card-face").getTextContent().replaceAll("\\s+", " "))
                .contains("Riverside pub evening", "You spoke to 4 people; 3 were new.", "Thursday 9 July 2026")
                .doesNotContain("Iona", "Tobias");
        assertThat(thanks.querySelectorAll(".evening-card path")).isNotEmpty();
        var named = follow(thanks, "Put names on it");
        assertThat(named.querySelector(".evening-card-face").getTextContent()).contains("Iona", "Tobias");
        assertThat(follow(named, "Take the names off")
                        .querySelector(".evening-card-face")
                        .getTextContent())
                .doesNotContain("Iona");
    }

    /** Of fifteen people fourteen were drawn, and nobody said that there was one more. */
    @Test
    void theCardSaysHowManyItHasNoRoomFor() throws Exception {
        var evening = Sampled.of("attendee-service/get-attendances-attendance-evening/answered");
        var drawn = evening.json().path("people").size();
        SERVICES.answer(
                "GET /attendee/attendances/" + PubEvening.ELLIS + "/evening", evening.with("others", 15 - drawn));

        var thanks = thanks();

        assertThat(thanks.querySelectorAll(".evening-card-people svg")).hasSize(13);
        assertThat(words(thanks)).contains("and 2 more");
        var named = follow(thanks, "Put names on it");
        assertThat(named.querySelectorAll(".evening-card-people svg")).hasSize(6);
        assertThat(words(named)).contains("and 9 more");
        var picture = named.getAnchorByText("Save as picture")
                .click()
                .getWebResponse()
                .getContentAsString();
        assertThat(picture).contains(">+9<");
    }

    /** A long place gives way to the days. */
    @Test
    void theCardOfSeveralDaysHasBoth() throws Exception {
        SERVICES.answer(
                "GET /attendee/attendances/" + PubEvening.ELLIS + "/evening",
                Sampled.of("attendee-service/get-attendances-attendance-evening/answered")
                        .with("venueName", "The Old Reading Room above the Corn Exchange")
                        .with("startsAt", "2026-09-30T09:00:00Z")
                        .with("endsAt", "2026-10-01T15:00:00Z"));

        assertThat(words(thanks())).contains("The Old…, Wednesday 30 September to Thursday 1 October 2026");
    }

    @Test
    void aCardOfNobodyOffersNoNamesToPutOnIt() throws Exception {
        var evening = Sampled.of("attendee-service/get-attendances-attendance-evening/answered");
        SERVICES.answer(
                "GET /attendee/attendances/" + PubEvening.ELLIS + "/evening",
                evening.with("people", List.of()).with("others", 1));

        assertThat(words(thanks())).contains("Save as picture").doesNotContain("Put names on it");
    }

    @Test
    void theCardIsAPictureToKeep() throws Exception {
        var thanks = thanks();

        var file = thanks.getAnchorByText("Save as picture").click().getWebResponse();
        assertThat(file.getContentType()).isEqualTo("image/svg+xml");
        assertThat(file.getResponseHeaderValue("Content-Disposition")).contains("evening.svg");
        assertThat(file.getContentAsString())
                .startsWith("<svg xmlns=")
                .contains("Riverside pub evening")
                .doesNotContain("Iona", "style=");
        var named = follow(thanks, "Put names on it");
        assertThat(named.getAnchorByText("Save as picture")
                        .click()
                        .getWebResponse()
                        .getContentAsString())
                .contains(">Iona<");
    }

    @Test
    void theKeyIsMailedByOnePress() throws Exception {
        var sent = press(thanks(), "Email me a sign-in link to my history");

        assertThat(words(sent))
                .contains("Check your email", "Your sign-in link is on its way to the address you booked with");
        var cookie = browser.getCookieManager().getCookie("natter-browser");
        assertThat(SERVICES.sent("POST /attendee/attendances/" + PubEvening.ELLIS + "/key")
                        .path("browser")
                        .asString())
                .isEqualTo(Sha256.hex(cookie.getValue()));
        assertThat(browser.getPage(address("/feedback/thanks")).getWebResponse().getContentAsString())
                .doesNotContain("href=\"/history\">My networking history");
    }

    @Test
    void nobodyWithoutAnAnswerOpenHereGetsACardOrAKey() throws Exception {
        var card = browser.getPage(address("/feedback/thanks/evening.svg")).getWebResponse();

        assertThat(card.getStatusCode()).isEqualTo(404);
    }

    /** A page left open is about whoever it was shown to, whoever has signed in since. */
    @Test
    void aPageOfSomebodyWhoIsNoLongerSignedInChangesNothingAndShowsWhatWasTyped() throws Exception {
        var friend = follow(signIn(), "Iona Stroud");
        ((HtmlTextArea) friend.getElementById("note")).setText("Buses and crosswords");
        var before = EVENING.writes();

        press(open("/privacy-and-choices"), "Sign out");
        var out = press(friend, "Keep it");
        assertThat(words(out)).contains("You're signed out here", "Buses and crosswords");

        SERVICES.answer(
                "POST /attendee/sign-ins",
                Sampled.of("attendee-service/post-sign-ins/orla").with("person", "b0000000000000000000000000000002"));
        signIn(PubEvening.OTHER_LINK);
        var other = press(friend, "Keep it");
        assertThat(words(other)).contains("Somebody else is signed in here now", "Buses and crosswords");
        assertThat(EVENING.writes())
                .filteredOn(write -> write.startsWith("PUT"))
                .isEqualTo(
                        before.stream().filter(write -> write.startsWith("PUT")).toList());
    }

    /** What another tab has kept since is neither lost nor put back: a note, an evening's words, a choice. */
    @Test
    void aFormFromBeforeAChangeElsewhereChangesNothingAndKeepsItsWords() throws Exception {
        var history = signIn();
        var friend = follow(history, "Iona Stroud");
        var evening = open("/history/evenings/" + PubEvening.PAST);
        var choices = open("/privacy-and-choices");
        var name = open("/privacy-and-choices/name");
        type(name, "name", "Wren Sedgewick");
        ((HtmlTextArea) friend.getElementById("note")).setText("Rowing");
        type(evening, "aim", "Ask one question");
        tick(evening, "Sort of");
        tick(choices, "Share my ties for circles");
        EVENING.somethingElseIsKept("Green hat");
        SERVICES.answer(
                "GET /attendee/me/choices",
                Sampled.of("attendee-service/get-me-choices/nothing-said").with("bothSaidSo", false));
        SERVICES.answer(
                "GET /attendee/me", Sampled.of("attendee-service/get-me/orla").with("name", "Wren Marsh"));
        var before = puts();

        var staleName = press(name, "Save");
        var staleFriend = press(friend, "Keep it");
        var staleEvening = press(evening, "Keep it");
        var staleChoices = press(choices, "Save my choices");

        assertThat(puts()).isEqualTo(before);
        assertThat(status(staleName)).isEqualTo(409);
        assertThat(words(staleName)).contains("You've changed this elsewhere", "Wren Marsh");
        assertThat(typed(staleName, "name")).isEqualTo("Wren Sedgewick");
        assertThat(status(staleFriend)).isEqualTo(409);
        assertThat(words(staleFriend)).contains("You've changed this elsewhere since you opened it here.", "Green hat");
        assertThat(((HtmlTextArea) staleFriend.getElementById("note")).getText())
                .isEqualTo("Rowing");
        assertThat(status(staleEvening)).isEqualTo(409);
        assertThat(words(staleEvening)).contains("You've changed this elsewhere", "Green hat");
        assertThat(typed(staleEvening, "aim")).isEqualTo("Ask one question");
        assertThat(labelled(staleEvening, "Sort of").isChecked()).isTrue();
        assertThat(words(staleChoices)).contains("You've changed these elsewhere", "so nothing of it was saved");
        assertThat(labelled(staleChoices, "Share my ties").isChecked()).isFalse();

        assertThat(path(press(staleFriend, "Keep it"))).isEqualTo(path(friend));
        assertThat(path(press(staleEvening, "Keep it"))).isEqualTo("/history");
    }

    /** Both pages had looked before either wrote: the service alone can tell. */
    @Test
    void wordsThatAnotherPageChangesInThisMomentAreNotLostEither() throws Exception {
        signIn();
        var evening = open("/history/evenings/" + PubEvening.PAST);
        type(evening, "words", "The rowing club");
        SERVICES.answer(
                "PUT /attendee/me/history/evenings/" + PubEvening.PAST,
                Sampled.of("attendee-service/put-me-history-evenings-event/changed-meanwhile"));

        var again = press(evening, "Keep it");

        assertThat(status(again)).isEqualTo(409);
        assertThat(words(again)).contains("You've changed this elsewhere since you opened it here.");
        assertThat(typed(again, "words")).isEqualTo("The rowing club");
        assertThat(SERVICES.sent("PUT /attendee/me/history/evenings/" + PubEvening.PAST)
                        .path("insteadOf")
                        .asString())
                .isEqualTo("Said I'd send the bus times.");
    }

    @Test
    void aNoteANameAndChoicesThatAnotherPageChangesInThisMomentAreNotLostEither() throws Exception {
        var friend = follow(signIn(), "Iona Stroud");
        var name = open("/privacy-and-choices/name");
        var choices = open("/privacy-and-choices");
        ((HtmlTextArea) friend.getElementById("note")).setText("Rowing");
        type(name, "name", "Wren Sedgewick");
        tick(choices, "Share my ties for circles");
        var note = "PUT /attendee" + path(friend).replace("/history", "/me/history");
        SERVICES.answer(note, Sampled.of("attendee-service/put-me-history-people-acquaintance/changed-meanwhile"));
        SERVICES.answer("PUT /attendee/me/name", Sampled.of("attendee-service/put-me-name/changed-meanwhile"));
        SERVICES.answer("PUT /attendee/me/choices", Sampled.of("attendee-service/put-me-choices/changed-meanwhile"));

        var noteAgain = press(friend, "Keep it");
        var nameAgain = press(name, "Save");
        var choicesAgain = press(choices, "Save my choices");

        assertThat(status(noteAgain)).isEqualTo(409);
        assertThat(words(noteAgain)).contains("You've changed this elsewhere");
        assertThat(((HtmlTextArea) noteAgain.getElementById("note")).getText()).isEqualTo("Rowing");
        assertThat(SERVICES.sent(note).path("insteadOf").asString()).isEqualTo("Buses and crosswords.");
        assertThat(status(nameAgain)).isEqualTo(409);
        assertThat(words(nameAgain)).contains("You've changed this elsewhere", "Wren Hadley");
        assertThat(typed(nameAgain, "name")).isEqualTo("Wren Sedgewick");
        assertThat(SERVICES.sent("PUT /attendee/me/name").path("insteadOf").asString())
                .isEqualTo("Wren Hadley");
        assertThat(words(choicesAgain)).contains("You've changed these elsewhere");
        assertThat(SERVICES.sent("PUT /attendee/me/choices")
                        .at("/insteadOf/bothSaidSo")
                        .asBoolean())
                .isTrue();
    }

    /** Two notes that were joined may be longer than one may be. */
    @Test
    void aNoteThatIsTooLongComesBackWithItsWordsAndSaysWhatToDo() throws Exception {
        var friend = follow(signIn(), "Iona Stroud");
        SERVICES.answer(
                "PUT /attendee" + path(friend).replace("/history", "/me/history"),
                Sampled.of("attendee-service/put-me-history-people-acquaintance/too-long"));
        ((HtmlTextArea) friend.getElementById("note")).setText("Rowing");

        var again = press(friend, "Keep it");

        assertThat(status(again)).isEqualTo(422);
        assertThat(words(again))
                .contains("Keep it to 2,000 letters", "Iona Stroud")
                .doesNotContain("changed this elsewhere");
        assertThat(((HtmlTextArea) again.getElementById("note")).getText()).isEqualTo("Rowing");
    }

    /** Of an evening about which no more was said than how it was, nobody reads that they met nobody. */
    @Test
    void whereOnlyHowItWasIsSaidNobodyIsSaidToHaveMetNobody() throws Exception {
        var history = PubEvening.history();
        var evening = history.first("events")
                .with("answered", true)
                .with("people", List.of())
                .with("others", 0)
                .with("sentences", List.of());
        SERVICES.answer("GET /attendee/me/history", history.with("events", List.of(evening)));

        assertThat(words(signIn())).contains("You've answered.", "Add somebody").doesNotContain("listening");
    }

    /** A booking's page says what its aim is to stand in the place of. */
    @Test
    void anAimThatAnotherPageHasChangedIsNeitherLostNorPutBack() throws Exception {
        EVENING.bookingIs("booked");
        var kept = "PUT /attendee/me/history/evenings/" + PubEvening.EVENT;
        SERVICES.answer(
                "GET /attendee/me/events/" + PubEvening.EVENT + "/coming",
                Sampled.of("attendee-service/get-me-events-event-coming/nobody"));
        SERVICES.answer(kept, Sampled.of("attendee-service/put-me-history-evenings-event/aim-changed-meanwhile"));
        SERVICES.answer(
                "GET /attendee/me/history/evenings/" + PubEvening.EVENT,
                Sampled.of("attendee-service/get-me-history-evenings-event/words-and-aim"));
        signIn();
        var booking = open("/b/" + PubEvening.LINK);
        var set = booking.getElementsByName("before").get(0).getAttribute("value");
        type(booking, "aim", "Find out about the mobile library");

        var again = press(booking, "Keep it");

        assertThat(status(again)).isEqualTo(409);
        assertThat(words(again))
                .contains("You've changed this elsewhere since you opened it here.", "What's kept now:" + set);
        assertThat(typed(again, "aim")).isEqualTo("Find out about the mobile library");
        assertThat(SERVICES.sent(kept).path("aimInsteadOf").asString()).isEqualTo(set);
        SERVICES.answer(kept, Sampled.of("attendee-service/put-me-history-evenings-event/words-and-aim"));
        assertThat(words(press(again, "Keep it"))).contains("Kept. Only you see it");
    }

    private List<String> puts() {
        return EVENING.writes().stream()
                .filter(write -> write.startsWith("PUT"))
                .toList();
    }

    @Test
    void everyFormOfOnesOwnPagesSaysWhoseItIs() throws Exception {
        var history = signIn();
        var friend = follow(history, "Iona Stroud");
        var pages = List.of(
                history,
                friend,
                follow(friend, "Something came of it"),
                open("/history/add"),
                open("/history/evenings/" + PubEvening.EVENT),
                open("/privacy-and-choices"),
                open("/privacy-and-choices/name"));

        for (var page : pages) {
            assertThat(page.getForms())
                    .filteredOn(form -> form.getMethodAttribute().equalsIgnoreCase("post"))
                    .filteredOn(form -> !form.getActionAttribute().endsWith("/sign-out"))
                    .as(path(page))
                    .isNotEmpty()
                    .allSatisfy(form ->
                            assertThat(form.getInputByName("whose").getValue()).hasSize(32));
        }
    }

    private HtmlPage thanks() throws Exception {
        EVENING.historySays(0, List.of("You spoke to 4 people; 3 were new.", "You'd know 4 of them again."));
        var evening = open("/f/" + PubEvening.LINK);
        tick(evening, "Yes, very much");
        tick(evening, "Very");
        var fresh = press(evening, "Continue");
        tick(fresh, "Ruth Sedge");
        return press(fresh, "Send what I've done so far");
    }

    private HtmlPage ask() throws Exception {
        var form = open("/sign-in");
        type(form, "email", "wren@college.example");
        var mailed = press(form, "Email me a link");
        assertThat(words(mailed))
                .contains("If we know wren@college.example, there's a link waiting. It works for 10 minutes, in this"
                        + " browser.");
        return mailed;
    }

    private HtmlPage signIn() throws Exception {
        return signIn(PubEvening.LINK);
    }

    private HtmlPage signIn(String link) throws Exception {
        ask();
        return press(open("/in/" + link), "Sign in");
    }
}
