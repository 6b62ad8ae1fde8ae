package org.natter.web.organiser.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.natter.web.OrganisersSeason.PUB;

import java.time.Duration;
import java.util.List;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.natter.web.OrganisersSeason;
import org.natter.web.WholeWebBody;
import org.natter.web.stub.Sampled;

/** What organisers may know, in every state: waiting, too few, in words, in numbers, and a service that is down. */
class ReportPagesTest extends WholeWebBody {

    private static final String FEEDBACK = "/organise/events/" + PUB + "/feedback";
    private static final String MIXING = "/organise/events/" + PUB + "/mixing";

    @BeforeEach
    void somebodyIsIn() throws Exception {
        ownerIn();
    }

    @Test
    void aPastEventHasTabsForBoth() throws Exception {
        assertThat(words(open("/organise/events/" + PUB))).contains("Bookings", "Feedback", "Mixing");
        assertThat(words(open("/organise/events/" + OrganisersSeason.WINTER))).doesNotContain("Mixing");
    }

    @Test
    void beforeTheResultsItSaysHowManyAnsweredAndWhenTheyAppear() throws Exception {
        howItWas(collecting().with("answered", 13).with("asked", 20));

        assertThat(words(open(FEEDBACK)))
                .contains("13 answers so far. Results appear on Friday 5 November 2027,")
                .contains("once everyone's had a chance, so nobody can be picked out.");

        howItWas(collecting().with("answered", 0).with("asked", 20));
        assertThat(words(open(FEEDBACK))).contains("20 people have been asked");

        howItWas(collecting().with("answered", 0).with("asked", 0));
        assertThat(words(open(FEEDBACK))).contains("Nobody has been asked yet.");
        howItWas(collecting()
                .with("answered", 0)
                .with("asked", 0)
                .with("closesAt", "2026-11-29T23:59:00Z")
                .with("publishesAt", "2026-12-06T10:00:00Z"));
        assertThat(words(open(FEEDBACK)))
                .contains("There was nobody to ask how it was.")
                .contains("before answers close on Sunday 29 November")
                .doesNotContain("goes out at 10");

        howItWas(collecting().with("answered", 13).with("closesAt", "2026-10-29T23:59:00Z"));
        assertThat(words(open(FEEDBACK)))
                .contains("13 answers. Results appear on")
                .doesNotContain("so far");
    }

    @Test
    void resultsThatAreDueAndNotThereAreNotPromisedForADayThatHasBeen() throws Exception {
        howItWas(collecting()
                .with("answered", 13)
                .with("closesAt", "2026-10-29T23:59:00Z")
                .with("publishesAt", "2026-11-05T10:00:00Z"));

        assertThat(words(open(FEEDBACK)))
                .contains("Results were due on Thursday 5 November and are being put together still.")
                .doesNotContain("Results appear on");
    }

    @Test
    void whereManyAnsweredAndFewOfThemWereCheckedInItIsNotSaidThatFewAnswered() throws Exception {
        mixed(Sampled.of("feedback-service/get-events-event-mixing/published")
                .with("mixing", null)
                .with("asked", 203)
                .with("answered", 90)
                .with("came", 90));

        assertThat(words(open(MIXING)))
                .contains("Who mixed is told of people who were checked in, and fewer than 10 of those who answered"
                        + " were.")
                .doesNotContain("With fewer than 10 answers");
    }

    /** What can no longer be is promised by none of the two. */
    @Test
    void onceItIsTooLateToAskNobodyIsPromisedAQuestion() throws Exception {
        for (var published : List.of(false, true)) {
            howItWas((published ? published().with("came", 2).with("feedback", null) : collecting())
                    .with("asked", 0)
                    .with("answered", 0)
                    .with("closesAt", "2026-11-15T23:59:00Z"));
            mixed((published
                            ? Sampled.of("feedback-service/get-events-event-mixing/published")
                                    .with("came", 2)
                            : Sampled.of("feedback-service/get-events-event-mixing/collecting")
                                    .with("publishesAt", "2026-11-22T10:00:00Z"))
                    .with("asked", 0)
                    .with("answered", 0)
                    .with("mixing", null)
                    .with("closesAt", "2026-11-15T23:59:00Z"));

            for (var path : List.of(FEEDBACK, MIXING)) {
                assertThat(words(open(path)))
                        .contains("Nobody was asked how it was, and it's too late now: answers closed on Sunday 15"
                                + " November.")
                        .doesNotContain("asked yet", "Results appear");
            }
        }
    }

    /** A late check-in counts on the door's list and in no settled report, and the report says so. */
    @Test
    void aSettledReportSaysWhomItCounts() throws Exception {
        howItWas(published().with("came", 21));
        assertThat(words(open(FEEDBACK)))
                .contains("Settled on Thursday 5 November; it stays as it is.")
                .doesNotContain("since");

        howItWas(published().with("came", 20));
        mixed(Sampled.of("feedback-service/get-events-event-mixing/published").with("came", 20));
        for (var path : List.of(FEEDBACK, MIXING)) {
            assertThat(words(open(path))).contains("Whoever has been noted as having come since isn't counted in it.");
        }
    }

    @Test
    void anotherYearIsSaid() throws Exception {
        howItWas(published().with("publishesAt", "2025-11-05T10:00:00Z"));

        assertThat(words(open(FEEDBACK))).contains("Settled on Wednesday 5 November 2025; it stays as it is.");
    }

    /** Whoever presses knows beforehand who gets what. */
    @Test
    void eitherReplyAboutTheListSaysWhatItDoes() throws Exception {
        howItWas(collecting().with("answered", 0).with("asked", 3));
        fewAreOnTheList(3, 203);

        assertThat(words(open(FEEDBACK)))
                .contains("Only 3 of 203 are checked in. Was the list complete?")
                .contains("Yes: the 200 others weren't there")
                .contains(
                        "Each of them gets one email, “Did you make it?”, with room to say what got in the way, and no"
                                + " reminder.")
                .contains("No, ask everyone")
                .contains("with a reminder on day five for whoever says nothing")
                .contains("3 people have been asked how it was");

        fewAreOnTheList(1, 2);
        assertThat(words(open(FEEDBACK))).contains("Yes: 1 other wasn't there");
    }

    /** A press is answered in words, which say no more than is so when they are read. */
    @Test
    void whatAReplyAboutTheListHasDoneIsSaid() throws Exception {
        howItWas(collecting().with("answered", 0).with("asked", 3));
        SERVICES.answer("POST /feedback/events/" + PUB + "/list", sent -> {
            SERVICES.answer("GET /feedback/events/" + PUB + "/turnout", OrganisersSeason.turnout());
            return Sampled.of("feedback-service/post-events-event-list/replied");
        });

        fewAreOnTheList(3, 203);
        assertThat(words(press(open(FEEDBACK), "No, ask everyone"))).contains("We're asking the 200 others now.");
        fewAreOnTheList(3, 203);
        assertThat(words(press(open(FEEDBACK), "Yes: the 200 others weren't there")))
                .contains("Saved: the list counts as complete.")
                .doesNotContain("We're asking");
        SERVICES.answer(
                "GET /feedback/events/" + PUB + "/turnout",
                Sampled.of("feedback-service/get-events-event-turnout/few-checked-in")
                        .with(
                                "listQuestion.takenAsNoAt",
                                clock.instant().plus(Duration.ofHours(30)).toString()));
        assertThat(words(press(open(FEEDBACK), "No, ask everyone")))
                .contains("We'll ask the 8 others at 10 on the morning after.");
    }

    /** What was replied can be read on every later visit, and a reply in an old tab says that it changed nothing. */
    @Test
    void whatWasRepliedAboutTheListStaysOnThePage() throws Exception {
        howItWas(collecting().with("answered", 0).with("asked", 3));
        fewAreOnTheList(3, 203);
        var older = open(FEEDBACK);
        SERVICES.answer(
                "POST /feedback/events/" + PUB + "/list",
                Sampled.of("feedback-service/post-events-event-list/replied"));

        listIsSaidComplete(true);
        assertThat(words(open(FEEDBACK)))
                .contains("Your check-in list counts as complete: one of you said so.")
                .doesNotContain("Was the list complete?");
        assertThat(words(press(older, "No, ask everyone")))
                .contains("That question is over: nothing has changed.")
                .doesNotContain("We're asking");
        assertThat(words(press(older, "Yes: the 200 others weren't there"))).doesNotContain("nothing has changed");
        listIsSaidComplete(false);
        assertThat(words(open(FEEDBACK))).contains("Your check-in list doesn't count as complete");
        howItWas(published());
        assertThat(words(open(FEEDBACK)))
                .as("answers have closed")
                .contains("Your check-in list didn't count as complete: one of you said so, so everyone was asked.");
    }

    @Test
    void whoeverIsAskedWhetherTheyMadeItIsSaidToBe() throws Exception {
        howItWas(collecting().with("answered", 0).with("asked", 203));

        assertThat(words(open(FEEDBACK))).contains("203 people have been asked whether they made it");

        howItWas(collecting().with("answered", 0).with("asked", 1));
        SERVICES.answer(
                "GET /event/overview/" + PUB,
                OrganisersSeason.overview(PUB).with("booked", 1).with("here", 0).with("walkIns", 0));
        assertThat(words(open(FEEDBACK))).contains("1 person has been asked whether they made it");
    }

    /** What a mark is good for is said before it is made, and after. */
    @Test
    void onceTheReportIsSettledAHostIsMarkedForTheListAlone() throws Exception {
        var hosts = "/organise/events/" + PUB + "/hosts";
        SERVICES.answer(
                "GET /attendee/events/" + PUB + "/attendees",
                Sampled.of("attendee-service/get-events-event-attendees/before"));
        SERVICES.answer(
                "PUT /attendee/events/" + PUB + "/hosts", Sampled.of("attendee-service/put-events-event-hosts/nobody"));
        howItWas(collecting().with("answered", 13));
        assertThat(words(open(hosts)))
                .contains("The report on mixing leaves them out")
                .contains("one or two of them always, more only up to a fifth of the room");
        assertThat(words(press(open(hosts), "Save"))).contains("The report on mixing will leave the hosts out");

        howItWas(published());
        assertThat(words(open(hosts)))
                .contains("The report was settled on Thursday 5 November and stays as it is.")
                .contains("A mark now is for the list alone.")
                .doesNotContain("leaves them out");
        assertThat(words(press(open(hosts), "Save")))
                .contains("Saved, for the list alone")
                .doesNotContain("will leave");

        howItWas(published().with("publishesAt", "2025-11-05T10:00:00Z"));
        assertThat(words(open(hosts))).contains("The report was settled on Wednesday 5 November 2025 and stays");

        SERVICES.sendToSleep("feedback");
        assertThat(words(press(open(hosts), "Save"))).contains("unless it is settled already");
    }

    @Test
    void ownQuestionsAreToldInGroupsAndInWordsWithoutNames() throws Exception {
        howItWas(published());

        assertThat(words(open(FEEDBACK)))
                .containsSubsequence(
                        "A word for the organisers",
                        "Which pub next?",
                        "20 of 23 answered this, in groups of five or more.",
                        "The Crown9",
                        "All other answers11",
                        "What could you show others?",
                        "In no order, without names.",
                        "Show 5.",
                        "Why people couldn't come");
    }

    @Test
    void ownQuestionsThatFewAnsweredOrAllAlikeAreNotTold() throws Exception {
        var list = published().first("own").with("lines", List.of());
        howItWas(published()
                .with("own", List.of(list, list.with("words", "Earlier?").with("answered", null))));

        assertThat(words(open(FEEDBACK)))
                .containsSubsequence(
                        "Which pub next?",
                        "20 of 23 answered this. Their answers can't be told apart without pointing at people.",
                        "Earlier?",
                        "Fewer than five people answered this, or nobody did.");
    }

    @Test
    void fewAnswersAreKeptPrivate() throws Exception {
        howItWas(published().with("answered", 4).with("feedback", null).with("comments", List.of()));
        assertThat(words(open(FEEDBACK)))
                .contains("Only 4 people answered, so we're keeping their answers private.")
                .doesNotContain("felt welcome");

        howItWas(published().with("answered", 1).with("feedback", null).with("comments", List.of()));
        assertThat(words(open(FEEDBACK))).contains("Only 1 person answered");
    }

    @Test
    void harvestSupperReadsInNumbersAndWords() throws Exception {
        howItWas(published());
        var page = open(FEEDBACK);

        assertThat(words(page))
                .contains("23 of 30 people answered.")
                .contains("Most people found it worth coming.")
                .contains("About 70 % felt welcome.")
                .contains("Typically, about half of the time went to people already known.")
                .contains("Word 1 for the organisers.", "In no order, without names.")
                .contains("Cover at work", "Caring for somebody");
        assertThat(page.querySelectorAll("figure svg[role=img] title")).hasSize(1);
        assertThat(words(page)).contains("Show the numbers");
    }

    @Test
    void aLowResponseSaysOfWhomItSpeaks() throws Exception {
        howItWas(published().with("asked", 90));

        assertThat(words(open(FEEDBACK)))
                .contains("Of the people who answered, most found it worth coming.")
                .contains("Of the people who answered, about 70 % felt welcome.");
    }

    @Test
    void fewWordsAndReasonsAreKeptPrivateToo() throws Exception {
        howItWas(published().with("comments", List.of()).with("reasons", List.of()));

        assertThat(words(open(FEEDBACK)))
                .contains("Fewer than five people left a word", "Fewer than five people share a reason")
                .doesNotContain("appear");
    }

    @Test
    void harvestSupperMixesAsTheMeasuresSay() throws Exception {
        mixed(Sampled.of("feedback-service/get-events-event-mixing/published"));
        var page = open(MIXING);

        assertThat(words(page))
                .contains("About 70 % of conversations were with someone new.")
                .contains("Pick two people in the room at random: 75 % of the time they come from different kinds of"
                        + " library. In the conversations you told us about: 75 %. So, a proper mix.")
                .contains("Some people new to us could have done with a hello.")
                .contains("Ask two regulars to be hosts")
                .contains("health library with all others", "less");
        assertThat(page.querySelectorAll("figure svg[role=img]")).hasSize(2);
    }

    @Test
    void underTenAnswersThereIsTurnoutInstead() throws Exception {
        mixed(Sampled.of("feedback-service/get-events-event-mixing/published")
                .with("came", 8)
                .with("answered", 6)
                .with("mixing", null));

        assertThat(words(open(MIXING)))
                .contains("With fewer than 10 answers we can't show mixing without pointing at people.")
                .contains("8 people were checked in; 6 answered.");
    }

    /** "Nobody was checked in" became "1 person was checked in" under "it stays as it is", once somebody was noted. */
    @Test
    void aSettledReportSaysTheSameWhoeverIsNotedSince() throws Exception {
        mixed(Sampled.of("feedback-service/get-events-event-mixing/published")
                .with("asked", 16)
                .with("came", 2)
                .with("answered", 2)
                .with("mixing", null));

        for (var here : List.of(0, 1, 17)) {
            howItWas(published().with("asked", 16).with("came", 4 + here).with("answered", 5));
            SERVICES.answer(
                    "GET /event/overview/" + PUB,
                    OrganisersSeason.overview(PUB)
                            .with("booked", 16)
                            .with("here", here)
                            .with("walkIns", 0));

            assertThat(words(open(MIXING))).contains("2 people answered.").doesNotContain("checked in;");
            assertThat(words(open(FEEDBACK))).contains("5 of 16 people answered.");
        }
    }

    @Test
    void doesChattingCountIsNotKnownAtFirst() throws Exception {
        chatting(Sampled.of("feedback-service/get-regions-region-chatting/not-known-yet"));

        assertThat(words(open("/organise/chatting")))
                .contains("We don't know yet. Ask us in the tenth month after the year's last event; that's rather the"
                        + " point.");
    }

    @Test
    void aYearIsToldInASentence() throws Exception {
        var year = Sampled.of("feedback-service/get-regions-region-chatting/a-year");
        chatting(year);
        assertThat(words(open("/organise/chatting")))
                .contains("Does chatting count?", "2026")
                .contains("About half the newcomers came again within a year.")
                .contains("Most of the good things people told us about began as just a chat.")
                .contains("About two thirds of all conversations are just chats, so chatting did its fair share: no"
                        + " more, no less.")
                .contains("Talk that felt useful at the time paid off about as often.")
                .contains("Settled in August 2027; it stays as it is.");
    }

    /** A fair share by first steps and much rarer by the hundred can both be true, and the page says how. */
    @Test
    void twoSentencesThatPullApartSayWhatEachCounts() throws Exception {
        var years = Sampled.of("feedback-service/get-regions-region-chatting/a-year-in-numbers");
        chatting(years.with(
                "seasons",
                List.of(years.first("seasons")
                        .with("sentence.payoff", "MUCH_MORE")
                        .with("sentence.numbers.chatPerHundred", 6)
                        .with("sentence.numbers.usefulPerHundred", 14))));

        assertThat(words(open("/organise/chatting")))
                .contains("so chatting did its fair share of first steps, as near as these numbers can tell. That looks"
                        + " at what came first. Counting every conversation behind a good thing tells another"
                        + " side. Talk that felt useful at the time paid off much more often (14 in 100, against"
                        + " about 6).")
                .doesNotContain("no more, no less");
    }

    @Test
    void aYearInNumbersIsARowOfStarsWithItsBaseAndATable() throws Exception {
        chatting(Sampled.of("feedback-service/get-regions-region-chatting/a-year-in-numbers"));
        var page = open("/organise/chatting");

        assertThat(words(page))
                .contains("Eight of the 12 good things people told us about began as just a chat.")
                .contains("began as just a chat: 8", "began when something useful came up: 4");
        assertThat(page.querySelectorAll(".stars-row .star-one")).hasSize(8);
        assertThat(page.querySelectorAll(".stars-row .star-other")).hasSize(4);
        assertThat(page.querySelector(".stars-row").asXml()).doesNotContain("style=");
    }

    @Test
    void withoutFeedbackServiceTheHeadStands() throws Exception {
        SERVICES.sendToSleep("feedback");

        for (var path : List.of(FEEDBACK, MIXING)) {
            HtmlPage page = open(path);
            assertThat(status(page)).isEqualTo(200);
            assertThat(words(page)).contains("Riverside pub evening", "We can't reach the feedback service.");
        }
        assertThat(words(open("/organise/chatting"))).contains("We can't reach the feedback service.");
    }

    private static void howItWas(Sampled answer) {
        SERVICES.answer("GET /feedback/events/" + PUB + "/feedback", answer);
    }

    private static void fewAreOnTheList(int checkedIn, int expected) {
        SERVICES.answer(
                "GET /feedback/events/" + PUB + "/turnout",
                Sampled.of("feedback-service/get-events-event-turnout/few-checked-in")
                        .with("listQuestion.checkedIn", checkedIn)
                        .with("listQuestion.expected", expected));
    }

    private static void listIsSaidComplete(boolean complete) {
        SERVICES.answer(
                "GET /feedback/events/" + PUB + "/turnout",
                Sampled.of("feedback-service/get-events-event-turnout/replied").with("listSaidComplete", complete));
    }

    private static void mixed(Sampled answer) {
        SERVICES.answer("GET /feedback/events/" + PUB + "/mixing", answer);
    }

    private static void chatting(Sampled answer) {
        SERVICES.answer("GET /feedback/regions/" + OrganisersSeason.REGION + "/chatting", answer);
    }

    private static Sampled collecting() {
        return Sampled.of("feedback-service/get-events-event-feedback/collecting")
                .with("closesAt", "2027-10-29T23:59:00Z")
                .with("publishesAt", "2027-11-05T10:00:00Z");
    }

    private static Sampled published() {
        return Sampled.of("feedback-service/get-events-event-feedback/published")
                .with("asked", 30);
    }
}
