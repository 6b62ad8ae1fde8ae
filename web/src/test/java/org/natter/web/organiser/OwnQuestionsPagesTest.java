package org.natter.web.organiser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.natter.web.OrganisersSeason.DRAFT;
import static org.natter.web.OrganisersSeason.OFF;
import static org.natter.web.OrganisersSeason.PUB;
import static org.natter.web.OrganisersSeason.WINTER;

import java.util.List;
import java.util.ResourceBundle;
import org.htmlunit.html.HtmlElement;
import org.htmlunit.html.HtmlInput;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.natter.web.WholeWebBody;
import org.natter.web.stub.Sampled;

/** The organisers' own questions: asked, looked at, changed by two at once, standing, and withdrawn. */
class OwnQuestionsPagesTest extends WholeWebBody {

    private static final String QUESTIONS = "/organise/events/" + WINTER + "/questions";
    private static final String GET = "GET /feedback/events/" + WINTER + "/questions";
    private static final String PUT = "PUT /feedback/events/" + WINTER + "/questions";

    @BeforeEach
    void somebodyIsIn() throws Exception {
        ownerIn();
        SERVICES.answer(GET, questions("none"));
        SERVICES.answer(PUT, answer("asked"));
    }

    @Test
    void thePageIsReachedFromTheEventAndFromItsReport() throws Exception {
        assertThat(open("/organise/events/" + WINTER)
                        .getAnchorByText("Your own questions")
                        .click()
                        .getUrl()
                        .getPath())
                .isEqualTo(QUESTIONS);
        assertThat(open("/organise/events/" + PUB + "/feedback")
                        .getAnchorByText("Your own questions")
                        .getHrefAttribute())
                .isEqualTo("/organise/events/" + PUB + "/questions");
        assertThat(words(open("/organise/events/" + DRAFT))).doesNotContain("Your own questions");
    }

    @Test
    void questionsAreAskedOneALineAndEmptyPlacesAskNothing() throws Exception {
        var page = open(QUESTIONS);
        assertThat(words(page)).contains("You can change them until people are asked on Friday 16 October, 10am");
        list(page, 2, "Which pub next?", " The Crown \n\nThe Maltings\n");
        fewWords(page, 4, "What could you show others?");

        SERVICES.answer(GET, questions("open"));
        page = press(page, "Save");

        var sent = SERVICES.last("PUT", "/feedback/events/" + WINTER + "/questions")
                .orElseThrow();
        assertThat(sent.query()).isEqualTo("version=0");
        assertThat(sent.json().path("questions")).hasSize(2);
        assertThat(sent.json().at("/questions/0/options/0").asString()).isEqualTo("The Crown");
        assertThat(sent.json().at("/questions/0/options/1").asString()).isEqualTo("The Maltings");
        assertThat(sent.json().at("/questions/1/kind").asString()).isEqualTo("FEW_WORDS");
        assertThat(words(page)).contains("Saved.");
        assertThat(value(page, "words-1")).isEqualTo("Which pub next?");
        assertThat(page.getElementById("options-1").getTextContent().strip()).isEqualTo("The Crown\nThe Maltings");
        assertThat(preview(page))
                .containsSubsequence(
                        "Which pub next?",
                        "The Crown",
                        "The Maltings",
                        "Another answer",
                        "I'd rather not say",
                        "What could you show others?",
                        "without your name");
    }

    @Test
    void whatIsTypedCanBeLookedAtAndIsNotSavedByIt() throws Exception {
        var page = open(QUESTIONS);
        list(page, 1, "Earlier or later?", "Earlier\nLater");

        page = press(page, "See how it looks");

        assertThat(SERVICES.calls("PUT", "/feedback/events/" + WINTER + "/questions"))
                .isEmpty();
        assertThat(words(page)).contains("Nothing is saved yet.");
        assertThat(preview(page)).containsSubsequence("Earlier or later?", "Earlier", "Later", "rather not say");
        assertThat(value(page, "words-1")).isEqualTo("Earlier or later?");
    }

    @Test
    void whatIsToBePutRightIsSaidAtItsBoxAlsoAfterEmptyPlaces() throws Exception {
        SERVICES.answer(PUT, answer("validation"));
        var page = open(QUESTIONS);
        type(page, "options-2", "One");
        list(page, 3, "Which pub next?", "The Crown");
        fewWords(page, 4, "What else?");
        type(page, "options-4", "A\nA");
        list(page, 5, "Which pub next?", "The Crown");

        page = press(page, "Save");

        assertThat(status(page)).isEqualTo(422);
        assertThat(error(page, "kind-2")).isEqualTo("Choose how people answer");
        assertThat(error(page, "words-2")).isEqualTo("Write the question");
        assertThat(error(page, "options-3")).isEqualTo("Give at least 2 to pick from, one a line");
        assertThat(error(page, "options-4")).startsWith("A few words need no list");
        assertThat(error(page, "words-5")).startsWith("You ask this one above already");
        assertThat(value(page, "words-3")).isEqualTo("Which pub next?");
    }

    /** The service knows by heart how the pages call the lines that are there by themselves. */
    @Test
    void optionsThatReadAlikeOrLikeTheEndOfAListAreToBePutRightAtTheirBox() throws Exception {
        var page = open(QUESTIONS);
        list(page, 1, "Again?", "Yes\nyes");
        list(page, 2, "When?", "Earlier\nI'd rather not say");
        list(page, 3, "Where?", "Another answer\nThe Crown");
        var looked = preview(press(page, "See how it looks"));
        SERVICES.answer(PUT, answer("options-alike"));

        page = press(page, "Save");

        assertThat(error(page, "options-1")).isEqualTo("Two lines are the same: change one, or take it out");
        for (var own : List.of("options-2", "options-3")) {
            assertThat(error(page, own))
                    .contains(
                            "\"" + said("own-question.SOMETHING_ELSE") + "\"",
                            "\"" + said("own-question.RATHER_NOT_SAY") + "\"",
                            "\"" + said("report.own.rest") + "\"",
                            "take that line out");
        }
        assertThat(looked).contains(said("own-question.SOMETHING_ELSE"), said("own-question.RATHER_NOT_SAY"));
        assertThat(page.getElementById("options-1").getTextContent().strip()).isEqualTo("Yes\nyes");
    }

    private static String said(String key) {
        return ResourceBundle.getBundle("web-messages").getString(key).replace("''", "'");
    }

    @Test
    void ofTwoOrganisersNobodyLosesAWord() throws Exception {
        var page = open(QUESTIONS);
        list(page, 1, "Earlier or later?", "Earlier\nLater");
        SERVICES.answer(GET, questions("open"));
        SERVICES.answer(PUT, answer("changed-meanwhile"));

        page = press(page, "Save");

        assertThat(status(page)).isEqualTo(409);
        assertThat(words(page))
                .contains("Somebody else has saved this page since you opened it. What is asked now: Which pub next?"
                        + " What could you show others? Yours are still in the boxes.");
        assertThat(value(page, "words-1")).isEqualTo("Earlier or later?");

        SERVICES.answer(PUT, answer("asked"));
        press(page, "Save");
        assertThat(SERVICES.last("PUT", "/feedback/events/" + WINTER + "/questions")
                        .orElseThrow()
                        .query())
                .isEqualTo("version=1");
    }

    @Test
    void whoeverTypesWhileTheFormOpensFindsTheirWordsBesideWhatStands() throws Exception {
        var page = open(QUESTIONS);
        list(page, 1, "Earlier or later?", "Earlier\nLater");
        SERVICES.answer(GET, questions("standing"));
        SERVICES.answer(PUT, answer("questions-stand"));

        page = press(page, "Save");

        assertThat(status(page)).isEqualTo(409);
        assertThat(words(page))
                .contains("People are being asked by now", "What you typed", "Earlier or later?", "Earlier Later")
                .contains("Withdraw a question");
        assertThat(words(press(open(QUESTIONS), "Withdraw what is ticked"))).contains("Tick what you want to withdraw");
    }

    @Test
    void onceTheFormIsOpenAQuestionCanBeWithdrawnAndNothingElse() throws Exception {
        SERVICES.answer(GET, questions("open").with("standing", "STAND"));
        SERVICES.answer(PUT, answer("withdrawn"));
        var page = open(QUESTIONS);
        assertThat(page.getElementById("words-1")).isNull();
        assertThat(words(page)).contains("so these questions stand as they are", "Which pub next?");
        tick(page, "What could you show others?");

        page = press(page, "Withdraw what is ticked");

        var sent = SERVICES.last("PUT", "/feedback/events/" + WINTER + "/questions")
                .orElseThrow();
        assertThat(sent.query()).isEqualTo("version=1");
        assertThat(sent.json().path("questions")).hasSize(1);
        assertThat(sent.json().at("/questions/0/words").asString()).isEqualTo("Which pub next?");
        assertThat(words(page)).contains("Withdrawn. Nobody is asked that any more.");

        SERVICES.answer(PUT, answer("changed-meanwhile"));
        tick(page, "Which pub next?");
        page = press(page, "Withdraw what is ticked");
        assertThat(status(page)).isEqualTo(409);
        assertThat(words(page)).contains("Nothing is withdrawn yet: look again");
    }

    @Test
    void whatIsSettledOrCalledOffOrNotOutYetIsSaidToBe() throws Exception {
        SERVICES.answer(GET, questions("standing").with("standing", "SETTLED"));
        assertThat(words(open(QUESTIONS))).contains("The results are settled").doesNotContain("Withdraw");

        SERVICES.answer(GET, questions("none").with("standing", "STAND"));
        assertThat(words(open(QUESTIONS)))
                .as("whether none ever was, or the only one was withdrawn")
                .contains("No question of your own is asked.")
                .doesNotContain("Withdraw", "was asked");
        SERVICES.answer(GET, questions("open").with("standing", "SETTLED").with("questions", List.of()));
        assertThat(words(open(QUESTIONS)))
                .as("talks alone were asked about")
                .contains("No question of your own is in the results.", "Worth hearing? Zines in an hour")
                .doesNotContain("Nothing was asked");

        SERVICES.answer(
                "GET /feedback/events/" + OFF + "/questions", questions("none").with("standing", "SETTLED"));
        assertThat(words(open("/organise/events/" + OFF + "/questions"))).contains("It was called off");

        assertThat(words(open("/organise/events/" + DRAFT + "/questions"))).contains("Publish the event first");
    }

    @Test
    void whileTheServiceSleepsNothingTypedIsLost() throws Exception {
        var page = open(QUESTIONS);
        list(page, 1, "Earlier or later?", "Earlier\nLater");
        SERVICES.sendToSleep("feedback");

        page = press(page, "Save");

        assertThat(status(page)).isEqualTo(503);
        assertThat(words(page)).contains("We couldn't save that just now. It's still in the boxes");
        assertThat(value(page, "words-1")).isEqualTo("Earlier or later?");
        assertThat(words(open(QUESTIONS))).contains("We can't reach the feedback service");

        SERVICES.wake();
        press(page, "Save");
        assertThat(SERVICES.sent(PUT).at("/questions/0/words").asString()).isEqualTo("Earlier or later?");
    }

    @Test
    void talksAreNamedAndThoseThatTookPlaceAreLookedAtAndHandedOn() throws Exception {
        var page = open(QUESTIONS);
        type(page, "talk-1", "Zines in an hour");
        type(page, "talk-3", "Maps");
        page.<HtmlElement>getFirstByXPath("//input[@id='took-3']").click();

        var looked = press(page, "See how it looks");
        assertThat(preview(looked))
                .containsSubsequence("Worth hearing? Zines in an hour", "Yes, very much", "A line for whoever gave")
                .doesNotContain("Maps");
        SERVICES.answer(GET, questions("open"));
        page = press(looked, "Save");

        var talks = SERVICES.sent(PUT).path("talks");
        assertThat(talks).hasSize(2);
        assertThat(talks.at("/0/tookPlace").asBoolean(false)).isTrue();
        assertThat(talks.at("/1/title").asString()).isEqualTo("Maps");
        assertThat(talks.at("/1/tookPlace").asBoolean(true)).isFalse();
        assertThat(words(page)).contains("Links for the speakers", "shows nothing before yes");
        assertThat(value(page, "link-1")).contains("/t/" + WINTER + "/k1.1.");
        assertThat(page.getElementById("link-2")).as("it did not take place").isNull();
    }

    @Test
    void talksMayBeNamedWhileTheQuestionsStandAndNothingTypedIsLost() throws Exception {
        SERVICES.answer(GET, questions("open").with("standing", "STAND"));
        var page = open(QUESTIONS);
        type(page, "talk-2", "Maps of the Fen");
        SERVICES.answer(PUT, answer("talks-validation"));
        var wrong = press(page, "Save the talks");
        assertThat(status(wrong)).isEqualTo(422);
        assertThat(error(wrong, "talk-1")).isEqualTo("Write the title of the talk");
        assertThat(value(wrong, "talk-2")).isEqualTo("Maps of the Fen");

        SERVICES.answer(PUT, answer("changed-meanwhile"));
        var meanwhile = press(wrong, "Save the talks");
        assertThat(status(meanwhile)).isEqualTo(409);
        assertThat(words(meanwhile))
                .contains("Other talks are named by now: Zines in an hour; Maps. Yours are still in the boxes")
                .doesNotContain("What you typed");
        assertThat(value(meanwhile, "talk-2")).isEqualTo("Maps of the Fen");

        SERVICES.answer(PUT, answer("asked"));
        assertThat(words(press(meanwhile, "Save the talks"))).contains("Saved.");
        var sent = SERVICES.sent(PUT);
        assertThat(sent.path("questions")).as("they stand").hasSize(2);
        assertThat(sent.at("/talks/1/title").asString()).isEqualTo("Maps of the Fen");
    }

    /** Two talks are asked about, and handed out, by their titles. */
    @Test
    void talksWhoseTitlesReadAlikeAreToBePutRightAtTheirBox() throws Exception {
        var page = open(QUESTIONS);
        type(page, "talk-1", "Marc without tears");
        type(page, "talk-2", "Zines");
        type(page, "talk-3", "marc without  tears");
        SERVICES.answer(PUT, answer("talks-alike"));

        page = press(page, "Save");

        assertThat(status(page)).isEqualTo(422);
        assertThat(error(page, "talk-3"))
                .isEqualTo("Another talk above has this title already: tell them apart, or empty one of the two");
        assertThat(value(page, "talk-3")).isEqualTo("marc without  tears");
    }

    /** The title is put right in its own box, so it is the same talk with the same link. */
    @Test
    void aCorrectedTitleIsSentWithTheTalkItCorrects() throws Exception {
        SERVICES.answer(GET, questions("open").with("standing", "STAND"));
        SERVICES.answer(PUT, answer("title-corrected"));
        var page = open(QUESTIONS);
        type(page, "talk-1", "Zines in half an hour");
        type(page, "talk-3", "Bats");

        assertThat(words(press(page, "Save the talks"))).contains("Saved.", "the talk keeps its link");

        var sent = SERVICES.sent(PUT).path("talks");
        assertThat(sent.at("/0/id").asString()).isEqualTo("00000000000000000000000000000004");
        assertThat(sent.at("/0/title").asString()).isEqualTo("Zines in half an hour");
        assertThat(sent.at("/2/id").asString("")).as("a new one").isEmpty();
        assertThat(sent.at("/2/tookPlace").asBoolean(false))
                .as("asked about unless it is unticked")
                .isTrue();
    }

    /** Typed with questions while the form opened: the talks can still be named, the questions only copied. */
    @Test
    void talksTypedWhileTheFormOpenedComeBackInTheirBoxes() throws Exception {
        var page = open(QUESTIONS);
        list(page, 1, "Earlier or later?", "Earlier\nLater");
        type(page, "talk-1", "Bats in the attic");
        SERVICES.answer(GET, questions("standing"));
        SERVICES.answer(PUT, answer("questions-stand"));

        page = press(page, "Save");

        assertThat(words(page))
                .contains("People are being asked by now", "What you typed", "Earlier or later?")
                .contains("Other talks are named by now: Zines in an hour; Maps.");
        assertThat(value(page, "talk-1")).isEqualTo("Bats in the attic");
    }

    @Test
    void whoeverElseNamedTalksIsToldOfBeforeTheirsAreReplaced() throws Exception {
        var page = open(QUESTIONS);
        type(page, "talk-1", "Bats in the attic");
        SERVICES.answer(GET, questions("open"));
        SERVICES.answer(PUT, answer("changed-meanwhile"));

        page = press(page, "Save");

        assertThat(words(page)).contains("Other talks are named by now: Zines in an hour; Maps.");
        assertThat(value(page, "talk-1")).isEqualTo("Bats in the attic");
    }

    /** One of two had added a talk, the other a question to the one that both saw. */
    @Test
    void onlyWhatIsNotInTheBoxesIsSaidToBeSomebodyElses() throws Exception {
        SERVICES.answer(GET, questions("open").with("talks", List.of()));
        var page = open(QUESTIONS);
        list(page, 3, "Earlier or later?", "Earlier\nLater");
        SERVICES.answer(GET, questions("open"));
        SERVICES.answer(PUT, answer("changed-meanwhile"));

        page = press(page, "Save");

        assertThat(words(page))
                .contains("Other talks are named by now: Zines in an hour; Maps.")
                .doesNotContain("What is asked now");
        assertThat(value(page, "words-3")).isEqualTo("Earlier or later?");
    }

    /** Their withdrawal would be undone by a form that is merely older. */
    @Test
    void whatSomebodyElseHasTakenOffMeanwhileIsNamedBeforeItIsAskedAgain() throws Exception {
        SERVICES.answer(GET, questions("open"));
        var page = open(QUESTIONS);
        list(page, 3, "Earlier or later?", "Earlier\nLater");
        somebodyTakesTheOthersOff();

        page = press(page, "Save");

        assertThat(status(page)).isEqualTo(409);
        assertThat(words(page))
                .contains("Somebody else has taken off: What could you show others? It's still in the boxes.")
                .contains("Somebody else has taken off these talks: Zines in an hour. They're still in the boxes.")
                .doesNotContain("What is asked now", "Other talks are named");
        assertThat(value(page, "words-2")).isEqualTo("What could you show others?");
        assertThat(value(page, "words-3")).isEqualTo("Earlier or later?");
        assertThat(value(page, "talk-1")).isEqualTo("Zines in an hour");

        page = press(page, "Save");
        assertThat(words(page))
                .as("told once, and theirs since")
                .contains("Yours is still in the boxes and not saved yet")
                .doesNotContain("has taken off");
    }

    /** What was typed in the place of it is nothing that anybody has taken off. */
    @Test
    void whatSomebodyElseHasTakenOffIsNamedByTheWordsThatItHad() throws Exception {
        SERVICES.answer(GET, questions("open"));
        var page = open(QUESTIONS);
        type(page, "words-2", "What could you show us?");
        type(page, "talk-1", "Zines in half an hour");
        somebodyTakesTheOthersOff();

        page = press(page, "Save");

        assertThat(words(page))
                .contains("Somebody else has taken off: What could you show others? What you wrote in its place is")
                .contains("Somebody else has taken off these talks: Zines in an hour. What you wrote in their place is")
                .doesNotContain("still in the boxes. Empty them");
        assertThat(value(page, "words-2")).isEqualTo("What could you show us?");
        assertThat(value(page, "talk-1")).isEqualTo("Zines in half an hour");
    }

    private static void somebodyTakesTheOthersOff() {
        SERVICES.answer(
                GET,
                questions("open")
                        .with("version", 7)
                        .keeping(
                                "questions", one -> one.path("words").asString().equals("Which pub next?"))
                        .keeping("talks", one -> one.path("title").asString().equals("Maps")));
        SERVICES.answer(PUT, answer("changed-meanwhile"));
    }

    @Test
    void aTickThatSomebodyElseHasTakenAwayMeanwhileIsNamed() throws Exception {
        for (var standing : List.of("OPEN", "STAND")) {
            SERVICES.answer(GET, questions("open").with("standing", standing).with("talks.1.tookPlace", true));
            var page = open(QUESTIONS);
            SERVICES.answer(
                    GET,
                    questions("open")
                            .with("standing", standing)
                            .with("version", 7)
                            .with("talks.0.tookPlace", false));
            SERVICES.answer(PUT, answer("changed-meanwhile"));

            page = press(page, standing.equals("OPEN") ? "Save" : "Save the talks");

            assertThat(status(page)).isEqualTo(409);
            assertThat(words(page))
                    .contains("Without a tick by now: Zines in an hour; Maps. Yours is still ticked")
                    .doesNotContain("With a tick by now");
            assertThat(page.<HtmlInput>getFirstByXPath("//input[@id='took-1']").isChecked())
                    .as("as it was typed")
                    .isTrue();
        }
    }

    @Test
    void whatIsTypedWhileTheEventIsCalledOffOrSettledIsToldSo() throws Exception {
        SERVICES.answer(
                "GET /feedback/events/" + OFF + "/questions", questions("open").with("standing", "STAND"));
        var page = open("/organise/events/" + OFF + "/questions");
        type(page, "talk-2", "Bats in the attic");
        SERVICES.answer(
                "GET /feedback/events/" + OFF + "/questions", questions("open").with("standing", "SETTLED"));
        SERVICES.answer("PUT /feedback/events/" + OFF + "/questions", answer("questions-stand"));

        assertThat(words(press(page, "Save the talks")))
                .contains("It was called off meanwhile", "What you typed", "Bats in the attic")
                .doesNotContain("People are being asked");

        SERVICES.answer(GET, questions("open").with("standing", "STAND"));
        var settled = open(QUESTIONS);
        type(settled, "talk-2", "Bats in the attic");
        SERVICES.answer(GET, questions("open").with("standing", "SETTLED"));
        SERVICES.answer(PUT, answer("questions-stand"));
        assertThat(words(press(settled, "Save the talks")))
                .contains("The results are settled by now", "Bats in the attic");
    }

    private static Sampled questions(String sample) {
        return Sampled.of("feedback-service/get-events-event-questions/" + sample);
    }

    private static Sampled answer(String sample) {
        return Sampled.of("feedback-service/put-events-event-questions/" + sample);
    }

    private static void list(HtmlPage page, int number, String words, String options) throws Exception {
        type(page, "words-" + number, words);
        page.<HtmlElement>getFirstByXPath("//input[@name='kind-" + number + "' and @value='PICK_ONE']")
                .click();
        type(page, "options-" + number, options);
    }

    private static void fewWords(HtmlPage page, int number, String words) throws Exception {
        type(page, "words-" + number, words);
        page.<HtmlElement>getFirstByXPath("//input[@name='kind-" + number + "' and @value='FEW_WORDS']")
                .click();
    }

    private static String preview(HtmlPage page) {
        return page.<HtmlElement>getFirstByXPath("//fieldset[@disabled]")
                .getTextContent()
                .replaceAll("\\s+", " ");
    }

    private static String error(HtmlPage page, String field) {
        return page.getElementById(field + "-error").getTextContent();
    }

    private static String value(HtmlPage page, String field) {
        return ((HtmlInput) page.getElementById(field)).getValue();
    }
}
