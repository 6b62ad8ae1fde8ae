package org.natter.web.attendee;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.htmlunit.HttpMethod;
import org.htmlunit.WebRequest;
import org.htmlunit.html.HtmlElement;
import org.htmlunit.html.HtmlInput;
import org.htmlunit.html.HtmlPage;
import org.htmlunit.html.HtmlSelect;
import org.htmlunit.util.NameValuePair;
import org.junit.jupiter.api.Test;
import org.natter.web.services.FormId;
import org.natter.web.services.LinkToken;
import org.natter.web.stub.Call;
import org.natter.web.stub.Sampled;

class FeedbackPagesTest extends AttendeePagesBody {

    private static final int MOST_TAPS = 12;
    private static final int MOST_PAGES = 6;

    private int taps;
    private int pages;

    @Test
    void fourPeopleTakeTwelveTapsAndSixPages() throws Exception {
        var evening = open("/f/" + PubEvening.LINK);
        assertThat(words(evening))
                .contains("For E…, Riverside pub evening, Thursday 15 October 2026.", "1 of 4")
                .doesNotContain("Ellis");
        tap(evening, "Yes, very much");
        tap(evening, "Very");
        var fresh = pressed(evening, "Continue");
        assertThat(path(fresh)).isEqualTo("/feedback/2");
        assertThat(words(fresh)).containsSubsequence("Amara Teal", "university library", "Hamid Rook", "Ruth Sedge");
        tap(fresh, "Amara Teal");
        tap(fresh, "Hamid Rook");
        tap(fresh, "Ruth Sedge");
        tap(fresh, "Tobias Quill: Knew them");
        var talks = pressed(fresh, "Continue");
        assertThat(words(talks)).contains("Amara Teal", "Hamid Rook", "Ruth Sedge", "Tobias Quill");
        assertThat(talks.querySelectorAll("input[name=little]")).hasSize(1);
        var rest = pressed(talks, "Continue");
        var check = pressed(rest, "Continue");
        assertThat(path(check)).isEqualTo("/feedback/check");
        var thanks = pressed(check, "Send");

        assertThat(words(thanks))
                .contains(
                        "Thanks, Ellis. That's in your history.",
                        "You spoke to 4 people; 3 were new.",
                        "You'd know 4 of them again.",
                        "Three kinds of library.");
        assertThat(EVENING.answer().path("sent").asBoolean(false)).isTrue();
        assertThat(EVENING.answer().path("met")).hasSize(4);
        assertThat(taps).isLessThanOrEqualTo(MOST_TAPS);
        assertThat(pages).isLessThanOrEqualTo(MOST_PAGES);
    }

    @Test
    void aPageThatShowsAnInitialAndATitleAsksForNoNames() throws Exception {
        open("/f/" + PubEvening.LINK);

        assertThat(SERVICES.calls())
                .filteredOn(call -> call.path().startsWith("/attendee/"))
                .extracting(Call::name)
                .containsExactlyInAnyOrder(
                        "GET /attendee/attendances/" + PubEvening.ELLIS + "/greeting",
                        "POST /attendee/stop-links/read");
    }

    @Test
    void namesAreAskedForAllAtOnce() throws Exception {
        var evening = open("/f/" + PubEvening.LINK);
        tick(evening, "Very");
        EVENING.answersNamesTogether(3);

        assertThat(words(press(evening, "Continue")))
                .contains("For E…, Riverside pub evening, Thursday 15 October 2026.", "Amara Teal");
    }

    /** With a link of its own another site could have this browser become somebody else, or nobody. */
    @Test
    void whatAnotherSiteMayHaveSentBeginsNoSessionAndCountsWithOnePressMore() throws Exception {
        for (var from : List.of("cross-site", "same-site", "none", "")) {
            var request = HttpRequest.newBuilder(URI.create(address("/feedback")))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(
                            "token=" + PubEvening.LINK + "&worthComing=5&feltWelcome=4&go=CONTINUE"));
            if (!from.isEmpty()) {
                request.header("Sec-Fetch-Site", from);
            }

            var answer = HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());

            assertThat(answer.statusCode()).as(from).isEqualTo(422);
            assertThat(answer.headers().allValues("Set-Cookie"))
                    .as(from)
                    .allSatisfy(cookie -> assertThat(cookie).startsWith("natter-form="));
            assertThat(answer.body()).as(from).contains("press the button here once more", "value=\"5\" checked");
        }
        assertThat(EVENING.writes())
                .filteredOn(write -> write.startsWith("PUT"))
                .isEmpty();

        var bare = new WebRequest(URI.create(address("/feedback")).toURL(), HttpMethod.POST);
        bare.setAdditionalHeader("Sec-Fetch-Site", "cross-site");
        bare.setRequestBody("token=" + PubEvening.LINK + "&worthComing=5&feltWelcome=4&go=CONTINUE");
        HtmlPage again = browser.getPage(bare);
        assertThat(words(again)).contains("Nothing is saved yet");
        assertThat(path(press(again, "Continue"))).isEqualTo("/feedback/2");
    }

    @Test
    void theThankYouSaysWhatTheHistorySaysAndCountsNothingItself() throws Exception {
        EVENING.historySays(1, List.of("You spoke to 2 people."));

        var fresh = begin();
        tick(fresh, "Tobias Quill: Knew them");
        tick(fresh, "Ruth Sedge: Knew them");
        var thanks = press(fresh, "Send what I've done so far");

        assertThat(words(thanks)).contains("You spoke to 2 people.").doesNotContain("0 were new", "know 0");
    }

    @Test
    void whileTheHistoryIsStillOnItsWayTheThankYouSaysSo() throws Exception {
        EVENING.historySays(100, List.of("You spoke to 2 people."));

        var thanks = press(tickNobody(), "Send what I've done so far");

        assertThat(words(thanks))
                .contains("Thanks, Ellis. That's in your history.", "Your history will have the figures in a moment.")
                .doesNotContain("You spoke to");
    }

    private HtmlPage tickNobody() throws Exception {
        var fresh = begin();
        tick(fresh, "Nobody this time");
        return fresh;
    }

    @Test
    void theFirstStepAloneIsACompleteAnswer() throws Exception {
        var evening = open("/f/" + PubEvening.LINK);
        tick(evening, "So-so");

        var thanks = press(evening, "Send what I've done so far");

        assertThat(words(thanks)).contains("Thanks, that helps.");
        assertThat(EVENING.answer().path("worthComing").asInt(0)).isEqualTo(3);
        assertThat(EVENING.answer().path("sent").asBoolean(false)).isTrue();
    }

    @Test
    void privateWordsStayInAttendeeServiceAndTheCommentGoesApart() throws Exception {
        var fresh = begin();
        type(fresh, "someone", "H, red scarf");
        type(fresh, "others", "2");
        var talks = press(fresh, "Continue");
        assertThat(words(talks)).contains("H, red scarf");
        var rest = press(talks, "Continue");
        tick(rest, "A few");
        type(rest, "comment", "More chairs");
        type(rest, "privateWords", "Ask about the large-print stock");
        var check = press(rest, "Continue");

        assertThat(words(check)).contains("H, red scarf", "2 other people");
        assertThat(EVENING.labels()).containsExactly("H, red scarf");
        assertThat(SERVICES.sent("PUT /feedback/answers/" + PubEvening.ELLIS + "/steps/2")
                        .toString())
                .doesNotContain("scarf");
        assertThat(SERVICES.sent("POST /feedback/comments").path("words").asString(""))
                .isEqualTo("More chairs");
        assertThat(SERVICES.sent("POST /feedback/comments").path("id").asString(""))
                .matches("[0-9a-f]{32}");
        assertThat(SERVICES.sent("PUT /attendee/events/" + PubEvening.EVENT + "/private-words")
                        .path("overheard")
                        .asString(""))
                .isEqualTo("Ask about the large-print stock");
        assertThat(EVENING.writes().stream().filter(write -> write.startsWith("PUT /feedback")))
                .noneMatch(write -> SERVICES.sent(write).toString().contains("large-print"));
    }

    @Test
    void aWordForTheOrganisersIsSaidToBeKeptHoweverOftenOneGoesRound() throws Exception {
        var kept = "Your word for the organisers is kept already";
        var rest = press(tickNobody(), "Continue");
        assertThat(words(rest)).doesNotContain("is kept");
        assertThat(words(press(rest, "Continue"))).doesNotContain(kept);
        type(rest, "comment", "More chairs");
        assertThat(words(press(rest, "Continue"))).contains(kept);

        var people = open("/feedback/2");
        assertThat(labelled(people, "Nobody this time").isChecked())
                .as("what was said there")
                .isTrue();
        var again = press(people, "Continue");

        assertThat(words(again)).contains("Your word for the organisers is kept. Anything you write here is one more.");
        assertThat(words(press(again, "Continue"))).contains(kept);
        assertThat(SERVICES.calls("POST", "/feedback/comments")).hasSize(1);
    }

    @Test
    void aStepPressedTwiceIsSavedOnce() throws Exception {
        var fresh = begin();
        type(fresh, "someone", "Jo, blue bag");
        tick(fresh, "Ruth Sedge");

        press(fresh, "Continue");
        var again = press(fresh, "Continue");

        assertThat(path(again)).isEqualTo("/feedback/4");
        assertThat(EVENING.labels()).containsExactly("Jo, blue bag");
        assertThat(EVENING.answer().path("met")).hasSize(2);
    }

    @Test
    void emptyStepsAskKindlyAndSaveNothing() throws Exception {
        var first = press(open("/f/" + PubEvening.LINK), "Continue");
        assertThat(status(first)).isEqualTo(422);
        assertThat(first.getTitleText()).startsWith("Error: ");
        assertThat(first.getElementById("worthComing")).isNotNull();
        assertThat(EVENING.answer().path("stepsDone")).isEmpty();

        var second = press(begin(), "Continue");
        assertThat(status(second)).isEqualTo(422);
        assertThat(second.getElementById("nobody")).isNotNull();
        assertThat(words(second))
                .as("what is missing, and at its side the way on")
                .containsSubsequence(
                        "Nobody ticked yet",
                        "Tick who you talked to, give a number, or say it was nobody this time",
                        "Nobody this time, and that's fine",
                        "Who did you talk to?")
                .doesNotContain("There's a problem");
        type(second, "others", "60");
        var third = press(second, "Continue");
        assertThat(status(third)).isEqualTo(422);
        assertThat(words(third)).contains("Tell us a number between 0 and 50");
        assertThat(typed(third, "others")).isEqualTo("60");
        assertThat(EVENING.answer().path("stepsDone").toString()).isEqualTo("[1]");
        assertThat(EVENING.answer().path("others")).isEmpty();
    }

    @Test
    void anEmptyStepLeadsOnByOnePressBesideWhatIsMissing() throws Exception {
        var missing = press(begin(), "Continue");

        assertThat(path(press(missing, "Nobody this time, and that's fine"))).isEqualTo("/feedback/5");
    }

    @Test
    void nobodyNewAndNobodyKnownIsThanked() throws Exception {
        EVENING.historySays(0, List.of("Some events are for listening. Those count too."));
        var fresh = begin();
        assertThat(words(open("/feedback/check")))
                .contains("New people Not said", "People you caught up with Not said")
                .doesNotContain("Nobody");
        tick(fresh, "Nobody this time");
        var rest = press(fresh, "Continue");
        assertThat(path(rest)).isEqualTo("/feedback/5");
        assertThat(words(open("/feedback/check"))).contains("Nobody new, and that's fine", "Nobody this time");

        var thanks = press(rest, "Send what I've done so far");

        assertThat(words(thanks)).contains("Some events are for listening. Those count too.");
    }

    @Test
    void withoutTheFeedbackServiceWhatWasTickedAndTypedStays() throws Exception {
        var fresh = begin();
        tick(fresh, "Ruth Sedge");
        type(fresh, "others", "3");
        SERVICES.sendToSleep("feedback");

        var answer = press(fresh, "Continue");

        assertThat(status(answer)).isEqualTo(503);
        assertThat(words(answer))
                .contains("We couldn't save that just now. It's still in the boxes: try again in a minute.");
        assertThat(labelled(answer, "Ruth Sedge").isChecked()).isTrue();
        assertThat(typed(answer, "others")).isEqualTo("3");
        SERVICES.wake();
        assertThat(path(press(answer, "Continue"))).isEqualTo("/feedback/4");
    }

    @Test
    void withoutTheFeedbackServiceTheFirstStepKeepsItsStars() throws Exception {
        var evening = open("/f/" + PubEvening.LINK);
        tick(evening, "Yes, very much");
        SERVICES.sendToSleep("feedback");

        var answer = press(evening, "Continue");

        assertThat(status(answer)).isEqualTo(503);
        assertThat(labelled(answer, "Yes, very much").isChecked()).isTrue();
        SERVICES.wake();
        assertThat(path(press(answer, "Continue"))).isEqualTo("/feedback/2");
    }

    @Test
    void withoutNamesPeopleCanStillBeCounted() throws Exception {
        var fresh = begin();
        tick(fresh, "Ruth Sedge");
        press(fresh, "Continue");
        SERVICES.sendToSleep("attendee");

        var nameless = open("/feedback/2");
        assertThat(words(nameless))
                .contains("We can't show names just now. Tell us how many, or come back by 29 October.");
        type(nameless, "others", "2");
        press(nameless, "Continue");

        assertThat(EVENING.answer().path("met")).hasSize(1);
        assertThat(EVENING.answer().path("others").get(0).path("count").asInt(0))
                .isEqualTo(2);
    }

    /** Whoever reads it may be on the list themselves. */
    @Test
    void nobodyListedAsksForANumberAlone() throws Exception {
        EVENING.nobodyIsListed();

        assertThat(words(begin())).contains("Nobody else is on the list this time. Just tell us how many.");
    }

    /** Whoever is ticked, or has introduced somebody, and takes themselves off the list then. */
    @Test
    void whoeverGoesOffTheListStaysInWhatWasSaid() throws Exception {
        var fresh = begin();
        tick(fresh, "Ruth Sedge: New");
        tick(fresh, "Hamid Rook: Knew them");
        press(fresh, "Continue");
        EVENING.goOffTheList();

        var again = open("/feedback/2");
        assertThat(words(again))
                .contains("Hamid Rook", "no longer on the list", "Ruth Sedge", "Nobody else is on the list this time.")
                .doesNotContain("someone you met", "Amara Teal", "Tobias Quill");
        press(again, "Continue");
        assertThat(words(open("/feedback/check")))
                .contains("Ruth Sedge no longer on the list", "Hamid Rook no longer on the list");
        assertThat(words(press(open("/w/" + PubEvening.LINK + "w"), "Something did")))
                .as("one rule, and the same names as in their history")
                .contains("Ruth Sedge", "Hamid Rook", "no longer on the list")
                .doesNotContain("someone you met");

        assertThat(EVENING.answer().path("met").size()).isEqualTo(2);
    }

    @Test
    void closedLinksSaySoKindlyAndWrongOnesAreNowhere() throws Exception {
        EVENING.linkIs("read-only");
        assertThat(words(open("/f/" + PubEvening.LINK)))
                .contains("For E…, Riverside pub evening, Thursday 15 October 2026.")
                .contains("This form closed on 29 October. You can still add to your own history.")
                .contains("Your answer is kept");
        EVENING.linkIs("closed");
        assertThat(words(open("/f/" + PubEvening.LINK)))
                .contains("Closed", "Your history is here.", "Your answer is kept");
        for (var late : List.of("read-only", "closed")) {
            var silent = Sampled.of("feedback-service/post-links-read/" + late)
                    .with("attendance", PubEvening.ELLIS)
                    .with("event", PubEvening.EVENT)
                    .with("answered", false)
                    .with("sent", false);
            SERVICES.answer("POST /feedback/links/read", silent);
            assertThat(words(open("/f/" + PubEvening.LINK))).contains("You didn't answer this one");
            SERVICES.answer("POST /feedback/links/read", silent.with("stayedAway", true));
            assertThat(words(open("/f/" + PubEvening.LINK)))
                    .contains("You told us that you didn't make it")
                    .doesNotContain("no answer");
        }
        EVENING.linkIs("called-off");
        assertThat(words(open("/f/" + PubEvening.LINK)))
                .contains("This event was called off, so there's nothing to fill in.")
                .doesNotContain("Your answer is kept");
        assertThat(status(open("/f/k1.1.wrong.wrong"))).isEqualTo(404);
    }

    /** At midnight of the last day: of which event, what had been said, and what became of the page. */
    @Test
    void aFormThatClosesWhileItsPageIsOpenSaysWhatIsKept() throws Exception {
        var people = begin();
        tick(people, "Ruth Sedge");
        press(people, "Continue");
        type(people, "someone", "H, red scarf");
        var rest = (HtmlPage) browser.getPage(address("/feedback/5"));
        type(rest, "comment", "More chairs");
        type(rest, "privateWords", "Large print at the city library");
        closes("form-closed");

        var closed = press(rest, "Continue");
        assertThat(closed.getTitleText()).isEqualTo("This form has closed - Natter");
        assertThat(words(closed))
                .containsSubsequence(
                        "For E…, Riverside pub evening, Thursday 15 October 2026.",
                        "This form closed on 29 October.",
                        "Your answer is kept: it's in your history.",
                        "nothing of it was added to your answer",
                        "What you wrote under \"Only you see this\" is kept: it's in your history.",
                        "Your word for the organisers hasn't reached them.",
                        "What you typed, to copy from here",
                        "More chairs",
                        "My networking history")
                .doesNotContain("Large print");
        assertThat(words(press(people, "Continue")))
                .contains("This form closed on 29 October.", "What you typed, to copy from here", "H, red scarf")
                .doesNotContain("Only you see this", "organisers");
        assertThat(words(press(open("/feedback/check"), "Send")))
                .contains("This form closed on 29 October.", "Your answer is kept")
                .doesNotContain("to copy from here");

        closes("event-called-off");
        assertThat(words(press(people, "Continue")))
                .contains("For E…, Riverside pub evening", "This event was called off, so there's nothing to fill in.");
    }

    private static void closes(String why) {
        var answer = "/feedback/answers/" + PubEvening.ELLIS;
        for (var step = 1; step <= 5; step++) {
            SERVICES.answer(
                    "PUT " + answer + "/steps/" + step,
                    Sampled.of("feedback-service/put-answers-attendance-steps-" + step + "/" + why));
        }
        SERVICES.answer("POST /feedback/comments/own", Sampled.of("feedback-service/post-comments-own/" + why));
        SERVICES.answer("POST /feedback/comments", Sampled.of("feedback-service/post-comments/" + why));
        SERVICES.answer("POST " + answer + "/send", Sampled.of("feedback-service/post-answers-attendance-send/" + why));
    }

    /** A page left open for days: the way back by the link leads nowhere any more. */
    @Test
    void aPageThatRestedUntilItsFormHadClosedSaysSo() throws Exception {
        var people = begin();
        type(people, "someone", "H, red scarf");
        tick(people, "Ruth Sedge");
        var rest = (HtmlPage) browser.getPage(address("/feedback/5"));
        type(rest, "comment", "More chairs");
        type(rest, "privateWords", "Large print at the city library");
        var check = (HtmlPage) browser.getPage(address("/feedback/check"));
        endSession();
        for (var page : List.of(open("/f/" + PubEvening.LINK), people, rest, check)) {
            page.querySelectorAll("input[name=until]")
                    .forEach(until -> ((HtmlInput) until).setAttribute("value", "1791622799"));
        }

        assertThat(words(press(rest, "Continue")))
                .containsSubsequence(
                        "Riverside pub evening, Thursday 15 October 2026",
                        "This form has closed",
                        "nothing of it was added",
                        "to copy from here",
                        "More chairs",
                        "Large print")
                .doesNotContain("Open the link in your email again");
        assertThat(words(press(people, "Continue"))).contains("This form has closed", "H, red scarf");
        assertThat(words(press(check, "Send"))).contains("This form has closed");
    }

    /** Whoever had been removed from a history stayed away, though ticked; the newest word counts. */
    @Test
    void whoeverIsTickedAnewIsToldToTheHistoryOnceAndBeforeItIsSaved() throws Exception {
        var named = "POST /attendee/attendances/" + PubEvening.ELLIS + "/named";
        var people = begin();
        tick(people, "Ruth Sedge");
        press(people, "Continue");
        assertThat(SERVICES.sent(named).path("people")).hasSize(1);

        press(open("/feedback/2"), "Continue");
        assertThat(SERVICES.calls("POST", named.substring("POST ".length())))
                .as("whoever was ticked before is not ticked anew")
                .hasSize(1);
        SERVICES.breaksAt(named);
        var again = open("/feedback/2");
        tick(again, "Tobias Quill");
        assertThat(path(press(again, "Continue"))).as("no answer waits for it").isEqualTo("/feedback/4");
    }

    /** What could be filled in there was kept nowhere, and only its button said so. */
    @Test
    void aStepOfAFormThatHasClosedOpensTheClosedPage() throws Exception {
        begin();
        SERVICES.answer(
                "GET /feedback/answers/" + PubEvening.ELLIS,
                Sampled.of("feedback-service/get-answers-attendance/empty").with("closesAt", "2026-10-09T22:59:59Z"));

        for (var step : List.of("1", "2", "4", "5", "check")) {
            var page = open("/feedback/" + step);
            assertThat(words(page))
                    .as(step)
                    .contains(
                            "For E…, Riverside pub evening", "This form closed on 9 October.", "My networking history")
                    .doesNotContain("nothing of it was added");
            assertThat(buttons(page)).as(step).isEmpty();
        }
        assertThat(words(open("/feedback/thanks"))).contains("Thanks").doesNotContain("Change something");
    }

    @Test
    void aFollowUpThatRanItsTimeWhileItWasOpenGivesBackWhatWasTyped() throws Exception {
        var tell = press(open("/w/" + PubEvening.LINK + "w"), "Something did");
        type(tell, "someone", "H, red scarf");
        type(tell, "words", "Two weeks in the archive");
        var outcome = ((HtmlInput) tell.querySelector("input[name=form]")).getValue();
        SERVICES.answer(
                "PUT /attendee/events/" + PubEvening.EVENT + "/outcomes/" + outcome + "/words",
                Sampled.of("attendee-service/put-events-event-outcomes-outcome-words/two-weeks"));
        SERVICES.answer("POST /feedback/outcomes", Sampled.of("feedback-service/post-outcomes/form-closed"));

        assertThat(words(press(tell, "Send")))
                .containsSubsequence(
                        "For E…, Riverside pub evening, Thursday 15 October 2026.",
                        "You can still add it in your history.",
                        "H, red scarf",
                        "Two weeks in the archive");
    }

    @Test
    void anAnsweredLinkTellsInAnotherBrowserOnlyWhichEventItIsAbout() throws Exception {
        var fresh = begin();
        tick(fresh, "Ruth Sedge");
        press(fresh, "Send what I've done so far");

        var event = "For E…, Riverside pub evening, Thursday 15 October 2026.";
        assertThat(words(open("/f/" + PubEvening.LINK)))
                .contains(event, "You've answered.", "Want to change something?");
        var own = open("/f/" + PubEvening.LINK);
        assertThat(words(notMe(own))).as("pressed where it was answered, too").contains("We tell them, once");
        var before = EVENING.writes().size();
        try (var elsewhere = browser()) {
            var press = new WebRequest(URI.create(address("/feedback")).toURL(), HttpMethod.POST);
            press.setRequestParameters(List.of(
                    new NameValuePair("token", PubEvening.LINK),
                    new NameValuePair("worth", "5"),
                    new NameValuePair("go", "CONTINUE")));
            assertThat(words(elsewhere.<HtmlPage>getPage(press)))
                    .as("a form that stood open there when it was sent from here")
                    .contains(event, "You've answered.");
            var page = (HtmlPage) elsewhere.getPage(address("/f/" + PubEvening.LINK));
            assertThat(words(page)).contains(event, "You've answered.").doesNotContain("Ellis", "Ruth");
            assertThat(buttons(page)).containsExactly("It isn't me: tell them");

            var told = notMe(page);
            assertThat(path(told)).isEqualTo("/feedback/not-me");
            assertThat(words(told)).contains("to check what's in their form").doesNotContain("Nothing's saved");
            assertThat(EVENING.writes()).hasSize(before + 1).endsWith(PubEvening.NOT_MINE);
        }
    }

    @Test
    void notYetIsFirstAndOnePress() throws Exception {
        var page = open("/w/" + PubEvening.LINK + "w");
        assertThat(buttons(page)).first().isEqualTo("Not yet, and that's fine");

        var thanks = press(page, "Not yet, and that's fine");

        assertThat(words(thanks))
                .contains("Thanks for telling us", "the chat was worth having anyway")
                .as("it is asked after nine months, too")
                .doesNotContain("take months");
        assertThat(EVENING.writes()).containsExactly("POST /feedback/follow-ups/not-yet");
    }

    @Test
    void monthsAreThoseSinceTheEventAsItsPlaceCountsThem() throws Exception {
        SERVICES.answer(
                "GET /event/programme/" + PubEvening.EVENT,
                Sampled.of("event-service/get-programme-event/published")
                        .with("event", PubEvening.EVENT)
                        .with("zone", "Pacific/Auckland")
                        .with("startsAtInstant", "2026-08-31T18:30:00Z")
                        .with("endsAtInstant", "2026-08-31T21:00:00Z"));

        var form = press(open("/w/" + PubEvening.LINK + "w"), "Something did");

        assertThat(form.<org.htmlunit.html.HtmlSelect>getHtmlElementById("month")
                        .getOptions())
                .extracting(month -> month.getValueAttribute())
                .filteredOn(month -> !month.isEmpty())
                .containsExactly("2026-10", "2026-09");
    }

    @Test
    void whatCameOfItIsToldOnceEvenIfPressedTwice() throws Exception {
        var fresh = begin();
        tick(fresh, "Ruth Sedge");
        press(press(fresh, "Continue"), "Continue");
        var form = press(open("/w/" + PubEvening.LINK + "w"), "Something did");
        assertThat(words(form)).contains("Left open, it goes in as something that came to you");
        assertThat(status(press(form, "Send"))).isEqualTo(422);
        tick(form, "Ruth Sedge");
        tick(form, "Work experience");
        form.<org.htmlunit.html.HtmlSelect>getHtmlElementById("month").setSelectedAttribute("2026-10", true);

        var thanks = press(form, "Send");
        var first = SERVICES.sent("POST /feedback/outcomes").path("id").asString("");
        press(form, "Send");

        assertThat(words(thanks)).contains("Lovely. That one began as just a chat.");
        assertThat(SERVICES.sent("POST /feedback/outcomes").path("id").asString(""))
                .isEqualTo(first);
        assertThat(SERVICES.sent("POST /feedback/outcomes").path("kind").asString(""))
                .isEqualTo("WORK_EXPERIENCE");
    }

    /** A mail that was passed on, or a machine that others use: the link alone shows nobody's name and nobody's own words. */
    @Test
    void aFollowUpShowsWhomItsOwnerMetOnlyWhereTheyAnsweredOrAreSignedIn() throws Exception {
        var fresh = begin();
        tick(fresh, "Ruth Sedge");
        type(fresh, "someone", "H, red scarf");
        press(fresh, "Continue");
        assertThat(words(press(open("/w/" + PubEvening.LINK + "w"), "Something did")))
                .contains("Ruth Sedge", "H, red scarf your note");
        press(open("/feedback/5"), "Send what I've done so far");
        endSession();
        var asked = SERVICES.calls("GET", "/attendee/events/" + PubEvening.EVENT + "/labels");

        var elsewhere = press(open("/w/" + PubEvening.LINK + "w"), "Something did");
        assertThat(words(elsewhere))
                .contains("For E…, Riverside pub evening, Thursday 15 October 2026.")
                .contains("Whom you named shows only in the browser you answered in, or once you've signed in.")
                .doesNotContain("Ruth", "scarf", "someone you met", "We can't show names");
        assertThat(SERVICES.calls("GET", "/attendee/events/" + PubEvening.EVENT + "/labels"))
                .as("nobody is asked for either")
                .hasSameSizeAs(asked);
        type(elsewhere, "someone", "Ruth from the college");
        tick(elsewhere, "Work experience");
        elsewhere.<HtmlSelect>getHtmlElementById("month").setSelectedAttribute("2026-10", true);
        assertThat(words(press(elsewhere, "Send"))).contains("Lovely.").doesNotContain("began as just a chat");
        assertThat(EVENING.labels()).containsExactly("H, red scarf", "Ruth from the college");

        var signIn = open("/sign-in");
        type(signIn, "email", "wren@college.example");
        press(signIn, "Email me a link");
        press(open("/in/" + PubEvening.LINK), "Sign in");
        assertThat(words(press(open("/w/" + PubEvening.LINK + "w"), "Something did")))
                .contains("Ruth Sedge", "H, red scarf your note")
                .doesNotContain("Whom you named shows only");
    }

    /** An id from somebody else's page would tell whether they are in this answer. */
    @Test
    void whomAFollowUpTicksWithoutShowingThemIsNotTaken() throws Exception {
        var fresh = begin();
        tick(fresh, "Ruth Sedge");
        press(fresh, "Send what I've done so far");
        var own = press(open("/w/" + PubEvening.LINK + "w"), "Something did");
        tick(own, "Ruth Sedge");
        tick(own, "Work experience");
        own.<HtmlSelect>getHtmlElementById("month").setSelectedAttribute("2026-10", true);
        endSession();
        press(open("/w/" + PubEvening.LINK + "w"), "Something did");

        var again = press(own, "Send");

        assertThat(status(again)).isEqualTo(422);
        assertThat(words(again)).contains("Say in your own words who it was, or sign in and open this page again");
        assertThat(labelled(again, "Work experience").isChecked()).isTrue();
        assertThat(SERVICES.calls("POST", "/feedback/outcomes")).isEmpty();
        type(again, "someone", "Ruth");
        assertThat(words(press(again, "Send"))).contains("Lovely.");
    }

    /** Two people, or two evenings of one, in one browser: what is typed for one is never kept for the other. */
    @Test
    void twoTabsEachActOnTheirOwnAnswer() throws Exception {
        var ellis = begin();
        type(ellis, "someone", "H, red scarf");
        var asha = beginOther();
        var before = EVENING.writes().size();

        var talks = press(ellis, "Continue");

        assertThat(words(talks)).contains("H, red scarf");
        assertThat(EVENING.writes().subList(before, EVENING.writes().size()))
                .contains("PUT /feedback/answers/" + PubEvening.ELLIS + "/steps/2")
                .noneMatch(write -> write.contains(PubEvening.OTHERS));
        notMe(asha);
        assertThat(EVENING.writes()).contains("POST /attendee/attendances/" + PubEvening.OTHERS + "/not-mine");
        assertThat(EVENING.writes()).doesNotContain(PubEvening.NOT_MINE);
        assertThat(path(press(talks, "Continue"))).isEqualTo("/feedback/5");
        var closed = press(asha, "Continue");
        assertThat(words(closed)).contains("This page has been resting, so nothing of it is saved yet.");
    }

    @Test
    void whatWasTypedIsInTheBoxesOnceThePageHasRested() throws Exception {
        var people = begin();
        type(people, "someone", "H, red scarf");
        tick(people, "Ruth Sedge");
        var rest = (HtmlPage) browser.getPage(address("/feedback/5"));
        type(rest, "comment", "More chairs");
        type(rest, "privateWords", "Large print at the city library");
        var evening = open("/feedback/1");
        tick(evening, "Not really");
        endSession();
        var before = EVENING.writes();

        var again = press(people, "Continue");
        assertThat(status(again)).isEqualTo(422);
        assertThat(words(again))
                .contains(
                        "Open the link in your email about Riverside pub evening, Thursday 15 October 2026 again",
                        "everything is still in the boxes.");
        assertThat(words(again)).doesNotContain("We can't show names just now");
        assertThat(typed(again, "someone")).isEqualTo("H, red scarf");
        var restAgain = press(rest, "Continue");
        assertThat(restAgain.getElementById("comment").getTextContent()).isEqualTo("More chairs");
        assertThat(restAgain.getElementById("privateWords").getTextContent())
                .isEqualTo("Large print at the city library");
        assertThat(labelled(press(evening, "Continue"), "Not really").isChecked())
                .isTrue();
        assertThat(EVENING.writes()).isEqualTo(before);

        press(open("/f/" + PubEvening.LINK), "Carry on");
        var talks = press(again, "Continue");
        assertThat(path(talks)).isEqualTo("/feedback/4");
        assertThat(EVENING.answer().path("met")).hasSize(2);
    }

    @Test
    void privateWordsThatAnotherPageChangedSinceAreNeitherLostNorPutBack() throws Exception {
        var older = press(tickNobody(), "Continue");
        var newer = (HtmlPage) browser.getPage(address("/feedback/5"));
        var same = (HtmlPage) browser.getPage(address("/feedback/5"));
        type(newer, "privateWords", "Ask about the large-print stock");
        press(newer, "Continue");
        type(older, "comment", "More chairs");
        tick(older, "A few");
        var before = EVENING.writes();

        var again = press(older, "Continue");

        assertThat(EVENING.writes()).as("nothing of the page is saved").isEqualTo(before);
        assertThat(status(again)).isEqualTo(409);
        assertThat(words(again))
                .contains("You've changed this elsewhere since you opened it here.", "Ask about the large-print stock");
        assertThat(again.getElementById("comment").getTextContent()).isEqualTo("More chairs");
        assertThat(again.getElementById("privateWords").getTextContent()).isEmpty();
        assertThat(labelled(again, "A few").isChecked()).isTrue();
        type(same, "privateWords", "Ask about the large-print stock");
        assertThat(path(press(same, "Continue"))).as("says what is kept").isEqualTo("/feedback/check");

        type(again, "privateWords", "Large print, and the rowing club");
        assertThat(path(press(again, "Continue"))).isEqualTo("/feedback/check");
        assertThat(SERVICES.sent("PUT /attendee/events/" + PubEvening.EVENT + "/private-words")
                        .path("overheard")
                        .asString(""))
                .isEqualTo("Large print, and the rowing club");
    }

    /** Both pages were filled from the same words, and both looked before either wrote. */
    @Test
    void privateWordsThatAnotherPageChangesInThisMomentAreNotLostEither() throws Exception {
        var rest = press(tickNobody(), "Continue");
        type(rest, "privateWords", "The rowing club");
        SERVICES.answer(
                "PUT /attendee/events/" + PubEvening.EVENT + "/private-words",
                Sampled.of("attendee-service/put-events-event-private-words/changed-meanwhile"));

        var again = press(rest, "Continue");

        assertThat(status(again)).isEqualTo(409);
        assertThat(words(again)).contains("You've changed this elsewhere since you opened it here.");
        assertThat(again.getElementById("privateWords").getTextContent()).isEqualTo("The rowing club");
        assertThat(SERVICES.sent("PUT /attendee/events/" + PubEvening.EVENT + "/private-words")
                        .path("insteadOf")
                        .asString("-"))
                .isEmpty();
    }

    /** The list of names holds attendances: whoever comes next to a browser and knows one from there opens nothing by it. */
    @Test
    void anAnswerThatWasBegunOpensByItsLinkAloneAndByNoId() throws Exception {
        var ellis = begin();
        assertThat(ellis.asXml()).doesNotContain(PubEvening.ELLIS);
        var asha = beginOther();
        var before = EVENING.writes();
        for (var form : asha.getForms()) {
            form.querySelectorAll("input[name=about], input[name=attendance]")
                    .forEach(hidden -> ((HtmlInput) hidden).setAttribute("value", PubEvening.ELLIS));
        }
        type(asha, "someone", "H, red scarf");

        var again = press(asha, "Continue");

        assertThat(words(again)).contains("This page has been resting, so nothing of it is saved yet.");
        assertThat(EVENING.writes()).isEqualTo(before);
        assertThat(words(open("/feedback/2"))).contains("For A");
    }

    @Test
    void everyFormOfAnAnswerSaysWhoseItIs() throws Exception {
        var people = begin();
        tick(people, "Ruth Sedge");
        var talks = press(people, "Continue");
        var rest = press(talks, "Continue");
        var check = press(rest, "Continue");
        var thanks = press(check, "Send");
        var told = press(open("/w/" + PubEvening.LINK + "w"), "Something did");

        for (var page : List.of(open("/feedback/1"), people, talks, rest, check, thanks, told)) {
            assertThat(page.getForms())
                    .isNotEmpty()
                    .allSatisfy(form -> assertThat(form.getInputByName("about").getValue())
                            .as(path(page))
                            .isEqualTo(Mark.of(new LinkToken(page == told ? PubEvening.LINK + "w" : PubEvening.LINK))
                                    .value()));
        }
    }

    private HtmlPage beginOther() throws IOException {
        EVENING.alsoAsksOthers();
        var evening = open("/f/" + PubEvening.OTHER_LINK);
        tick(evening, "So-so");
        return press(evening, "Continue");
    }

    private void endSession() {
        browser.getCookieManager().getCookies().stream()
                .filter(cookie -> !cookie.getName().equals("natter-form"))
                .forEach(browser.getCookieManager()::removeCookie);
    }

    private HtmlPage begin() throws IOException {
        var evening = open("/f/" + PubEvening.LINK);
        tick(evening, "Yes, very much");
        return press(evening, "Continue");
    }

    private void tap(HtmlPage page, String words) throws IOException {
        taps++;
        tick(page, words);
    }

    private HtmlPage pressed(HtmlPage page, String words) throws IOException {
        taps++;
        pages++;
        return press(page, words);
    }

    @Test
    void whoWasNotCheckedInIsAskedWhetherTheyMadeIt() throws Exception {
        SERVICES.answer("POST /feedback/links/read", madeIt());
        SERVICES.answer("POST /feedback/links/stay-away", Sampled.of("feedback-service/post-links-stay-away/said"));
        var question = open("/f/" + PubEvening.LINK);
        assertThat(words(question)).contains("Did you make it?", "Yes or no is enough.", "No, not this time");

        assertThat(words(follow(question, "Yes, I was there"))).contains("How was it?");
        assertThat(SERVICES.calls("POST", "/feedback/links/stay-away")).isEmpty();
        var why = press(question, "No, not this time");
        assertThat(words(why)).contains("Thanks for telling us. What got in the way?");
        assertThat(SERVICES.last("POST", "/feedback/links/stay-away")
                        .orElseThrow()
                        .json()
                        .path("reason")
                        .asString())
                .isEqualTo("NOT_SAID");
        tick(why, "Caring for someone");
        assertThat(words(press(why, "Send")))
                .contains("Riverside pub evening, Thursday 15 October 2026")
                .contains("Thanks for telling us", "We won't ask you about this event again.");
        assertThat(SERVICES.last("POST", "/feedback/links/stay-away")
                        .orElseThrow()
                        .json()
                        .path("reason")
                        .asString())
                .isEqualTo("CARING");
    }

    /** D4: what is pressed in the mail is on the page, and nothing is said before the page's own button. */
    @Test
    void aNoPressedInTheMailIsSaidByThePagesButtonAlone() throws Exception {
        SERVICES.answer("POST /feedback/links/read", madeIt());
        SERVICES.answer("POST /feedback/links/stay-away", Sampled.of("feedback-service/post-links-stay-away/said"));

        var no = open("/f/" + PubEvening.LINK + "?there=no");

        assertThat(words(no))
                .contains("You didn't make it?", "Press Send, and we know.")
                .doesNotContain("Thanks");
        assertThat(SERVICES.calls("POST", "/feedback/links/stay-away")).isEmpty();
        assertThat(words(press(no, "Send"))).contains("We won't ask you about this event again.");
        assertThat(SERVICES.sent("POST /feedback/links/stay-away")
                        .path("reason")
                        .asString())
                .isEqualTo("NOT_SAID");
        assertThat(words(open("/f/" + PubEvening.LINK + "?there=yes"))).contains("How was it?");
    }

    @Test
    void whatGotInTheWayIsAskedAboutAnEventByNameAndMayBeLeft() throws Exception {
        SERVICES.answer("POST /feedback/links/read", madeIt());
        SERVICES.answer("POST /feedback/links/stay-away", Sampled.of("feedback-service/post-links-stay-away/said"));

        for (var why : List.of(
                open("/f/" + PubEvening.LINK + "?there=no"),
                press(open("/f/" + PubEvening.LINK), "No, not this time"))) {
            assertThat(words(why))
                    .contains("For E…, Riverside pub evening, Thursday 15 October 2026.")
                    .doesNotContain("Ellis");
            assertThat(words(why)).contains("Not you? Tell us");
            tick(why, "Cost");
            assertThat(words(press(why, "I'd rather not say why")))
                    .contains("We won't ask you about this event again.");
            assertThat(SERVICES.sent("POST /feedback/links/stay-away")
                            .path("reason")
                            .asString())
                    .isEqualTo("NOT_SAID");
        }
    }

    /** Why they did not come is said to nobody who has the mail by now. */
    @Test
    void whoSaidNoReadsThatAndMayChangeIt() throws Exception {
        SERVICES.answer("POST /feedback/links/read", madeIt().with("stayedAway", true));
        SERVICES.answer("POST /feedback/links/stay-away", Sampled.of("feedback-service/post-links-stay-away/said"));

        var said = open("/f/" + PubEvening.LINK);

        assertThat(words(said))
                .contains("You told us you didn't make it")
                .doesNotContain("Did you make it?", "Yes or no is enough.", "No, not this time");
        assertThat(said.getTitleText()).isEqualTo("You told us you didn't make it - Natter");
        assertThat(words(follow(said, "I was there after all"))).contains("How was it?");
        var why = press(said, "Say what got in the way");
        assertThat(SERVICES.calls("POST", "/feedback/links/stay-away"))
                .as("no said again takes no reason back")
                .isEmpty();
        tick(why, "Caring for someone");
        press(why, "Send");
        assertThat(SERVICES.sent("POST /feedback/links/stay-away")
                        .path("reason")
                        .asString())
                .isEqualTo("CARING");
    }

    @Test
    void anAnswerThatWasBegunOpensAgainFromItsLink() throws Exception {
        begin();
        endSession();

        var again = open("/f/" + PubEvening.LINK);
        assertThat(words(again)).contains("You've begun.", "Look through it and carry on?");
        assertThat(again.getTitleText()).isEqualTo("You've begun - Natter");
        assertThat(words(again)).doesNotContain("just pressed");
        assertThat(words(open("/f/" + PubEvening.LINK + "?worth=1")))
                .as("a press in the email after all that was said")
                .contains("What you've just pressed in the email changed nothing: what you said before is kept.");

        assertThat(path(press(again, "Carry on"))).isEqualTo("/feedback/1");
    }

    @Test
    void anAnswerPressedInTheMailAfterAllWasSaidIsOfferedInItsPlace() throws Exception {
        var first = open("/f/" + PubEvening.LINK);
        tick(first, "Yes, very much");
        tick(first, "Very");
        press(first, "Continue");
        var pressed = open("/f/" + PubEvening.LINK + "?worth=3");
        var before = EVENING.writes();

        var evening = press(pressed, "Change my answer");

        assertThat(EVENING.writes()).as("nothing is said yet").isEqualTo(before);
        assertThat(words(evening))
                .contains("So-so is what you pressed in the email. Yes, very much is what you said before, and stands"
                        + " until you press Continue.");
        assertThat(labelled(evening, "So-so").isChecked()).isTrue();
        assertThat(labelled(evening, "Very").isChecked())
                .as("what was said besides")
                .isTrue();
        press(evening, "Continue");
        assertThat(EVENING.answer().path("worthComing").asInt()).isEqualTo(3);
        assertThat(EVENING.answer().path("feltWelcome").asInt()).isEqualTo(5);
    }

    @Test
    void whoWouldRatherNotSayTakesBackWhatTheySaidOfTheEvening() throws Exception {
        begin();

        assertThat(path(press(open("/feedback/1"), "I'd rather not say"))).isEqualTo("/feedback/2");

        assertThat(EVENING.answer().path("worthComing").asInt()).isZero();
        assertThat(open("/feedback/1").querySelectorAll("input[checked]")).isEmpty();
        var link = open("/f/" + PubEvening.LINK + "?worth=3");
        var before = EVENING.writes();
        press(press(link, "Change my answer"), "I'd rather not say");
        assertThat(EVENING.writes()).as("nothing is left to take back").isEqualTo(before);
    }

    @Test
    void whatWasSaidAlreadyIsNoChangeWhenItIsPressedAgain() throws Exception {
        begin();

        var evening = press(open("/f/" + PubEvening.LINK + "?worth=5"), "Change my answer");

        assertThat(words(evening)).doesNotContain("pressed in the email");
        assertThat(labelled(evening, "Yes, very much").isChecked()).isTrue();
    }

    /** The other question of the mails: whoever said how it was has been there. */
    @Test
    void aNoPressedInTheMailAfterAllWasSaidIsSaidToHaveChangedNothing() throws Exception {
        begin();

        assertThat(words(open("/f/" + PubEvening.LINK + "?there=no")))
                .contains("What you've just pressed in the email changed nothing: what you said before is kept.");
    }

    @Test
    void aLongListIsFoldedByLettersAndOpenWhereSomebodyIsTicked() throws Exception {
        var roster = Sampled.of("attendee-service/get-events-event-roster/two-others");
        var all = new ArrayList<Sampled>();
        for (var number = 0; number < 65; number++) {
            all.add(roster.first()
                    .with("attendance", "%032x".formatted(number + 1))
                    .with("name", (char) ('A' + number / 5) + "nna Sedge"));
        }
        SERVICES.answer("GET /attendee/events/" + PubEvening.EVENT + "/roster", roster.holding(all));

        var fresh = begin();

        assertThat(fresh.querySelectorAll("details.roster-letter")).hasSize(13);
        assertThat(fresh.querySelectorAll("details.roster-letter[open]")).isEmpty();
        assertThat(fresh.querySelector("details.roster-letter summary").getTextContent())
                .isEqualTo("A, 5 people");
        assertThat(fresh.getElementById("find")).isNotNull();
        assertThat(fresh.getElementById("people-none").hasAttribute("hidden"))
                .as("for the script to show, once nobody is found")
                .isTrue();
        tick(fresh, "Cnna Sedge");
        tick(fresh, "Cnna Sedge: Knew them");
        var both = press(fresh, "Continue");
        assertThat(both.querySelector("details.roster-letter[open]").getTextContent())
                .as("what is to be put right is not hidden behind its letter")
                .contains("Cnna Sedge is ticked both as new and as known");
        tick(fresh, "Cnna Sedge: Knew them");
        press(fresh, "Continue");
        assertThat(open("/feedback/2").querySelectorAll("details.roster-letter[open]"))
                .hasSize(1);
    }

    @Test
    void whereNobodyWasCheckedInTheListIsOfThoseWhoHadAPlace() throws Exception {
        assertThat(words(begin())).contains("People who were there").doesNotContain("People who had a place");

        var listed = Sampled.of("attendee-service/get-events-event-roster/two-others");
        SERVICES.answer(
                "GET /attendee/events/" + PubEvening.EVENT + "/roster",
                listed.holding(List.of(listed.first().with("here", false))));
        assertThat(words(open("/feedback/2")))
                .contains("People who had a place")
                .doesNotContain("People who were there");
    }

    /** Letters hide who is behind them: twenty people are looked through sooner. */
    @Test
    void aListOfTwentyIsFoldedByNoLetters() throws Exception {
        var roster = Sampled.of("attendee-service/get-events-event-roster/two-others");
        var all = new ArrayList<Sampled>();
        for (var number = 0; number < 20; number++) {
            all.add(roster.first()
                    .with("attendance", "%032x".formatted(number + 1))
                    .with("name", (char) ('A' + number) + "nna Sedge"));
        }
        SERVICES.answer("GET /attendee/events/" + PubEvening.EVENT + "/roster", roster.holding(all));

        var fresh = begin();

        assertThat(fresh.querySelectorAll("details.roster-letter")).isEmpty();
        assertThat(fresh.querySelectorAll("[data-row]")).hasSize(20);
        assertThat(fresh.getElementById("find")).isNotNull();
    }

    /** Without scripts, two ticks beside one name, or names and "nobody", are for their owner to put right. */
    @Test
    void whatCannotBothBeSoIsAskedAboutAndKeepsItsTicks() throws Exception {
        var fresh = begin();
        var before = EVENING.writes();
        tick(fresh, "Ruth Sedge");
        tick(fresh, "Ruth Sedge: Knew them");
        var both = press(fresh, "Continue");
        assertThat(status(both)).isEqualTo(422);
        assertThat(words(both))
                .containsSubsequence(
                        "There's a problem",
                        "Ruth Sedge is ticked both as new and as known: leave one of the two",
                        "Hamid Rook",
                        "Ruth Sedge is ticked both")
                .doesNotContain("Nobody ticked yet");
        assertThat(labelled(both, "Ruth Sedge: New").isChecked()).isTrue();
        assertThat(labelled(both, "Ruth Sedge: Knew them").isChecked()).isTrue();

        var led = follow(both, "Ruth Sedge is ticked both as new and as known: leave one of the two");
        assertThat(led.getElementById(led.getUrl().getRef())).isSameAs(labelled(led, "Ruth Sedge: New"));

        tick(both, "Nobody this time");
        type(both, "others", "99");
        tick(both, "Hamid Rook: New");
        tick(both, "Hamid Rook: Knew them");
        var all = press(both, "Continue");
        assertThat(all.querySelectorAll(".error-summary li"))
                .extracting(problem -> problem.getTextContent().strip())
                .as("everything at once, in the order of the page")
                .containsExactly(
                        "Hamid Rook is ticked both as new and as known: leave one of the two",
                        "Ruth Sedge is ticked both as new and as known: leave one of the two",
                        "Tell us a number between 0 and 50",
                        "You've said whom you talked to, and also that it was nobody this time: leave one of the two");

        tick(both, "Ruth Sedge: Knew them");
        tick(both, "Hamid Rook: Knew them");
        tick(both, "Hamid Rook: New");
        type(both, "others", "");
        var nobody = press(both, "Send what I've done so far");
        assertThat(status(nobody)).isEqualTo(422);
        assertThat(words(nobody)).contains("also that it was nobody this time: leave one of the two");
        assertThat(labelled(nobody, "Ruth Sedge: New").isChecked()).isTrue();
        assertThat(EVENING.writes()).as("nothing is saved yet").isEqualTo(before);

        tick(nobody, "Nobody this time");
        assertThat(path(press(nobody, "Continue"))).isEqualTo("/feedback/4");
    }

    /** Whoever met nobody was asked nothing about talks, so a page to be put right leads back to where they came from. */
    @Test
    void aLastPageToBePutRightLeadsBackToTheOneBeforeIt() throws Exception {
        var nobody = begin();
        tick(nobody, "Nobody this time");
        var last = press(nobody, "Continue");
        assertThat(path(last)).isEqualTo("/feedback/5");
        var back = last.getAnchorByText("Back").getHrefAttribute();

        type(last, "comment", "x".repeat(1001));
        SERVICES.answer("POST /feedback/comments", Sampled.of("feedback-service/post-comments/validation"));
        var again = press(last, "Continue");

        assertThat(status(again)).isEqualTo(422);
        assertThat(again.getAnchorByText("Back").getHrefAttribute()).isEqualTo(back);
    }

    @Test
    void whereTheOrganisersAskNothingNothingIsSaidOfIt() throws Exception {
        var rest = press(tickNobody(), "Continue");

        assertThat(words(rest)).doesNotContain("The organisers also ask");
        assertThat(words(press(rest, "Continue"))).doesNotContain("Which pub next?");
        assertThat(SERVICES.calls("POST", "/feedback/comments/own")).isEmpty();
    }

    @Test
    void theOrganisersOwnQuestionsAreAskedAndCanBeAnsweredOtherwise() throws Exception {
        EVENING.organisersAsk();
        var rest = press(tickNobody(), "Continue");
        assertThat(words(rest))
                .containsSubsequence(
                        "The organisers also ask",
                        "Which pub next?",
                        "The Crown",
                        "The Maltings",
                        "Another answer",
                        "I'd rather not say",
                        "What could you show others?",
                        "The organisers read this without your name, and only once at least five people have written.");
        assertThat(rest.<HtmlElement>getFirstByXPath("//fieldset[legend='Which pub next?']//input[@checked]"))
                .isNull();

        tick(rest, "The Maltings");
        type(rest, "said-" + PubEvening.TO_SHOW, "Folding a zine");
        var check = press(rest, "Continue");

        assertThat(words(check))
                .contains("Which pub next? The Maltings")
                .contains("What could you show others? Your words are kept, apart from your answers and without your"
                        + " name.")
                .doesNotContain("zine");
        var step = SERVICES.sent("PUT /feedback/answers/" + PubEvening.ELLIS + "/steps/5");
        assertThat(step.at("/choices/0/pick").asString()).isEqualTo("SECOND");
        assertThat(step.toString()).doesNotContain("zine");
        var sent = SERVICES.sent("POST /feedback/comments/own").at("/said/0");
        assertThat(sent.path("words").asString()).isEqualTo("Folding a zine");
        assertThat(sent.path("question").asString()).isEqualTo(PubEvening.TO_SHOW);
        assertThat(sent.path("id").asString()).matches("[0-9a-f]{32}").isNotEqualTo(PubEvening.TO_SHOW);

        var again = open("/feedback/5");
        assertThat(words(again)).contains("Your words are kept. Anything you write here is one more.");
        assertThat(labelled(again, "The Maltings").isChecked()).isTrue();
        tick(again, "I'd rather not say");
        assertThat(words(press(again, "Continue"))).contains("Which pub next? I'd rather not say");
        assertThat(SERVICES.calls("POST", "/feedback/comments/own")).hasSize(1);
    }

    @Test
    void aTalkThatTookPlaceIsMarkedAndItsSpeakerLeftALine() throws Exception {
        EVENING.aTalkTookPlace();
        var rest = press(tickNobody(), "Continue");
        assertThat(words(rest))
                .containsSubsequence(
                        "Worth hearing? Zines in an hour",
                        "Yes, very much",
                        "So-so",
                        "I'd rather not say",
                        "A line for whoever gave \"Zines in an hour\"",
                        "They read this without your name, if they'd like to");

        tick(rest, "Yes, very much");
        type(rest, "said-" + PubEvening.ZINES, "I folded one on the train");
        var check = press(rest, "Continue");

        assertThat(SERVICES.sent("PUT /feedback/answers/" + PubEvening.ELLIS + "/steps/5")
                        .at("/choices/0/pick")
                        .asString())
                .isEqualTo("FIRST");
        assertThat(SERVICES.sent("POST /feedback/comments/own")
                        .at("/said/0/question")
                        .asString())
                .isEqualTo(PubEvening.ZINES);
        assertThat(words(check))
                .contains("Worth hearing? Zines in an hour Yes, very much")
                .contains("A line for whoever gave \"Zines in an hour\" Your words are kept")
                .doesNotContain("train");
        assertThat(check.<HtmlElement>getFirstByXPath("//li[span[1]='Worth hearing? Zines in an hour'][br]/span[2]")
                        .getTextContent())
                .as("apart from what was asked")
                .isEqualTo("Yes, very much");
    }

    @Test
    void eachWordsToAQuestionHasAnIdThatNoOtherLeadsTo() throws Exception {
        EVENING.organisersAsk();
        var rest = press(tickNobody(), "Continue");
        type(rest, "comment", "More chairs");
        type(rest, "said-" + PubEvening.TO_SHOW, "Folding a zine");
        press(rest, "Continue");

        var comment = SERVICES.sent("POST /feedback/comments").path("id").asString();
        var own = SERVICES.sent("POST /feedback/comments/own").at("/said/0/id").asString();
        assertThat(own)
                .isNotEqualTo(comment)
                .isNotEqualTo(FormId.of(comment).with(PubEvening.TO_SHOW).value());
    }

    @Test
    void whatWasSaidToOwnQuestionsIsInTheBoxesWhileTheServiceSleepsAndWhenThePageHasRested() throws Exception {
        EVENING.organisersAsk();
        var rest = press(tickNobody(), "Continue");
        tick(rest, "The Maltings");
        type(rest, "said-" + PubEvening.TO_SHOW, "Folding a zine");
        SERVICES.sendToSleep("feedback");

        var asleep = press(rest, "Continue");
        assertThat(status(asleep)).isEqualTo(503);
        assertThat(words(asleep)).contains("Which pub next?");
        assertThat(labelled(asleep, "The Maltings").isChecked()).isTrue();
        assertThat(typed(asleep, "said-" + PubEvening.TO_SHOW)).isEqualTo("Folding a zine");

        SERVICES.wake();
        endSession();
        var rested = press(asleep, "Continue");
        assertThat(status(rested)).isEqualTo(422);
        assertThat(labelled(rested, "The Maltings").isChecked()).isTrue();
        assertThat(typed(rested, "said-" + PubEvening.TO_SHOW)).isEqualTo("Folding a zine");

        press(open("/f/" + PubEvening.LINK), "Carry on");
        assertThat(words(press(rested, "Continue"))).contains("Which pub next? The Maltings");
        assertThat(SERVICES.sent("POST /feedback/comments/own")
                        .at("/said/0/words")
                        .asString())
                .isEqualTo("Folding a zine");
    }

    @Test
    void aQuestionWithdrawnMeanwhileIsSaidToBeAndAskedNoMore() throws Exception {
        EVENING.organisersAsk();
        var rest = press(tickNobody(), "Continue");
        tick(rest, "The Maltings");
        type(rest, "comment", "More chairs");
        EVENING.organisersWithdraw(PubEvening.PUB_NEXT);
        var step = "PUT /feedback/answers/" + PubEvening.ELLIS + "/steps/5";
        SERVICES.answer(step, Sampled.of("feedback-service/put-answers-attendance-steps-5/still-asked"));

        var again = press(rest, "Continue");

        assertThat(status(again)).isEqualTo(422);
        assertThat(words(again))
                .contains(
                        "Something here isn't asked any more. Look at the rest, then press once more.",
                        "What could you show others?")
                .containsSubsequence("Not asked any more", "Which pub next?", "The organisers also ask")
                .doesNotContain("The Crown");
        assertThat(again.getElementById("comment").getTextContent()).isEqualTo("More chairs");
        SERVICES.answer(step, Sampled.of("feedback-service/put-answers-attendance-steps-5/saved"));
        assertThat(path(press(again, "Continue"))).isEqualTo("/feedback/check");
    }

    /** Of several at once each is named, also on a page that had rested, and until the page has gone through. */
    @Test
    void wordsToQuestionsWithdrawnMeanwhileAreGivenBackToCopy() throws Exception {
        EVENING.organisersAsk();
        EVENING.aTalkTookPlace();
        var rest = press(tickNobody(), "Continue");
        type(rest, "said-" + PubEvening.TO_SHOW, "Folding a zine");
        type(rest, "said-" + PubEvening.ZINES, "I folded one on the train");
        endSession();
        var rested = press(rest, "Continue");
        EVENING.organisersWithdraw(PubEvening.TO_SHOW);
        EVENING.organisersWithdraw(PubEvening.ZINES);
        press(open("/f/" + PubEvening.LINK), "Carry on");
        SERVICES.answer("POST /feedback/comments/own", Sampled.of("feedback-service/post-comments-own/still-asked"));

        var again = press(rested, "Continue");

        assertThat(status(again)).isEqualTo(422);
        assertThat(words(again))
                .containsSubsequence(
                        "Not asked any more",
                        "Worth hearing? Zines in an hour",
                        "What you typed to it, to copy from here:",
                        "I folded one on the train")
                .containsSubsequence("What could you show others?", "Folding a zine");
        SERVICES.answer(
                "PUT /feedback/answers/" + PubEvening.ELLIS + "/steps/5",
                Sampled.of("feedback-service/put-answers-attendance-steps-5/still-asked"));
        tick(again, "The Maltings");
        assertThat(words(press(again, "Continue"))).contains("I folded one on the train", "Folding a zine");
    }

    @Test
    void wordsThatAreTooLongAreSaidToBeAtTheirOwnBox() throws Exception {
        EVENING.organisersAsk();
        var rest = press(tickNobody(), "Continue");
        type(rest, "said-" + PubEvening.TO_SHOW, "x".repeat(201));
        SERVICES.answer("POST /feedback/comments/own", Sampled.of("feedback-service/post-comments-own/validation"));

        var again = press(rest, "Continue");

        assertThat(status(again)).isEqualTo(422);
        assertThat(again.getElementById("said-" + PubEvening.TO_SHOW + "-error").getTextContent())
                .isEqualTo("Write a few words, or leave the box empty.");
        assertThat(typed(again, "said-" + PubEvening.TO_SHOW)).hasSize(201);
    }

    /** Once it has closed: to be copied, and what the page itself asked is not what anybody typed. */
    @Test
    void wordsToAQuestionThatComeTooLateAreShownToBeCopied() throws Exception {
        EVENING.organisersAsk();
        var rest = press(tickNobody(), "Continue");
        type(rest, "said-" + PubEvening.TO_SHOW, "Folding a zine");
        closes("form-closed");

        assertThat(words(press(rest, "Continue")))
                .contains("Your word for the organisers hasn't reached them.", "Folding a zine")
                .doesNotContain("The Crown", "speaker");
    }

    /** Whose words they were, and what had asked for them, is beside them; also after the page had rested. */
    @Test
    void wordsThatCameTooLateHaveTheirQuestionBesideThem() throws Exception {
        EVENING.organisersAsk();
        EVENING.aTalkTookPlace();
        var rest = press(tickNobody(), "Continue");
        type(rest, "said-" + PubEvening.ZINES, "I folded one on the train");
        closes("form-closed");

        var closed = press(rest, "Continue");
        assertThat(words(closed))
                .containsSubsequence(
                        "What you wrote to a speaker hasn't reached them.",
                        "A line for whoever gave \"Zines in an hour\"",
                        "I folded one on the train")
                .doesNotContain("Your word for the organisers");

        type(rest, "comment", "More chairs");
        type(rest, "privateWords", "Large print at the city library");
        endSession();
        open("/f/" + PubEvening.LINK);
        rest.querySelectorAll("input[name=until]")
                .forEach(until -> ((HtmlInput) until).setAttribute("value", "1791622799"));
        assertThat(words(press(rest, "Continue")))
                .containsSubsequence(
                        "Your word for the organisers hasn't reached them.",
                        "What you wrote to a speaker hasn't reached them.",
                        "A word for the organisers",
                        "More chairs",
                        "Only you see this",
                        "Large print");
    }

    /** Somebody may move from one to the other, and is in the answer once. */
    @Test
    void somebodyIsNewOrKnownAndMayMove() throws Exception {
        var fresh = begin();
        tick(fresh, "Ruth Sedge: Knew them");
        tick(fresh, "Hamid Rook: Knew them");
        var talks = press(fresh, "Continue");
        tick(talks, "Knew them a little");
        press(talks, "Continue");
        assertThat(EVENING.answer()
                        .path("met")
                        .valueStream()
                        .map(met -> met.path("before").asString()))
                .containsExactlyInAnyOrder("BIT", "WELL");

        var again = open("/feedback/2");
        assertThat(labelled(again, "Ruth Sedge: New").isChecked()).isFalse();
        assertThat(labelled(again, "Ruth Sedge: Knew them").isChecked()).isTrue();
        tick(again, "Ruth Sedge: Knew them");
        tick(again, "Ruth Sedge: New");
        press(again, "Continue");

        assertThat(EVENING.writes().stream()
                        .filter(write -> write.contains("/steps/"))
                        .skip(5))
                .as("one command moves them, so what was said of them stays")
                .containsExactly("PUT /feedback/answers/" + PubEvening.ELLIS + "/steps/2");
        assertThat(EVENING.answer()
                        .path("met")
                        .valueStream()
                        .map(met -> met.path("before").asString()))
                .containsExactlyInAnyOrder("NEW", "BIT");
    }

    @Test
    void checkYourAnswersShowsWhatOnlyTheWriterSees() throws Exception {
        var fresh = begin();
        tick(fresh, "Nobody this time");
        var rest = press(fresh, "Continue");
        type(rest, "comment", "More chairs");
        type(rest, "privateWords", "large-print stock");
        SERVICES.answer(
                "GET /attendee/events/" + PubEvening.EVENT + "/private-words",
                Sampled.of("attendee-service/get-events-event-private-words/large-print"));

        var check = press(rest, "Continue");

        assertThat(words(check))
                .contains("Only you see this:", "Your word for the organisers is kept already")
                .doesNotContain("More chairs");
    }

    /** That a reason was given is said; which it was is for nobody to whom the mail was passed on. */
    @Test
    void aLinkOpenedAgainSaysThatAReasonIsKept() throws Exception {
        SERVICES.answer(
                "POST /feedback/links/read", madeIt().with("stayedAway", true).with("reasonGiven", true));

        var said = open("/f/" + PubEvening.LINK);

        assertThat(words(said))
                .contains("That's kept, and so is what got in the way")
                .doesNotContain("Caring");
        assertThat(words(press(said, "Say something else got in the way")))
                .contains("You told us you didn't make it", "Tick another and it takes its place")
                .doesNotContain("Thanks for telling us. What got in the way?");
    }

    @Test
    void aFollowUpThatWasAnsweredOpensAsThat() throws Exception {
        SERVICES.answer(
                "POST /feedback/links/read",
                Sampled.of("feedback-service/post-links-read/follow-up-answered")
                        .with("attendance", PubEvening.ELLIS)
                        .with("event", PubEvening.EVENT));

        var again = open("/w/" + PubEvening.LINK + "w");

        assertThat(again.getTitleText()).isEqualTo("You've told us already - Natter");
        assertThat(words(again))
                .contains("You've told us already", "Something did")
                .doesNotContain("Not yet, and that's fine", "Did anything come of it?");
    }

    @Test
    void checkYourAnswersShowsEveryAnswer() throws Exception {
        var fresh = begin();
        tick(fresh, "Ruth Sedge: Knew them");
        type(fresh, "others", "2");
        var talks = press(fresh, "Continue");
        for (var said : List.of(
                "Knew them a little",
                "Something useful came up",
                "I might not recognise them again",
                "Don't ask me about this one")) {
            tick(talks, said);
        }
        ((HtmlSelect) talks.querySelector("select[name^=introduced-]")).setSelectedAttribute("ORGANISER", true);
        var rest = press(talks, "Continue");
        tick(rest, "A few");
        tick(rest, "Hardly any");
        tick(rest, "Alone");

        var check = press(rest, "Continue");

        assertThat(words(check))
                .contains(
                        "2 other people",
                        "Ruth Sedge: something useful came up; knew them a little, or only online; might not recognise"
                                + " them again; introduced by one of the organisers; we won't ask about this one",
                        "Time with people you knew: Hardly any",
                        "How many there you knew already: A few",
                        "You came: Alone");
    }

    private static Sampled madeIt() {
        return Sampled.of("feedback-service/post-links-read/open")
                .with("attendance", PubEvening.ELLIS)
                .with("event", PubEvening.EVENT)
                .with("asks", "DID_YOU_MAKE_IT");
    }
}
