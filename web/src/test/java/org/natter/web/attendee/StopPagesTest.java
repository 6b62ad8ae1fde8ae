package org.natter.web.attendee;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.htmlunit.html.HtmlElement;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.Test;
import org.natter.web.stub.Sampled;

class StopPagesTest extends AttendeePagesBody {

    private static final String STOP = "POST /attendee/stop-links/stop";
    private static final String ASK_AGAIN = "POST /attendee/stop-links/ask-again";
    private static final String TELL_AGAIN = "POST /feedback/links/ask-again";

    @Test
    void theMailedLinkAsksAndStopsOnlyWhatIsPressed() throws Exception {
        var page = open("/unsubscribe/" + PubEvening.LINK);
        assertThat(words(page)).contains("Stop these emails?", "Riverside pub evening, Thursday 15 October 2026");
        assertThat(page.getTitleText()).isEqualTo("Stop these emails? - Natter");
        assertThat(buttons(page))
                .contains("Don't ask me about Riverside pub evening again", "No feedback emails at all");

        var event = press(page, "Don't ask me about Riverside pub evening again");
        assertThat(words(event)).contains("We won't ask you about Riverside pub evening again.");
        assertThat(event.getTitleText()).isEqualTo("No more questions about this one - Natter");
        assertThat(SERVICES.sent(STOP).path("stop").asString()).isEqualTo("EVENT");

        var all = press(event, "No feedback emails at all");
        assertThat(words(all)).contains("No more feedback emails");
        assertThat(all.getTitleText()).isEqualTo("No more feedback emails - Natter");
        assertThat(SERVICES.sent(STOP).path("stop").asString()).isEqualTo("ALL");
        assertThat(words(open("/unsubscribe/" + PubEvening.LINK))).contains("No more feedback emails");
    }

    @Test
    void severalDaysAreSaidAtTheHeadOfTheFormAndOfItsStopPage() throws Exception {
        SERVICES.answer(
                "POST /attendee/stop-links/read",
                Sampled.of("attendee-service/post-stop-links-read/nothing")
                        .with("startsAt", "2026-10-17T09:00:00Z")
                        .with("endsAt", "2026-10-18T15:00:00Z"));
        assertThat(words(open("/unsubscribe/" + PubEvening.LINK)))
                .contains("Riverside pub evening, Saturday 17 to Sunday 18 October 2026");

        SERVICES.answer(
                "GET /attendee/attendances/" + PubEvening.ELLIS + "/greeting",
                Sampled.of("attendee-service/get-attendances-attendance-greeting/wren")
                        .with("startsAt", "2026-10-17T09:00:00Z")
                        .with("endsAt", "2026-10-18T15:00:00Z"));
        assertThat(words(open("/f/" + PubEvening.LINK))).contains("Saturday 17 to Sunday 18 October 2026");
    }

    @Test
    void whoHasStoppedTheMailsIsAskedAgainWithOnePressAlsoWhenTheyComeBackToTheLink() throws Exception {
        var stopped = press(open("/unsubscribe/" + PubEvening.LINK), "Don't ask me about Riverside pub evening again");
        assertThat(buttons(stopped))
                .containsExactlyInAnyOrder("Ask me about Riverside pub evening after all", "No feedback emails at all");

        var asked = press(stopped, "Ask me about Riverside pub evening after all");
        assertThat(asked.getTitleText()).isEqualTo("We'll ask you again - Natter");
        assertThat(words(asked))
                .contains("We'll ask you again", "You'll get feedback emails from now on, about Riverside pub evening")
                .contains("What we held back meanwhile won't come late.");
        assertThat(buttons(asked))
                .contains("Don't ask me about Riverside pub evening again", "No feedback emails at all");
        assertThat(EVENING.writes()).containsExactly(STOP, "POST /feedback/links/stop", TELL_AGAIN, ASK_AGAIN);

        press(asked, "No feedback emails at all");
        var back = open("/unsubscribe/" + PubEvening.LINK);
        assertThat(words(back)).contains("No more feedback emails");
        assertThat(buttons(back)).containsExactly("Send me feedback emails again");
        assertThat(words(press(back, "Send me feedback emails again"))).contains("We'll ask you again");
        assertThat(words(open("/unsubscribe/" + PubEvening.LINK))).contains("Stop these emails?");
    }

    @Test
    void ofTwoPagesTheLastPressHoldsAndSaysWhatHolds() throws Exception {
        var one = press(open("/unsubscribe/" + PubEvening.LINK), "Don't ask me about Riverside pub evening again");
        var other = press(open("/unsubscribe/" + PubEvening.LINK), "No feedback emails at all");

        assertThat(words(press(one, "Ask me about Riverside pub evening after all")))
                .contains("We'll ask you again");
        assertThat(words(press(other, "Send me feedback emails again"))).contains("We'll ask you again");
        assertThat(words(press(one, "No feedback emails at all"))).contains("No more feedback emails");
    }

    /** Half of it would be a promise that nobody keeps. */
    @Test
    void whileAServiceIsDownNobodyIsToldThatTheyWillBeAskedAgain() throws Exception {
        var stopped = press(open("/unsubscribe/" + PubEvening.LINK), "Don't ask me about Riverside pub evening again");
        SERVICES.sendToSleep("feedback");

        var asked = press(stopped, "Ask me about Riverside pub evening after all");

        assertThat(status(asked)).isEqualTo(503);
        assertThat(words(asked))
                .contains("We couldn't switch that just now, so these emails are still off.")
                .contains("We won't ask you about Riverside pub evening again.")
                .doesNotContain("We'll ask you again");
        assertThat(EVENING.writes()).doesNotContain(ASK_AGAIN);
    }

    /** Nobody can read then what is stopped; the form knows its link, and its one button is there again. */
    @Test
    void whileTheMailsCannotBeSwitchedNobodyIsToldThatTheyWillBeAskedAgain() throws Exception {
        var stopped = press(open("/unsubscribe/" + PubEvening.LINK), "Don't ask me about Riverside pub evening again");
        SERVICES.sendToSleep("attendee");

        var asked = press(stopped, "Ask me about Riverside pub evening after all");

        assertThat(status(asked)).isEqualTo(503);
        assertThat(words(asked))
                .contains("We couldn't make sure of that just now", "So you may not be asked again yet.")
                .doesNotContain("We'll ask you again", "nothing has changed");
        assertThat(EVENING.writes()).doesNotContain(TELL_AGAIN, ASK_AGAIN);

        SERVICES.wake();
        assertThat(words(press(asked, "Ask me again"))).contains("We'll ask you again");
    }

    @Test
    void whoIsSwitchedOnHalfwayReadsWhatIsStillStopped() throws Exception {
        var stopped = press(open("/unsubscribe/" + PubEvening.LINK), "Don't ask me about Riverside pub evening again");
        SERVICES.breaksAt(ASK_AGAIN);

        var asked = press(stopped, "Ask me about Riverside pub evening after all");

        assertThat(status(asked)).isEqualTo(503);
        assertThat(words(asked))
                .contains("We couldn't switch that just now")
                .contains("We won't ask you about Riverside pub evening again.")
                .doesNotContain("We'll ask you again");
    }

    /** Its time is over, or another link is in its place: the mails are asked for all the same. */
    @Test
    void whomTheFeedbackServiceDoesNotKnowIsAskedAgainAllTheSame() throws Exception {
        SERVICES.answer(TELL_AGAIN, Sampled.of("feedback-service/post-links-ask-again/unknown"));
        var stopped = press(open("/unsubscribe/" + PubEvening.LINK), "No feedback emails at all");

        assertThat(words(press(stopped, "Send me feedback emails again"))).contains("We'll ask you again");
    }

    /** One place decides, whichever button was pressed; feedback-service hears of it, and may be down. */
    @Test
    void theFormsOwnButtonStopsTheMailsTooAndBothServicesHearOfIt() throws Exception {
        var another = open("/f/" + PubEvening.LINK);
        var stopped = press(open("/f/" + PubEvening.LINK), "Don't ask me about this event");
        assertThat(words(stopped))
                .contains("Riverside pub evening, Thursday 15 October 2026")
                .contains("We won't ask you about Riverside pub evening again.");
        assertThat(buttons(stopped)).contains("Ask me about Riverside pub evening after all");
        assertThat(EVENING.writes()).containsExactly(STOP, "POST /feedback/links/stop");
        assertThat(SERVICES.sent(STOP).path("stop").asString()).isEqualTo("EVENT");

        SERVICES.answer("POST /feedback/links/stop", Sampled.of("feedback-service/post-links-stop/unknown"));
        assertThat(words(press(another, "Don't ask me about this event")))
                .contains("We won't ask you about Riverside pub evening again.");
        assertThat(EVENING.writes()).hasSize(4);
    }

    /** Two tabs: the second is pressed while the first is half told, and waits for it. */
    @Test
    void ofTwoPressesAtOnceBothServicesHearInTheSameOrder() throws Exception {
        var second = new AtomicReference<CompletableFuture<HttpResponse<String>>>();
        SERVICES.answer("POST /feedback/links/stop", sent -> {
            var again = CompletableFuture.supplyAsync(() -> postNow("again=yes&token=" + PubEvening.LINK));
            second.set(again);
            again.copy().completeOnTimeout(null, 300, TimeUnit.MILLISECONDS).join();
            return Sampled.of("feedback-service/post-links-stop/stopped");
        });

        post("/unsubscribe", "stop=EVENT&token=" + PubEvening.LINK);
        second.get().join();

        assertThat(EVENING.writes()).containsExactly(STOP, "POST /feedback/links/stop", TELL_AGAIN, ASK_AGAIN);
    }

    /** Only that it never asked is passed over: whatever else feedback-service refuses is a fault, and is not hidden. */
    @Test
    void aNoOfTheFeedbackServiceThatNobodyExpectsIsNotPassedOver() throws Exception {
        var closed = "urn:natter:problem:form-closed";
        SERVICES.answer(
                TELL_AGAIN,
                Sampled.of("feedback-service/post-links-ask-again/unknown").with("type", closed));
        SERVICES.answer(
                "POST /feedback/links/stop",
                Sampled.of("feedback-service/post-links-stop/unknown").with("type", closed));
        var form = open("/f/" + PubEvening.LINK);
        var stopped = press(open("/unsubscribe/" + PubEvening.LINK), "No feedback emails at all");

        var asked = press(stopped, "Send me feedback emails again");

        assertThat(words(asked)).doesNotContain("We'll ask you again");
        assertThat(EVENING.writes()).doesNotContain(ASK_AGAIN);
        assertThat(words(press(form, "Don't ask me about this event"))).doesNotContain("We won't ask you");
    }

    /** The link stays in their mailbox: whoever said no reads that they did, and is not asked as if they had not. */
    @Test
    void whoDoesNotWantToBeAskedReadsSoOnTheSameLinkAndMayBeAskedAgain() throws Exception {
        press(open("/f/" + PubEvening.LINK), "Don't ask me about this event");

        var form = open("/f/" + PubEvening.LINK);
        assertThat(words(form)).contains("You asked us not to ask about this event again");
        assertThat(buttons(form))
                .contains("Ask me about this event after all", "Continue")
                .doesNotContain("Don't ask me about this event");
        var followUp = open("/w/" + PubEvening.LINK + "w");
        assertThat(words(followUp)).contains("You asked us not to ask about this event again");
        assertThat(buttons(followUp))
                .contains("Ask me about this event after all", "Something did")
                .doesNotContain("Stop asking me about this event");

        assertThat(words(press(form, "Ask me about this event after all"))).contains("We'll ask you again");
        assertThat(buttons(open("/f/" + PubEvening.LINK))).contains("Don't ask me about this event");

        press(open("/unsubscribe/" + PubEvening.LINK), "No feedback emails at all");
        var all = open("/f/" + PubEvening.LINK);
        assertThat(words(all)).contains("You've switched off all feedback emails.");
        assertThat(buttons(all)).contains("Send me feedback emails again");
    }

    /** Its mail may be years old. */
    @Test
    void aLinkOfAnEventThatIsAllAskedStopsTheOthersAlone() throws Exception {
        SERVICES.answer(
                "POST /feedback/links/read",
                Sampled.of("feedback-service/post-links-read/closed")
                        .with("attendance", PubEvening.ELLIS)
                        .with("event", PubEvening.EVENT)
                        .with("moreToAsk", false));

        var page = open("/unsubscribe/" + PubEvening.LINK);

        assertThat(words(page))
                .contains("Riverside pub evening, Thursday 15 October 2026")
                .contains("There's nothing left to ask about Riverside pub evening")
                .doesNotContain("We ask once or twice");
        assertThat(buttons(page)).containsExactly("No feedback emails at all");
        var all = press(page, "No feedback emails at all");
        assertThat(words(all)).contains("No more feedback emails");
        assertThat(buttons(all)).containsExactly("Send me feedback emails again");
    }

    /** Who has said that they did not come is asked nothing about it any more, so there is nothing to switch on. */
    @Test
    void whereNothingIsLeftToAskNobodyIsOfferedToBeAskedAfterAll() throws Exception {
        press(open("/unsubscribe/" + PubEvening.LINK), "Don't ask me about Riverside pub evening again");
        SERVICES.answer(
                "POST /feedback/links/read",
                Sampled.of("feedback-service/post-links-read/stayed-away")
                        .with("attendance", PubEvening.ELLIS)
                        .with("event", PubEvening.EVENT)
                        .with("stayedAway", true)
                        .with("moreToAsk", false));

        var page = open("/f/" + PubEvening.LINK);

        assertThat(words(page)).contains("You asked us not to ask about this event again");
        assertThat(buttons(page)).doesNotContain("Ask me about this event after all");
    }

    /** What is said about all events attendee-service keeps alone, so that it is switched on again in one place as well. */
    @Test
    void noMailsAtAllIsSaidToNobodyElse() throws Exception {
        press(open("/unsubscribe/" + PubEvening.LINK), "No feedback emails at all");

        assertThat(EVENING.writes()).containsExactly(STOP);
    }

    /** It stands beside what is filled in, and whom it tells would look for a stranger where there was none. */
    @Test
    void notYouSaysFirstWhatItDoesOnThePageItselfAndWhatWasTypedStays() throws Exception {
        for (var way : List.of("/f/" + PubEvening.LINK, "/w/" + PubEvening.LINK + "w")) {
            var asked = open(way);
            notYou(asked).setOpen(true);

            assertThat(notYou(asked).getTextContent())
                    .contains("We'll tell them, once, that this link reached the wrong person.")
                    .contains("They won't learn that it was you.");
            assertThat(EVENING.writes()).as("so far of %s", way).isEmpty();
        }
        var evening = open("/f/" + PubEvening.LINK);
        tick(evening, "Very");
        var people = press(evening, "Continue");
        var before = EVENING.writes();
        type(people, "someone", "H, red scarf");
        var after = ((HtmlElement) notYou(people).querySelector("summary")).<HtmlPage>click();
        assertThat(after).as("a slip leads nowhere").isSameAs(people);
        assertThat(notYou(people).querySelectorAll("button"))
                .as("only what says what it does is a press")
                .hasSize(1);
        assertThat(typed(people, "someone")).isEqualTo("H, red scarf");
        assertThat(EVENING.writes()).isEqualTo(before);

        var tell = press(open("/w/" + PubEvening.LINK + "w"), "Something did");
        type(tell, "words", "A shelf of books lent to us");
        notYou(tell).setOpen(true);
        assertThat(typed(tell, "words")).isEqualTo("A shelf of books lent to us");
    }

    /** Nothing is open in this browser any more, so there is nobody to tell. */
    @Test
    void aFormThatHasRestedTooLongAsksNobodyWhetherItIsTheirs() throws Exception {
        var evening = open("/f/" + PubEvening.LINK);
        tick(evening, "Very");
        var people = press(evening, "Continue");
        type(people, "someone", "H, red scarf");
        browser.getCookieManager().clearCookies();

        var again = press(people, "Continue");

        assertThat(typed(again, "someone")).isEqualTo("H, red scarf");
        assertThat(words(again)).doesNotContain("Not you?");
    }

    @Test
    void whoseLinkReachedSomebodyElseIsToldAndNobodyElse() throws Exception {
        var thanks = notMe(open("/f/" + PubEvening.LINK));

        assertThat(path(thanks)).isEqualTo("/feedback/not-me");
        assertThat(words(thanks))
                .contains(
                        "Nothing's saved. We tell them, once, that this link reached someone else.", "Email me a link");
        assertThat(EVENING.writes()).containsExactly(PubEvening.NOT_MINE);

        var evening = open("/f/" + PubEvening.LINK);
        tick(evening, "Very");
        var later = notMe(press(evening, "Continue"));
        assertThat(words(later)).contains("to check what's in their form").doesNotContain("Nothing's saved");
        assertThat(EVENING.writes().stream().filter(PubEvening.NOT_MINE::equals))
                .hasSize(2);
        assertThat(words(open("/feedback/2"))).contains("This page has been resting");
    }

    /** Months after, the form is closed, and what was said stands in histories alone. */
    @Test
    void whoseFollowUpReachedSomebodyElseIsToldTooFromEitherOfItsPages() throws Exception {
        var asked = open("/w/" + PubEvening.LINK + "w");
        assertThat(words(asked))
                .contains("For E…, Riverside pub evening, Thursday 15 October 2026.", "Not you? Tell us");
        var thanks = notMe(asked);
        assertThat(words(thanks))
                .contains("We tell them, once, that this link reached someone else.", "in your own history")
                .doesNotContain("form");
        assertThat(EVENING.writes()).containsExactly(PubEvening.NOT_MINE);

        var tell = press(open("/w/" + PubEvening.LINK + "w"), "Something did");
        assertThat(words(notMe(tell))).contains("We tell them, once");
        assertThat(EVENING.writes()).containsExactly(PubEvening.NOT_MINE, PubEvening.NOT_MINE);
        assertThat(words(open("/follow-up/tell"))).contains("This page has been resting");
    }

    @Test
    void aFormThatNobodyCouldBeToldOfSaysNothingOfTelling() throws Exception {
        SERVICES.answer(
                PubEvening.NOT_MINE,
                Sampled.of("attendee-service/post-attendances-attendance-not-mine/somebody-elses"));

        assertThat(words(notMe(open("/f/" + PubEvening.LINK))))
                .contains("The email was meant for someone else.")
                .doesNotContain("tell them");
    }

    @Test
    void oneClickOfAMailProgramNeedsNoCookieAndNoFormAndMayBeRepeated() throws Exception {
        for (var time = 0; time < 2; time++) {
            var answer = post("/unsubscribe/" + PubEvening.LINK, "List-Unsubscribe=One-Click");

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().allValues("Set-Cookie")).noneMatch(cookie -> cookie.contains("SESSION"));
            assertThat(SERVICES.sent(STOP).path("stop").asString()).isEqualTo("ALL");
        }
    }

    @Test
    void aPostThatIsNotTheOneClickStopsNothing() throws Exception {
        assertThat(post("/unsubscribe/" + PubEvening.LINK, "").statusCode()).isEqualTo(200);
        assertThat(EVENING.writes()).isEmpty();

        assertThat(post("/unsubscribe/k1.1.wrong.wrong", "List-Unsubscribe=One-Click")
                        .statusCode())
                .isEqualTo(404);
        assertThat(post("/unsubscribe", "again=yes").statusCode()).isEqualTo(404);
        assertThat(post("/unsubscribe", "again=yes&token=k1.1.wrong.wrong").statusCode())
                .isEqualTo(404);
    }

    private HttpResponse<String> postNow(String body) {
        try {
            return post("/unsubscribe", body);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpResponse<String> post(String path, String body) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(address(path)))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }
}
