package org.natter.web.organiser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.natter.web.OrganisersSeason.ASHA;
import static org.natter.web.OrganisersSeason.DRAFT;
import static org.natter.web.OrganisersSeason.ELLA;
import static org.natter.web.OrganisersSeason.PUB;
import static org.natter.web.OrganisersSeason.WINTER;

import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.htmlunit.HttpMethod;
import org.htmlunit.WebRequest;
import org.htmlunit.WebResponse;
import org.htmlunit.html.HtmlElement;
import org.htmlunit.html.HtmlPage;
import org.htmlunit.util.NameValuePair;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.natter.times.SpokenTime;
import org.natter.web.OrganisersSeason;
import org.natter.web.WholeWebBody;
import org.natter.web.stub.Sampled;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The door without scripts, and the parts a page with scripts asks for. */
class DoorPagesTest extends WholeWebBody {

    private static final String DOOR = "/organise/events/" + WINTER + "/check-in";
    private static final String NIA = OrganisersSeason.NIA;
    private static final String EVERYBODY = "Everyone who booked is here. Put the phone down and get a drink.";
    private static final String PRESSES = "POST /attendee/events/" + WINTER + "/check-ins";

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping routes;

    @BeforeEach
    void somebodyIsIn() throws Exception {
        ownerIn();
    }

    @Test
    void oneBoxFindsEverybodyOfWhateverStanding() throws Exception {
        var all = open(DOOR);
        assertThat(hiddenRows(all)).isEqualTo(3);

        assertThat(shown(find(all, "zainab"))).containsExactly("Zainab Coates Has an offer");
        assertThat(shown(find(all, "VIVIEN"))).containsExactly("Vivien Tansley Cancelled on Thursday 1 October");
        assertThat(shown(find(all, "city library"))).anyMatch(row -> row.startsWith("Ella Marsh"));
        assertThat(shown(find(all, "ella m"))).hasSize(1);
        assertThat(words(find(all, "Zz"))).contains("Nobody called 'Zz' on the list. Add them");
    }

    /** "Press their name in the list" stood above a list that shows nobody. */
    @Test
    void aNameIsToBePressedOnlyWhereTheListShowsOne() throws Exception {
        assertThat(words(find(open(DOOR), "ella m"))).contains("Press their name in the list");
        assertThat(words(find(open(DOOR), "Maurice Tydd")))
                .contains("Nobody called 'Maurice Tydd' on the list. Add them")
                .doesNotContain("Press their name", "Press a name");
        assertThat(words(find(open(DOOR), "asha merrow")))
                .as("Asha is here already")
                .doesNotContain("Nobody called");
    }

    @Test
    void nobodyIsCheckedInToWhatWasCalledOff() throws Exception {
        SERVICES.answer(
                "GET /event/events/" + WINTER,
                OrganisersSeason.event("get-events-event/called-off", WINTER).with("status", "CANCELLED"));

        var door = open(DOOR);

        assertThat(words(door))
                .contains("This was called off, so nobody is checked in any more.")
                .doesNotContain(
                        "of 11 here",
                        "Nobody booked",
                        "Press a name",
                        "Someone not on the list",
                        "Let somebody else mind the door");
        assertThat(door.<HtmlElement>getByXPath("//main//button[contains(@class, 'name')]"))
                .isEmpty();
    }

    /** Somebody in line became two people: one who came, and one who waited for good. */
    @Test
    void whoGoesByANameOnTheListIsOfferedBeforeSomebodyNewIsMadeOfThem() throws Exception {
        var walkIns = "/attendee/events/" + WINTER + "/walk-ins";
        SERVICES.answer("POST " + walkIns, Sampled.of("attendee-service/post-events-event-walk-ins/welcome"));
        var asked = press(walkInCalled("nia  FAIRBROTHER"), "Let them in");

        assertThat(words(asked))
                .contains("Is it them?", "is on the waiting list.", "Yes, it's Nia Fairbrother")
                .doesNotContain("has booked");
        assertThat(SERVICES.calls("POST", walkIns)).isEmpty();
        SERVICES.answer(
                PRESSES,
                Sampled.of("attendee-service/post-events-event-check-ins/waiting")
                        .with("attendance", NIA)
                        .with("room", true));
        var yes = asked.<HtmlElement>getFirstByXPath("//button[@id='alike-" + NIA + "']")
                .<HtmlPage>click();
        assertThat(words(yes)).contains("Nia Fairbrother is on the waiting list. There's room: let them in?");
        assertThat(SERVICES.sent(PRESSES).path("attendance").asString()).isEqualTo(NIA);
        assertThat(SERVICES.calls("POST", walkIns)).isEmpty();

        asked = press(walkInCalled("Nia Fairbrother"), "Let them in");
        assertThat(words(press(asked, "Let them in"))).as("not said yet").contains("Is it them?");
        type(asked, "name", "Samir Marsh");
        assertThat(words(press(asked, "No, it's somebody else of that name")))
                .as("of another name it was not asked")
                .contains("Samir Marsh", "has booked and is still to come.");
        assertThat(SERVICES.calls("POST", walkIns)).isEmpty();
        asked = press(walkInCalled("Nia Fairbrother"), "Let them in");
        press(asked, "No, it's somebody else of that name");
        assertThat(SERVICES.sent("POST " + walkIns).path("name").asString()).isEqualTo("Nia Fairbrother");
    }

    @Test
    void eachStandingOfANamesakeIsSaidAndWhoIsInAlreadyIsNone() throws Exception {
        for (var said : List.of(
                "Samir Marsh|has booked and is still to come.",
                "Zainab Coates|has a place on offer.",
                "Vivien Tansley|is on the list as cancelled.")) {
            var name = said.substring(0, said.indexOf('|'));
            assertThat(words(press(walkInCalled(name), "Let them in")))
                    .contains("Is it them?", said.substring(name.length() + 1), "Yes, it's " + name);
        }
        press(walkInCalled("Asha Merrow"), "Let them in");
        assertThat(SERVICES.sent("POST /attendee/events/" + WINTER + "/walk-ins")
                        .path("name")
                        .asString())
                .isEqualTo("Asha Merrow");
        SERVICES.breaksAt("GET /attendee/events/" + WINTER + "/attendees");
        press(walkInCalled("Nia Fairbrother"), "Let them in");
        assertThat(SERVICES.calls("POST", "/attendee/events/" + WINTER + "/walk-ins"))
                .as("while nobody can say who is on the list")
                .hasSize(2);
    }

    /** Two lines and two buttons read alike, and a press was a guess. */
    @Test
    void namesakesOfOneNameAreToldApartAsTheListTellsThem() throws Exception {
        var kim = guest().with("name", "Kim Lee").with("organisation", "").with("status", "WAITING");
        listed(
                kim.with("attendance", NIA).with("code", "ABCLHJ"),
                kim.with("attendance", NIA.replace('a', 'b').replace('1', '2')).with("code", "ABCJSD"));

        assertThat(words(press(walkInCalled("kim lee"), "Let them in")))
                .contains(
                        "Kim Lee …LHJ is on the waiting list.",
                        "Kim Lee …JSD is on the waiting list.",
                        "Yes, it's Kim Lee …LHJ",
                        "Yes, it's Kim Lee …JSD");
    }

    /** Nobody is still to come to what was over last night. */
    @Test
    void ofAnEventThatIsOverANamesakesStandingIsSaidAsItWas() throws Exception {
        isOn(Duration.ofDays(-1), "The Crown");
        listed(guest().with("attendance", NIA).with("name", "Beatrix Slade").with("organisation", ""));

        assertThat(words(press(walkInCalled("beatrix SLADE"), "They were there")))
                .contains("Beatrix Slade had booked and isn't noted as having come.")
                .doesNotContain("still to come");
    }

    private HtmlPage walkInCalled(String name) throws Exception {
        var page = open("/organise/events/" + WINTER + "/walk-in");
        type(page, "name", name);
        tick(page, "public");
        return page;
    }

    /** Whoever pressed was led to the door's page, and what they had typed about somebody was gone. */
    @Test
    void whatWasTypedOfAWalkInIsInTheBoxesWhenItIsCalledOffMeanwhile() throws Exception {
        var page = open("/organise/events/" + WINTER + "/walk-in");
        type(page, "name", "Maurice Tydd");
        type(page, "email", "maurice@tydd.example");
        tick(page, "public");
        SERVICES.answer(
                "GET /event/events/" + WINTER,
                OrganisersSeason.event("get-events-event/called-off", WINTER).with("status", "CANCELLED"));
        SERVICES.answer(
                "POST /attendee/events/" + WINTER + "/walk-ins",
                Sampled.of("attendee-service/post-events-event-walk-ins/booking-closed"));

        page = press(page, "Let them in");

        assertThat(status(page)).isEqualTo(422);
        assertThat(words(page)).contains("It was called off meanwhile, so nobody is let in any more.");
        assertThat(page.getElementById("name").getAttribute("value")).isEqualTo("Maurice Tydd");
        assertThat(page.getElementById("email").getAttribute("value")).isEqualTo("maurice@tydd.example");
        assertThat(path(open("/organise/events/" + WINTER + "/walk-in")))
                .as("opened anew there is nothing to fill in")
                .isEqualTo(DOOR);
    }

    /** "Undo" did nothing there, and without scripts it undid without a word; later the names stood under "Came". */
    @Test
    void whoWasCheckedInBeforeTheCallOffStandsUnderAHeadingThatIsTrueAndIsLeftAlone() throws Exception {
        for (var days : List.of(0, 90)) {
            var start = clock.instant().minus(Duration.ofDays(days));
            SERVICES.answer(
                    "GET /event/events/" + WINTER,
                    OrganisersSeason.event("get-events-event/called-off", WINTER)
                            .with("status", "CANCELLED")
                            .with("startsAtInstant", start.toString())
                            .with(
                                    "endsAtInstant",
                                    start.plus(Duration.ofHours(2)).toString()));

            var door = open(DOOR);

            assertThat(words(door))
                    .contains("Checked in before it was called off", "Asha Merrow")
                    .doesNotContain("Undo", " Came ", " Here ");
            assertThat(words(open(DOOR + "?result=WELCOME&who=" + ASHA))).doesNotContain("is in.", "Undo");
        }
    }

    /** A press on it offered to let somebody in, counted "Nobody booked", and "Undo" took somebody's check-in for good. */
    @Test
    void aPageThatStoodOpenOverTheCallOffIsOpenedAnewAndTakesNobodyBack() throws Exception {
        var before = open(DOOR);
        SERVICES.answer(
                "GET /event/events/" + WINTER,
                OrganisersSeason.event("get-events-event/called-off", WINTER).with("status", "CANCELLED"));
        SERVICES.answer(
                PRESSES,
                Sampled.of("attendee-service/post-events-event-check-ins/cancelled")
                        .with("attendance", ELLA)
                        .with("room", true));

        assertThat(answerToAPress(ELLA, "").getResponseHeaderValue("HX-Redirect"))
                .isEqualTo(DOOR);
        assertThat(answerToAPress(ASHA, "/undo").getResponseHeaderValue("HX-Redirect"))
                .isEqualTo(DOOR);
        var pressed = (HtmlPage) before.<HtmlElement>getFirstByXPath("//button[contains(., 'Ella Marsh')]")
                .click();
        var undone = (HtmlPage) before.getElementById("p-" + ASHA)
                .<HtmlElement>getFirstByXPath(".//button")
                .click();

        for (var page : List.of(pressed, undone)) {
            assertThat(words(page))
                    .contains("This was called off, so nobody is checked in any more.")
                    .doesNotContain("let them in", "Undo", "Nobody booked");
        }
        assertThat(SERVICES.calls("DELETE", "/attendee/events/" + WINTER + "/check-ins/" + ASHA))
                .isEmpty();
    }

    /** With scripts the one list is narrowed; without them whoever is here stood below every search. */
    @Test
    void theOneListIsNarrowedWithoutScriptsToo() throws Exception {
        var found = find(open(DOOR), "ella");

        assertThat(found.getElementById("p-" + ELLA)).isNotNull();
        assertThat(found.getElementById("p-" + ASHA)).as("Asha is here").isNull();
        assertThat(find(open(DOOR), "asha").getElementById("p-" + ASHA)).isNotNull();
        assertThat(words(open(DOOR + "?q=Vivienne&result=UNDONE&who=" + ASHA)))
                .as("of a press that named somebody nothing is said about the list")
                .contains("Undone. Asha Merrow")
                .doesNotContain("Nobody called");
    }

    /** "Nothing here" was said of what had been published that moment. */
    @Test
    void whatWasPublishedThisMomentHasADoorOfNobodyAndADraftHasNone() throws Exception {
        SERVICES.answer(
                "GET /attendee/events/" + WINTER + "/attendees",
                Sampled.of("attendee-service/get-events-event-attendees/unknown-event"));

        assertThat(words(open(DOOR))).contains("Nobody's on the list.").doesNotContain("Nothing here");

        isOn();
        SERVICES.answer(
                "GET /event/events/" + WINTER,
                OrganisersSeason.event("get-events-event/a-draft", WINTER).with("status", "DRAFT"));
        for (var page : List.of("/check-in", "/walk-in")) {
            assertThat(status(open("/organise/events/" + WINTER + page)))
                    .as(page)
                    .isEqualTo(404);
        }
    }

    /** Nobody comes in by a door there: who is there is noted, and the door is lent to nobody. */
    @Test
    void onlineThereIsNoDoorToOpenOrToLend() throws Exception {
        assertThat(words(open(DOOR))).contains("Someone not on the list", "Let somebody else mind the door");
        SERVICES.answer(
                "GET /event/events/" + WINTER,
                OrganisersSeason.event("get-events-event/a-draft", WINTER).with("venue.name", "Online"));
        SERVICES.answer(
                "GET /event/overview",
                Sampled.of("event-service/get-overview/with-guests")
                        .holding(List.of(OrganisersSeason.overview(WINTER).with("venueName", "Online"))));

        for (var path : List.of("/organise", "/organise/events/" + WINTER)) {
            assertThat(words(open(path)))
                    .as(path)
                    .contains("Note who's there")
                    .doesNotContain("Open check-in", "mind the door");
        }
        assertThat(words(open(DOOR)))
                .contains("Ella Marsh")
                .doesNotContain("Someone not on the list", "Let somebody else mind the door");
        assertThat(open(DOOR).getTitleText()).isEqualTo("Who's there: Winter Warmer");
        assertThat(path(open("/organise/events/" + WINTER + "/walk-in"))).isEqualTo(DOOR);
        assertThat(path(open("/organise/events/" + WINTER + "/door-link"))).isEqualTo("/organise/events/" + WINTER);
        assertThat(words(open("/organise/events/" + WINTER)))
                .contains("Who's there")
                .doesNotContain("Check-in");
        SERVICES.answer(
                PRESSES,
                Sampled.of("attendee-service/post-events-event-check-ins/waiting")
                        .with("attendance", ELLA)
                        .with("room", true));
        assertThat(words(press(pressElla(), "They're there")))
                .contains("Ella Marsh is on the waiting list. Are they there all the same?")
                .doesNotContain("let them in");
    }

    @Test
    void aDoorWithoutBookingsCountsNoneOfNone() throws Exception {
        SERVICES.answer(
                "GET /attendee/events/" + WINTER + "/attendees",
                Sampled.of("attendee-service/get-events-event-attendees/nobody"));

        assertThat(words(open(DOOR))).contains("Nobody booked").doesNotContain("0 of 0");
    }

    @Test
    void whoIsNotOnTheListNeedNotBeTypedTwice() throws Exception {
        var walkIn = (HtmlPage)
                find(open(DOOR), "Maurice Tydd").getAnchorByText("Add them").click();

        assertThat(walkIn.getElementById("name").getAttribute("value")).isEqualTo("Maurice Tydd");
    }

    @Test
    void sixLettersThatAreNobodysNameAreACode() throws Exception {
        find(open(DOOR), "bcd fgh");
        assertThat(SERVICES.sent(PRESSES).path("code").asString()).isEqualTo("bcdfgh");

        var before = SERVICES.calls("POST", "/attendee/events/" + WINTER + "/check-ins")
                .size();
        assertThat(shown(find(open(DOOR), "Tobias"))).isEmpty();
        assertThat(SERVICES.calls("POST", "/attendee/events/" + WINTER + "/check-ins"))
                .as("Tobias is a name")
                .hasSize(before);
    }

    @Test
    void theSearchOutlivesAPress() throws Exception {
        var found = find(open(DOOR), "ella");
        var pressed = (HtmlPage) found.<HtmlElement>getFirstByXPath("//button[contains(@class, 'name')]")
                .click();

        assertThat(words(pressed)).contains("Ella Marsh is in. First time: say hello.");
        assertThat(pressed.getElementById("q").getAttribute("value")).isEqualTo("ella");
    }

    @Test
    void aPressIsSaidAndCanBeUndoneEvenIfTheListCannotBeRead() throws Exception {
        var door = open(DOOR);
        SERVICES.answer(
                PRESSES,
                Sampled.of("attendee-service/post-events-event-check-ins/welcome")
                        .with("attendance", ASHA));
        SERVICES.breaksAt("GET /attendee/events/" + WINTER + "/attendees");

        var pressed = (HtmlPage) door.<HtmlElement>getFirstByXPath("//button[contains(@class, 'name')]")
                .click();
        assertThat(words(pressed)).contains("This person is in.");
        press(pressed, "Undo");

        assertThat(SERVICES.calls("DELETE", "/attendee/events/" + WINTER + "/check-ins/" + ASHA))
                .hasSize(1);
    }

    /** "Try again" asked by a link for what only a button does. */
    @Test
    void whatAPressCouldNotDoIsNotTriedAgainByALink() throws Exception {
        var door = open(DOOR);
        SERVICES.sendToSleep("attendee");

        var undone = (HtmlPage) door.getElementById("p-" + ASHA)
                .<HtmlElement>getFirstByXPath(".//button")
                .click();

        assertThat(words(undone)).doesNotContain("Try again");
        assertThat(status(undone)).isEqualTo(503);
    }

    /** "Wes Xu is still to come" was said of somebody nobody expected. */
    @Test
    void onlyWhoHasBookedIsStillToComeOnceAPressIsUndone() throws Exception {
        var list = Sampled.of("attendee-service/get-events-event-attendees/before");
        var guest = list.first().with("status", "BOOKED").with("attendance", ELLA);
        SERVICES.answer(
                "GET /attendee/events/" + WINTER + "/attendees",
                list.holding(List.of(
                        guest.with("name", "Ella Marsh"),
                        guest.with("name", "Wes Xu").with("attendance", ASHA).with("walkIn", true))));

        assertThat(words(open(DOOR + "?result=UNDONE&who=" + ELLA))).contains("Undone. Ella Marsh is still to come.");
        assertThat(words(open(DOOR + "?result=UNDONE&who=" + ASHA)))
                .contains("Undone. Wes Xu isn't noted as here.")
                .doesNotContain("still to come");
    }

    /** Names cannot be told from codes then, and a code is what still works. */
    @Test
    void sixLettersAreACodeWhileTheListCannotBeRead() throws Exception {
        var door = open(DOOR);
        SERVICES.answer(
                PRESSES,
                Sampled.of("attendee-service/post-events-event-check-ins/welcome")
                        .with("attendance", ASHA));
        SERVICES.breaksAt("GET /attendee/events/" + WINTER + "/attendees");

        assertThat(words(find(door, "bcd fgh"))).contains("This person is in.");
        assertThat(SERVICES.sent(PRESSES).path("code").asString()).isEqualTo("bcdfgh");
        assertThat(words(open(DOOR + "?result=NOT_FOUND")))
                .contains("Nobody on the list has that code. Names can't be looked for just now.");
    }

    @Test
    void roomIsAskedForTruly() throws Exception {
        var waiting = Sampled.of("attendee-service/post-events-event-check-ins/waiting")
                .with("attendance", ELLA);
        SERVICES.answer(PRESSES, waiting.with("room", true));
        assertThat(words(pressElla())).contains("Ella Marsh is on the waiting list. There's room: let them in?");

        SERVICES.answer(PRESSES, waiting.with("room", false));
        bookedOf36(36);
        var full = pressElla();
        assertThat(words(full))
                .containsPattern(
                        "Ella Marsh is on the waiting list[.] All 36 places are taken, and (one person is|[0-9]+ people"
                                + " are) still to come[.] Let one more in[?]")
                .doesNotContain("the room may hold");
        SERVICES.answer(
                "GET /event/events/" + WINTER,
                OrganisersSeason.event("get-events-event/a-draft", WINTER).with("places", 3));
        assertThat(words(pressElla()))
                .as("as many are here as the room may hold")
                .contains("It's full: that's over the number the room may hold.");
        press(full, "Let them in");
        assertThat(SERVICES.sent(PRESSES).path("overLimit").asBoolean()).isTrue();

        bookedOf36(35);
        assertThat(words(pressElla())).contains("The places left are kept for somebody else.");
    }

    /** Whoever has an offer waits no more, and what is kept for them is not there once the room is full. */
    @Test
    void whoHasAnOfferIsSaidToHaveOne() throws Exception {
        var waiting = Sampled.of("attendee-service/post-events-event-check-ins/waiting")
                .with("attendance", offered());
        SERVICES.answer(PRESSES, waiting.with("room", true));
        var free = pressZainab();
        assertThat(words(free)).contains("Zainab Coates has an offer. There's room: let them in?");
        press(free, "Let them in");
        assertThat(SERVICES.sent(PRESSES).path("letIn").asBoolean()).isTrue();

        SERVICES.answer(PRESSES, waiting.with("room", false));
        bookedOf36(36);
        var full = pressZainab();
        assertThat(words(full))
                .contains("Zainab Coates has an offer. All 36 places are taken, and ")
                .doesNotContain("is on the waiting list");
        press(full, "Let them in");
        assertThat(SERVICES.sent(PRESSES).path("overLimit").asBoolean()).isTrue();

        bookedOf36(35);
        assertThat(words(pressZainab()))
                .contains("Zainab Coates has an offer. More places are promised than are left.");
    }

    /** Whoever is not on a list that few are on, or nobody, may have come all the same. */
    @Test
    void ofFewTheDoorSaysThatTheyWereCheckedIn() throws Exception {
        var start = clock.instant().minus(Duration.ofDays(90));
        SERVICES.answer(
                "GET /event/events/" + WINTER,
                OrganisersSeason.event("get-events-event/a-draft", WINTER)
                        .with("status", "CONCLUDED")
                        .with("startsAtInstant", start.toString())
                        .with("endsAtInstant", start.plus(Duration.ofHours(2)).toString()));
        var list = Sampled.of("attendee-service/get-events-event-attendees/before");
        var guest = list.first().with("status", "BOOKED");
        SERVICES.answer("GET /attendee/events/" + WINTER + "/attendees", list.holding(List.of(guest, guest)));

        assertThat(words(open(DOOR))).contains("0 of 2 checked in").doesNotContain("of 2 came");

        var here = guest.with("checkedInAt", start.toString());
        var fewOf = list.holding(List.of(here, guest, guest, guest, guest));
        SERVICES.answer("GET /attendee/events/" + WINTER + "/attendees", fewOf);
        assertThat(words(open(DOOR))).contains("1 of 5 checked in").doesNotContain("of 5 came");

        SERVICES.answer("GET /feedback/lists", OrganisersSeason.list(WINTER, true));
        assertThat(words(open(DOOR)))
                .as("an organiser says that this was all")
                .contains("1 of 5 came")
                .doesNotContain("of 5 checked in");
    }

    /** Whoever walked in was expected all the same, as feedback-service has it. */
    @Test
    void walkInsMakeAListThatIsNotShort() throws Exception {
        var start = clock.instant().minus(Duration.ofDays(90));
        SERVICES.answer(
                "GET /event/events/" + WINTER,
                OrganisersSeason.event("get-events-event/a-draft", WINTER)
                        .with("status", "CONCLUDED")
                        .with("startsAtInstant", start.toString())
                        .with("endsAtInstant", start.plus(Duration.ofHours(2)).toString()));
        var list = Sampled.of("attendee-service/get-events-event-attendees/before");
        var guest = list.first().with("status", "BOOKED").with("walkIn", false);
        var here = guest.with("checkedInAt", start.toString());
        var walkedIn = here.with("walkIn", true);
        SERVICES.answer(
                "GET /attendee/events/" + WINTER + "/attendees",
                list.holding(List.of(here, walkedIn, walkedIn, guest, guest, guest, guest)));

        assertThat(words(open(DOOR))).contains("1 of 5 came").doesNotContain("of 5 checked in");
    }

    /** Months later somebody turns out to have been there: nothing of it is said as on the evening. */
    @Test
    void onceTheDayIsOverThePageSaysSoAndWhatAPressDoes() throws Exception {
        var start = clock.instant().minus(Duration.ofDays(90));
        SERVICES.answer(
                "GET /event/events/" + WINTER,
                OrganisersSeason.event("get-events-event/a-draft", WINTER)
                        .with("status", "CONCLUDED")
                        .with("startsAtInstant", start.toString())
                        .with("endsAtInstant", start.plus(Duration.ofHours(2)).toString()));
        SERVICES.answer(
                PRESSES,
                Sampled.of("attendee-service/post-events-event-check-ins/welcome")
                        .with("attendance", ELLA));

        var door = open(DOOR);
        var pressed = pressElla();

        assertThat(words(door))
                .contains("This event is over.", "they count as having come", "3 of 11 came", "noted on 26 November")
                .doesNotContain("of 11 here", "in the room", "Let somebody else mind the door");
        assertThat(words(pressed)).contains("Noted: Ella Marsh came.").doesNotContain("say hello");
        assertThat(words(open(DOOR + "?result=UNDONE&who=" + ELLA))).contains("isn't noted as having come.");
        SERVICES.answer(
                PRESSES,
                Sampled.of("attendee-service/post-events-event-check-ins/waiting")
                        .with("attendance", ELLA)
                        .with("room", true));
        assertThat(words(press(pressElla(), "They were there")))
                .contains("Ella Marsh was on the waiting list. Were they there all the same?");
        assertThat(SERVICES.sent(PRESSES).path("letIn").asBoolean()).isTrue();
    }

    @Test
    void whereThereIsRoomThePressStaysWithinTheLimit() throws Exception {
        SERVICES.answer(
                PRESSES,
                Sampled.of("attendee-service/post-events-event-check-ins/waiting")
                        .with("attendance", ELLA)
                        .with("room", true));
        press(pressElla(), "Let them in");

        assertThat(SERVICES.sent(PRESSES).path("letIn").asBoolean()).isTrue();
        assertThat(SERVICES.sent(PRESSES).path("overLimit").asBoolean()).isFalse();
    }

    @Test
    void aPageWithScriptsGetsTheResultTheCountAndTheRowAlone() throws Exception {
        SERVICES.answer(
                PRESSES,
                Sampled.of("attendee-service/post-events-event-check-ins/welcome")
                        .with("attendance", ASHA));
        var parts = pressedWithScripts(ASHA, "");

        assertThat(parts)
                .contains("Asha Merrow", "id=\"p-" + ASHA + "\"", "id=\"door-count\"", "hx-swap-oob")
                .doesNotContain("<html", "Hamid Rook");
    }

    @Test
    void aPageThatStandsOpenIsToldTheCountAlone() throws Exception {
        var count = open(DOOR + "/count").getWebResponse().getContentAsString();

        assertThat(count)
                .contains("id=\"door-count\"", "3 of 11 here", "hx-swap-oob")
                .doesNotContain("<html", "Hamid Rook");
        assertThat(open(DOOR).getElementById("door-count").hasAttribute("hx-get"))
                .as("an organiser's page that asks by itself would never be idle")
                .isFalse();
    }

    /** It stood under "Undone. Gil Ford is still to come.", and came after the last press only with the page. */
    @Test
    void thatEverybodyIsHereIsPartOfWhatAPressSwapsAndSaidWhileItIsTrue() throws Exception {
        isOn();
        var guest = guest();
        var asha = guest.with("attendance", ASHA).with("name", "Asha Merrow");
        var hal = guest.with("attendance", ELLA).with("name", "Hal Gray").with("status", "WAITING");
        var here = asha.with("checkedInAt", clock.instant().toString());
        listed(here, hal);
        SERVICES.answer(
                PRESSES,
                Sampled.of("attendee-service/post-events-event-check-ins/welcome")
                        .with("attendance", ASHA));

        assertThat(words(open(DOOR))).contains(EVERYBODY).doesNotContain("Press a name");
        assertThat(pressedWithScripts(ASHA, "")).contains("id=\"door-everyone\"", "Everyone who booked is here.");
        assertThat(open(DOOR + "/count").getWebResponse().getContentAsString())
                .contains("id=\"door-everyone\"", "Everyone who booked is here.");
        assertThat(words(open(DOOR + "?result=WAITING&who=" + ELLA)))
                .as("Hal stands at the door")
                .contains("Hal Gray is on the waiting list")
                .doesNotContain(EVERYBODY);

        listed(asha, hal);
        assertThat(pressedWithScripts(ASHA, "/undo"))
                .contains("Undone. Asha Merrow is still to come.", "id=\"door-everyone\"")
                .doesNotContain("Everyone who booked is here.");
    }

    /** It was said the day before an event nobody had booked, once somebody had walked in, and of one online. */
    @Test
    void nobodyIsSaidToBeHereWhoCannotBe() throws Exception {
        var walkedIn =
                guest().with("walkIn", true).with("checkedInAt", clock.instant().toString());
        listed(walkedIn);
        isOn();
        assertThat(words(open(DOOR))).as("nobody booked").doesNotContain(EVERYBODY, "Press a name");

        listed(walkedIn.with("walkIn", false));
        assertThat(words(open(DOOR))).contains(EVERYBODY);
        isOn(Duration.ofDays(1), "The Crown");
        assertThat(words(open(DOOR))).as("the day before").doesNotContain(EVERYBODY);
        isOn(Duration.ofDays(-1), Duration.ofDays(2));
        assertThat(words(open(DOOR))).as("on its second day").doesNotContain(EVERYBODY);
        isOn(Duration.ofHours(-3), Duration.ofHours(2));
        assertThat(words(open(DOOR))).as("once it is over").doesNotContain(EVERYBODY);
        isOn(Duration.ZERO, "Online");
        assertThat(words(open(DOOR))).as("online").doesNotContain(EVERYBODY);
    }

    /** Sunday's door said of everybody who had come on Saturday that they are here, and greeted them as new. */
    @Test
    void onALaterDayWhoeverCameBeforeCameThenAndIsNotSaidToBeHere() throws Exception {
        isOn(Duration.ofDays(-1), Duration.ofDays(2));
        var first = clock.instant().minus(Duration.ofDays(1));
        var guest = guest().with("newcomer", true);
        listed(
                guest.with("attendance", ASHA).with("name", "Asha Merrow").with("checkedInAt", first.toString()),
                guest.with("attendance", ELLA)
                        .with("checkedInAt", clock.instant().toString()),
                guest.with("attendance", "a%031d".formatted(34))
                        .with("name", "Nia Fairbrother")
                        .with("checkedInAt", null));
        var then = SpokenTime.in(ZoneId.of("Europe/London")).timeAndDay(first, clock.instant());

        var door = open(DOOR);

        assertThat(words(door)).contains("2 of 3 have come").doesNotContain("of 3 here");
        assertThat(door.getElementById("p-" + ASHA).getTextContent())
                .contains("came at " + then)
                .doesNotContain("here since");
        assertThat(door.getElementById("p-" + ELLA).getTextContent()).contains("here since");
        assertThat(door.getElementById("p-a%031d".formatted(34)).getTextContent())
                .contains("First time");
        assertThat(words(open(DOOR + "?result=ALREADY_IN&who=" + ASHA)))
                .contains("Asha Merrow came at " + then + " and is noted as having come. Welcome them back.");
        var event = "/organise/events/" + WINTER;
        assertThat(words(open(event)))
                .contains("Have come 2", "Not come yet 1", "Came for the first time 2")
                .doesNotContain("say hello");
        var came = open(event + "?show=HERE");
        assertThat(words(came)).contains("Asha Merrow", "Came " + then).doesNotContain("Here " + then);
        assertThat(words(open(DOOR + "/arrivals"))).contains("2 came");
    }

    @Test
    void aNameIsToBePressedOnlyWhileOneStandsThere() throws Exception {
        isOn();
        listed();
        assertThat(words(open(DOOR))).contains("Nobody's on the list.").doesNotContain("Press a name");
        listed(guest().with("status", "CANCELLED"));
        assertThat(words(open(DOOR)))
                .contains("Type a name to look for somebody.")
                .doesNotContain("Press a name");
        listed(guest().with("name", "Asha Merrow")
                .with("checkedInAt", clock.instant().toString()));
        assertThat(words(find(open(DOOR), "asha")))
                .contains("Whoever's found is checked in already.")
                .doesNotContain("Press their name");
    }

    /** "Here" stood above nobody while somebody typed, and above whoever was undone. */
    @Test
    void eachRowSaysItsStandingAndNoHeadingDoes() throws Exception {
        var door = open(DOOR);

        assertThat(door.<HtmlElement>getByXPath("//main//h2")).isEmpty();
        assertThat(door.getElementById("p-" + ASHA).getTextContent()).contains("here since 6:31pm");
        assertThat(door.<HtmlElement>getByXPath("//ul[@class='names']")).hasSize(1);
    }

    /** "Came 12:30am" was said of an evening that ended at eight, and of whoever was undone then that they were to come. */
    @Test
    void whoIsNotedAfterTheEndOnItsDayCameAtNoTimeOfIt() throws Exception {
        isOn(Duration.ofHours(-3), "The Crown");
        var guest = guest().with("attendance", ASHA).with("name", "Asha Merrow");
        listed(guest.with("checkedInAt", clock.instant().toString()));

        for (var path : List.of(DOOR, "/organise/events/" + WINTER + "?show=HERE")) {
            assertThat(words(open(path))).as(path).contains("noted afterwards").doesNotContain("9am", "9:00am");
        }
        assertThat(words(open(DOOR + "?result=ALREADY_IN&who=" + ASHA))).contains("Asha Merrow is noted already.");
        listed(guest);
        assertThat(words(open(DOOR + "?result=UNDONE&who=" + ASHA)))
                .contains("Undone. Asha Merrow isn't noted as having come.")
                .doesNotContain("still to come");
    }

    /** Until midnight the door spoke as on the evening: "1 of 5 here", "here since", "First time: say hello". */
    @Test
    void onceItHasEndedNobodyIsSaidToBeHere() throws Exception {
        var guest = guest().with(
                        "checkedInAt",
                        clock.instant().minus(Duration.ofMinutes(90)).toString());
        listed(guest.with("attendance", ASHA), guest.with("attendance", ELLA).with("checkedInAt", null));
        isOn(Duration.ofMinutes(-119), "The Crown");
        assertThat(words(open(DOOR))).as("on").contains("1 of 2 here", "here since");

        isOn(Duration.ofMinutes(-121), "The Crown");
        assertThat(words(open(DOOR)))
                .contains("This event is over.", "1 of 2 came", "came at")
                .doesNotContain(" here", "say hello");
        assertThat(words(open(DOOR.replace("/check-in", "/walk-in"))))
                .contains("They were there")
                .doesNotContain("Let them in");
        assertThat(words(open("/organise/events/" + WINTER + "/door-link")))
                .as("whoever minds the door has it until midnight")
                .contains("It works on");
    }

    /** "Noted on 29 November" was said that very day of whoever came to what begins at four in the morning. */
    @Test
    void whoComesBeforeFiveInTheMorningCameThatMorning() throws Exception {
        SERVICES.answer(
                "GET /event/events/" + WINTER,
                OrganisersSeason.event("get-events-event/a-draft", WINTER)
                        .with("startsAtInstant", "2026-11-29T04:00:00Z")
                        .with("endsAtInstant", "2026-11-29T10:00:00Z"));
        listed(guest().with("attendance", ASHA).with("checkedInAt", "2026-11-29T04:05:00Z"));

        assertThat(words(open(DOOR))).contains("4:05am").doesNotContain("noted on", "Sunday 29 November, 4:05am");
    }

    /** The form for a walk-in asked as on the evening whatever had become of it. */
    @Test
    void whoeverIsNotOnTheListOfAnEventThatIsOverWasThere() throws Exception {
        var asked = DOOR.replace("/check-in", "/walk-in");
        isOn();
        var on = open(asked);
        assertThat(on.getTitleText()).isEqualTo("Someone not on the list: Winter Warmer - Natter");
        var day = DateTimeFormatter.ofPattern("EEEE d MMMM", Locale.UK)
                .format(clock.instant().atZone(ZoneId.of("Europe/London")));
        assertThat(words(on)).contains("Winter Warmer", day, "Let them in", "Only then can we ask");

        isOn(Duration.ofDays(-30), "The Crown");
        SERVICES.answer(
                "GET /feedback/events/" + WINTER + "/feedback",
                OrganisersSeason.answers().with("closesAt", "2026-11-04T23:59:00Z"));
        SERVICES.answer(
                "POST /attendee/events/" + WINTER + "/walk-ins",
                Sampled.of("attendee-service/post-events-event-walk-ins/over-limit"));
        bookedOf36(36);
        var over = open(asked);
        assertThat(words(over))
                .contains("They were there", "Answers how it was have closed.")
                .doesNotContain("Let them in", "Only then can we ask how it was");
        type(over, "name", "Maurice Tydd");
        over.getElementsByName("sector").get(0).click();
        assertThat(words(press(over, "They were there")))
                .contains("Every place was taken.")
                .doesNotContain("the room may hold");
    }

    @Test
    void nobodyIsLetInToWhatWasCalledOff() throws Exception {
        SERVICES.answer(
                "GET /event/events/" + WINTER,
                OrganisersSeason.event("get-events-event/called-off", WINTER).with("status", "CANCELLED"));

        var page = open(DOOR.replace("/check-in", "/walk-in"));

        assertThat(path(page)).isEqualTo(DOOR);
        assertThat(words(page)).contains("This was called off, so nobody is checked in any more.");
        assertThat(words(open("/organise/events/" + WINTER + "/waiting")))
                .doesNotContain("everyone who wants to come can");
    }

    private void isOn() {
        isOn(Duration.ZERO, "The Crown");
    }

    /** It begins so long from now, for two hours. */
    private void isOn(Duration fromNow, String venue) {
        isOn(fromNow, Duration.ofHours(2), venue);
    }

    private void isOn(Duration fromNow, Duration lasting) {
        isOn(fromNow, lasting, "The Crown");
    }

    private void isOn(Duration fromNow, Duration lasting, String venue) {
        var start = clock.instant().plus(fromNow);
        SERVICES.answer(
                "GET /event/events/" + WINTER,
                OrganisersSeason.event("get-events-event/a-draft", WINTER)
                        .with("venue.name", venue)
                        .with("startsAtInstant", start.toString())
                        .with("endsAtInstant", start.plus(lasting).toString()));
    }

    private static Sampled guest() {
        return Sampled.of("attendee-service/get-events-event-attendees/before")
                .first()
                .with("status", "BOOKED")
                .with("walkIn", false);
    }

    private static void listed(Sampled... guests) {
        SERVICES.answer(
                "GET /attendee/events/" + WINTER + "/attendees",
                Sampled.of("attendee-service/get-events-event-attendees/before").holding(List.of(guests)));
    }

    /** What comes back for a press of somebody's name, or of "Undo", by a page with scripts. */
    private String pressedWithScripts(String attendance, String undo) throws Exception {
        return answerToAPress(attendance, undo).getContentAsString();
    }

    private WebResponse answerToAPress(String attendance, String undo) throws Exception {
        var page = open("/organise/events/" + OrganisersSeason.PUB + "/check-in");
        var press = new WebRequest(URI.create(address(DOOR + undo)).toURL(), HttpMethod.POST);
        press.setAdditionalHeader("HX-Request", "true");
        press.setRequestParameters(List.of(
                new NameValuePair("attendance", attendance),
                new NameValuePair(
                        "_csrf",
                        page.<HtmlElement>getFirstByXPath("//input[@name='_csrf']")
                                .getAttribute("value"))));
        var answer = browser.getPage(press).getWebResponse();
        assertThat(answer.getResponseHeaderValue("HX-Replace-Url"))
                .as("opened again, the page says nothing of an earlier press")
                .isEqualTo(DOOR);
        return answer;
    }

    /** A clock time alone would be one of the evening. */
    @Test
    void whoIsNotedOnAnotherDayCameAtNoTimeOfTheEvening() throws Exception {
        var pub = OrganisersSeason.PUB;
        var all = Sampled.of("attendee-service/get-events-event-attendees/before");
        var guest = all.first().with("status", "BOOKED");
        SERVICES.answer(
                "GET /attendee/events/" + pub + "/attendees",
                all.holding(List.of(
                        guest.with("attendance", ELLA)
                                .with("name", "Ella Marsh")
                                .with("checkedInAt", "2026-10-15T18:31:00Z"),
                        guest.with("attendance", ASHA)
                                .with("name", "Asha Merrow")
                                .with("checkedInAt", "2026-10-16T08:57:00Z"))));

        for (var path : List.of("/check-in", "?show=HERE")) {
            assertThat(words(open("/organise/events/" + pub + path)))
                    .contains("7:31pm", "noted on 16 October")
                    .doesNotContain("9:57am");
        }
    }

    /** The page that somebody presses names on says which evening it is for. */
    @Test
    void theDayStandsUnderTheTitleAsOnEveryPageOfAnEvent() throws Exception {
        SERVICES.answer(
                "GET /feedback/events/" + PUB + "/mixing",
                Sampled.of("feedback-service/get-events-event-mixing/collecting"));
        var paths = routes.getHandlerMethods().keySet().stream()
                .filter(route -> route.getMethodsCondition().getMethods().contains(RequestMethod.GET))
                .flatMap(route -> route.getPatternValues().stream())
                .filter(path -> path.startsWith("/organise/events/{event}"))
                .filter(path -> !path.matches(".*/(count|now)")) // parts of pages that stand open
                .toList();
        assertThat(paths).hasSizeGreaterThan(10);
        for (var path : paths) {
            var event =
                    path.matches(".*/(publish|delete)") ? DRAFT : path.matches(".*/(feedback|mixing)") ? PUB : WINTER;
            var says = OrganisersSeason.overview(event).json();
            var address = path.replace("{event}", event).replace("{attendance}", ELLA);
            var page = open(address);

            assertThat(path(page)).isEqualTo(address);
            assertThat(page.getTitleText()).as(path).contains(says.path("title").asString());
            var day = SpokenTime.longDay(
                    LocalDate.parse(says.path("startsAt").asString().substring(0, 10)));
            assertThat(page.<HtmlElement>getFirstByXPath("//h1/following::p[contains(., '" + day + "')]"))
                    .as(path + ": " + words(page))
                    .isNotNull();
        }
    }

    /** After a quiet hour a press ended on a bare sign-in page, and Ella was in nobody's list. */
    @Test
    void whoIsSignedOutAtTheDoorReadsWhoIsNotInAndComesBackToIt() throws Exception {
        var door = open(DOOR);
        clock.move(Duration.ofMinutes(65));
        try {
            var pressed = door.<HtmlElement>getFirstByXPath("//button[contains(., 'Ella Marsh')]")
                    .<HtmlPage>click();

            assertThat(words(pressed)).contains("Ella Marsh isn't checked in yet: sign in, then press again.");
            assertThat(SERVICES.calls(PRESSES.split(" ")[0], PRESSES.split(" ")[1]))
                    .isEmpty();
            type(pressed, "email", OWNER);
            type(pressed, "password", "a wrong one, typed in a hurry");
            var again = press(pressed, "Sign in");
            type(again, "email", OWNER);
            type(again, "password", PASSWORD);
            POST.purgeEmailFromAllMailboxes();
            var code = press(again, "Sign in");
            type(code, "code", mailedCode());
            assertThat(path(press(code, "Continue"))).isEqualTo(DOOR);

            clock.move(Duration.ofMinutes(65));
            var typed = open(DOOR);
            assertThat(path(typed)).isEqualTo("/account/sign-in");
            assertThat(typed.getElementsByName("door").get(0).getAttribute("value"))
                    .isEqualTo(WINTER);
            assertThat(words(typed)).doesNotContain("checked in yet");
        } finally {
            clock.move(Duration.ofMinutes(-130));
        }
    }

    private HtmlPage pressElla() throws Exception {
        return open(DOOR)
                .<HtmlElement>getFirstByXPath("//button[contains(., 'Ella Marsh')]")
                .click();
    }

    private HtmlPage pressZainab() throws Exception {
        return find(open(DOOR), "zainab")
                .<HtmlElement>getFirstByXPath("//button[contains(., 'Zainab Coates')]")
                .click();
    }

    private String offered() throws Exception {
        return open(DOOR)
                .<HtmlElement>getFirstByXPath("//li[contains(., 'Zainab Coates')]")
                .getId()
                .replace("p-", "");
    }

    private static HtmlPage find(HtmlPage page, String typed) throws Exception {
        type(page, "q", typed);
        return press(page, "Find");
    }

    private static List<String> shown(HtmlPage page) {
        return page.<HtmlElement>getByXPath("//li[not(@hidden)]//button[contains(@class, 'name')]").stream()
                .map(button -> button.getTextContent().strip().replaceAll("\\s+", " "))
                .toList();
    }

    private static int hiddenRows(HtmlPage page) {
        return page.getByXPath("//li[@hidden][@data-find]").size();
    }

    private static void bookedOf36(int booked) {
        SERVICES.answer(
                "GET /attendee/events/" + WINTER + "/places",
                Sampled.of("attendee-service/get-events-event-places/some-free")
                        .with("places", 36)
                        .with("booked", booked));
    }
}
