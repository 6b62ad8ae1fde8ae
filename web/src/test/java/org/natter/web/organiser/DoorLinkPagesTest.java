package org.natter.web.organiser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.natter.web.OrganisersSeason.ASHA;
import static org.natter.web.OrganisersSeason.PUB;
import static org.natter.web.OrganisersSeason.WINTER;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.htmlunit.HttpMethod;
import org.htmlunit.Page;
import org.htmlunit.WebClient;
import org.htmlunit.WebRequest;
import org.htmlunit.html.HtmlElement;
import org.htmlunit.html.HtmlPage;
import org.htmlunit.util.NameValuePair;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.natter.web.OrganisersSeason;
import org.natter.web.WholeWebBody;
import org.natter.web.account.DoorDay;
import org.natter.web.account.DoorLinks;
import org.natter.web.account.Doors;
import org.natter.web.account.Doors.Lent;
import org.natter.web.account.Organisers;
import org.natter.web.account.SessionKeys;
import org.natter.web.services.EventId;
import org.natter.web.services.LinkToken;
import org.natter.web.stub.Call;
import org.natter.web.stub.Sampled;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The door of one event, lent for its day by a link. */
class DoorLinkPagesTest extends WholeWebBody {

    private static final String EVENT = "/organise/events/" + WINTER;
    private static final String CHECK_IN = EVENT + "/check-in";
    private static final String OFF =
            "This link to the door of Winter Warmer was switched off Whoever you've checked in stays checked in."
                    + " Ask Marguerite for a new one.";
    private static final String OFF_AND_OVER =
            "This link to the door of Winter Warmer was switched off Whoever you've checked in stays checked in."
                    + " The event is over. Thank you for minding the door.";

    private final WebClient phone = browser();

    @Autowired
    private Organisers organisers;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping routes;

    @BeforeEach
    void itIsTheDay() throws Exception {
        begins(Duration.ZERO);
        ownerIn();
    }

    @AfterEach
    void hangUp() {
        phone.close();
    }

    @Test
    void aLinkOpensTheDoorOfItsEventAndEveryPressGoesAsThatDoor() throws Exception {
        var door = openDoor(makeLink());

        assertThat(path(door)).isEqualTo(CHECK_IN);
        assertThat(door.getElementById("door-count").getAttribute("hx-get")).isEqualTo(CHECK_IN + "/count");
        assertThat(door.getElementById("door-count").getAttribute("hx-trigger")).isEqualTo("every 20s");
        assertThat(door.<HtmlElement>getFirstByXPath("//header").getTextContent())
                .contains("Winter Warmer")
                .doesNotContain("Events", "Outbox");
        assertThat(words(button(door, "Ella Marsh").click())).contains("Ella Marsh is in. First time: say hello.");
        row(door, ASHA).<HtmlElement>getFirstByXPath(".//button").click();
        var walkIn = in(phone, EVENT + "/walk-in");
        type(walkIn, "name", "Maurice Tydd");
        walkIn.getElementsByName("sector").get(0).click();
        assertThat(path(press(walkIn, "Let them in"))).isEqualTo(CHECK_IN);

        assertThat(byTheDoor())
                .extracting(Call::name)
                .contains(
                        "GET /attendee/events/" + WINTER + "/attendees",
                        "POST /attendee/events/" + WINTER + "/check-ins",
                        "DELETE /attendee/events/" + WINTER + "/check-ins/" + ASHA,
                        "POST /attendee/events/" + WINTER + "/walk-ins");
        for (var call : byTheDoor()) {
            assertThat(call.claims().getStringClaim("event")).isEqualTo(WINTER);
            assertThat(call.claims().getSubject()).matches("[0-9a-f]{32}").isNotEqualTo(ownersId());
        }
    }

    /** Whoever minds the door for an evening needs nobody who has given their place up, and looks for names and codes. */
    @Test
    void aHelpersPageHoldsNobodyWhoIsNotComing() throws Exception {
        var door = openDoor(makeLink());

        assertThat(door.asXml()).contains("Nia Fairbrother", "Zainab Coates").doesNotContain("Vivien", "vivien");
        assertThat(words(find(door, "Vivien Tansley")))
                .contains("Nobody called 'Vivien Tansley' on the list. Add them");
        assertThat(words(find(door, "city library"))).contains("Nobody called 'city library' on the list.");
        assertThat(words(find(door, "nia fair"))).contains("Nia Fairbrother Waiting");
        assertThat(open(CHECK_IN).asXml()).as("an organiser's").contains("Vivien Tansley");
    }

    /** A walk-in who was undone stayed in the helper's list as somebody who is here. */
    @Test
    void whoIsUndoneAndNotForAHelpersListLeavesIt() throws Exception {
        var door = openDoor(makeLink());
        var list = Sampled.of("attendee-service/get-events-event-attendees/before");
        SERVICES.answer(
                "GET /attendee/events/" + WINTER + "/attendees",
                list.holding(List.of(list.first()
                        .with("attendance", ASHA)
                        .with("name", "Asha Merrow")
                        .with("walkIn", true)
                        .with("status", "CANCELLED"))));
        var undo = new WebRequest(URI.create(address(CHECK_IN + "/undo")).toURL(), HttpMethod.POST);
        undo.setAdditionalHeader("HX-Request", "true");
        undo.setRequestParameters(List.of(
                new NameValuePair("attendance", ASHA),
                new NameValuePair(
                        "_csrf", door.getElementsByName("_csrf").get(0).getAttribute("value"))));

        var parts = phone.getPage(undo).getWebResponse().getContentAsString();

        assertThat(parts).contains("Undone.", "<li id=\"p-" + ASHA + "\" hx-swap-oob=\"delete\"></li>");
    }

    /** Six letters may be a code: what comes of them does not tell whether somebody of that name has cancelled. */
    @Test
    void aHelperLearnsNothingOfThoseWhoAreNotComingBySixLetters() throws Exception {
        SERVICES.answer(
                "POST /attendee/events/" + WINTER + "/check-ins",
                Sampled.of("attendee-service/post-events-event-check-ins/not-found"));
        var door = openDoor(makeLink());

        assertThat(words(find(door, "Vivien")))
                .contains("Nobody on the list has that code or that name.")
                .isEqualTo(words(find(door, "Martin")));
    }

    private static HtmlPage find(HtmlPage page, String typed) throws Exception {
        type(page, "q", typed);
        return press(page, "Find");
    }

    /** Every route of organisers, looked at and posted to, of the door's event and of another. */
    @Test
    void everyOtherPageOfOrganisersStaysShut() throws Exception {
        openDoor(makeLink());

        var open = new ArrayList<String>();
        for (var method : List.of(RequestMethod.GET, RequestMethod.POST)) {
            for (var path : organisersPaths(method)) {
                for (var event : List.of(WINTER, PUB)) {
                    var address = path.replaceFirst("\\{[^}]*}", event).replaceAll("\\{[^}]*}", "1");
                    Page answer = phone.getPage(request(method, address));
                    var status = answer.getWebResponse().getStatusCode();
                    if (status != 403) {
                        open.add(method + " " + address);
                    } else {
                        assertThat(words((HtmlPage) answer))
                                .as(address)
                                .containsAnyOf("This phone has the door", "This phone has another door by now");
                    }
                }
            }
        }

        assertThat(organisersPaths(RequestMethod.GET)).hasSizeGreaterThan(15);
        assertThat(organisersPaths(RequestMethod.POST)).hasSizeGreaterThan(10);
        assertThat(open)
                .containsExactlyInAnyOrder(
                        "GET " + CHECK_IN,
                        "GET " + CHECK_IN + "/count",
                        "GET " + CHECK_IN + "/arrivals",
                        "GET " + CHECK_IN + "/arrivals/now",
                        "GET " + EVENT + "/walk-in",
                        "POST " + CHECK_IN,
                        "POST " + CHECK_IN + "/undo",
                        "POST " + EVENT + "/walk-in");
    }

    @Test
    void theDoorsPageLeadsNowhereElse() throws Exception {
        var door = openDoor(makeLink());

        assertThat(door.getAnchors())
                .extracting(anchor -> anchor.getHrefAttribute().replaceFirst("[?].*", ""))
                .allMatch(address -> Set.of("#main", CHECK_IN, CHECK_IN + "/arrivals", EVENT + "/walk-in")
                        .contains(address));
        assertThat(door.getForms())
                .extracting(form -> form.getActionAttribute())
                .allMatch(address ->
                        Set.of(CHECK_IN, CHECK_IN + "/undo", "/door/close").contains(address));
        var shut = in(phone, "/organise/team");
        assertThat(path(shut.getAnchorByText("Back to check-in").click())).isEqualTo(CHECK_IN);
    }

    @Test
    void lookingAtALinkChangesNothingAndOnlyItsButtonOpensTheDoor() throws Exception {
        var link = makeLink();
        var sessions = mongo.getCollection("session").countDocuments();

        for (var method : List.of("GET", "HEAD", "GET")) {
            var answer = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(address(link)))
                                    .method(method, HttpRequest.BodyPublishers.noBody())
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
            assertThat(answer.headers().firstValue("Referrer-Policy")).contains("no-referrer");
            assertThat(answer.headers().firstValue("X-Robots-Tag").orElse("")).contains("noindex");
        }
        var page = in(phone, link);
        assertThat(words(page))
                .contains("The door of Winter Warmer", "this phone checks people in until", "It opens nothing else.");
        assertThat(page.getTitleText()).doesNotContain(secret(link));
        assertThat(page.getAnchors())
                .noneMatch(anchor -> anchor.getHrefAttribute().contains(secret(link)));
        for (var form : page.getForms()) {
            phone.getPage(form.getWebRequest(null));
        }

        assertThat(mongo.getCollection("session").countDocuments()).isEqualTo(sessions);
        assertThat(path(in(phone, CHECK_IN))).isEqualTo("/account/sign-in");
        assertThat(SERVICES.calls()).allMatch(call -> call.method().equals("GET"));
    }

    @Test
    void switchedOffEveryPhoneIsOutAtItsNextClick() throws Exception {
        var link = makeLink();
        var door = openDoor(link);
        try (var another = browser()) {
            var second = press(in(another, link), "Open the door for Winter Warmer");
            assertThat(path(second)).isEqualTo(CHECK_IN);

            assertThat(words(open(EVENT))).contains("A door link is on. Made by Marguerite Oake on ");
            var off = press(open(EVENT), "Switch it off");
            assertThat(words(off)).contains("Make a door link").doesNotContain("Switch it off");

            var pressed = (HtmlPage) button(door, "Hamid Rook").click();
            assertThat(words(pressed).strip())
                    .isEqualTo(saying("That press didn't get through: the door wasn't open any more."));
            assertThat(words(in(phone, CHECK_IN)).strip()).isEqualTo(OFF);
            assertThat(words(in(another, CHECK_IN)).strip()).isEqualTo(OFF);
            assertThat(words(in(another, link)).strip()).isEqualTo(OFF);
            assertThat(status(in(another, link))).isEqualTo(410);
        }
        assertThat(SERVICES.calls("POST", "/attendee/events/" + WINTER + "/check-ins"))
                .isEmpty();
    }

    private static String saying(String words) {
        return OFF.replace(" off Whoever", " off " + words + " Whoever");
    }

    /** All that was typed about somebody was gone, and nobody was told that they are not in. */
    @Test
    void whatWasTypedOfAWalkInIsOnThePageThatSaysThatTheDoorHasClosed() throws Exception {
        openDoor(makeLink());
        var walkIn = in(phone, EVENT + "/walk-in");
        type(walkIn, "name", "Maurice Tydd");
        type(walkIn, "email", "maurice@retired.example");
        walkIn.getElementsByName("sector").get(0).click();
        press(open(EVENT), "Switch it off");

        var late = press(walkIn, "Let them in");

        assertThat(words(late))
                .contains(
                        saying("Maurice Tydd isn't checked in: the door wasn't open any more when you pressed."),
                        "What you typed",
                        "maurice@retired.example")
                .doesNotContain("PUBLIC");
        assertThat(SERVICES.calls("POST", "/attendee/events/" + WINTER + "/walk-ins"))
                .isEmpty();
    }

    /** The phone's session, too, is over once it has lain there for a night. */
    @Test
    void whatWasTypedIsOnThePageThatAsksWhoItIsOnceTheSessionIsOver() throws Exception {
        openDoor(makeLink());
        var walkIn = in(phone, EVENT + "/walk-in");
        type(walkIn, "name", "Maurice Tydd");
        type(walkIn, "email", "maurice@retired.example");
        walkIn.getElementsByName("sector").get(0).click();
        clock.move(Duration.ofDays(1));
        try {
            assertThat(words(press(walkIn, "Let them in")))
                    .contains(
                            "Maurice Tydd isn't checked in yet: sign in, then press again.",
                            "What you typed",
                            "maurice@retired.example");
        } finally {
            clock.move(Duration.ofDays(-1));
        }
    }

    @Test
    void theLinkIsThereForACameraToo() throws Exception {
        var page = press(open(EVENT + "/door-link"), "Make a door link");

        var picture = page.<HtmlElement>getFirstByXPath("//figure");
        assertThat(picture.asXml()).contains("aria-label=\"The link as squares for a camera\"", "h1v1h-1z");
        assertThat(page.getElementById("door-address").hasAttribute("readonly")).isTrue();
    }

    @Test
    void anotherLinkReplacesTheFormerAndPressedTwiceIsOne() throws Exception {
        var first = makeLink();
        openDoor(first);
        var page = open(EVENT + "/door-link");

        var second = link(press(page, "Make another instead"));
        var again = link(press(page, "Make another instead"));

        assertThat(second).isNotEqualTo(first).isEqualTo(again);
        assertThat(words(in(phone, CHECK_IN)).strip()).isEqualTo(OFF);
        assertThat(status(in(phone, first))).isEqualTo(404);
        assertThat(words(in(phone, first))).contains("This door link opens nothing");
        assertThat(path(openDoor(second))).isEqualTo(CHECK_IN);

        press(open(EVENT + "/door-link"), "Switch it off");
        press(page, "Make another instead");
        assertThat(words(open(EVENT))).as("a page from before").doesNotContain("A door link is on.");
    }

    @Test
    void anOlderPageSwitchesNoNewerLinkOff() throws Exception {
        makeLink();
        var older = open(EVENT);
        press(open(EVENT + "/door-link"), "Make another instead");

        press(older, "Switch it off");

        assertThat(words(open(EVENT))).contains("A door link is on.");
    }

    @Test
    void onlyWhoeverMadeItSeesTheLinkItself() throws Exception {
        var link = makeLink();
        assertThat(link(open(EVENT + "/door-link"))).isEqualTo(link);

        organiserIn();

        var seen = open(EVENT + "/door-link");
        assertThat(words(seen)).contains("Only whoever made it has seen it", "Made by Marguerite Oake on ");
        assertThat(seen.getWebResponse().getContentAsString()).doesNotContain(secret(link));
        assertThat(mongo.getCollection("door_link").find().first().toJson()).doesNotContain(secret(link));
    }

    @Test
    void aLinkIsAsGoodAsItsMaker() throws Exception {
        organiserIn();
        var link = makeLink();
        openDoor(link);
        var kofi = organisers.all().stream()
                .filter(one -> !one.owner())
                .findFirst()
                .orElseThrow();

        organisers.remove(kofi.id(), clock.instant());

        assertThat(words(in(phone, CHECK_IN)))
                .contains(
                        "This link to the door of Winter Warmer was switched off", "Ask the organisers for a new one.");
    }

    @Test
    void beforeItsTimeALinkSaysWhenAndAfterItsDayThatItIsOver() throws Exception {
        begins(Duration.ofDays(3));
        var link = makeLink();

        var early = in(phone, link);
        assertThat(words(early))
                .contains("Check-in for Winter Warmer opens at ", "Keep this link, and open it again then.");
        assertThat(early.getTitleText()).isEqualTo("The door of Winter Warmer - Natter");
        assertThat(early.getElementsByTagName("form")).isEmpty();

        clock.move(Duration.ofDays(3));
        try {
            openDoor(link);
            clock.move(Duration.ofDays(1));
            var over = in(phone, CHECK_IN);
            assertThat(path(over)).isEqualTo("/account/sign-in");
            assertThat(words(over)).contains("Minding the door? Open your door link again.");
            var closed = in(phone, link);
            assertThat(status(closed)).isEqualTo(410);
            assertThat(words(closed))
                    .contains(
                            "Check-in for Winter Warmer has closed",
                            "This link worked on ",
                            "Thank you for minding the door.");
            assertThat(path(signedInAgain(EVENT + "/door-link")))
                    .as("nothing to lend any more")
                    .isEqualTo(EVENT);
        } finally {
            clock.move(Duration.ofDays(-4));
        }
    }

    @Test
    void switchedOffItSaysOnceTheDayIsOverThatTheEventIs() throws Exception {
        var link = makeLink();
        openDoor(link);
        press(open(EVENT), "Switch it off");
        clock.move(Duration.ofDays(1));
        try {
            assertThat(words(in(phone, link)).strip()).isEqualTo(OFF_AND_OVER);
            SERVICES.sendToSleep("event");
            assertThat(words(in(phone, link)).strip())
                    .as("by the link's own day")
                    .isEqualTo(OFF_AND_OVER.replace("Winter Warmer", "this event"));
        } finally {
            clock.move(Duration.ofDays(-1));
        }
    }

    /** Of several days one is over, and there is another door to lend. */
    @Test
    void switchedOffItLeadsToANewOneWhileTheEventGoesOn() throws Exception {
        begins(Duration.ZERO, Duration.ofHours(30));
        var link = makeLink();
        openDoor(link);
        press(open(EVENT), "Switch it off");
        clock.move(Duration.ofDays(1));
        try {
            assertThat(words(in(phone, link)).strip()).isEqualTo(OFF);
        } finally {
            clock.move(Duration.ofDays(-1));
        }
    }

    /** On the second day it thanked whoever stood there to mind the door, and left them there. */
    @Test
    void onceItsDayIsOverItLeadsToTheNextDaysLinkWhileTheEventGoesOn() throws Exception {
        begins(Duration.ZERO, Duration.ofHours(30));
        var page = press(open(EVENT + "/door-link"), "Make a door link");
        assertThat(words(page)).contains("Each day of the event has a link of its own");
        var link = link(page);
        clock.move(Duration.ofDays(1));
        try {
            assertThat(words(in(phone, link)))
                    .contains(
                            "Check-in for Winter Warmer has closed",
                            "Each day of the event has a link of its own. Ask Marguerite for a new one.")
                    .doesNotContain("Thank you");
        } finally {
            clock.move(Duration.ofDays(-1));
        }
    }

    /** Until midnight of the last day it asked for another link to a door that nobody minds any more. */
    @Test
    void onceAllOfItIsOverAnEarlierDaysLinkThanksAtOnce() throws Exception {
        begins(Duration.ZERO, Duration.ofHours(25));
        var link = makeLink();
        var ahead = Duration.ofHours(25).plusMinutes(1);
        clock.move(ahead);
        try {
            assertThat(words(in(phone, link)))
                    .contains("Thank you for minding the door.")
                    .doesNotContain("for a new one", "Each day");
        } finally {
            clock.move(ahead.negated());
        }
    }

    /** The second day's link opened two hours before the hour at which the first had begun, when the event was over. */
    @Test
    void onLaterDaysTheDoorOpensInTheMorningAndTheLastPromisesNoOtherLink() throws Exception {
        var zone = ZoneId.of("Europe/London");
        var saturday = LocalDate.ofInstant(clock.instant(), zone).plusDays(1);
        begins(
                Duration.between(
                        clock.instant(), saturday.atTime(18, 0).atZone(zone).toInstant()),
                Duration.ofHours(21));
        var first = press(open(EVENT + "/door-link"), "Make a door link");
        assertThat(words(first)).contains(", from 4pm to midnight. Each day of the event has a link of its own");
        var ahead = Duration.between(
                clock.instant(), saturday.plusDays(1).atTime(9, 30).atZone(zone).toInstant());
        clock.move(ahead);
        try {
            assertThat(words(in(phone, link(first)))).contains("Ask Marguerite for a new one.");
            var offered = signedInAgain(EVENT).getAnchorByText("Let somebody else mind the door");
            var second = press((HtmlPage) offered.click(), "Make a door link");
            assertThat(words(second)).contains(", from 6am to midnight.").doesNotContain("Each day of the event");
            assertThat(words(open("/organise/team"))).contains(", from 6am to midnight");
            assertThat(path(openDoor(link(second)))).isEqualTo(CHECK_IN);
        } finally {
            clock.move(ahead.negated());
        }
    }

    @Test
    void aQuietHourDoesNotCloseTheDoor() throws Exception {
        openDoor(makeLink());

        clock.move(Duration.ofMinutes(65));

        assertThat(path(in(phone, CHECK_IN))).isEqualTo(CHECK_IN);
        assertThat(path(open("/organise"))).isEqualTo("/account/sign-in");
    }

    @Test
    void anOwnerSeesEveryDoorThatIsLentAndSwitchesItOff() throws Exception {
        assertThat(words(open("/organise/team"))).contains("Door links No door link is on.");
        var link = makeLink();
        openDoor(link);

        var team = open("/organise/team");
        assertThat(words(team)).contains("Winter Warmer", ", from ", "Marguerite Oake Switch off");
        assertThat(team.asXml()).doesNotContain(secret(link));
        SERVICES.sendToSleep("event");
        var nameless = open("/organise/team");
        assertThat(words(nameless)).contains("An event whose name we can't load just now");
        SERVICES.wake();
        press(open(EVENT + "/door-link"), "Make another instead");
        press(team, "Switch off the door of Winter Warmer");
        assertThat(words(open("/organise/team"))).as("a page from before").contains("Winter Warmer");

        var off = press(open("/organise/team"), "Switch off the door of Winter Warmer");

        assertThat(path(off)).isEqualTo("/organise/team");
        assertThat(words(off)).contains("No door link is on.").doesNotContain("Winter Warmer");
        assertThat(words(in(phone, CHECK_IN)).strip()).isEqualTo(OFF);
    }

    @Test
    void aDoorWhoseDayIsOverIsNotOnTheTeamsPage() throws Exception {
        makeLink();
        clock.move(Duration.ofDays(1));
        try {
            assertThat(words(signedInAgain("/organise/team"))).contains("No door link is on.");
        } finally {
            clock.move(Duration.ofDays(-1));
        }
    }

    @Test
    void anEventThatIsCalledOffHasNoDoor() throws Exception {
        openDoor(makeLink());
        var form = open(EVENT + "/call-off");
        type(form, "reason", "The boiler has gone.");
        press(form, "Call it off and tell them");

        assertThat(words(in(phone, CHECK_IN))).contains("This link to the door of Winter Warmer was switched off");
    }

    @Test
    void noDoorIsOpenOnceAnEventIsKnownToBeCalledOff() throws Exception {
        var link = makeLink();
        openDoor(link);
        SERVICES.answer(
                "GET /event/programme/" + WINTER,
                OrganisersSeason.event("get-programme-event/called-off", WINTER).with("status", "CANCELLED"));

        assertThat(words(in(phone, link))).contains("Winter Warmer has been called off", "There's no door to mind.");
        assertThat(words(in(phone, CHECK_IN))).contains("Winter Warmer has been called off");
        assertThat(path(in(phone, EVENT + "/walk-in"))).isEqualTo("/door");
    }

    @Test
    void aLinkFollowsItsEventToAnotherDay() throws Exception {
        var link = makeLink();
        var moved = OrganisersSeason.event("put-events-event/a-draft", WINTER)
                .with(
                        "startsAtInstant",
                        clock.instant().plus(Duration.ofDays(7)).toString())
                .with("endsAtInstant", clock.instant().plus(Duration.ofDays(7)).toString());
        SERVICES.answer("PUT /event/events/" + WINTER, moved);

        press(open(EVENT + "/edit"), "Save");

        assertThat(words(in(phone, link))).contains("Check-in for Winter Warmer opens at ");
    }

    /** An event of several days has a link for each. */
    @Test
    void aLinkWhoseDayIsOverStaysOverWhenItsEventIsChanged(@Autowired DoorLinks links) throws Exception {
        var link = makeLink();
        var event = new EventId(WINTER);
        var made = links.of(event).orElseThrow();
        var saturday = DoorDay.of(
                made.day().from(),
                made.day().until().plus(Duration.ofDays(1)),
                made.day().zone(),
                made.day().until());

        var moved = new Lent(event, made.region(), saturday, made.eventVersion() + 2);
        links.move(moved, made.day().until().plusSeconds(1));

        assertThat(links.of(event)).contains(made);
        links.move(moved, made.day().until().minusSeconds(1));
        assertThat(links.of(event).orElseThrow().day()).isEqualTo(saturday);
        assertThat(Doors.opens(new LinkToken(link.substring(link.lastIndexOf('/') + 1)), made))
                .isTrue();
    }

    /** Two organisers save at once, and the first save is heard of last. */
    @Test
    void anEarlierChangeHeardLateMovesNoLinkBack(@Autowired DoorLinks links) throws Exception {
        makeLink();
        var made = links.of(new EventId(WINTER)).orElseThrow();
        var now = made.day().from();
        var later = new DoorDay(
                now, made.day().until().plus(Duration.ofDays(2)), made.day().zone());
        var earlier = new DoorDay(
                now, made.day().until().plus(Duration.ofDays(1)), made.day().zone());

        links.move(new Lent(made.event(), made.region(), later, made.eventVersion() + 2), now);
        links.move(new Lent(made.event(), made.region(), earlier, made.eventVersion() + 1), now);

        assertThat(links.of(made.event()).orElseThrow().day()).isEqualTo(later);
        assertThat(links.put(made, made.id())).as("a link for the earlier day").isFalse();
    }

    @Test
    void theTeamsPageAsksOnceHoweverManyDoorsAreLent(@Autowired Doors doors, @Autowired DoorLinks links)
            throws Exception {
        makeLink();
        var made = links.of(new EventId(WINTER)).orElseThrow();
        var owner = organisers.all().get(0);
        for (var lent = 0; lent < 40; lent++) {
            doors.lend(
                    new Lent(new EventId("%032x".formatted(lent)), made.region(), made.day(), 1),
                    owner,
                    "",
                    clock.instant());
        }
        var before = SERVICES.calls().size();

        var team = open("/organise/team");

        assertThat(team.getElementsByIdAndOrName("link")).hasSize(41);
        assertThat(words(team)).contains("Winter Warmer", "An event whose name we can't load just now");
        assertThat(SERVICES.calls().subList(before, SERVICES.calls().size())).hasSizeLessThan(5);
    }

    @Test
    void nobodyBehindALinkLetsInWithoutEnd() throws Exception {
        openDoor(makeLink());
        for (int i = 0; i < 60; i++) {
            assertThat(path(walkIn("Maurice Tydd " + i))).isEqualTo(CHECK_IN);
        }

        assertThat(status(walkIn("Maurice Tydd"))).isEqualTo(429);
        assertThat(status(in(phone, CHECK_IN))).isEqualTo(200);
    }

    @Test
    void onePhoneAtItsEndShutsNoOtherOut() throws Exception {
        var link = makeLink();
        openDoor(link);
        for (int i = 0; i < 61; i++) {
            walkIn("Maurice Tydd " + i);
        }
        phone.getCookieManager().clearCookies(); // as in another phone

        openDoor(link);

        assertThat(path(walkIn("Maurice Tydd"))).isEqualTo(CHECK_IN);
    }

    /** Each press is a message, or a look for a code: nobody needs one every second for ten minutes. */
    @Test
    void checkingInAndUndoingBehindALinkHaveAnEnd() throws Exception {
        openDoor(makeLink());
        var door = in(phone, CHECK_IN);
        phone.getOptions().setRedirectEnabled(false);
        for (int i = 0; i < 600; i++) {
            assertThat(pressNothing(door)).isEqualTo(302);
        }

        assertThat(pressNothing(door)).isEqualTo(429);
    }

    /** The box of the door, empty. */
    private int pressNothing(HtmlPage door) throws Exception {
        var form = new WebRequest(URI.create(address(CHECK_IN)).toURL(), HttpMethod.POST);
        form.setRequestParameters(List.of(new NameValuePair(
                "_csrf", door.getElementsByName("_csrf").get(0).getAttribute("value"))));
        return phone.loadWebResponse(form).getStatusCode();
    }

    /** A full room asks for a second press, which is no second walk-in. */
    @Test
    void whatIsRefusedAtTheDoorIsNoWalkIn() throws Exception {
        openDoor(makeLink());
        SERVICES.answer(
                "POST /attendee/events/" + WINTER + "/walk-ins",
                Sampled.of("attendee-service/post-events-event-walk-ins/over-limit"));

        for (int i = 0; i < 61; i++) {
            assertThat(status(walkIn("Maurice Tydd"))).isEqualTo(422);
        }
    }

    /** Nobody learns without an end what a service says to whatever they try. */
    @Test
    void pressesThatAreRefusedAtTheDoorHaveAnEndToo() throws Exception {
        openDoor(makeLink());
        SERVICES.answer(
                "POST /attendee/events/" + WINTER + "/walk-ins",
                Sampled.of("attendee-service/post-events-event-walk-ins/over-limit"));
        for (int i = 0; i < 5; i++) {
            assertThat(status(walkIn(""))).as("the form itself says no").isEqualTo(422);
        }
        for (int i = 0; i < 120; i++) {
            assertThat(status(walkIn("Maurice Tydd"))).isEqualTo(422);
        }

        assertThat(status(walkIn("Maurice Tydd"))).isEqualTo(429);
        assertThat(SERVICES.calls("POST", "/attendee/events/" + WINTER + "/walk-ins"))
                .hasSize(120);
    }

    private HtmlPage walkIn(String name) throws Exception {
        var form = in(phone, EVENT + "/walk-in");
        type(form, "name", name);
        form.getElementsByName("sector").get(0).click();
        return press(form, "Let them in");
    }

    @Test
    void theDoorOpensWhileEventServiceIsDown() throws Exception {
        var link = makeLink();
        SERVICES.sendToSleep("event");

        var page = in(phone, link);
        assertThat(words(page)).contains("The door of this event");
        assertThat(words(press(page, "Open the door"))).contains("Ella Marsh");
    }

    @Test
    void openingTheDoorEndsWhateverElseWasOpenInThatBrowser() throws Exception {
        var link = makeLink();
        var page = open(link);
        assertThat(words(page)).contains("signs you out in this browser");

        press(page, "Open the door for Winter Warmer");

        assertThat(status(open("/organise"))).isEqualTo(403);
        assertThat(words(press(open(CHECK_IN), "Close the door on this phone")))
                .contains("The door is closed on this phone");
        assertThat(path(open(CHECK_IN))).isEqualTo("/account/sign-in");
    }

    @Test
    void guessingLinksHasToWaitAndAGoodOneGoesOn() throws Exception {
        var link = makeLink();
        for (var tries = 0; tries < 30; tries++) {
            assertThat(status(in(phone, "/door/" + WINTER + "." + SessionKeys.fresh())))
                    .isEqualTo(404);
        }

        assertThat(status(in(phone, "/door/" + WINTER + "." + SessionKeys.fresh())))
                .isEqualTo(429);
        assertThat(status(in(phone, "/door/whatever"))).isEqualTo(429);
        assertThat(path(openDoor(link))).isEqualTo(CHECK_IN);
    }

    @Test
    void nobodyLendsTheDoorOfAnotherRegionsEvent() throws Exception {
        var page = open(EVENT + "/door-link");
        OrganisersSeason.noSuchEvent(SERVICES, WINTER);

        assertThat(status(press(page, "Make a door link"))).isEqualTo(404);
        assertThat(status(open(EVENT + "/door-link"))).isEqualTo(404);
        assertThat(mongo.getCollection("door_link").countDocuments()).isZero();
    }

    /** The event is on, for an organiser and for everybody, so long from now, for two hours. */
    private void begins(Duration fromNow) {
        begins(fromNow, Duration.ofHours(2));
    }

    private void begins(Duration fromNow, Duration goesOn) {
        var start = clock.instant().plus(fromNow);
        for (var call : List.of("events", "programme")) {
            var file = call.equals("events") ? "get-events-event/a-draft" : "get-programme-event/published";
            SERVICES.answer(
                    "GET /event/" + call + "/" + WINTER,
                    OrganisersSeason.event(file, WINTER)
                            .with("startsAtInstant", start.toString())
                            .with("endsAtInstant", start.plus(goesOn).toString()));
        }
    }

    /** The path of the link that has just been made. */
    private String makeLink() throws Exception {
        return link(press(open(EVENT + "/door-link"), "Make a door link"));
    }

    private static String link(HtmlPage page) {
        var address = page.getElementById("door-address").getAttribute("value");
        assertThat(address).startsWith("http://127.0.0.1:8080/door/");
        return URI.create(address).getPath();
    }

    private static String secret(String link) {
        return link.substring(link.indexOf('.') + 1);
    }

    private HtmlPage openDoor(String link) throws Exception {
        return press(in(phone, link), "Open the door for Winter Warmer");
    }

    private HtmlPage in(WebClient browser, String path) throws Exception {
        return browser.getPage(address(path));
    }

    private HtmlPage signedInAgain(String path) throws Exception {
        POST.purgeEmailFromAllMailboxes();
        signIn(OWNER, PASSWORD);
        return open(path);
    }

    private static HtmlElement button(HtmlPage page, String name) {
        return page.getFirstByXPath("//button[contains(@class, 'name')][contains(., '" + name + "')]");
    }

    private static HtmlElement row(HtmlPage page, String attendance) {
        return page.getHtmlElementById("p-" + attendance);
    }

    private List<Call> byTheDoor() {
        return SERVICES.calls().stream()
                .filter(call -> "DOOR".equals(call.claims().getClaim("role")))
                .toList();
    }

    private String ownersId() {
        return organisers.all().get(0).id().value();
    }

    private List<String> organisersPaths(RequestMethod method) {
        return routes.getHandlerMethods().keySet().stream()
                .filter(route -> route.getMethodsCondition().getMethods().contains(method))
                .flatMap(route -> route.getPatternValues().stream())
                .filter(path -> path.startsWith("/organise"))
                .toList();
    }

    /** "That page is for organisers", to whoever had opened the door of another event in between. */
    @Test
    void whatWasTypedAtADoorThatThePhoneHasNoMoreIsOnThePageThatSaysSo() throws Exception {
        openDoor(makeLink());
        var press = request(RequestMethod.POST, "/organise/events/" + PUB + "/walk-in");
        var fields = new ArrayList<>(press.getRequestParameters());
        fields.add(new NameValuePair("name", "Jory Penfold"));
        press.setRequestParameters(fields);

        HtmlPage answer = phone.getPage(press);

        assertThat(status(answer)).isEqualTo(403);
        assertThat(words(answer))
                .contains("This phone has another door by now", "that press let nobody in", "Jory Penfold")
                .doesNotContain("for organisers");
        assertThat(answer.<HtmlElement>getFirstByXPath("//*[@data-waits]").hasAttribute("hidden"))
                .as("it waits there by a script alone, which says so")
                .isTrue();
        assertThat(answer.getElementById("main").getAttribute("data-door-closed"))
                .isEqualTo("yes");
    }

    /** "That page is for organisers", and nobody was told that the press had let nobody in. */
    @Test
    void aPressAtADoorThatThePhoneHasNoMoreSaysThatItChangedNothing() throws Exception {
        openDoor(makeLink());
        for (var path : List.of("/check-in", "/check-in/undo")) {
            HtmlPage answer = phone.getPage(request(RequestMethod.POST, "/organise/events/" + PUB + path));

            assertThat(status(answer)).isEqualTo(403);
            assertThat(words(answer))
                    .contains("This phone has another door by now", "that press changed nothing", "then press again")
                    .doesNotContain("for organisers", "waits there");
        }
        assertThat(words(in(phone, "/organise/events/" + PUB + "/check-in")))
                .contains("This phone has another door by now", "open its link once more")
                .doesNotContain("for organisers", "press");
    }

    private WebRequest request(RequestMethod method, String path) throws Exception {
        var url = URI.create(address(path)).toURL();
        if (method == RequestMethod.GET) {
            return new WebRequest(url);
        }
        var request = new WebRequest(url, HttpMethod.POST);
        var token = in(phone, CHECK_IN)
                .<HtmlElement>getFirstByXPath("//input[@name='_csrf']")
                .getAttribute("value");
        request.setRequestParameters(List.of(new NameValuePair("_csrf", token)));
        return request;
    }
}
