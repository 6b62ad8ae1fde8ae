package org.natter.web.attendee;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.htmlunit.html.HtmlInput;
import org.htmlunit.html.HtmlPage;
import org.htmlunit.html.HtmlTextArea;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.natter.web.stub.Sampled;

/** One's own CPD record, without scripts. */
class CpdPagesTest extends AttendeePagesBody {

    private static final String RECORD = "GET /attendee/me/cpd";
    private static final String PUB = "%032x".formatted(1);
    private static final String COURSE = "%032x".formatted(2);
    private static final String TRAINING = "%032x".formatted(3);
    private static final String KEPT = "PUT /attendee/me/cpd/events/" + TRAINING;

    @BeforeEach
    void aRecord() {
        SERVICES.answer(RECORD, Sampled.of("attendee-service/get-me-cpd/wren"));
        SERVICES.answer(KEPT, Sampled.of("attendee-service/put-me-cpd-events-event/training"));
    }

    @Test
    void theHistoryLeadsToARecordWithReflectionsFirstAndNumbersLast() throws Exception {
        var record = follow(signIn(), "Your CPD record");

        assertThat(path(record)).isEqualTo("/history/cpd");
        assertThat(words(record))
                .containsSubsequence(
                        "My CPD record",
                        "Only you see this page.",
                        "Riverside pub evening",
                        "Thursday 9 July 2026",
                        "Write a few words",
                        "Course in Leeds",
                        "your own entry",
                        "Booktalks for all ages",
                        "Promoting reading",
                        "What happened",
                        "We talked about six books in ten minutes.",
                        "So what",
                        "Now what",
                        "Two booktalks a term.",
                        "It helps: my own work, the wider profession",
                        "Hours: 3.5.",
                        "Put in by you. The event itself suggests 3.25.",
                        "In numbers",
                        "4.75 of 20 in the last 12 months: a guide, your assessor decides.",
                        "How the numbers were worked out",
                        "rounded down to a quarter",
                        "those whose names you missed aren't in it",
                        "Take it with you");
        assertThat(record.getTitleText()).isEqualTo("My CPD record - Natter");
    }

    @Test
    void eachPastEveningLeadsToItsEntry() throws Exception {
        var history = signIn();

        assertThat(history.getAnchors())
                .filteredOn(anchor -> anchor.getAttribute("aria-label").startsWith("CPD record of "))
                .isNotEmpty()
                .allSatisfy(anchor -> assertThat(anchor.getHrefAttribute()).startsWith("/history/cpd/entries/"));
    }

    @Test
    void datesAndNamesAreAskedForAndGoWithEachFile() throws Exception {
        signIn();
        var record = open("/history/cpd");
        assertThat(lastQuery()).doesNotContain("from=", "to=").contains("names=false");

        type(record, "from", "2026-01-01");
        type(record, "to", "2026-12-31");
        tick(record, "Include names");
        var part = press(record, "Show it");

        assertThat(lastQuery()).contains("from=2026-01-01", "to=2026-12-31", "names=true");
        assertThat(typed(part, "from")).isEqualTo("2026-01-01");
        assertThat(labelled(part, "Include names").isChecked()).isTrue();
        assertThat(part.getAnchors().stream().map(anchor -> anchor.getHrefAttribute()))
                .contains(
                        "/history/cpd/pdf?from=2026-01-01&to=2026-12-31&names=yes",
                        "/history/cpd/print?from=2026-01-01&to=2026-12-31&names=yes",
                        "/history/cpd/text?from=2026-01-01&to=2026-12-31&names=yes",
                        "/history/cpd/table?from=2026-01-01&to=2026-12-31&names=yes");
        assertThat(words(part)).contains("Thursday 1 January 2026 to Thursday 31 December 2026");
    }

    @Test
    void daysThatCannotBeReadAreSaidAndNothingTypedIsDropped() throws Exception {
        signIn();
        var page = open("/history/cpd?from=yesterday&to=2026-02-31");

        assertThat(lastQuery()).doesNotContain("from=", "to=");
        assertThat(page.getElementById("from-error").getTextContent()).isEqualTo("Choose a day, like 20 May 2026");
        assertThat(page.getElementById("to-error")).isNotNull();
        assertThat(typed(page, "from")).isEqualTo("yesterday");
        assertThat(typed(page, "to")).isEqualTo("2026-02-31");
        assertThat(page.getTitleText()).isEqualTo("Error: My CPD record - Natter");
        assertThat(words(page)).contains("There's a problem", "Until then, everything so far stands here.");
        for (var file : List.of("/print", "/table", "/text", "/pdf")) {
            var back = open("/history/cpd" + file + "?from=yesterday&names=yes");
            assertThat(path(back)).isEqualTo("/history/cpd");
            assertThat(typed(back, "from")).isEqualTo("yesterday");
            assertThat(labelled(back, "Include names").isChecked()).isTrue();
        }
        assertThat(SERVICES.calls("GET", "/attendee/me/cpd/text")).isEmpty();
    }

    @Test
    void aRangeTheWrongWayRoundIsSaid() throws Exception {
        signIn();
        var page = open("/history/cpd?from=2026-10-20&to=2026-05-01");

        assertThat(lastQuery()).doesNotContain("from=", "to=");
        assertThat(page.getElementById("from-error").getTextContent())
                .isEqualTo("The first day comes after the last. Choose one that comes before it");
        assertThat(typed(page, "from")).isEqualTo("2026-10-20");
        assertThat(typed(page, "to")).isEqualTo("2026-05-01");
        assertThat(path(open("/history/cpd/text?from=2026-10-20&to=2026-05-01")))
                .isEqualTo("/history/cpd");
    }

    @Test
    void daysAreReadAsTheyAreTypedWithoutACalendar() throws Exception {
        signIn();
        var page = open("/history/cpd?from=20+May+2026&to=31/12/2026");

        assertThat(lastQuery()).contains("from=2026-05-20", "to=2026-12-31");
        assertThat(page.getElementById("from-error")).isNull();
    }

    @Test
    void whatWentOnOverSeveralDaysStandsThereWithAllOfThem() throws Exception {
        signIn();
        var record = Sampled.of("attendee-service/get-me-cpd/wren");
        var several = record.keeping(
                        "entries", entry -> entry.path("id").asString().equals(TRAINING))
                .first("entries")
                .with("until", "2026-03-12");
        SERVICES.answer(RECORD, record.with("entries", List.of(several)));

        var days = "Wednesday 11 March 2026 to Thursday 12 March 2026";
        assertThat(words(open("/history/cpd"))).contains(days);
        assertThat(words(open("/history/cpd/print"))).contains(days);
    }

    @Test
    void nothingInTheseDatesSaysSoAndLeadsBack() throws Exception {
        signIn();
        SERVICES.answer(RECORD, Sampled.of("attendee-service/get-me-cpd/nothing"));

        assertThat(words(open("/history/cpd?from=2026-04-01&to=2026-04-30")))
                .contains("Nothing in these dates. Try a wider range.", "Show everything");
        assertThat(words(open("/history/cpd")))
                .contains("The first event you come to makes the first entry.")
                .doesNotContain("Nothing in these dates");
        assertThat(words(open("/history/cpd/print?from=2026-04-01"))).contains("Nothing in these dates.");
        assertThat(words(open("/history/cpd/print"))).contains("Nothing yet.").doesNotContain("these dates");
    }

    @Test
    void theFilesAreAttendeeServicesOwn() throws Exception {
        signIn();
        SERVICES.answer("GET /attendee/me/cpd/table", Sampled.of("attendee-service/get-me-cpd-table/without-names"));
        SERVICES.answer("GET /attendee/me/cpd/text", Sampled.of("attendee-service/get-me-cpd-text/wren"));

        var table = browser.getPage(address("/history/cpd/table")).getWebResponse();
        var text = browser.getPage(address("/history/cpd/text?names=yes")).getWebResponse();

        assertThat(table.getContentType()).isEqualTo("text/csv");
        assertThat(table.getContentAsString())
                .contains(
                        "\"What it was\"",
                        "\"2 colleagues in public libraries; a colleague in health libraries; a colleague\"")
                .doesNotContain("Iona");
        assertThat(table.getResponseHeaderValue("Content-Disposition"))
                .isEqualTo("attachment; filename=\"my-cpd-record.csv\"");
        assertThat(text.getContentType()).isEqualTo("text/plain");
        assertThat(text.getContentAsString()).startsWith("My CPD record").contains("Iona Stroud");
    }

    @Test
    void aPdfThatCannotBeDrawnLeadsToTheText() throws Exception {
        signIn();
        SERVICES.answer("GET /attendee/me/cpd/pdf", Sampled.of("attendee-service/get-me-cpd-pdf/wren"));
        var pdf = browser.getPage(address("/history/cpd/pdf")).getWebResponse();
        assertThat(pdf.getContentType()).isEqualTo("application/pdf");
        assertThat(pdf.getResponseHeaderValue("Content-Disposition"))
                .isEqualTo("attachment; filename=\"my-cpd-record.pdf\"");

        SERVICES.answer("GET /attendee/me/cpd/pdf", Sampled.of("attendee-service/get-me-cpd-pdf/not-printable"));
        var page = open("/history/cpd/pdf?from=2026-01-01");

        assertThat(path(page)).isEqualTo("/history/cpd");
        assertThat(typed(page, "from")).isEqualTo("2026-01-01");
        assertThat(words(page))
                .containsSubsequence(
                        "The PDF didn't work: it's too long for one, or has letters that it can't show. The page to print and the text version below have everything.",
                        "Plain text, to paste into a form");
        assertThat(words(open("/history/cpd"))).doesNotContain("didn't work");
    }

    @Test
    void aSheetHasWordsAndNumbersAndNothingToPress() throws Exception {
        signIn();

        var sheet = open("/history/cpd/print");

        assertThat(words(sheet))
                .contains("Booktalks for all ages", "Two booktalks a term.", "4.75 of 20")
                .doesNotContain("Write a few words", "Take it with you");
    }

    @Test
    void oneEntryIsReadChangedAndKept() throws Exception {
        signIn();
        var entry = follow(open("/history/cpd"), "Booktalks for all ages");
        assertThat(path(entry)).isEqualTo("/history/cpd/entries/" + TRAINING);

        var form = follow(entry, "Change");
        assertThat(area(form, "happened").getText())
                .isEqualTo("We talked about six books in ten minutes.\nI read one aloud.");
        assertThat(typed(form, "hours")).isEqualTo("3.5");
        assertThat(labelled(form, "the wider profession").isChecked()).isTrue();
        assertThat(words(form))
                .contains("The event suggests 3.25. You were checked in at 9:42am, and it ended at 1pm.");
        assertThat(form.getElementById("words").hasAttribute("hidden"))
                .as("without scripts it would go on saying what was so at first")
                .isTrue();
        assertThat(area(form, "happened").hasAttribute("maxlength"))
                .as("nothing pasted is cut off")
                .isFalse();
        area(form, "nowWhat").setText("Three booktalks a term.");
        tick(form, "my organisation");
        type(form, "hours", "");
        var record = press(form, "Keep it");

        assertThat(path(record)).isEqualTo("/history/cpd");
        var sent = SERVICES.sent(KEPT);
        assertThat(sent.path("version").asInt()).isOne();
        assertThat(sent.path("hours").asString()).isEmpty();
        assertThat(sent.at("/reflection/nowWhat").asString()).isEqualTo("Three booktalks a term.");
        assertThat(sent.at("/reflection/helps").toString())
                .isEqualTo("[\"OWN_PERFORMANCE\",\"OWN_ORGANISATION\",\"WIDER_PROFESSION\"]");
    }

    @Test
    void wordsThatAnotherPageHasChangedMeanwhileAreNeitherLostNorPutBack() throws Exception {
        signIn();
        var form = open("/history/cpd/entries/" + TRAINING + "/edit");
        area(form, "happened").setText("Seven books, and one aloud.");
        SERVICES.answer(KEPT, Sampled.of("attendee-service/put-me-cpd-events-event/changed-meanwhile"));
        var record = Sampled.of("attendee-service/get-me-cpd/wren");
        var changed = record.keeping(
                        "entries", entry -> entry.path("id").asString().equals(TRAINING))
                .first("entries")
                .with("version", 4)
                .with("reflection.happened", "Written on the phone.");
        SERVICES.answer(RECORD, record.with("entries", List.of(changed)));

        var again = press(form, "Keep it");

        assertThat(status(again)).isEqualTo(409);
        assertThat(words(again))
                .contains(
                        "You've changed this elsewhere since",
                        "\"Keep it\" puts it in the place of what's kept now",
                        "Written on the phone.");
        assertThat(area(again, "happened").getText()).isEqualTo("Seven books, and one aloud.");
        SERVICES.answer(KEPT, Sampled.of("attendee-service/put-me-cpd-events-event/training"));
        press(again, "Keep it");
        assertThat(SERVICES.sent(KEPT).path("version").asInt())
                .as("seen by now")
                .isEqualTo(4);
    }

    @Test
    void whatIsToPutRightStandsAtItsFieldAndNothingTypedIsLost() throws Exception {
        signIn();
        var form = open("/history/cpd/entries/" + PUB + "/edit");
        assertThat(words(form)).contains("A social evening suggests no hours.").doesNotContain("The event suggests");
        var kept = "PUT /attendee/me/cpd/events/" + PUB;
        SERVICES.answer(kept, Sampled.of("attendee-service/put-me-cpd-events-event/hours-and-words"));
        area(form, "happened").setText("word ".repeat(251));
        type(form, "hours", "a bit");

        var again = press(form, "Keep it");

        assertThat(status(again)).isEqualTo(422);
        assertThat(again.getTitleText()).startsWith("Error:");
        assertThat(again.getElementById("hours-error").getTextContent())
                .isEqualTo("Enter the hours in quarters, like 1.25 or 37.5, up to 999");
        assertThat(again.getElementById("happened-error")).isNotNull();
        assertThat(area(again, "happened").getText()).startsWith("word word");
        assertThat(typed(again, "hours")).isEqualTo("a bit");
        assertThat(words(again)).contains("251 words. About 250 is plenty");
    }

    @Test
    void anEntryOfOnesOwnIsAddedOnceHoweverOftenItIsSent() throws Exception {
        signIn();
        SERVICES.answer(RECORD, Sampled.of("attendee-service/get-me-cpd/wren"));
        var form = follow(open("/history/cpd"), "Add an entry of your own");
        var id = form.<HtmlInput>getElementByName("form").getValue();
        var kept = "PUT /attendee/me/cpd/own/" + id;
        SERVICES.answer(kept, Sampled.of("attendee-service/put-me-cpd-own-entry/nothing-filled-in"));

        var again = press(form, "Keep it");
        assertThat(form.getTitleText()).isEqualTo("Add an entry of your own - Natter");
        assertThat(status(again)).isEqualTo(422);
        assertThat(again.getTitleText()).isEqualTo("Error: Add an entry of your own - Natter");
        assertThat(words(again))
                .contains("Say what it was, like \"course in Leeds\"", "Choose the day; roughly is fine");
        SERVICES.answer(kept, Sampled.of("attendee-service/put-me-cpd-own-entry/course"));
        type(again, "title", "Webinar on reading groups");
        type(again, "on", "2026-05-20");
        type(again, "hours", ".5");
        press(again, "Keep it");
        press(again, "Keep it");

        assertThat(SERVICES.calls("PUT", "/attendee/me/cpd/own/" + id)).hasSize(3);
        var sent = SERVICES.sent(kept);
        assertThat(sent.path("title").asString()).isEqualTo("Webinar on reading groups");
        assertThat(sent.path("version").asInt()).isZero();
        assertThat(sent.path("hours").asString()).isEqualTo("0.5");
    }

    @Test
    void whileTheServiceSleepsTheWordsComeBackAndItIsAskedNothingMore() throws Exception {
        signIn();
        var form = open("/history/cpd/entries/" + TRAINING + "/edit");
        area(form, "happened").setText("Seven books, and one aloud.");
        type(form, "hours", "37.5");
        var own = follow(open("/history/cpd"), "Add an entry of your own");
        type(own, "title", "Webinar on reading groups");
        type(own, "on", "2026-05-20");
        var course = open("/history/cpd/entries/" + COURSE + "/edit");
        type(course, "title", "Course in York");
        var remove = open("/history/cpd/entries/" + COURSE + "/remove");
        SERVICES.sendToSleep("attendee");
        var asked = SERVICES.calls("GET", "/attendee/me/cpd").size();

        var again = press(form, "Keep it");
        var ownAgain = press(own, "Keep it");
        var courseAgain = press(course, "Keep it");
        assertThat(SERVICES.calls("GET", "/attendee/me/cpd")).hasSize(asked);
        var removeAgain = press(remove, "Remove it");

        for (var page : List.of(again, ownAgain, courseAgain, removeAgain)) {
            assertThat(status(page)).isEqualTo(503);
            assertThat(words(page)).contains("try again in a minute");
        }
        assertThat(SERVICES.calls("GET", "/attendee/me/cpd"))
                .as("asked once whose entry it is")
                .hasSize(asked + 1);
        assertThat(area(again, "happened").getText()).isEqualTo("Seven books, and one aloud.");
        assertThat(typed(again, "hours")).isEqualTo("37.5");
        assertThat(words(again)).contains("Your reflection").doesNotContain("Add an entry");
        assertThat(typed(ownAgain, "title")).isEqualTo("Webinar on reading groups");
        assertThat(typed(ownAgain, "on")).isEqualTo("2026-05-20");
        assertThat(words(ownAgain)).contains("Add an entry of your own");
        assertThat(typed(courseAgain, "title")).isEqualTo("Course in York");
        assertThat(words(courseAgain)).contains("Your reflection").doesNotContain("Add an entry");

        SERVICES.wake();
        assertThat(path(press(again, "Keep it"))).isEqualTo("/history/cpd");
        assertThat(SERVICES.sent(KEPT).at("/reflection/happened").asString()).isEqualTo("Seven books, and one aloud.");
        assertThat(SERVICES.sent(KEPT).path("version").asInt()).isOne();
        var kept = "PUT /attendee/me/cpd/own/" + COURSE;
        SERVICES.answer(kept, Sampled.of("attendee-service/put-me-cpd-own-entry/course"));
        press(courseAgain, "Keep it");
        assertThat(SERVICES.sent(kept).path("title").asString()).isEqualTo("Course in York");
    }

    @Test
    void whatWasWrittenIsRemovedAfterAskingOnce() throws Exception {
        signIn();
        var removed = "DELETE /attendee/me/cpd/entries/" + COURSE;
        SERVICES.answer(removed, Sampled.of("attendee-service/delete-me-cpd-entries-entry/removed"));
        var entry = open("/history/cpd/entries/" + COURSE);

        var asked = follow(entry, "Remove what I wrote");
        assertThat(words(asked)).contains("Remove this?", "Course in Leeds", "It goes from your record, for good.");
        assertThat(SERVICES.calls("DELETE", "/attendee/me/cpd/entries/" + COURSE))
                .isEmpty();
        assertThat(levels(asked)).startsWith("h1", "h2", "h3");
        assertThat(levels(entry)).startsWith("h1", "h2", "h3");
        var record = press(asked, "Remove it");
        assertThat(path(record)).isEqualTo("/history/cpd");
        assertThat(words(record)).contains("Removed from your record.");
        assertThat(SERVICES.calls("DELETE", "/attendee/me/cpd/entries/" + COURSE))
                .hasSize(1);
        assertThat(words(open("/history/cpd/entries/" + TRAINING + "/remove")))
                .contains("The event stays in your record.");
    }

    @Test
    void whatIsNotInTheRecordIsNotThereAndAStrangerSignsInFirst() throws Exception {
        for (var page : List.of(
                "", "/print", "/table", "/text", "/pdf", "/add", "/entries/" + PUB, "/entries/" + PUB + "/edit")) {
            assertThat(path(open("/history/cpd" + page))).isEqualTo("/sign-in");
        }
        signIn();

        assertThat(status(open("/history/cpd/entries/" + "f".repeat(32)))).isEqualTo(404);
        assertThat(status(open("/history/cpd/entries/" + "f".repeat(32) + "/edit")))
                .isEqualTo(404);
    }

    @Test
    void aDayTypedInWordsIsReadAndAnotherComesBackAsItWasTyped() throws Exception {
        signIn();
        var form = follow(open("/history/cpd"), "Add an entry of your own");
        var kept = "PUT /attendee/me/cpd/own/"
                + form.<HtmlInput>getElementByName("form").getValue();
        SERVICES.answer(kept, Sampled.of("attendee-service/put-me-cpd-own-entry/nothing-filled-in"));
        form.getElementById("on").setAttribute("type", "text"); // as a browser without a calendar shows it
        type(form, "on", "about May");
        var again = press(form, "Keep it");
        assertThat(SERVICES.sent(kept).path("on").asString()).isEqualTo("about May");
        assertThat(typed(again, "on")).isEqualTo("about May");
        assertThat(again.getElementById("on").getAttribute("type")).isEqualTo("text");

        type(again, "on", "20 May 2026");
        press(again, "Keep it");

        assertThat(SERVICES.sent(kept).path("on").asString()).isEqualTo("2026-05-20");
    }

    private static List<String> levels(HtmlPage page) {
        return page.querySelectorAll("main h1, main h2, main h3").stream()
                .map(heading -> heading.getNodeName())
                .toList();
    }

    private HtmlPage signIn() throws Exception {
        var form = open("/sign-in");
        type(form, "email", "wren@sedge-college.example");
        press(form, "Email me a link");
        return press(open("/in/" + PubEvening.LINK), "Sign in");
    }

    private String lastQuery() {
        return SERVICES.last("GET", "/attendee/me/cpd").orElseThrow().query();
    }

    private static HtmlTextArea area(HtmlPage page, String id) {
        return page.getHtmlElementById(id);
    }
}
