package org.natter.web.services;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.natter.times.SpokenTime;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;

/** What a feedback form and its thank-you say and keep of names and own words, for whoever holds its link. */
public interface WritersApi {

    /** Whom the page speaks to: before an answer the initial alone is shown. */
    @GetExchange("/attendances/{attendance}/greeting")
    Greeting greeting(Caller answering, @PathVariable AttendanceId attendance);

    /** What there is to say about the evening once the answer saved at {@code sent} is known. */
    @GetExchange("/attendances/{attendance}/evening")
    EveningInWords evening(
            Caller answering,
            @PathVariable AttendanceId attendance,
            @RequestParam(required = false) @Nullable Instant sent);

    /** "This isn't my link": its owner is told by mail that it reached somebody else; twice is once. */
    @TwiceIsOnce
    @PostExchange("/attendances/{attendance}/not-mine")
    void notMine(Caller answering, @PathVariable AttendanceId attendance);

    /** Says whom the writer ticks anew: whoever they had removed from their history is back in it. */
    @TwiceIsOnce
    @PostExchange("/attendances/{attendance}/named")
    void name(Caller answering, @PathVariable AttendanceId attendance, @RequestBody Named named);

    /** Who chose to be listed at the event, without the one who asks, and whomever their answer names besides; A to Z. */
    @GetExchange("/events/{event}/roster")
    List<Listed> roster(Caller answering, @PathVariable EventId event);

    /** The writer's own words for people not on the roster, in the order of their making. */
    @GetExchange("/events/{event}/labels")
    List<Label> labels(Caller answering, @PathVariable EventId event);

    /** Keeps words for somebody not on the roster; the same words twice are one label. */
    @TwiceIsOnce
    @PostExchange("/events/{event}/labels")
    Labelled label(Caller answering, @PathVariable EventId event, @RequestBody LabelWish wish);

    /** What only the writer sees about this event; empty if nothing. */
    @GetExchange("/events/{event}/private-words")
    PrivateWords privateWords(Caller answering, @PathVariable EventId event);

    /** Keeps them in the place of those that were seen; refused if others stand there by now. */
    @TwiceIsOnce
    @PutExchange("/events/{event}/private-words")
    PrivateWords keepPrivateWords(Caller answering, @PathVariable EventId event, @RequestBody KeepWords words);

    /** Keeps the writer's own words for something that came of it. */
    @TwiceIsOnce
    @PutExchange("/events/{event}/outcomes/{outcome}/words")
    OutcomeWords keepOutcomeWords(
            Caller answering,
            @PathVariable EventId event,
            @PathVariable FormId outcome,
            @RequestBody OutcomeWords words);

    /** Who is ticked now and was not before. */
    record Named(List<AttendanceId> people) {

        public Named {
            people = List.copyOf(people);
        }
    }

    record OutcomeWords(String words) {

        @Override
        public String toString() {
            return "OutcomeWords[masked]";
        }
    }

    record Greeting(String name, String initial, String eventTitle, Instant startsAt, Instant endsAt, ZoneId zone) {

        /** The day of the event, or its days, which tell two of one title apart. */
        public String day() {
            return SpokenTime.in(zone).longDays(startsAt, endsAt);
        }

        @Override
        public String toString() {
            return "Greeting[masked]";
        }
    }

    /** @param answerKnown whether the answer asked about is in the sentences yet */
    record EveningInWords(
            boolean answerKnown,
            List<String> sentences,
            @Nullable String title,
            @Nullable Instant startsAt,
            @Nullable Instant endsAt,
            @Nullable ZoneId zone,
            @Nullable String venueName,
            List<OnTheCard> people,
            int others) {

        @Override
        public String toString() {
            return "EveningInWords[masked]";
        }
    }

    /** Somebody for the card of an evening. */
    record OnTheCard(String name, Before before) {

        @Override
        public String toString() {
            return "OnTheCard[masked]";
        }
    }

    /**
     * One person of the who-was-there list; where nobody was checked in, it is the list of those who had a place.
     *
     * @param listed whether they are on it still; whoever went off it is there for those who have named them
     */
    record Listed(AttendanceId attendance, String name, Sector sector, boolean here, boolean listed) {

        @Override
        public String toString() {
            return "Listed[" + attendance + "]";
        }
    }

    record Label(LabelId label, String words) {

        @Override
        public String toString() {
            return "Label[" + label + "]";
        }
    }

    record LabelWish(String words) {

        @Override
        public String toString() {
            return "LabelWish[masked]";
        }
    }

    record Labelled(LabelId label) {}

    record PrivateWords(String overheard) {

        @Override
        public String toString() {
            return "PrivateWords[masked]";
        }
    }

    /** Private words, and those in whose place they are to stand. */
    record KeepWords(String overheard, String insteadOf) {

        @Override
        public String toString() {
            return "KeepWords[masked]";
        }
    }
}
