package org.natter.web.organiser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.natter.web.OrganisersSeason.DRAFT;
import static org.natter.web.OrganisersSeason.WINTER;

import java.util.List;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.natter.web.OrganisersSeason;
import org.natter.web.WholeWebBody;
import org.natter.web.stub.Sampled;

/** A form from before somebody else's change, or about another region, changes nothing unseen and loses no word. */
class StaleFormsTest extends WholeWebBody {

    private static final String EDIT = "/organise/events/" + WINTER + "/edit";
    private static final String PUT = "PUT /event/events/" + WINTER;

    @BeforeEach
    void somebodyIsIn() throws Exception {
        ownerIn();
    }

    @Test
    void anEditSaysWhatItWasFilledFrom() throws Exception {
        var page = open(EDIT);
        var version = page.<org.htmlunit.html.HtmlInput>getFirstByXPath("//input[@name='version']")
                .getValue();

        save(page);

        assertThat(SERVICES.last("PUT", "/event/events/" + WINTER).orElseThrow().query())
                .isEqualTo("version=" + version);
        assertThat(SERVICES.sent(PUT).path("zone").asString()).isEqualTo("Europe/London");
    }

    /** An edit page left open once put time and place back, and mailed everybody twice. */
    @Test
    void whatSomebodyElseChangedIsSaidAndNothingIsOverwritten() throws Exception {
        var page = open(EDIT);
        type(page, "description", "Bring a friend,\r\nor come alone.");
        type(page, "title", "Winter Warmest");
        somebodyElseMovesIt();
        SERVICES.answer(PUT, Sampled.of("event-service/put-events-event/changed-meanwhile"));

        page = save(page);

        assertThat(status(page)).isEqualTo(409);
        assertThat(words(page))
                .contains("Somebody has changed this event since you opened it. Nothing of yours is saved yet")
                .contains("Name of the place is now: The Mitre", "Starts is now: 7:30pm")
                .contains("Name is now: Winter Walk. What you typed is still in the box.")
                .doesNotContain("What it's like is now");
        assertThat(value(page, "venueName")).isEqualTo("The Mitre");
        assertThat(value(page, "start")).isEqualTo("19:30");
        assertThat(value(page, "title")).isEqualTo("Winter Warmest");
        assertThat(page.getElementById("description").getTextContent()).contains("or come alone.");

        SERVICES.answer(PUT, OrganisersSeason.event("put-events-event/as-read", WINTER));
        var saved = save(page);

        assertThat(status(saved)).isEqualTo(200);
        var sent = SERVICES.last("PUT", "/event/events/" + WINTER).orElseThrow();
        assertThat(sent.query()).isEqualTo("version=9");
        assertThat(sent.body()).contains("The Mitre", "Winter Warmest", "or come alone.", "19:30");
    }

    @Test
    void aDraftPublishedMeanwhileIsNotChangedUnseen() throws Exception {
        var page = open("/organise/events/" + DRAFT + "/edit");
        SERVICES.answer(
                "GET /event/events/" + DRAFT,
                OrganisersSeason.event("get-events-event/a-draft", DRAFT)
                        .with("status", "PUBLISHED")
                        .with("version", 9));
        SERVICES.answer("PUT /event/events/" + DRAFT, Sampled.of("event-service/put-events-event/changed-meanwhile"));

        page = save(page);

        assertThat(status(page)).isEqualTo(409);
        assertThat(words(page)).contains("This event has been published since you opened it.");
    }

    @Test
    void publishingAndCallingOffAreAboutWhatWasRead() throws Exception {
        SERVICES.answer(
                "POST /event/events/" + DRAFT + "/publish",
                Sampled.of("event-service/post-events-event-publish/changed-meanwhile"));
        SERVICES.answer(
                "POST /event/events/" + WINTER + "/cancel",
                Sampled.of("event-service/post-events-event-cancel/changed-meanwhile"));

        var publishing = press(open("/organise/events/" + DRAFT + "/publish"), "Publish");
        var callingOff = open("/organise/events/" + WINTER + "/call-off");
        type(callingOff, "reason", "The boiler has gone.");
        callingOff = press(callingOff, "Call it off and tell them");

        assertThat(words(publishing)).contains("Somebody has changed this event since you opened this page.");
        assertThat(words(callingOff)).contains("Somebody has changed this event since you opened this page.");
        assertThat(callingOff.getElementById("reason").getTextContent().strip()).isEqualTo("The boiler has gone.");
        assertThat(SERVICES.last("POST", "/event/events/" + DRAFT + "/publish")
                        .orElseThrow()
                        .query())
                .startsWith("version=");
    }

    /** "It has been called off already." stood above a form that promised the emails once more. */
    @Test
    void whatHasBecomeOfItMeanwhileIsSaidByItsPageAndNotAskedAboutAgain() throws Exception {
        var callingOff = open("/organise/events/" + WINTER + "/call-off");
        var publishing = open("/organise/events/" + DRAFT + "/publish");
        var deleting = open("/organise/events/" + DRAFT + "/delete");
        SERVICES.answer(
                "POST /event/events/" + WINTER + "/cancel",
                Sampled.of("event-service/post-events-event-cancel/other-words"));
        SERVICES.answer(
                "GET /event/events/" + WINTER,
                OrganisersSeason.event("get-events-event/called-off", WINTER).with("status", "CANCELLED"));
        SERVICES.answer(
                "POST /event/events/" + DRAFT + "/publish",
                Sampled.of("event-service/post-events-event-publish/changed-meanwhile"));
        SERVICES.answer("DELETE /event/events/" + DRAFT, Sampled.of("event-service/delete-events-event/published"));
        SERVICES.answer(
                "GET /event/events/" + DRAFT,
                OrganisersSeason.event("get-events-event/a-draft", DRAFT)
                        .with("status", "PUBLISHED")
                        .with("version", 9));
        type(callingOff, "reason", "Snow.");

        callingOff = press(callingOff, "Call it off and tell them");
        publishing = press(publishing, "Publish");
        deleting = press(deleting, "Delete the draft");

        assertThat(status(callingOff)).isEqualTo(409);
        assertThat(words(callingOff))
                .contains("It has been called off already.", "What you typed, to copy from here Snow.")
                .doesNotContain("gets your reason", "will get an email");
        for (var page : List.of(publishing, deleting)) {
            assertThat(path(page)).isEqualTo("/organise/events/" + DRAFT);
            assertThat(words(page)).contains("It has been published already.");
        }
    }

    /** Whoever had the form open over the calling off got a form that could not be saved. */
    @Test
    void aFormOfWhatWasCalledOffMeanwhileGivesItsWordsBackAndIsNoFormAnyMore() throws Exception {
        var edit = open("/organise/events/" + WINTER + "/edit");
        SERVICES.answer(
                "GET /event/events/" + WINTER,
                OrganisersSeason.event("get-events-event/called-off", WINTER).with("status", "CANCELLED"));
        type(edit, "description", "Bring a friend.");

        var closed = press(edit, "Save");

        assertThat(status(closed)).isEqualTo(409);
        assertThat(words(closed))
                .contains("It was called off", "What you typed, to copy from here Bring a friend.")
                .doesNotContain("Leave without saving");
        assertThat(closed.getElementById("title")).isNull();
        assertThat(SERVICES.calls("PUT", "/event/events/" + WINTER)).isEmpty();
    }

    /** A form that cannot be saved is no form: what can still be done is said instead, and who hears of it. */
    @Test
    void whatIsOverOrCalledOffHasNoFormAndSaysWhatCanStillBeDone() throws Exception {
        var over = OrganisersSeason.event("get-events-event/a-draft", OrganisersSeason.PUB);
        SERVICES.answer("GET /event/events/" + OrganisersSeason.PUB, over);
        var page = open("/organise/events/" + OrganisersSeason.PUB + "/edit");

        assertThat(page.getElementById("title")).isNull();
        assertThat(words(page))
                .contains("It's over", "can't be changed any more")
                .contains("Note who came after all", "Nobody gets an email about the change itself");

        assertThat(words(open("/organise/events/" + OrganisersSeason.OFF + "/edit")))
                .contains("It was called off")
                .doesNotContain("Note who came");
    }

    /** Two organisers name hosts at once: the second is told, and the first one's are not dropped unseen. */
    @Test
    void hostsThatSomebodyElseNamedAreNotDropped() throws Exception {
        var list = "GET /attendee/events/" + WINTER + "/attendees";
        var everybody = Sampled.of("attendee-service/get-events-event-attendees/before");
        SERVICES.answer(
                list,
                everybody.holding(
                        List.of(everybody.first().with("status", "BOOKED").with("host", false))));
        var page = open("/organise/events/" + WINTER + "/hosts");
        SERVICES.answer(
                list,
                everybody.holding(
                        List.of(everybody.first().with("status", "BOOKED").with("host", true))));

        page = press(page, "Save");

        assertThat(status(page)).isEqualTo(409);
        assertThat(words(page)).contains("Somebody has said who hosts it since you opened this page: ");
        assertThat(SERVICES.calls("PUT", "/attendee/events/" + WINTER + "/hosts"))
                .isEmpty();

        SERVICES.answer(
                "PUT /attendee/events/" + WINTER + "/hosts",
                Sampled.of("attendee-service/put-events-event-hosts/nobody"));
        assertThat(path(press(page, "Save"))).isEqualTo("/organise/events/" + WINTER);
    }

    /** A page for a step that cannot be taken any more leads to the event and promises nobody an email. */
    @Test
    void whatIsPublishedOrOverIsNotAskedAboutAgain() throws Exception {
        assertThat(path(open("/organise/events/" + WINTER + "/publish"))).isEqualTo("/organise/events/" + WINTER);
        assertThat(path(open("/organise/events/" + DRAFT + "/call-off"))).isEqualTo("/organise/events/" + DRAFT);
        SERVICES.answer(
                "GET /event/events/" + WINTER,
                OrganisersSeason.event("get-events-event/every-field", WINTER)
                        .with("status", "PUBLISHED")
                        .with("startsAtInstant", "2020-01-09T18:30:00Z")
                        .with("endsAtInstant", "2020-01-09T21:00:00Z"));
        assertThat(path(open("/organise/events/" + WINTER + "/call-off"))).isEqualTo("/organise/events/" + WINTER);
        assertThat(words(open("/organise/events/" + WINTER + "/waiting")))
                .doesNotContain("in line", "everyone who wants to come can");
        assertThat(words(open("/organise/events/" + WINTER + "/check-in"))).doesNotContain("Let somebody else");
    }

    /** A form opened for one region, sent after another tab has switched to the second. */
    @Test
    void aFormActsInTheRegionItNames() throws Exception {
        var page = open("/organise/events/new");
        fill(page);
        page.<org.htmlunit.html.HtmlInput>getFirstByXPath("//input[@name='region']")
                .setValue("c0000000000000000000000000000002");

        press(page, "Save");

        assertThat(SERVICES.sent("POST /event/events").path("region").asString())
                .isEqualTo("c0000000000000000000000000000002");
    }

    @Test
    void aFormOfARegionThatIsNotTheirsChangesNothingAndKeepsItsWords() throws Exception {
        organiserIn();
        var page = open("/organise/events/new");
        fill(page);
        page.<org.htmlunit.html.HtmlInput>getFirstByXPath("//input[@name='region']")
                .setValue("c0000000000000000000000000000002");

        page = press(page, "Save");

        assertThat(status(page)).isEqualTo(422);
        assertThat(value(page, "title")).isEqualTo("TeachMeet");
        assertThat(SERVICES.calls("POST", "/event/events")).isEmpty();
    }

    /** A used form with other words once said "try again in a minute" for ever. */
    @Test
    void aUsedFormWithOtherWordsIsAnotherDraft() throws Exception {
        var page = open("/organise/events/new");
        fill(page);
        press(page, "Save");
        var first = SERVICES.last("POST", "/event/events").orElseThrow().key();
        type(page, "title", "TeachMeet: ten minutes each");
        press(page, "Save");

        assertThat(SERVICES.last("POST", "/event/events").orElseThrow().key()).isNotEqualTo(first);
    }

    private static void somebodyElseMovesIt() {
        SERVICES.answer(
                "GET /event/events/" + WINTER,
                OrganisersSeason.event("get-events-event/a-draft", WINTER)
                        .with("title", "Winter Walk")
                        .with("startsAt", "2026-11-26T19:30")
                        .with("venue.name", "The Mitre")
                        .with("version", 9));
    }

    private static void fill(HtmlPage page) {
        type(page, "title", "TeachMeet");
        for (var time : new String[] {"date 2027-03-11", "start 18:30", "end 21:00"}) {
            time(page, time.split(" ")[0], time.split(" ")[1]);
        }
    }

    private static HtmlPage save(HtmlPage page) throws Exception {
        for (var time : new String[] {"date", "start", "end"}) {
            if (page.getElementById(time) != null) {
                time(page, time, page.getElementById(time).getAttribute("value"));
            }
        }
        return press(page, "Save");
    }

    private static String value(HtmlPage page, String field) {
        return page.getElementById(field).getAttribute("value");
    }
}
