package org.natter.web.organiser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.natter.web.OrganisersSeason.ASHA;
import static org.natter.web.OrganisersSeason.DRAFT;
import static org.natter.web.OrganisersSeason.ELLA;
import static org.natter.web.OrganisersSeason.OFF;
import static org.natter.web.OrganisersSeason.PUB;
import static org.natter.web.OrganisersSeason.WINTER;

import java.time.Duration;
import java.util.List;
import org.htmlunit.html.HtmlInput;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.natter.web.OrganisersSeason;
import org.natter.web.WholeWebBody;
import org.natter.web.stub.Sampled;

/** What organisers do for somebody who told them. */
class ForOthersPagesTest extends WholeWebBody {

    private static final String ADD = "/organise/events/" + WINTER + "/bookings/new";
    private static final String ADDING = "/attendee/bookings/by-hand";
    private static final String CANCEL = "/organise/events/" + WINTER + "/bookings/" + ELLA + "/cancel";
    private static final String CANCELLING = "/attendee/events/" + WINTER + "/bookings/" + ELLA;
    private static final String NIA = "a0000000000000000000000000000030";

    @BeforeEach
    void somebodyIsIn() throws Exception {
        ownerIn();
        SERVICES.answer("POST " + ADDING, adding("room"));
        SERVICES.answer("DELETE " + CANCELLING, cancelling("cancelled"));
    }

    @Test
    void somebodyIsAddedByHandOnceHoweverOftenTheButtonIsPressed() throws Exception {
        var page = open("/organise/events/" + WINTER)
                .getAnchorByText("Add somebody")
                .<HtmlPage>click();
        fillIn(page);

        var after = press(page, "Book their place");
        press(page, "Book their place");

        assertThat(words(after)).contains("They have a place, and an email with a link of their own is on its way.");
        var calls = SERVICES.calls("POST", ADDING);
        assertThat(calls).hasSize(2);
        assertThat(calls.get(0).key()).isNotEmpty().isEqualTo(calls.get(1).key());
        var sent = SERVICES.sent("POST " + ADDING);
        assertThat(sent.path("name").asString()).isEqualTo("Jo Larkspur");
        assertThat(sent.path("email").asString()).isEqualTo("jo@library.example");
        assertThat(sent.path("listed").asBoolean())
                .as("nobody is put on the list by others")
                .isFalse();
        assertThat(after.getUrl().toString()).doesNotContain("Larkspur", "jo@");
    }

    /** One address was mailed as often as somebody asked. */
    @Test
    void oneAddressIsMailedAFewTimesOnlyAndOthersAreStillAdded() throws Exception {
        var page = open(ADD);
        fillIn(page);
        type(page, "email", "often@library.example");
        for (var time = 0; time < 10; time++) {
            assertThat(status(press(page, "Book their place"))).isEqualTo(200);
        }

        assertThat(status(press(page, "Book their place"))).isEqualTo(429);
        assertThat(SERVICES.calls("POST", ADDING)).hasSize(10);
        type(page, "email", "another@library.example");
        assertThat(status(press(page, "Book their place"))).isEqualTo(200);
    }

    @Test
    void whereItIsFullThePageSaysSoBeforeAndAfter() throws Exception {
        SERVICES.answer(
                "GET /attendee/events/" + WINTER + "/places",
                Sampled.of("attendee-service/get-events-event-places/full"));
        SERVICES.answer("POST " + ADDING, adding("full"));
        var page = open(ADD);
        assertThat(words(page))
                .contains("It's full for now. Whoever you add now joins the line, and we'll email them")
                .doesNotContain("Their place is booked at once");
        fillIn(page);

        assertThat(words(press(page, "Put them in line")))
                .as("the same for everybody, whether the address is known or not")
                .contains("they're in line. If they had a place already, or an offer of one, that place is theirs.");

        startsIn(Duration.ofMinutes(60));
        assertThat(words(open(ADD)))
                .as("by hand a place may still be offered, and an offer is its own")
                .contains("you can offer them one", "If they have a place on offer already, that one is theirs.")
                .doesNotContain("too close to the start to offer places by email");
    }

    @Test
    void whatIsLeftOutOfSomebodyElseIsAskedForAndKeepsTheRest() throws Exception {
        var page = open(ADD);
        type(page, "organisation", "City Library");
        page = press(page, "Book their place");

        assertThat(status(page)).isEqualTo(422);
        assertThat(words(page))
                .contains("Enter their name", "Enter their email address", "Choose a kind of library", "Tick the box");
        assertThat(((HtmlInput) page.getElementById("organisation")).getValue()).isEqualTo("City Library");
        assertThat(SERVICES.calls("POST", ADDING)).isEmpty();

        SERVICES.answer(
                "POST " + ADDING,
                adding("nothing-filled-in")
                        .keeping(
                                "errors",
                                error -> error.path("field").asString().equals("email")));
        fillIn(page);
        page = press(page, "Book their place");
        assertThat(status(page)).isEqualTo(422);
        assertThat(words(page)).contains("Enter an email address, like sam@library.example");
        assertThat(((HtmlInput) page.getElementById("name")).getValue()).isEqualTo("Jo Larkspur");
    }

    @Test
    void whatWasTypedIsInTheBoxesWhateverHasBecomeOfTheEvent() throws Exception {
        var page = open(ADD);
        fillIn(page);
        SERVICES.answer("POST " + ADDING, adding("booking-closed"));
        page = press(page, "Book their place");
        assertThat(words(page)).contains("It has begun, is over or was called off meanwhile. Nothing has changed.");

        calledOff();
        page = press(page, "Book their place");
        assertThat(status(page)).isEqualTo(422);
        assertThat(words(page))
                .contains("It was called off, so nobody can be booked any more.")
                .doesNotContain("Their place is booked at once", "Book their place");
        assertThat(((HtmlInput) page.getElementById("email")).getValue()).isEqualTo("jo@library.example");
    }

    @Test
    void whatWasTypedSurvivesAServiceThatIsDownAndAnEventPublishedThisMoment() throws Exception {
        var page = open(ADD);
        fillIn(page);
        SERVICES.answer("POST " + ADDING, adding("unknown-event"));
        page = press(page, "Book their place");
        assertThat(words(page)).contains("Booking for this one opens in a moment.");
        SERVICES.sendToSleep("attendee");

        page = press(page, "Book their place");

        assertThat(status(page)).isEqualTo(503);
        assertThat(((HtmlInput) page.getElementById("name")).getValue()).isEqualTo("Jo Larkspur");
    }

    @Test
    void whereNobodyCanBeBookedNothingIsOffered() throws Exception {
        for (var closed : List.of(DRAFT, PUB, OFF)) {
            assertThat(words(open("/organise/events/" + closed))).doesNotContain("Add somebody");
            assertThat(path(open("/organise/events/" + closed + "/bookings/new")))
                    .isEqualTo("/organise/events/" + closed);
        }
    }

    @Test
    void aBookingIsCancelledForSomebodyAfterAQuestionThatNamesThemAndTheEvent() throws Exception {
        var page = open("/organise/events/" + WINTER)
                .<org.htmlunit.html.HtmlAnchor>getFirstByXPath("//a[@aria-label='Cancel for Ella Marsh']")
                .<HtmlPage>click();

        assertThat(words(page))
                .contains("Cancel the place of Ella Marsh?", "Winter Warmer", "Thursday 26 November 2026")
                .contains("On the list since ", "the code ends in ")
                .contains("They get an email that says an organiser cancelled it, and how to book again.");
        assertThat(SERVICES.calls("DELETE", CANCELLING)).isEmpty();
        var after = press(page, "Cancel their place");
        assertThat(words(after))
                .contains("Cancelled. An email to them says so; if it can't reach them, the Outbox tells you.");
        assertThat(SERVICES.calls("DELETE", CANCELLING)).hasSize(1);
    }

    @Test
    void whoWaitsIsTakenOffTheList() throws Exception {
        SERVICES.answer("DELETE /attendee/events/" + WINTER + "/bookings/" + NIA, cancelling("cancelled"));
        var page = open("/organise/events/" + WINTER + "/waiting")
                .<org.htmlunit.html.HtmlAnchor>getFirstByXPath("//a[@aria-label='Cancel for Nia Fairbrother']")
                .<HtmlPage>click();

        assertThat(words(page)).contains("Take Nia Fairbrother off the list?").doesNotContain("place of");
        assertThat(words(press(page, "Take them off the list")))
                .contains("They're off the list. An email to them says so;");
    }

    /** A place was left an hour before the start, and nobody in line could be given it before the door. */
    @Test
    void aPlaceThatIsLeftIsOfferedToWhomeverTheOrganiserChooses() throws Exception {
        var offering = "/attendee/events/" + WINTER + "/bookings/" + NIA + "/offer";
        var sample = "attendee-service/post-events-event-bookings-attendance-offer/";
        var waiting = "/organise/events/" + WINTER + "/waiting";
        SERVICES.answer(
                "GET /attendee/events/" + WINTER + "/places",
                Sampled.of("attendee-service/get-events-event-places/full"));
        assertThat(words(open(waiting))).doesNotContain("Offer a place");
        SERVICES.answer(
                "GET /attendee/events/" + WINTER + "/places",
                Sampled.of("attendee-service/get-events-event-places/full").with("free", 1));
        SERVICES.answer("POST " + offering, Sampled.of(sample + "offered"));
        var page = open(waiting);
        var button = page.<org.htmlunit.html.HtmlButton>getFirstByXPath(
                "//button[@aria-label='Offer a place to Nia Fairbrother']");

        assertThat(words(button.<HtmlPage>click())).contains("Offered. An email to them says until when");
        assertThat(SERVICES.calls("POST", offering)).hasSize(1);
        for (var refused : List.of("full", "waits-no-more", "booking-closed")) {
            SERVICES.answer("POST " + offering, Sampled.of(sample + refused));
            assertThat(words(open(waiting)
                            .<org.htmlunit.html.HtmlButton>getFirstByXPath(
                                    "//button[@aria-label='Offer a place to Nia Fairbrother']")
                            .<HtmlPage>click()))
                    .contains("Nothing has changed: there's no place left to offer");
        }
    }

    /** Of a draft there are none, and whatever has begun offers none. */
    @Test
    void howManyPlacesAreLeftIsAskedOnlyWhereOneCanBeOffered() throws Exception {
        for (var event : List.of(OFF, PUB)) {
            open("/organise/events/" + event + "/waiting");
            assertThat(SERVICES.calls("GET", "/attendee/events/" + event + "/places"))
                    .isEmpty();
        }
        var waiting = "/organise/events/" + WINTER + "/waiting";
        var places = "/attendee/events/" + WINTER + "/places";
        open(waiting);
        assertThat(SERVICES.calls("GET", places)).hasSize(1);
        SERVICES.answer(
                "GET /event/events/" + WINTER,
                OrganisersSeason.event("get-events-event/a-draft", WINTER).with("status", "DRAFT"));
        open(waiting);
        assertThat(SERVICES.calls("GET", places)).hasSize(1);
    }

    @Test
    void whatCannotBeCancelledIsSaidKindly() throws Exception {
        assertThat(words(open("/organise/events/" + WINTER + "/bookings/" + ASHA + "/cancel")))
                .contains("Nothing to cancel", "Asha Merrow", "They're checked in")
                .doesNotContain("Cancel their place");
        assertThat(words(open("/organise/events/" + WINTER + "/bookings/a0000000000000000000000000000032/cancel")))
                .contains("It's cancelled already, or has run out.");
        assertThat(status(open("/organise/events/" + WINTER + "/bookings/a0000000000000000000000000000099/cancel")))
                .isEqualTo(404);

        var page = open(CANCEL);
        SERVICES.answer("DELETE " + CANCELLING, cancelling("already-here"));
        assertThat(words(press(page, "Cancel their place"))).contains("They've been checked in meanwhile");

        calledOff();
        SERVICES.answer("DELETE " + CANCELLING, cancelling("booking-closed"));
        assertThat(words(press(page, "Cancel their place")))
                .contains("Nothing to cancel", "It was called off, and everybody with a place was told.");
        assertThat(words(open("/organise/events/" + WINTER))).doesNotContain("Cancel for");
    }

    @Test
    void closeToTheStartNobodyIsPromisedTheOffer() throws Exception {
        assertThat(words(open(CANCEL))).contains("The next person in line is offered the place.");
        startsIn(Duration.ofMinutes(60));
        assertThat(words(open(CANCEL)))
                .contains("too close to the start", "you can offer it to somebody in line")
                .doesNotContain("is offered the place", "by email");
        startsIn(Duration.ofMinutes(-20));
        assertThat(words(open(CANCEL))).doesNotContain("how to book again", "is offered the place");
        startsIn(Duration.ofHours(-20));
        assertThat(words(open(CANCEL))).contains("It's over, so there's nothing left to cancel.");
    }

    @Test
    void anotherRegionsEventIsNotThere() throws Exception {
        OrganisersSeason.noSuchEvent(SERVICES, WINTER);

        assertThat(status(open(ADD))).isEqualTo(404);
        assertThat(status(open(CANCEL))).isEqualTo(404);
    }

    private static void fillIn(HtmlPage page) throws Exception {
        type(page, "name", "Jo Larkspur");
        type(page, "email", "jo@library.example");
        tick(page, "public");
        tick(page, "They're 18 or over");
    }

    private static void calledOff() {
        SERVICES.answer(
                "GET /event/events/" + WINTER,
                OrganisersSeason.event("get-events-event/a-draft", WINTER).with("status", "CANCELLED"));
    }

    private void startsIn(Duration time) {
        var starts = clock.instant().plus(time);
        SERVICES.answer(
                "GET /event/events/" + WINTER,
                OrganisersSeason.event("get-events-event/a-draft", WINTER)
                        .with("startsAtInstant", starts.toString())
                        .with("endsAtInstant", starts.plus(Duration.ofHours(2)).toString()));
    }

    private static Sampled adding(String name) {
        return Sampled.of("attendee-service/post-bookings-by-hand/" + name);
    }

    private static Sampled cancelling(String name) {
        return Sampled.of("attendee-service/delete-events-event-bookings-attendance/" + name);
    }
}
