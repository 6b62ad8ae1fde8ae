package org.natter.web.organiser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.natter.web.OrganisersSeason.WINTER;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.htmlunit.html.DomNode;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.natter.web.OrganisersSeason;
import org.natter.web.WholeWebBody;
import org.natter.web.stub.Sampled;

/** What the whole room may read off a tablet on the bar. */
class ArrivalsPagesTest extends WholeWebBody {

    private static final String DOOR = "/organise/events/" + WINTER + "/check-in";
    private static final String ARRIVALS = DOOR + "/arrivals";
    private static final List<String> NAMES = List.of(
            "Ella Marsh", "Tobias\u00A0Quill", "Amara Teal", "Iona Stroud", "Ruth Sedge", "Hamid Rook", "Wren Hadley");

    private Duration moved = Duration.ZERO;

    @BeforeEach
    void itIsTheEvening() throws Exception {
        moved = Duration.between(clock.instant(), Instant.parse("2026-11-26T19:00:00Z"));
        clock.move(moved);
        ownerIn();
        startsAt(clock.instant().minus(Duration.ofHours(1)));
    }

    @AfterEach
    void itIsAsBefore() {
        clock.move(moved.negated());
    }

    @Test
    void theDoorLeadsToIt() throws Exception {
        var way = open(DOOR).getAnchorByText("Show arrivals on the bar");

        assertThat(words((HtmlPage) way.click())).contains("Winter Warmer", "3 here");
    }

    @Test
    void theRoomReadsHowManyAndWhoCameLastOfThoseWhoAreOnTheList() throws Exception {
        come(7, 5);

        assertThat(words(open(ARRIVALS)))
                .contains("7 here", "5 are here for the first time: say hello.")
                .as("Wren Hadley came last and is not on the list")
                .contains("Just in: Hamid, Ruth, Iona, Amara, Tobias.")
                .doesNotContain("Wren", "Quill");
    }

    /** Of four newcomers among seven everybody would look for them. */
    @Test
    void ofFewNewcomersNothingIsSaid() throws Exception {
        come(7, 4);

        assertThat(words(open(ARRIVALS))).contains("7 here").doesNotContain("first time");
    }

    @Test
    void whenTheyCameIsCountedByTensOfMinutes() throws Exception {
        come(7, 0);

        assertThat(open(ARRIVALS).<DomNode>getByXPath("//main//tbody//*[self::th or self::td]"))
                .extracting(DomNode::getTextContent)
                .containsExactly("6:10pm", "1", "6:20pm", "1", "6:30pm", "2", "6:40pm", "1", "6:50pm", "1", "7pm", "1");
    }

    @Test
    void beforeItBeginsItSaysWhen() throws Exception {
        startsAt(clock.instant().plus(Duration.ofHours(1)));
        come(0, 0);

        assertThat(words(open(ARRIVALS))).contains("0 here", "It begins at ");
    }

    @Test
    void aPageThatStandsOpenAsksForThePartThatChanges() throws Exception {
        come(7, 5);

        var part = browser.getPage(address(ARRIVALS + "/now")).getWebResponse().getContentAsString();
        assertThat(part).contains("Just in: Hamid").doesNotContain("<main", "<html");
        assertThat(open(ARRIVALS).getElementById("arrivals").getAttribute("hx-trigger"))
                .isEqualTo("sse:counts");
    }

    @Test
    void ofWhatWasCalledOffTheDoorSaysSo() throws Exception {
        SERVICES.answer(
                "GET /event/events/" + WINTER,
                OrganisersSeason.event("get-events-event/called-off", WINTER).with("status", "CANCELLED"));

        assertThat(words(open(ARRIVALS))).contains("This was called off");
    }

    @Test
    void withoutNamesItSaysThatTheyAreAway() throws Exception {
        SERVICES.sendToSleep("attendee");

        assertThat(words(open(ARRIVALS))).contains("Winter Warmer", "just now").doesNotContain(" here");
    }

    private void startsAt(Instant start) {
        SERVICES.answer(
                "GET /event/events/" + WINTER,
                OrganisersSeason.event("get-events-event/every-field", WINTER)
                        .with("title", "Winter Warmer")
                        .with("startsAtInstant", start.toString())
                        .with("endsAtInstant", start.plus(Duration.ofHours(3)).toString()));
    }

    /** So many, seven minutes apart, the last one now; all but the seventh are on the list. */
    private void come(int many, int newcomers) {
        var list = Sampled.of("attendee-service/get-events-event-attendees/before");
        SERVICES.answer(
                "GET /attendee/events/" + WINTER + "/attendees",
                list.holding(IntStream.range(0, many)
                        .mapToObj(number -> list.first()
                                .with("attendance", String.format(Locale.ROOT, "a%031d", number))
                                .with("name", NAMES.get(number))
                                .with("status", "BOOKED")
                                .with("newcomer", number < newcomers)
                                .with("listed", number < 6)
                                .with(
                                        "checkedInAt",
                                        clock.instant()
                                                .minus(Duration.ofMinutes(7L * (many - 1 - number)))
                                                .toString()))
                        .toList()));
    }
}
