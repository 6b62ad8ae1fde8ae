package org.natter.web.organiser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.natter.web.OrganisersSeason.ASHA;
import static org.natter.web.OrganisersSeason.DRAFT;
import static org.natter.web.OrganisersSeason.ELLA;
import static org.natter.web.OrganisersSeason.WINTER;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.htmlunit.html.HtmlButton;
import org.htmlunit.html.HtmlElement;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.natter.web.OrganisersSeason;
import org.natter.web.WholeWebBody;
import org.natter.web.stub.Call;
import org.natter.web.stub.Sampled;

class OrganiserPagesTest extends WholeWebBody {

    @BeforeEach
    void somebodyIsIn() throws Exception {
        ownerIn();
    }

    @Test
    void theOverviewSaysWhatNeedsSomebody() throws Exception {
        assertThat(words(open("/organise")))
                .contains("Winter Warmer", "Thursday 26 November 2026, 6:30pm to 9pm", "34 of 36 booked")
                .contains("2 people can be offered a place at Winter Warmer", "1 email didn't get through: see to it")
                .contains("21 came: 19 of the 24 booked, and 2 walk-ins. 13 of 20 have answered.");
    }

    @Test
    void severalDaysAreSaidOnTheOverviewToo() throws Exception {
        overviewOf(OrganisersSeason.overview(OrganisersSeason.PUB)
                .with("startsAtInstant", "2026-10-17T09:00:00Z")
                .with("endsAtInstant", "2026-10-18T15:00:00Z"));

        assertThat(words(open("/organise")))
                .contains("Saturday 17 to Sunday 18 October: ", "Saturday 17 to Sunday 18 October 2026 ");
    }

    /** What is asked of somebody can be done. */
    @Test
    void theOverviewAsksForNothingThatCannotBeDone() throws Exception {
        var soon = clock.instant().plus(Duration.ofMinutes(90));
        var winter = OrganisersSeason.overview(OrganisersSeason.WINTER)
                .with("startsAtInstant", soon.toString())
                .with("endsAtInstant", soon.plus(Duration.ofHours(2)).toString());
        var draft = OrganisersSeason.overview(OrganisersSeason.DRAFT)
                .with("startsAtInstant", "2026-11-18T10:30:00Z")
                .with("endsAtInstant", "2026-11-18T12:30:00Z");
        SERVICES.answer(
                "GET /event/overview",
                Sampled.of("event-service/get-overview/with-guests").holding(List.of(winter, draft)));

        assertThat(words(open("/organise")))
                .contains(
                        "2 places are free at Winter Warmer and people wait: offer them, or let people in at the door")
                .contains("was never published, and its day has passed: give it another date, or delete it")
                .doesNotContain("can be offered a place", "publish it when it's ready");

        var places = Sampled.of("attendee-service/get-places/one-that-is-known");
        SERVICES.answer(
                "GET /attendee/places",
                places.holding(List.of(places.first().with("event", WINTER).with("free", 0))));
        assertThat(words(open("/organise")))
                .as("what is kept for somebody who has not confirmed yet")
                .doesNotContain("at the door");
    }

    /** Once it has begun nobody can book any more, and it is no next event. */
    /** Moved to next week while people were in it, it was neither where they had come nor where they hadn't. */
    @Test
    void whatHasBegunKeepsItsStartAndWhatWasTypedIsThereStill() throws Exception {
        assertThat(words(open("/organise/events/" + WINTER + "/edit"))).doesNotContain("It's on already");
        SERVICES.answer(
                "GET /event/events/" + WINTER,
                OrganisersSeason.event("get-events-event/a-draft", WINTER)
                        .with(
                                "startsAtInstant",
                                clock.instant().minus(Duration.ofMinutes(20)).toString())
                        .with(
                                "endsAtInstant",
                                clock.instant().plus(Duration.ofHours(2)).toString()));
        SERVICES.answer(
                "POST /event/events/" + WINTER + "/trials", Sampled.of("event-service/post-events-event-trials/begun"));
        SERVICES.answer("PUT /event/events/" + WINTER, Sampled.of("event-service/put-events-event/begun"));
        var form = open("/organise/events/" + WINTER + "/edit");
        assertThat(words(form))
                .contains("It's on already, so its start stays as it is.")
                .contains("no email goes out about what you change now")
                .doesNotContain("you read the email before");
        time(form, "date", "2027-04-15");
        time(form, "start", form.getElementById("start").getAttribute("value"));
        time(form, "end", form.getElementById("end").getAttribute("value"));
        type(form, "findUs", "Upstairs");

        var refused = press(form, "Save");

        assertThat(status(refused)).isEqualTo(422);
        assertThat(words(refused))
                .contains("It has begun, so its start stays as it is. If nobody met after all, call it off and plan it"
                        + " anew");
        assertThat(refused.getElementById("date").getAttribute("value")).isEqualTo("2027-04-15");
        assertThat(refused.getElementById("date").getAttribute("aria-invalid")).isEqualTo("true");
        assertThat(refused.getElementById("findUs").getAttribute("value")).isEqualTo("Upstairs");
        assertThat(SERVICES.calls("PUT", "/event/events/" + WINTER)).isEmpty();
    }

    @Test
    void whatHasBegunIsOnNow() throws Exception {
        assertThat(words(open("/organise/events/" + WINTER))).contains("Open for booking");
        assertThat(words(open("/organise"))).contains("Next event Winter Warmer");
        var began = clock.instant().minus(Duration.ofMinutes(20)).toString();
        var ends = clock.instant().plus(Duration.ofHours(2)).toString();
        SERVICES.answer(
                "GET /event/events/" + WINTER,
                OrganisersSeason.event("get-events-event/a-draft", WINTER)
                        .with("startsAtInstant", began)
                        .with("endsAtInstant", ends));
        overviewOf(
                OrganisersSeason.overview(WINTER).with("startsAtInstant", began).with("endsAtInstant", ends));

        assertThat(words(open("/organise/events/" + WINTER)))
                .contains("On now", "Open check-in")
                .doesNotContain("Open for booking");
        assertThat(words(open("/organise"))).contains("On now Winter Warmer").doesNotContain("Next event");
    }

    /** Of two that were on, the overview knew one: the other's door was three presses away. */
    @Test
    void whateverIsOnStandsOnTheOverview() throws Exception {
        var began = clock.instant().minus(Duration.ofMinutes(20)).toString();
        var ends = clock.instant().plus(Duration.ofHours(2)).toString();
        var first =
                OrganisersSeason.overview(WINTER).with("startsAtInstant", began).with("endsAtInstant", ends);
        var later = clock.instant().plus(Duration.ofHours(1)).toString();
        overviewOf(
                first,
                first.with("event", OrganisersSeason.PUB).with("title", "Seed swap"),
                first.with("event", OrganisersSeason.DRAFT)
                        .with("title", "Not yet on")
                        .with("startsAtInstant", later));

        var page = open("/organise");

        assertThat(words(page))
                .containsSubsequence("On now", "Winter Warmer", "Open check-in", "Seed swap", "Open check-in");
        assertThat(page.querySelectorAll(".next-one"))
                .as("what begins in an hour is not on")
                .hasSize(2);
    }

    @Test
    void aDraftWhoseDayHasPassedIsMovedOrDeletedAndNotPublished() throws Exception {
        SERVICES.answer(
                "GET /event/events/" + OrganisersSeason.DRAFT,
                OrganisersSeason.event("get-events-event/a-draft", OrganisersSeason.DRAFT)
                        .with("startsAtInstant", "2026-11-18T16:30:00Z")
                        .with("endsAtInstant", "2026-11-18T18:30:00Z"));
        var path = "/organise/events/" + OrganisersSeason.DRAFT;

        var draft = open(path);
        assertThat(words(draft))
                .contains("Its day has passed", "Change", "Delete")
                .doesNotContain("Publish it when");
        assertThat(draft.getAnchors()).noneMatch(link -> link.getHrefAttribute().endsWith("/publish"));
        var publish = open(path + "/publish");
        assertThat(words(publish)).contains("Its day has passed").doesNotContain("will be able to book");
        assertThat(publish.<org.htmlunit.html.HtmlElement>getByXPath("//main//button"))
                .isEmpty();
    }

    /** What was counted is found from where somebody looks for it, and each number leads to its list. */
    @Test
    void whoIsNewWhoIsMissingAndWhatTheYearBroughtAreFoundFromTheirPages() throws Exception {
        SERVICES.answer(
                "GET /feedback/events/" + OrganisersSeason.PUB + "/mixing",
                Sampled.of("feedback-service/get-events-event-mixing/collecting"));
        SERVICES.answer(
                "GET /feedback/regions/" + OrganisersSeason.REGION + "/chatting",
                Sampled.of("feedback-service/get-regions-region-chatting/not-known-yet"));
        HtmlPage fresh = open("/organise/events/" + WINTER)
                .getAnchorByText("2 people are here for the first time: say hello")
                .click();
        assertThat(words(fresh)).contains("Tobias Quill", "Amara Teal").doesNotContain("Asha Merrow");

        var over = open("/organise/events/" + OrganisersSeason.PUB);
        assertThat(over.getAnchorByText("5 who booked were not checked in").getHrefAttribute())
                .endsWith("?show=MISSING");
        assertThat(over.getAnchorByText("Note who came after all").getHrefAttribute())
                .endsWith("/check-in");
        assertThat(words(over)).doesNotContain("Open check-in");
        assertThat(words(over)).doesNotContain("say hello");

        var overview = open("/organise");
        assertThat(words(overview)).contains("Of the 318 who booked for these, 29 were not checked in: about 9 %.");
        assertThat(words(overview)).doesNotContain("left out");
        for (var page : List.of(
                overview,
                open("/organise/events/" + OrganisersSeason.PUB + "/feedback"),
                open("/organise/events/" + OrganisersSeason.PUB + "/mixing"))) {
            HtmlPage years = page.getAnchorByText("What came of each year: does chatting count?")
                    .click();
            assertThat(words(years)).contains("Year by year", "Does chatting count?");
        }
    }

    /** A share says of whom it is. */
    @Test
    void whereNobodyWasCheckedInIsSaidToBeLeftOut() throws Exception {
        var pub = OrganisersSeason.overview(OrganisersSeason.PUB);
        var unkept = pub.with("event", "c".repeat(32))
                .with("booked", 16)
                .with("here", 0)
                .with("walkIns", 0);
        for (var event : List.of("c".repeat(32), "d".repeat(32))) {
            SERVICES.answer(
                    "GET /feedback/events/" + event + "/feedback",
                    Sampled.of("feedback-service/get-events-event-feedback/not-found"));
        }
        overviewOf(pub, unkept);
        assertThat(words(open("/organise")))
                .contains("Of the 24 who booked for these, 5 were not checked in: about 21 %. The one where nobody was"
                        + " checked in is left out.");

        overviewOf(pub, unkept, unkept.with("event", "d".repeat(32)));
        assertThat(words(open("/organise"))).contains("%. The 2 where nobody was checked in are left out.");

        overviewOf(pub);
        assertThat(words(open("/organise"))).contains("Of the 24 who booked, 5 were not checked in: about 21 %.");
    }

    /** Whoever is not on a list that few are on may have come all the same. */
    @Test
    void whereFewWereCheckedInNobodyIsSaidToHaveStayedAway() throws Exception {
        var pub = OrganisersSeason.overview(OrganisersSeason.PUB)
                .with("booked", 203)
                .with("here", 3)
                .with("walkIns", 0);
        overviewOf(pub);
        SERVICES.answer("GET /event/overview/" + OrganisersSeason.PUB, pub);

        assertThat(words(open("/organise"))).contains("3 of the 203 booked were checked in.");
        assertThat(words(open("/organise/events/" + OrganisersSeason.PUB)))
                .contains("3 checked in 3 of the 203 booked")
                .doesNotContain("3 came");
        var people = Sampled.of("attendee-service/get-events-event-attendees/before");
        SERVICES.answer(
                "GET /attendee/events/" + OrganisersSeason.PUB + "/attendees",
                people.holding(List.of(people.first()
                        .with("name", "Asha Merrow")
                        .with("status", "BOOKED")
                        .with("checkedInAt", "2026-10-15T17:31:00Z"))));
        assertThat(words(open("/organise/events/" + OrganisersSeason.PUB + "?show=HERE")))
                .contains("Checked in 1", "Asha Merrow", "Checked in 6:31pm")
                .doesNotContain("Came");
    }

    /** Feedback-service decides, and the organiser it asked: on the overview, the event's card and the list of past events. */
    @Test
    void whatAnOrganiserSaysOfAListIsSaidWhereverThatListIs() throws Exception {
        var event = OrganisersSeason.PUB;
        var pub = OrganisersSeason.overview(event)
                .with("booked", 203)
                .with("here", 3)
                .with("walkIns", 0);
        overviewOf(pub);
        SERVICES.answer("GET /event/overview/" + event, pub);
        SERVICES.answer(
                "GET /event/events",
                Sampled.of("event-service/get-events/with-guests")
                        .with("past", 1)
                        .with("events", List.of(pub)));
        listIs(event, true);

        assertThat(words(open("/organise")))
                .contains("3 of the 203 booked came.")
                .doesNotContain("checked in.");
        assertThat(words(open("/organise/events/" + event))).contains("3 came 3 of the 203 booked");
        assertThat(words(open("/organise/events?show=past"))).contains("3 of the 203 booked came.");

        listIs(event, false);
        assertThat(words(open("/organise"))).contains("3 of the 203 booked were checked in.");
        assertThat(words(open("/organise/events/" + event))).contains("3 checked in 3 of the 203 booked");
        assertThat(words(open("/organise/events?show=past"))).contains("3 of the 203 booked were checked in.");
    }

    /** Booked 20, of whom 4 came, and 6 more walked in: ten of twenty-six are no few, to web as to feedback-service. */
    @Test
    void walkInsCountAmongWhoWasExpected() throws Exception {
        var pub = OrganisersSeason.overview(OrganisersSeason.PUB)
                .with("booked", 20)
                .with("here", 10)
                .with("walkIns", 6);
        overviewOf(pub);
        SERVICES.answer("GET /event/overview/" + OrganisersSeason.PUB, pub);

        assertThat(words(open("/organise"))).contains("10 came");
        assertThat(words(open("/organise/events/" + OrganisersSeason.PUB)))
                .contains("10 came")
                .doesNotContain("10 checked in");
    }

    /** As feedback-service says; while it says nothing, few are few. */
    @Test
    void aListThatMayNotBeCompleteIsLeftOutOfTheShare() throws Exception {
        var pub = OrganisersSeason.overview(OrganisersSeason.PUB);
        var few = pub.with("event", "c".repeat(32))
                .with("booked", 203)
                .with("here", 3)
                .with("walkIns", 0);
        SERVICES.answer(
                "GET /feedback/events/" + "c".repeat(32) + "/feedback",
                Sampled.of("feedback-service/get-events-event-feedback/not-found"));
        overviewOf(pub, few);
        listIs("c".repeat(32), false);

        var left = "Of the 24 who booked for these, 5 were not checked in: about 21 %. The one whose list may not have"
                + " been complete is left out.";
        assertThat(words(open("/organise"))).contains(left, "3 of 203 checked in");

        overviewOf(pub, few.with("here", 5).with("walkIns", 2));
        assertThat(words(open("/organise"))).contains(left, "3 of 203 checked in");

        overviewOf(pub, few);
        listIs("c".repeat(32), true);
        assertThat(words(open("/organise")))
                .contains("Of the 227 who booked for these, 205 were not checked in: about 90 %.")
                .doesNotContain("left out");

        SERVICES.sendToSleep("feedback");
        assertThat(words(open("/organise"))).contains(left);
    }

    private static void listIs(String event, boolean complete) {
        SERVICES.answer("GET /feedback/lists", OrganisersSeason.list(event, complete));
    }

    @Test
    void oneWhoBookedIsOne() throws Exception {
        var pub = OrganisersSeason.overview(OrganisersSeason.PUB)
                .with("booked", 1)
                .with("here", 2)
                .with("walkIns", 1);
        overviewOf(pub);
        assertThat(words(open("/organise"))).contains("The one who booked was checked in.");

        overviewOf(pub.with("here", 1));
        assertThat(words(open("/organise")))
                .contains("The one who booked was not checked in.")
                .doesNotContain("the 1 ");
    }

    private static void overviewOf(Sampled... events) {
        SERVICES.answer(
                "GET /event/overview",
                Sampled.of("event-service/get-overview/with-guests").holding(List.of(events)));
    }

    /** Among 240 names those that are chosen stand first, and who was not checked in is said. */
    @Test
    void hostsThatAreChosenStandFirstAndWhoWasNotCheckedInIsSaid() throws Exception {
        var list = Sampled.of("attendee-service/get-events-event-attendees/before");
        var guest = list.first().with("status", "BOOKED").with("organisation", null);
        SERVICES.answer(
                "GET /attendee/events/" + WINTER + "/attendees",
                list.holding(List.of(
                        guest.with("attendance", ELLA)
                                .with("name", "Ella Marsh")
                                .with("checkedInAt", "2026-11-26T18:31:00Z"),
                        guest.with("attendance", ASHA).with("name", "Zoe Asher").with("host", true))));

        assertThat(words(open("/organise/events/" + WINTER + "/hosts")))
                .contains("Hosts so far Zoe Asher Not here yet Everybody else Ella Marsh")
                .doesNotContain("Ella Marsh Not here yet");
    }

    /** Calling off takes everybody's place; that is no word of whether anybody had one. */
    @Test
    void whoseEventIsCalledOffReadsThatThereIsNobodyToMarkAndNotThatNobodyHadBooked() throws Exception {
        var off = OrganisersSeason.OFF;
        var list = Sampled.of("attendee-service/get-events-event-attendees/before");
        SERVICES.answer(
                "GET /attendee/events/" + off + "/attendees",
                list.holding(List.of(list.first().with("name", "Ella Marsh").with("status", "CANCELLED"))));

        assertThat(words(open("/organise/events/" + off + "/hosts")))
                .contains("It was called off, so there's nobody to mark.")
                .doesNotContain("Nobody had", "A mark is for the list");
        assertThat(words(open("/organise/events/" + off)))
                .contains("Ella Marsh")
                .doesNotContain("Nobody had");
    }

    @Test
    void aNewNetworkIsToldHowToBegin() throws Exception {
        SERVICES.answer(
                "GET /event/overview",
                Sampled.of("event-service/get-overview/with-guests").holding(List.of()));

        assertThat(words(open("/organise")))
                .contains("Nothing planned yet. Start with a date and a pub; you can change everything later.");
    }

    @Test
    void eventsAreComingPastOrDrafts() throws Exception {
        assertThat(words(open("/organise/events"))).contains("Coming 3", "Past 4", "Drafts 1", "Winter Warmer");
        assertThat(words(open("/organise/events?show=past"))).contains("27 of the 30 booked came.");
        assertThat(words(open("/organise/events?q=Leds")))
                .contains("No event called 'Leds'. Check the spelling, or show all.");
        assertThat(words(open("/organise/events?q=Summer")))
                .contains("Past 1", "No event called 'Summer' in this list. Look in the others, or show all.");
    }

    @Test
    void aLongListHasPages() throws Exception {
        var listed = Sampled.of("event-service/get-events/with-guests")
                .with("past", 130)
                .with("pages", 3);
        SERVICES.answer(
                "GET /event/events",
                sent -> listed.with("page", Integer.parseInt(sent.query().replaceFirst(".*page=", ""))));

        var first = open("/organise/events?show=past&q=evening");
        var second = (HtmlPage) first.getAnchorByText("Older").click();
        var third = (HtmlPage) second.getAnchorByText("Older").click();

        assertThat(words(first)).contains("Past 130").doesNotContain("Newer");
        assertThat(words(second)).contains("Newer", "Older");
        assertThat(words(third)).contains("Newer").doesNotContain("Older");
        assertThat(SERVICES.last("GET", "/event/events").orElseThrow().query())
                .contains("list=PAST", "title=evening", "page=2");
    }

    @Test
    void aRegionWithoutEventsIsToldHowToBegin() throws Exception {
        SERVICES.answer(
                "GET /event/events",
                Sampled.of("event-service/get-events/with-guests")
                        .with("coming", 0)
                        .with("events", List.of()));

        assertThat(words(open("/organise/events"))).contains("Nothing planned yet.");
    }

    @Test
    void namesComeFromAttendeeService() throws Exception {
        assertThat(words(open("/organise/events/" + WINTER))).contains("Ella Marsh", "City Library", "Here 6:31pm");
        assertThat(words(open("/organise/events/" + WINTER + "/waiting"))).contains("Nia Fairbrother", "Has an offer");
    }

    /** Whoever has an offer stands in line too, wherever the line is counted. */
    @Test
    void whoHasAnOfferIsCountedInTheLine() throws Exception {
        assertThat(words(open("/organise/events/" + WINTER + "/waiting"))).contains("Waiting list 2");

        SERVICES.answer(
                "GET /event/events",
                Sampled.of("event-service/get-events/with-guests")
                        .with(
                                "events",
                                List.of(OrganisersSeason.overview(WINTER)
                                        .with("waiting", 1)
                                        .with("offered", 1))));
        assertThat(words(open("/organise/events"))).contains("34 of 36 booked, 1 waiting, 1 with an offer");
    }

    @Test
    void anEmptyListSaysWhichKindOfEmpty() throws Exception {
        var event = "/organise/events/" + WINTER;
        var list = Sampled.of("attendee-service/get-events-event-attendees/before");
        var people = "GET /attendee/events/" + WINTER + "/attendees";
        SERVICES.answer(people, list.holding(List.of()));
        assertThat(words(open(event))).contains("No bookings yet. Share the link above");

        var asha = list.first().with("status", "BOOKED").with("newcomer", false);
        SERVICES.answer(people, list.holding(List.of(asha)));
        var words = Map.of(
                "FIRST_TIME", "Nobody who booked is new.",
                "HERE", "Nobody is here yet.",
                "HERE_FIRST_TIME", "Nobody new is here yet.",
                "WALK_IN", "Nobody has walked in yet.",
                "WAITING", "Nobody is in line.",
                "OFFERED", "Nobody has an offer.",
                "UNCONFIRMED", "Nobody is still to confirm.",
                "CANCELLED", "Nobody has cancelled.",
                "LAPSED", "Nobody has let a place or an offer run out.");
        for (var show : words.entrySet()) {
            assertThat(words(open(event + "?show=" + show.getKey())))
                    .as(show.getKey())
                    .contains(show.getValue())
                    .doesNotContain("No bookings yet", "Share the link");
        }
        assertThat(words(open(event + "?q=Zz")))
                .contains("Nothing found for 'Zz', by name or organisation.")
                .doesNotContain("No bookings yet");

        SERVICES.answer(people, list.holding(List.of(asha.with("checkedInAt", "2026-11-26T18:31:00Z"))));
        assertThat(words(open(event + "?show=MISSING"))).contains("Everybody who booked is here.");
        SERVICES.answer(people, list.holding(List.of(asha.with("status", "CANCELLED"))));
        assertThat(words(open(event))).contains("Nobody has a place just now.").doesNotContain("No bookings yet");
    }

    @Test
    void onceItIsOverAnEmptyListSpeaksOfWhatWas() throws Exception {
        var list = Sampled.of("attendee-service/get-events-event-attendees/before");
        SERVICES.answer(
                "GET /attendee/events/" + OrganisersSeason.PUB + "/attendees",
                list.holding(List.of(list.first().with("status", "BOOKED"))));
        var event = "/organise/events/" + OrganisersSeason.PUB;

        assertThat(words(open(event + "?show=WAITING")))
                .contains("Nobody was in line at the end.")
                .doesNotContain("Nobody had a place");
        assertThat(words(open(event + "?show=HERE"))).contains("Nobody was checked in.");
        assertThat(words(open(event + "?show=CANCELLED"))).contains("Nobody cancelled.");
    }

    /** Where an offer was not taken in time somebody may have wanted to come, and once it has begun nobody can. */
    @Test
    void anEmptyLineIsPraisedOnlyWhereEverybodyWhoWantsToComeCan() throws Exception {
        var waiting = "/organise/events/" + WINTER + "/waiting";
        var list = Sampled.of("attendee-service/get-events-event-attendees/before");
        var people = "GET /attendee/events/" + WINTER + "/attendees";
        SERVICES.answer(people, list.holding(List.of(list.first().with("status", "BOOKED"))));
        assertThat(words(open(waiting))).contains("Nobody waiting. Good: everyone who wants to come can.");

        SERVICES.answer(people, list.holding(List.of(list.first().with("status", "LAPSED"))));
        assertThat(words(open(waiting)))
                .contains("Nobody waiting now; 1 place that was kept or offered wasn't taken in time.")
                .doesNotContain("Good");

        SERVICES.answer(
                "GET /event/events/" + WINTER,
                OrganisersSeason.event("get-events-event/a-draft", WINTER)
                        .with("startsAtInstant", "2026-11-20T08:00:00Z"));
        assertThat(words(open(waiting))).contains("Nobody waiting").doesNotContain("Good", "in time");
    }

    @Test
    void aCalledOffEventShowsNoLiveCounts() throws Exception {
        var off = open("/organise/events/" + OrganisersSeason.OFF);

        assertThat(words(off)).contains("Called off").doesNotContain("of 20", "8 booked", "waiting", "Waiting list");
        assertThat(off.querySelectorAll("[sse-connect]")).isEmpty();
        assertThat(words(open("/organise/events?q=Boiler")))
                .contains("Called off")
                .doesNotContain("of 20 booked");
    }

    @Test
    void ofACalledOffEventItIsSaidWhoHadBookedAndWhoWaited() throws Exception {
        var list = Sampled.of("attendee-service/get-events-event-attendees/called-off");
        var guest = list.first().with("status", "CANCELLED");
        SERVICES.answer(
                "GET /attendee/events/" + OrganisersSeason.OFF + "/attendees",
                list.holding(List.of(
                        guest.with("name", "Ann Waits").with("stood", "WAITING"),
                        guest.with("name", "Ben Cancelled").with("stood", "CANCELLED"),
                        guest.with("name", "Cy Offered").with("stood", "OFFERED"),
                        guest.with("name", "Zoe Booked").with("stood", "BOOKED"))));

        var page = open("/organise/events/" + OrganisersSeason.OFF);

        assertThat(words(page))
                .containsSubsequence(
                        "Zoe Booked",
                        "Had booked",
                        "Cy Offered",
                        "Had an offer",
                        "Ann Waits",
                        "Was waiting",
                        "Ben" + " Cancelled",
                        "Cancelled")
                .doesNotContain("Here");
        assertThat(page.querySelectorAll("td.state.screen-only")).isEmpty();

        SERVICES.answer(
                "GET /attendee/events/" + OrganisersSeason.OFF + "/attendees",
                list.holding(List.of(guest.with("stood", "BOOKED").with("checkedInAt", "2026-12-18T18:31:00Z"))));
        assertThat(words(open("/organise/events/" + OrganisersSeason.OFF))).contains("Had booked checked in at 6:31pm");
    }

    @Test
    void ofACalledOffEventNobodyWhoWalkedInIsSaidToHaveBooked() throws Exception {
        var list = Sampled.of("attendee-service/get-events-event-attendees/called-off");
        var guest = list.first().with("status", "CANCELLED").with("stood", "BOOKED");
        SERVICES.answer(
                "GET /attendee/events/" + OrganisersSeason.OFF + "/attendees",
                list.holding(List.of(
                        guest.with("name", "Ann Undone").with("walkIn", true),
                        guest.with("name", "Bo Walker")
                                .with("walkIn", true)
                                .with("checkedInAt", "2026-11-20T10:07:00Z"),
                        guest.with("name", "Cy Waits").with("stood", "WAITING"),
                        guest.with("name", "Zoe Booked"))));

        var page = open("/organise/events/" + OrganisersSeason.OFF);

        assertThat(words(page))
                .contains("Everybody on the list")
                .containsSubsequence(
                        "Zoe Booked",
                        "Had booked",
                        "Bo Walker",
                        "Walked in",
                        "Ann Undone",
                        "Let in, then undone",
                        "Cy Waits",
                        "Was waiting")
                .containsOnlyOnce("Had booked")
                .doesNotContain("Walk-in");
    }

    @Test
    void aMailThatWasStoppedSaysWhy() throws Exception {
        var words = Map.of(
                "TOO_LATE", "It would have come too late",
                "PERSON_GONE", "They aren't in Natter any more",
                "NO_ADDRESS", "There's no address any more",
                "MAILBOX_REFUSED", "An earlier email to this address came back",
                "NOT_WANTED", "They asked for no more of these",
                "EVENT_CALLED_OFF", "The event was called off",
                "BOOKING_CANCELLED", "The booking was cancelled by then",
                "NO_LONGER_TRUE", "What it says had changed by then",
                "ANSWERED", "They had answered already");
        for (var reason : words.keySet()) {
            SERVICES.answer(
                    "GET /attendee/outbox",
                    Sampled.of("attendee-service/get-outbox/none")
                            .with("counts", Map.of("STOPPED", 1))
                            .with(
                                    "mails",
                                    List.of(OrganisersSeason.mail("DAY_BEFORE", "STOPPED", "Ella Marsh")
                                            .with("stopped", reason))));

            assertThat(words(open("/organise/outbox"))).contains("Stopped " + words.get(reason));
        }
    }

    @Test
    void anEmptyEventFormSaysWhatToDoAndKeepsWhatWasTyped() throws Exception {
        var page = open("/organise/events/new");
        type(page, "title", "");
        type(page, "findUs", "Ask for Kofi");
        page = press(page, "Save");

        assertThat(status(page)).isEqualTo(422);
        assertThat(page.getTitleText()).startsWith("Error: ");
        assertThat(words(page)).contains("There's a problem", "Enter a name for your event");
        assertThat(page.querySelectorAll(".error-summary a")).isNotEmpty().allSatisfy(link -> {
            var id = link.getAttributes().getNamedItem("href").getNodeValue().substring(1);
            assertThat(id).matches("title|date|start|end");
        });
        assertThat(page.getElementById("findUs").getAttribute("value")).isEqualTo("Ask for Kofi");
        assertThat(page.getElementById("title").getAttribute("aria-describedby"))
                .contains("title-error");
    }

    @Test
    void theServiceSaysWhatIsLeftOut() throws Exception {
        var page = open("/organise/events/new");
        type(page, "date", "2027-03-11");
        time(page, "start", "18:30");
        time(page, "end", "21:00");

        page = press(page, "Save");

        assertThat(status(page)).isEqualTo(422);
        assertThat(page.querySelectorAll(".error-summary a"))
                .extracting(link -> link.getTextContent().strip())
                .containsExactly("Enter a name for your event");
        assertThat(SERVICES.calls("POST", "/event/events")).hasSize(1);
    }

    @Test
    void aNumberThatIsNoneIsNotSent() throws Exception {
        var page = open("/organise/events/new");
        type(page, "title", "TeachMeet: ten minutes each");
        type(page, "date", "2027-03-11");
        time(page, "start", "18:30");
        time(page, "end", "21:00");
        type(page, "places", "a few");

        page = press(page, "Save");

        assertThat(status(page)).isEqualTo(422);
        assertThat(page.querySelectorAll(".error-summary a"))
                .extracting(link -> link.getAttributes().getNamedItem("href").getNodeValue())
                .containsExactly("#places");
        assertThat(SERVICES.calls("POST", "/event/events")).isEmpty();
    }

    @Test
    void aDraftIsCreatedOnceHoweverOftenTheButtonIsPressed() throws Exception {
        var page = open("/organise/events/new");
        type(page, "title", "TeachMeet: ten minutes each");
        type(page, "date", "2027-03-11");
        time(page, "start", "18:30");
        time(page, "end", "21:00");
        var created = press(page, "Save");
        press(page, "Save");

        assertThat(path(created)).isEqualTo("/organise/events/" + DRAFT);
        assertThat(SERVICES.calls("POST", "/event/events"))
                .hasSize(2)
                .extracting(call -> call.key())
                .containsOnly(
                        SERVICES.last("POST", "/event/events").orElseThrow().key());
    }

    @Test
    void aTimeThatComesTwiceAsksWhich() throws Exception {
        var twice = Sampled.of("event-service/post-events/comes-twice");
        SERVICES.answer(
                "POST /event/events",
                twice.with("errors", List.of(twice.first("errors").with("message", "Say which 1:30am you mean"))));
        var page = open("/organise/events/new");
        type(page, "title", "Night of the clocks");
        type(page, "date", "2027-10-31");
        time(page, "start", "18:30");
        time(page, "end", "21:00");
        page = press(page, "Save");

        assertThat(status(page)).isEqualTo(422);
        assertThat(words(page)).contains("Say which 1:30am you mean", "The earlier one", "The later one");
    }

    @Test
    void publishingIsAStepOfItsOwn() throws Exception {
        var page = open("/organise/events/" + DRAFT + "/publish");
        assertThat(words(page)).contains("30 people will be able to book. Nobody is emailed yet.");

        press(page, "Publish");

        assertThat(SERVICES.calls("POST", "/event/events/" + DRAFT + "/publish"))
                .hasSize(1);
    }

    @Test
    void whoWasLetInAtTheDoorIsToldToo() throws Exception {
        SERVICES.answer(
                "GET /event/overview/" + WINTER,
                OrganisersSeason.overview(WINTER).with("walkIns", 2));

        assertThat(words(open("/organise/events/" + WINTER + "/call-off")))
                .contains("So will whoever was let in at the door and left an address.")
                .doesNotContain("37 people");
    }

    @Test
    void callingOffNeedsAReason() throws Exception {
        var page = open("/organise/events/" + WINTER + "/call-off");
        assertThat(words(page)).contains("37 people will get an email with your reason, word for word.");
        page = press(page, "Call it off and tell them");
        assertThat(status(page)).isEqualTo(422);
        assertThat(words(page)).contains("Say why, in words that people will read");

        type(page, "reason", "The boiler has gone.");
        press(page, "Call it off and tell them");

        assertThat(SERVICES.last("POST", "/event/events/" + WINTER + "/cancel")
                        .orElseThrow()
                        .body())
                .contains("The boiler has gone.");
    }

    /** A browser's box counts the end of a line as one letter and sends two; what the box takes is sent as it was counted. */
    @Test
    void aReasonOfManyLinesMayBeAsLongAsItsBoxTakes() throws Exception {
        var reason = "The boiler has gone.\n\n".repeat(22) + "Sorry. See you";
        var off = open("/organise/events/" + WINTER + "/call-off");
        type(off, "reason", reason);

        press(off, "See the email first");

        assertThat(off.getElementById("reason").getAttribute("maxlength")).isEqualTo("500");
        assertThat(reason).hasSizeBetween(495, 500);
        assertThat(SERVICES.sent("POST /attendee/events/" + WINTER + "/mail-previews")
                        .path("reason")
                        .asString())
                .isEqualTo(reason);
    }

    /** What a step would send is read before it is taken, and reading it sends nothing. */
    @Test
    void theMailIsReadBeforeItGoes() throws Exception {
        var off = open("/organise/events/" + WINTER + "/call-off");
        type(off, "reason", "The boiler has gone.");
        var seen = press(off, "See the email first");
        assertThat(words(seen)).contains("is off, sorry", "Nothing is sent yet.", "There's nothing you need to do.");
        assertThat(words(seen)).doesNotContain("their own link");
        assertThat(SERVICES.sent("POST /attendee/events/" + WINTER + "/mail-previews")
                        .path("reason")
                        .asString())
                .isEqualTo("The boiler has gone.");
        assertThat(seen.getElementById("reason").getTextContent().strip()).isEqualTo("The boiler has gone.");

        assertThat(words(press(open("/organise/events/" + WINTER + "/call-off"), "See the email first")))
                .contains("Write your reason first");
        assertThat(SERVICES.calls("POST", "/event/events/" + WINTER + "/call-off"))
                .isEmpty();
    }

    /** Another place is asked about, with the mail, before anything is saved; the answer goes with the change. */
    @Test
    void whoChangesTheTimeOrThePlaceSaysWhetherPeopleAreTold() throws Exception {
        var asked = press(movedToTheMitre(), "Save");
        assertThat(words(asked))
                .contains(
                        "34 people with a place will get this email. 3 people waiting get it, with word that they're"
                                + " still in line. Nothing is saved yet.",
                        "The Mitre")
                .doesNotContain("offer", "how to join");
        assertThat(asked.getElementById("venueName").getAttribute("value")).isEqualTo("The Mitre");
        assertThat(SERVICES.sent("POST /attendee/events/" + WINTER + "/mail-previews")
                        .path("venueName")
                        .asString())
                .isEqualTo("The Mitre");
        assertThat(SERVICES.calls("PUT", "/event/events/" + WINTER)).isEmpty();

        timesAgain(asked);
        var told = press(asked, "Tell them");

        assertThat(path(told)).isEqualTo("/organise/events/" + WINTER);
        assertThat(words(told)).contains("Saved. 37 people will be told.");
        assertThat(lastSaved().query()).doesNotContain("quietly");

        asked = press(movedToTheMitre(), "Save");
        timesAgain(asked);
        var untold = press(asked, "Save without telling them");

        assertThat(words(untold)).contains("Saved. Nobody gets an email about this.");
        assertThat(lastSaved().query()).contains("quietly=true");
    }

    /** Each reads the news with what it means for them, and how to join online is for people with a place alone. */
    @Test
    void whoGetsWhichWordsOfAChangeIsSaidByHowTheyStand() throws Exception {
        var winter = "GET /event/overview/" + WINTER;
        SERVICES.answer(
                winter, OrganisersSeason.overview(WINTER).with("offered", 1).with("booked", 1));
        assertThat(words(press(movedToTheMitre(), "Save")))
                .contains("1 person with a place will get this email. 3 people waiting get it, with word that they're"
                        + " still in line. 1 person with an offer gets it, with word until when the place is"
                        + " theirs.");

        SERVICES.answer(
                "POST /attendee/events/" + WINTER + "/mail-previews",
                Sampled.of("attendee-service/post-events-event-mail-previews/changed")
                        .with("onlyWithAPlace", true));
        var edit = open("/organise/events/" + WINTER + "/edit");
        type(edit, "venueName", "Online");
        timesAgain(edit);
        var asked = press(edit, "Save");
        assertThat(words(asked))
                .contains("1 person with a place will get this email. Nobody else hears of it")
                .doesNotContain("people waiting get it");
        timesAgain(asked);
        assertThat(words(press(asked, "Tell them"))).contains("Saved. 1 person will be told.");
    }

    @Test
    void whatNobodyIsMailedAboutIsJustSaved() throws Exception {
        var edit = open("/organise/events/" + WINTER + "/edit");
        timesAgain(edit);
        type(edit, "description", "Bring a friend.");

        assertThat(words(press(edit, "Save"))).contains("Saved.").doesNotContain("will be told");
        assertThat(SERVICES.calls("POST", "/attendee/events/" + WINTER + "/mail-previews"))
                .isEmpty();

        SERVICES.answer(
                "POST /attendee/events/" + WINTER + "/mail-previews",
                Sampled.of("attendee-service/post-events-event-mail-previews/nobody-is-mailed"));
        assertThat(words(press(movedToTheMitre(), "Save"))).contains("Saved.").doesNotContain("will be told");
    }

    /** The end before the start was asked about with "Tell them", and refused once that was pressed. */
    @Test
    void whatCouldNotBeSavedIsPutRightBeforeAnybodyIsAskedWhetherToTell() throws Exception {
        var edit = open("/organise/events/" + WINTER + "/edit");
        type(edit, "venueName", "The Mitre");
        type(edit, "title", " ");
        time(edit, "date", edit.getElementById("date").getAttribute("value"));
        time(edit, "start", "18:30");
        time(edit, "end", "17:00");
        var refused = press(edit, "Save");

        assertThat(refused.getWebResponse().getStatusCode()).isEqualTo(422);
        assertThat(words(refused))
                .contains("There's a problem", "Enter a name for your event", "Choose an end after the start")
                .doesNotContain("Tell them", "will get this email");
        assertThat(refused.getElementById("venueName").getAttribute("value")).isEqualTo("The Mitre");
        assertThat(SERVICES.calls("POST", "/attendee/events/" + WINTER + "/mail-previews"))
                .isEmpty();

        SERVICES.answer(
                "POST /event/events/" + WINTER + "/trials",
                Sampled.of("event-service/post-events-event-trials/changed-meanwhile"));
        var overtaken = press(movedToTheMitre(), "Save");
        assertThat(overtaken.getWebResponse().getStatusCode()).isEqualTo(409);
        assertThat(words(overtaken)).contains("since you opened it").doesNotContain("Tell them");

        SERVICES.answer(
                "POST /event/events/" + WINTER + "/trials", Sampled.of("event-service/post-events-event-trials/over"));
        assertThat(words(press(movedToTheMitre(), "Save")))
                .contains("It's over, so it can't be changed any more.")
                .doesNotContain("Tell them");
        assertThat(SERVICES.calls("PUT", "/event/events/" + WINTER)).isEmpty();
    }

    /** A mail that was read is about the boxes as they were; other words in them are asked about anew, without it too. */
    @Test
    void whatWasReadIsWhatIsTold() throws Exception {
        var asked = press(movedToTheMitre(), "Save");
        timesAgain(asked);
        type(asked, "venueName", "The Crown");
        var again = press(asked, "Tell them");
        assertThat(words(again)).contains("Nothing is saved yet.");
        assertThat(SERVICES.calls("PUT", "/event/events/" + WINTER)).isEmpty();

        SERVICES.sendToSleep("attendee");
        timesAgain(again);
        var asleep = press(again, "Save");
        assertThat(words(asleep)).contains("We can't show the email just now.");
        SERVICES.wake();
        timesAgain(asleep);
        assertThat(path(press(asleep, "Tell them"))).isEqualTo("/organise/events/" + WINTER);
    }

    private HtmlPage movedToTheMitre() throws Exception {
        var edit = open("/organise/events/" + WINTER + "/edit");
        type(edit, "venueName", "The Mitre");
        timesAgain(edit);
        return edit;
    }

    /** The browser of these tests leaves date and time boxes out unless they are typed in. */
    private static void timesAgain(HtmlPage page) {
        for (var time : new String[] {"date", "start", "end"}) {
            time(page, time, page.getElementById(time).getAttribute("value"));
        }
    }

    private static Call lastSaved() {
        return SERVICES.last("PUT", "/event/events/" + WINTER).orElseThrow();
    }

    /** Where nobody has booked, there is nobody to tell and no email to see. */
    @Test
    void callingOffWhatNobodyBookedTellsNobody() throws Exception {
        SERVICES.answer(
                "GET /event/overview/" + WINTER,
                OrganisersSeason.overview(WINTER)
                        .with("booked", 0)
                        .with("waiting", 0)
                        .with("offered", 0));
        var page = open("/organise/events/" + WINTER + "/call-off");

        assertThat(words(page)).contains("Nobody has booked yet, so nobody gets an email.");
        assertThat(page.getElementsByTagName("button"))
                .extracting(button -> button.getTextContent().strip())
                .contains("Call it off")
                .doesNotContain("See the email first", "Call it off and tell them");
    }

    @Test
    void aReasonSurvivesAServiceThatIsDown() throws Exception {
        var page = open("/organise/events/" + WINTER + "/call-off");
        type(page, "reason", "The boiler has gone.");
        SERVICES.sendToSleep("event");
        page = press(page, "Call it off and tell them");

        assertThat(status(page)).isEqualTo(503);
        assertThat(words(page)).contains("We couldn't save that just now.");
        assertThat(page.getElementById("reason").getTextContent().strip()).isEqualTo("The boiler has gone.");

        SERVICES.wake();
        press(page, "Call it off and tell them");

        assertThat(SERVICES.last("POST", "/event/events/" + WINTER + "/cancel")
                        .orElseThrow()
                        .body())
                .contains("The boiler has gone.");
    }

    @Test
    void theDoorCountsNamesAndWelcomes() throws Exception {
        var page = open("/organise/events/" + WINTER + "/check-in");
        assertThat(words(page)).contains("3 of 11 here");

        for (var button : page.getElementsByTagName("button")) {
            if (button.getTextContent().contains("Ella Marsh")) {
                page = ((org.htmlunit.html.HtmlElement) button).click();
                break;
            }
        }

        assertThat(words(page)).contains("Ella Marsh is in. First time: say hello.", "Undo");
        assertThat(SERVICES.last("POST", "/attendee/events/" + WINTER + "/check-ins")
                        .orElseThrow()
                        .body())
                .contains(ELLA);
    }

    @Test
    void whoTypesANameIsToldToPressIt() throws Exception {
        assertThat(words(open("/organise/events/" + WINTER + "/check-in"))).contains("Press a name, or type one.");
        assertThat(words(open("/organise/events/" + WINTER + "/check-in?q=Ella")))
                .contains("Press their name in the list, or add them if it isn't there.")
                .doesNotContain("or type one");
    }

    @Test
    void anArrivalCanBeUndone() throws Exception {
        press(open("/organise/events/" + WINTER + "/check-in?result=WELCOME&who=" + ASHA), "Undo");

        assertThat(SERVICES.calls("DELETE", "/attendee/events/" + WINTER + "/check-ins/" + ASHA))
                .hasSize(1);
    }

    @Test
    void someoneNotOnTheListIsAskedForNameAndSector() throws Exception {
        var page = press(open("/organise/events/" + WINTER + "/walk-in"), "Let them in");

        assertThat(status(page)).isEqualTo(422);
        assertThat(words(page)).contains("Enter a name, a first name is fine", "Choose a kind of library");
    }

    @Test
    void inAFullRoomASecondPressLetsTheWalkInIn() throws Exception {
        SERVICES.answer(
                "POST /attendee/events/" + WINTER + "/walk-ins",
                Sampled.of("attendee-service/post-events-event-walk-ins/over-limit"));
        var page = open("/organise/events/" + WINTER + "/walk-in");
        ((org.htmlunit.html.HtmlInput) page.getElementById("name")).setValue("Maurice");
        page.getElementsByName("sector").get(0).click();

        page = press(page, "Let them in");

        assertThat(words(page)).contains("Press again to let them in. Let them in");
        assertThat(lastWalkIn()).contains("\"overLimit\":false");

        ((HtmlButton) page.querySelector("#let-in-all-the-same button")).click();

        assertThat(lastWalkIn()).contains("\"overLimit\":true", "Maurice");
    }

    private static String lastWalkIn() {
        return SERVICES.last("POST", "/attendee/events/" + WINTER + "/walk-ins")
                .orElseThrow()
                .body();
    }

    @Test
    void theOutboxSaysHowFarEachMailHasCome() throws Exception {
        assertThat(words(open("/organise/outbox"))).contains("Ella Marsh", "Bounced", "Trying again");
        assertThat(words(open("/organise/outbox"))).contains("All 7", "Waiting 1", "Sending 3", "Sent 1", "Bounced 1");
    }

    @Test
    void aMailThatCameBackIsTriedAgainByItsButton() throws Exception {
        var buttons = open("/organise/outbox").<HtmlButton>getByXPath("//button[text()='Try this address again']");

        assertThat(buttons).hasSize(1);
        var page = buttons.get(0).<HtmlPage>click();

        assertThat(SERVICES.last("POST", "/attendee/outbox/tries").orElseThrow().body())
                .matches("(?s).*\"mail\" *: *\"[0-9]+~[0-9a-f]{32}\".*");
        assertThat(page.getUrl().getPath()).isEqualTo("/organise/outbox");
        assertThat(words(page)).contains("It goes once more, if it still holds.");

        SERVICES.answer("POST /attendee/outbox/tries", Sampled.of("attendee-service/post-outbox-tries/not-theirs"));
        page = buttons.get(0).click();
        assertThat(words(page)).contains("It can't go again: it has been tried since");
    }

    @Test
    void theAddressOfAMailThatCameBackIsCorrectedAndWhatWasTypedStays() throws Exception {
        var bounced = OrganisersSeason.mail("CONFIRM_BOOKING", "BOUNCED", "Jory Eastrea");
        var id = bounced.json().path("id").asString();
        var one = Sampled.of("attendee-service/get-outbox-mails-mail/bounced").with("name", "Jory Eastrea");
        SERVICES.answer("GET /attendee/outbox/mails/" + id, one);
        var page = open("/organise/outbox")
                .getAnchorByText("Correct the address and send again")
                .<HtmlPage>click();
        assertThat(words(page)).contains("Correct the address", "Jory Eastrea", "personal link");

        type(page, "email", "jory");
        SERVICES.answer(
                "POST /attendee/outbox/corrections", Sampled.of("attendee-service/post-outbox-corrections/no-address"));
        page = press(page, "Correct it and send again");
        assertThat(status(page)).isEqualTo(422);
        assertThat(words(page)).contains("Enter an email address, like sam@library.example");
        SERVICES.answer(
                "POST /attendee/outbox/corrections",
                Sampled.of("attendee-service/post-outbox-corrections/address-stays"));
        type(page, "email", "jory@library.example");
        page = press(page, "Correct it and send again");
        assertThat(words(page)).contains("add them to the event by hand with it");
        assertThat(page.getElementById("email").getAttribute("value")).isEqualTo("jory@library.example");

        SERVICES.answer(
                "POST /attendee/outbox/corrections", Sampled.of("attendee-service/post-outbox-corrections/corrected"));
        page = press(page, "Correct it and send again");
        assertThat(words(page)).contains("Corrected. The email goes to the new address, if it still holds.");
        assertThat(SERVICES.sent("POST /attendee/outbox/corrections")
                        .path("mail")
                        .asString())
                .isEqualTo(id);
    }

    /** A booking that was kept, and a personal link, where neither was. */
    @Test
    void thePageThatCorrectsAnAddressSaysWhatItsMailSays() throws Exception {
        var bounced = Sampled.of("attendee-service/get-outbox-mails-mail/bounced");
        var id = bounced.json().path("id").asString();
        for (var said : Map.of(
                        "CANCELLED_FOR_YOU", "it says that they don't have their place any more",
                        "CALLED_OFF", "it says that the event is called off")
                .entrySet()) {
            SERVICES.answer("GET /attendee/outbox/mails/" + id, bounced.with("kind", said.getKey()));

            assertThat(words(open("/organise/outbox/correct?mail=" + id)))
                    .contains(said.getValue())
                    .doesNotContain("personal link", "booking is kept");
        }
    }

    /** Thirty bookings with addresses that bounce, corrected to somebody's, were thirty mails to them. */
    @Test
    void oneAddressIsTheRightOneForAFewMailsOnly() throws Exception {
        var bounced = Sampled.of("attendee-service/get-outbox-mails-mail/bounced");
        SERVICES.answer(
                "GET /attendee/outbox/mails/" + bounced.json().path("id").asString(), bounced);
        SERVICES.answer(
                "POST /attendee/outbox/corrections", Sampled.of("attendee-service/post-outbox-corrections/corrected"));
        for (var mail = 0; mail < 10; mail++) {
            var page = open(
                    "/organise/outbox/correct?mail=" + bounced.json().path("id").asString());
            type(page, "email", "one.for.all@library.example");
            assertThat(words(press(page, "Correct it and send again"))).contains("Corrected.");
        }

        var page = open(
                "/organise/outbox/correct?mail=" + bounced.json().path("id").asString());
        type(page, "email", "one.for.all@library.example");

        assertThat(status(press(page, "Correct it and send again"))).isEqualTo(429);
        type(page, "email", "another@library.example");
        assertThat(words(press(page, "Correct it and send again"))).contains("Corrected.");
    }

    /** A refusal tells something of an address; whatever never arrived does not. */
    @Test
    void refusedCorrectionsAreCountedToo() throws Exception {
        var bounced = Sampled.of("attendee-service/get-outbox-mails-mail/bounced");
        var id = bounced.json().path("id").asString();
        SERVICES.answer("GET /attendee/outbox/mails/" + id, bounced);
        SERVICES.answer(
                "POST /attendee/outbox/corrections",
                Sampled.of("attendee-service/post-outbox-corrections/address-stays"));
        var page = open("/organise/outbox/correct?mail=" + id);
        type(page, "email", "asked.about@library.example");
        for (var attempt = 0; attempt < 10; attempt++) {
            page = press(page, "Correct it and send again");
            assertThat(status(page)).isEqualTo(422);
        }

        assertThat(status(press(page, "Correct it and send again"))).isEqualTo(429);
    }

    /** Their booking is a good one by now, and nothing is to be cancelled. */
    @Test
    void whatSomebodyElseHasCorrectedMeanwhileSaysNoMoreThanThat() throws Exception {
        var bounced = Sampled.of("attendee-service/get-outbox-mails-mail/bounced");
        var id = bounced.json().path("id").asString();
        SERVICES.answer("GET /attendee/outbox/mails/" + id, bounced);
        var page = open("/organise/outbox/correct?mail=" + id);
        type(page, "email", "late@library.example");
        SERVICES.answer(
                "GET /attendee/outbox/mails/" + id,
                bounced.with("overtaken", true).with("again", false).with("correctable", false));
        SERVICES.answer(
                "POST /attendee/outbox/corrections",
                Sampled.of("attendee-service/post-outbox-corrections/address-stays"));

        page = press(page, "Correct it and send again");

        assertThat(status(page)).isEqualTo(422);
        assertThat(words(page))
                .containsOnlyOnce("This one was sent again since, so the newer one counts.")
                .contains("What you typed", "late@library.example")
                .doesNotContain("cancel", "by hand");
    }

    @Test
    void whoseAMailAboutAnswersIsNobodyCorrects() throws Exception {
        var outbox = Sampled.of("attendee-service/get-outbox/none");
        SERVICES.answer(
                "GET /attendee/outbox",
                outbox.with("counts", Map.of("BOUNCED", 1))
                        .with("mails", List.of(OrganisersSeason.mail("HOW_WAS_IT", "BOUNCED", "Someone"))));

        assertThat(words(open("/organise/outbox")))
                .contains("Whose email about answers this is stays private")
                .doesNotContain("Correct the address");

        SERVICES.answer(
                "GET /attendee/outbox/mails/1~a", Sampled.of("attendee-service/get-outbox-mails-mail/unknown-mail"));
        assertThat(status(open("/organise/outbox/correct?mail=1~a"))).isEqualTo(404);
    }

    /** It stood there for ever, and a second correction sent nothing. */
    @Test
    void whatWasSentAgainSinceIsNothingToSeeTo() throws Exception {
        var old = OrganisersSeason.mail("CONFIRM_BOOKING", "BOUNCED", "Jory Eastrea")
                .with("overtaken", true)
                .with("again", false)
                .with("correctable", false);
        SERVICES.answer(
                "GET /attendee/outbox",
                Sampled.of("attendee-service/get-outbox/none")
                        .with("counts", Map.of("BOUNCED", 1))
                        .with("mails", List.of(old)));

        assertThat(words(open("/organise/outbox")))
                .contains("Tried again since")
                .doesNotContain("Correct the address", "Try this address again", "To see to");

        var id = old.json().path("id").asString();
        SERVICES.answer(
                "GET /attendee/outbox/mails/" + id,
                Sampled.of("attendee-service/get-outbox-mails-mail/bounced")
                        .with("overtaken", true)
                        .with("again", false)
                        .with("correctable", false));
        assertThat(words(open("/organise/outbox/correct?mail=" + id)))
                .contains("the newer one counts")
                .doesNotContain("Correct it and send again");
    }

    @Test
    void whatTheOverviewCountsIsWhatItLeadsTo() throws Exception {
        var page =
                open("/organise").getAnchorByHref("/organise/outbox?show=TO_DO").<HtmlPage>click();

        assertThat(words(page)).contains("To see to 1");
        assertThat(SERVICES.last("GET", "/attendee/outbox").orElseThrow().query())
                .contains("toDo=true");
    }

    /** Whose a mail about answers is stands neither in its line nor in what leads on from it. */
    @Test
    void nothingOnTheOutboxSaysWhoseAMailIs() throws Exception {
        SERVICES.answer("GET /attendee/outbox", Sampled.of("attendee-service/get-outbox/older"));

        var page = open("/organise/outbox");

        assertThat(page.getWebResponse().getContentAsString())
                .contains("after=")
                .doesNotContainPattern("(booked|changed|day-before|feedback-\\w+|follow-up)/[0-9a-f]{32}");
    }

    @Test
    void aChipAsksForItsStatusesAlone() throws Exception {
        open("/organise/outbox?show=SENDING");

        assertThat(SERVICES.last("GET", "/attendee/outbox").orElseThrow().query())
                .contains("status=CLAIMED&status=SENDING");

        open("/organise/outbox?show=nonsense");

        assertThat(SERVICES.last("GET", "/attendee/outbox").orElseThrow().query())
                .doesNotContain("status=");
    }

    @Test
    void anEmptyChipSaysWhichKindOfEmpty() throws Exception {
        SERVICES.answer(
                "GET /attendee/outbox",
                Sampled.of("attendee-service/get-outbox/none").with("counts", Map.of("SENT", 3)));

        assertThat(words(open("/organise/outbox?show=BOUNCED"))).contains("Bounced 0", "Nothing's bounced. Lovely.");
        assertThat(words(open("/organise/outbox?show=GIVEN_UP"))).contains("Nothing here just now.");
    }

    @Test
    void anOutboxBeforeTheFirstBookingSaysWhatWillCome() throws Exception {
        SERVICES.answer("GET /attendee/outbox", Sampled.of("attendee-service/get-outbox/none"));

        assertThat(words(open("/organise/outbox"))).contains("No emails yet. The first go out when someone books.");
    }

    @Test
    void olderAndNewerArePlainLinksThatKeepTheChip() throws Exception {
        SERVICES.answer(
                "GET /attendee/outbox",
                Sampled.of("attendee-service/get-outbox/older")
                        .with("older", "1700000000000~booked/a/1")
                        .with("newer", "1700000000001~booked/a&b/2"));
        var page = open("/organise/outbox?show=SENT");

        page = page.getAnchorByText("Older").click();

        assertThat(SERVICES.last("GET", "/attendee/outbox").orElseThrow().query())
                .contains("before=1700000000000~booked/a/1&", "after=&", "status=SENT", "limit=50");

        page.getAnchorByText("Newer").click();

        assertThat(SERVICES.last("GET", "/attendee/outbox").orElseThrow().query())
                .contains("before=&", "after=1700000000001~booked/a&b/2&", "status=SENT");
    }

    @Test
    void theFirstPageHasNoNewerAndTheLastNoOlder() throws Exception {
        var page = open("/organise/outbox");

        assertThat(page.getAnchors()).noneMatch(link -> link.getTextContent().matches("Older|Newer"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "event|/organise|We can't load event details just now. Nothing is lost.",
                "event|/organise/events|We couldn't load your events just now. Nothing is lost.",
                "attendee|/organise/events/" + WINTER + "|We can't show names and bookings just now. Nothing is lost.",
                "attendee|/organise/outbox|We can't show names and bookings just now. Nothing is lost.",
                "feedback|/organise/health|Answers can't be saved; links keep working once it's back."
            })
    void aServiceThatIsDownIsOnePanel(String service, String path, String sentence) throws Exception {
        SERVICES.sendToSleep(service);

        var page = open(path);

        assertThat(status(page)).isEqualTo(200);
        assertThat(words(page)).contains(sentence);
    }

    @Test
    void checkInWorksWhileEventServiceIsDown() throws Exception {
        SERVICES.sendToSleep("event");

        assertThat(words(open("/organise/events/" + WINTER + "/check-in"))).contains("3 of 11 here");
    }

    @Test
    void whatWasTypedSurvivesAServiceThatIsDown() throws Exception {
        var page = open("/organise/events/new");
        type(page, "title", "Winter Warmer");
        type(page, "date", "2027-03-11");
        time(page, "start", "18:30");
        time(page, "end", "21:00");
        SERVICES.sendToSleep("event");
        page = press(page, "Save");

        assertThat(status(page)).isEqualTo(503);
        assertThat(page.getWebResponse().getResponseHeaderValue("Retry-After")).isNotNull();
        assertThat(page.getElementById("title").getAttribute("value")).isEqualTo("Winter Warmer");
        assertThat(words(page)).contains("We couldn't save that just now.");
    }

    @Test
    void anotherRegionsEventIsNotThere() throws Exception {
        OrganisersSeason.noSuchEvent(SERVICES, "0".repeat(32));
        var page = open("/organise/events/00000000000000000000000000000000");

        assertThat(status(page)).isEqualTo(404);
        assertThat(words(page)).contains("There's nothing at this address.");
        for (var below : List.of("/check-in", "/check-in/arrivals", "/walk-in")) {
            assertThat(status(open("/organise/events/00000000000000000000000000000000" + below)))
                    .as(below)
                    .isEqualTo(404);
        }
    }

    /** A draft that somebody else had deleted put its organiser before the public's door. */
    @Test
    void whatIsNotThereLeavesAnOrganiserAmongTheirPages() throws Exception {
        OrganisersSeason.noSuchEvent(SERVICES, OrganisersSeason.DRAFT);
        for (var path : List.of("/organise/events/" + OrganisersSeason.DRAFT, "/organise/nothing-like-it")) {
            var page = open(path);

            assertThat(status(page)).as(path).isEqualTo(404);
            assertThat(page.<HtmlElement>getFirstByXPath("//nav").getTextContent())
                    .as(path)
                    .contains("Overview", "Outbox");
            assertThat(words(page)).as(path).doesNotContain("link from an email", "See what's on");
            assertThat(path(page.getAnchorByText("All events").click())).isEqualTo("/organise/events");
        }
        organiserIn();
        assertThat(words(open("/organise/settings"))).contains("That page is for owners of this network.");
    }

    /** After an undo elsewhere the card said two, the line below it two of them new, and a chip four. */
    @Test
    void everyNumberOfAnEventsPageLives() throws Exception {
        for (var tab : List.of("", "/waiting")) {
            var page = open("/organise/events/" + WINTER + tab);

            assertThat(page.<HtmlElement>getByXPath("//main//*[contains(@class, 'count') or contains(@class, 'number')]"
                            + "[not(ancestor-or-self::*[@data-live or @sse-swap])]"))
                    .as(tab)
                    .isEmpty();
            assertThat(page.<HtmlElement>getByXPath("//*[@data-live]"))
                    .isNotEmpty()
                    .allMatch(part -> !part.getId().isEmpty());
        }
    }

    /** On paper fifty of many were headed as all of them. */
    @Test
    void aPrintedPageOfALongListSaysWhichPageItIs() throws Exception {
        var all = Sampled.of("attendee-service/get-events-event-attendees/before");
        var guest = all.first().with("status", "BOOKED");
        SERVICES.answer("GET /attendee/events/" + WINTER + "/attendees", all.holding(Collections.nCopies(51, guest)));

        assertThat(words(open("/organise/events/" + WINTER)))
                .contains("Page 1 of 2. To print everybody, open check-in and print that page.");
    }

    @Test
    void changingAnEventKeepsItsTimeZoneAndItsDays() throws Exception {
        SERVICES.answer(
                "GET /event/events/" + WINTER,
                OrganisersSeason.event("get-events-event/a-draft", WINTER)
                        .with("zone", "Europe/Dublin")
                        .with("startsAt", "2026-11-26T09:30")
                        .with("endsAt", "2026-11-27T16:30"));
        var page = open("/organise/events/" + WINTER + "/edit");
        type(page, "title", "Autumn Days 2026");
        time(page, "start", "09:30");
        time(page, "end", "17:00");

        saveAndTell(page);

        assertThat(SERVICES.last("PUT", "/event/events/" + WINTER).orElseThrow().body())
                .contains(
                        "\"zone\":\"Europe/Dublin\"",
                        "\"startsAt\":\"2026-11-26T09:30",
                        "\"endsAt\":\"2026-11-27T17:00");
    }

    @Test
    void anEndLaterInTheDayThanTheStartStaysOnItsOwnDay() throws Exception {
        lasting("2026-11-27T18:30", "2026-11-28T17:00");
        var page = open("/organise/events/" + WINTER + "/edit");
        time(page, "start", "18:30");
        time(page, "end", "19:00");

        saveAndTell(page);

        assertThat(SERVICES.last("PUT", "/event/events/" + WINTER).orElseThrow().body())
                .contains("\"startsAt\":\"2026-11-27T18:30", "\"endsAt\":\"2026-11-28T19:00");
    }

    @Test
    void anEventOfOneDayMovesAsAWholeAndAnEndNobodyCanReadIsSaid() throws Exception {
        lasting("2026-11-27T18:30", "2026-11-27T21:00");
        var page = open("/organise/events/" + WINTER + "/edit");
        type(page, "date", "2026-12-04");
        time(page, "start", "18:30");
        time(page, "end", "21:00");
        var moved = saveAndTell(page);
        time(page, "endDate", "next Friday");
        var refused = press(page, "Save");

        assertThat(status(moved)).isEqualTo(200);
        assertThat(SERVICES.last("PUT", "/event/events/" + WINTER).orElseThrow().body())
                .contains("\"startsAt\":\"2026-12-04T18:30", "\"endsAt\":\"2026-12-04T21:00");
        assertThat(status(refused)).isEqualTo(422);
        assertThat(refused.querySelectorAll(".error-summary a"))
                .extracting(link -> link.getAttributes().getNamedItem("href").getNodeValue())
                .containsExactly("#endDate");
        assertThat(SERVICES.calls("PUT", "/event/events/" + WINTER)).hasSize(1);
    }

    private static HtmlPage saveAndTell(HtmlPage page) throws Exception {
        var asked = press(page, "Save");
        timesAgain(asked);
        return press(asked, "Tell them");
    }

    private static void lasting(String from, String until) {
        SERVICES.answer(
                "GET /event/events/" + WINTER,
                OrganisersSeason.event("get-events-event/a-draft", WINTER)
                        .with("startsAt", from)
                        .with("endsAt", until));
    }

    @Test
    void answersAreTakenUntilFeedbackServiceSays() throws Exception {
        var answers = "GET /feedback/events/" + OrganisersSeason.PUB + "/feedback";
        SERVICES.answer(answers, OrganisersSeason.answers().with("closesAt", "2026-11-19T23:59:00Z"));
        assertThat(words(open("/organise")))
                .contains("13 of 20 answered.")
                .doesNotContain("Answers for Riverside pub evening", "have answered");

        SERVICES.answer(answers, OrganisersSeason.answers().with("closesAt", "2026-11-30T23:59:00Z"));
        assertThat(words(open("/organise")))
                .as("nothing is to be done yet")
                .contains("13 of 20 have answered.")
                .doesNotContain("Answers for Riverside pub evening");

        SERVICES.answer(
                answers,
                OrganisersSeason.answers()
                        .with(
                                "closesAt",
                                clock.instant().plus(Duration.ofHours(30)).toString()));
        assertThat(words(open("/organise")))
                .containsPattern("Answers for Riverside pub evening close on .* November: 13 of 20 so far");
    }

    /** "None of 1 has answered." */
    @Test
    void ofOneWhoWasAskedNobodyIsCounted() throws Exception {
        answers(OrganisersSeason.answers().with("asked", 1).with("answered", 0));
        assertThat(words(open("/organise"))).contains("The one who was asked hasn't answered.");
        answers(OrganisersSeason.answers().with("asked", 1).with("answered", 1));
        assertThat(words(open("/organise"))).contains("The one who was asked has answered.");
    }

    /** Who is noted as having come once the report is settled is in no number that is told of it. */
    @Test
    void onceTheReportIsSettledHowManyAnsweredIsSaidOfWhoItCounts() throws Exception {
        var settled = Sampled.of("feedback-service/get-events-event-feedback/published");
        for (var late : List.of(20, 21, 33)) {
            answers(settled.with("asked", 20).with("answered", 15).with("came", late));
            for (var here : List.of(0, 19, 21, 40)) {
                overviewOf(OrganisersSeason.overview(OrganisersSeason.PUB).with("here", here));
                assertThat(words(open("/organise")))
                        .as("20 were asked, whoever is noted since: %d in the report, %d on the list", late, here)
                        .contains("15 of 20 had answered when the report was settled on Thursday 5 November.");
            }
        }

        answers(settled.with("asked", 203).with("answered", 2).with("came", 3));
        assertThat(words(open("/organise")))
                .as("where all who had booked were asked, as it was said before")
                .contains("2 of 203 had answered when the report was settled");
    }

    @Test
    void whatCannotBeAnyMoreIsNotSaidToBeYet() throws Exception {
        answers(OrganisersSeason.answers()
                .with("asked", 0)
                .with("answered", 0)
                .with("closesAt", "2026-12-04T23:59:00Z"));
        assertThat(words(open("/organise"))).contains("Nobody has been asked yet how it was.");

        for (var late : List.of(
                OrganisersSeason.answers(),
                Sampled.of("feedback-service/get-events-event-feedback/published")
                        .with("feedback", null)
                        .with("came", 1))) {
            answers(late.with("asked", 0).with("answered", 0).with("closesAt", "2026-10-29T23:59:00Z"));
            assertThat(words(open("/organise")))
                    .contains("Nobody was asked how it was, and it's too late now: answers closed on Thursday 29"
                            + " October.")
                    .doesNotContain("asked yet");
        }
    }

    /** A report that waits would be told to nobody: nobody looks at its page. */
    @Test
    void aReportThatIsLateIsAmongWhatNeedsSomebody() throws Exception {
        answers(OrganisersSeason.answers()
                .with("closesAt", "2026-10-29T23:59:00Z")
                .with("publishesAt", "2026-11-05T10:00:00Z"));

        assertThat(words(open("/organise")))
                .contains("The report on Riverside pub evening was due on Thursday 5 November and isn't there yet.");
        assertThat(open("/organise").getAnchors())
                .anyMatch(link ->
                        link.getHrefAttribute().equals("/organise/events/" + OrganisersSeason.PUB + "/feedback"));
    }

    private static void answers(Sampled report) {
        SERVICES.answer("GET /feedback/events/" + OrganisersSeason.PUB + "/feedback", report);
    }

    @Test
    void whatPeopleTypeIsNeverMarkup() throws Exception {
        SERVICES.answer(
                "GET /event/events/" + DRAFT,
                OrganisersSeason.event("get-events-event/a-draft", DRAFT)
                        .with("title", "<script>alert(1)</script>")
                        .with("venue.name", "<b>x</b>"));

        var page = open("/organise/events/" + DRAFT);

        assertThat(page.getWebResponse().getContentAsString())
                .doesNotContain("<script>alert", "<b>x</b>")
                .contains("&lt;script&gt;alert");
    }
}
