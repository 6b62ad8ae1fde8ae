package org.natter.web.organiser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.natter.web.OrganisersSeason.DRAFT;
import static org.natter.web.OrganisersSeason.OFF;
import static org.natter.web.OrganisersSeason.PUB;
import static org.natter.web.OrganisersSeason.WINTER;

import java.util.List;
import org.htmlunit.html.HtmlAnchor;
import org.htmlunit.html.HtmlInput;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.natter.web.OrganisersSeason;
import org.natter.web.WholeWebBody;

/** A new event begins with all that was said of another, but its day and its people. */
class CopyPagesTest extends WholeWebBody {

    @BeforeEach
    void somebodyIsIn() throws Exception {
        ownerIn();
    }

    @Test
    void everyEventCanBeCopiedFromItsPageAndFromTheList() throws Exception {
        for (var event : List.of(WINTER, DRAFT, PUB, OFF)) {
            var page =
                    open("/organise/events/" + event).getAnchorByText("Copy it").<HtmlPage>click();
            assertThat(words(page)).contains("A new event", "A copy of ");
        }
        var page = open("/organise/events")
                .<HtmlAnchor>getFirstByXPath("//a[@aria-label='Copy it: Winter Warmer']")
                .<HtmlPage>click();
        assertThat(words(page))
                .contains(
                        "A copy of Winter Warmer",
                        "Everything is as it was there, but its dates, its people, the questions of your own and the talks.");
    }

    @Test
    void whatWasSaidOfItIsInTheBoxesAndTheDayIsNot() throws Exception {
        var old = OrganisersSeason.event("get-events-event/a-draft", WINTER)
                .with("startsAt", "2026-11-26T18:30:00")
                .with("endsAt", "2026-11-27T01:00:00")
                .with("zone", "Europe/Paris")
                .with("description", "Bring a book.\nTake one home.")
                .with("venue.address", "2 Sluice Lane")
                .with("venue.findUs", "By the window")
                .with("venue.stepFree", "YES");
        SERVICES.answer("GET /event/events/" + WINTER, old);

        var page = open("/organise/events/" + WINTER + "/copy");

        assertThat(value(page, "title")).isEqualTo("Winter Warmer");
        assertThat(value(page, "date")).isEmpty();
        assertThat(value(page, "endDate")).isEmpty();
        assertThat(value(page, "start")).isEqualTo("18:30");
        assertThat(value(page, "address")).isEqualTo("2 Sluice Lane");
        assertThat(value(page, "places")).isEqualTo("36");
        assertThat(words(page)).contains("Take one home.", "Paris");
        assertThat(SERVICES.calls("POST", "/event/events"))
                .as("nothing is saved yet")
                .isEmpty();

        page = press(page, "Save");
        assertThat(status(page)).isEqualTo(422);
        assertThat(value(page, "findUs"))
                .as("a form that is put right loses nothing")
                .isEqualTo("By the window");
        assertThat(words(page)).as("whose clocks its times are by").contains("Paris");
        type(page, "date", "2027-01-14");
        type(page, "endDate", "2027-01-15");
        time(page, "start", "18:30");
        time(page, "end", "01:00");
        page = press(page, "Save");

        var sent = SERVICES.sent("POST /event/events");
        assertThat(path(page)).isEqualTo("/organise/events/" + DRAFT);
        assertThat(sent.path("title").asString()).isEqualTo("Winter Warmer");
        assertThat(sent.path("zone").asString()).isEqualTo("Europe/Paris");
        assertThat(sent.path("startsAt").asString()).startsWith("2027-01-14T18:30");
        assertThat(sent.path("description").asString()).isEqualTo("Bring a book.\nTake one home.");
        assertThat(sent.path("venue").path("stepFree").asString()).isEqualTo("YES");
    }

    @Test
    void anotherRegionsEventIsNotCopied() throws Exception {
        OrganisersSeason.noSuchEvent(SERVICES, WINTER);

        assertThat(status(open("/organise/events/" + WINTER + "/copy"))).isEqualTo(404);
    }

    private static String value(HtmlPage page, String field) {
        return ((HtmlInput) page.getElementById(field)).getAttribute("value");
    }
}
