package org.natter.web.organiser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.natter.web.WholeWebBody;
import org.natter.web.stub.Sampled;

/** An owner looks at a message set aside, and decides about it. */
class SetAsidePagesTest extends WholeWebBody {

    private static final String ID = "natter.attendees.event-service.overview.dlt-3-12";
    private static final String LIST = "/event/operations/dead-letters";
    private static final String ONE = LIST + "/" + ID;
    private static final Sampled LETTERS = Sampled.of("event-service/get-operations-dead-letters/two");
    private static final Sampled LETTER = Sampled.of("event-service/get-operations-dead-letters-id/undecodable")
            .with("id", ID)
            .with("partition", "3")
            .with("offset", "214")
            .with("messageId", "check-in/9f8e/2")
            .with("bytes", 214)
            .with("at", "2026-11-26T18:41:00Z");

    @BeforeEach
    void oneMessageIsSetAside() throws Exception {
        ownerIn();
        SERVICES.answer("GET " + LIST, LETTERS.holding(List.of(LETTER)));
        SERVICES.answer("GET " + ONE, LETTER);
        SERVICES.answer(
                "POST " + ONE + "/replay", Sampled.of("event-service/post-operations-dead-letters-id-replay/mended"));
        SERVICES.answer(
                "POST " + ONE + "/discard", Sampled.of("event-service/post-operations-dead-letters-id-discard/a-test"));
    }

    @Test
    void healthLeadsToTheListAndTheListToTheMessage() throws Exception {
        var health = open("/organise/health");
        assertThat(words(health)).contains("Everything's working, but 1 message was set aside");

        var list = follow(health, "Look: Events");
        assertThat(words(list))
                .contains("Messages set aside: Events", "Thursday 26 November, 6:41pm", "attendance.checked-in.v1")
                .contains("It couldn't be read.");

        var letter = follow(list, "Look: check-in/9f8e/2");
        assertThat(words(letter)).contains("It couldn't be read.", "check-in/9f8e/2", "natter.attendees-3@214", "214");
    }

    @Test
    void aMessageIsTriedAgain() throws Exception {
        var letter = open("/organise/health/event/" + ID);
        SERVICES.answer("GET " + LIST, LETTERS.holding(List.of()));

        var list = press(letter, "Try again");

        assertThat(SERVICES.calls("POST", ONE + "/replay")).hasSize(1);
        assertThat(words(list)).contains("It went through this time.", "Nothing is set aside here. Lovely.");
    }

    @Test
    void aMessageThatStaysSaysSo() throws Exception {
        SERVICES.answer(
                "POST " + ONE + "/replay", Sampled.of("event-service/post-operations-dead-letters-id-replay/stays"));

        var page = press(open("/organise/health/event/" + ID), "Try again");

        assertThat(status(page)).isEqualTo(422);
        assertThat(page.getTitleText()).startsWith("Error: ");
        assertThat(words(page)).contains("That didn't work this time. The message is still set aside");
    }

    @Test
    void aServiceThatBreaksWhileTryingIsNoBlankPage() throws Exception {
        SERVICES.breaksAt("POST " + ONE + "/replay");

        var page = press(open("/organise/health/event/" + ID), "Try again");

        assertThat(status(page)).isEqualTo(503);
        assertThat(words(page)).contains("The message is still set aside");
    }

    @Test
    void discardingAsksForAReasonAndKeepsIt() throws Exception {
        var letter = open("/organise/health/event/" + ID);

        var asked = press(letter, "Discard it");
        assertThat(status(asked)).isEqualTo(422);
        assertThat(words(asked)).contains("There's a problem", "Choose why it isn't needed");
        assertThat(SERVICES.calls("POST", ONE + "/discard")).isEmpty();

        tick(asked, "A newer message says more");
        var list = press(asked, "Discard it");

        assertThat(SERVICES.last("POST", ONE + "/discard").orElseThrow().body())
                .isEqualTo("{\"reason\":\"SUPERSEDED\"}");
        assertThat(words(list)).contains("It's off the list. Your reason is kept with it.");
    }

    @Test
    void whoeverIsNoOwnerIsKeptOut() throws Exception {
        organiserIn();

        assertThat(words(open("/organise/health")))
                .contains("Everything's working.")
                .doesNotContain("not known", "Messages set aside", "Look:");
        assertThat(status(open("/organise/health/event"))).isEqualTo(403);
        assertThat(status(open("/organise/health/event/" + ID))).isEqualTo(403);
        assertThat(SERVICES.calls("GET", LIST)).isEmpty();
    }

    @Test
    void anUnknownMessageOrServiceIsNotThere() throws Exception {
        SERVICES.answer(
                "GET " + LIST + "/nothing-0-0",
                Sampled.of("event-service/get-operations-dead-letters-id/unknown-dead-letter"));

        assertThat(status(open("/organise/health/event/nothing-0-0"))).isEqualTo(404);
        assertThat(status(open("/organise/health/kitchen"))).isEqualTo(404);
    }

    // With Kafka away the services work on; the page must not say that they are down.
    @Test
    void aServiceWhoseMessagesCannotBeSeenIsNotDown() throws Exception {
        SERVICES.breaksAt("GET " + LIST);

        assertThat(words(open("/organise/health")))
                .contains("Everything answers, but we can't see whether messages were set aside.")
                .doesNotContain("Event pages don't load");
        assertThat(words(open("/organise/health/event"))).contains("We can't look at them just now. Nothing is lost");
    }

    private static HtmlPage follow(HtmlPage page, String words) throws Exception {
        return page.getAnchors().stream()
                .filter(link -> link.getTextContent().strip().equals(words))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No link \"" + words + "\" on: " + words(page)))
                .click();
    }
}
