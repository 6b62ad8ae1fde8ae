package org.natter.web.services;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PutExchange;

/** A person's own CPD record: what events and they themselves put into it. Days are asked for as 2026-05-20. */
public interface CpdApi {

    /** From one day to another, newest first; with names only if they are asked for. */
    @GetExchange("/me/cpd")
    CpdRecord record(
            Caller attendee,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam boolean names);

    /** The same as a table for a spreadsheet. */
    @GetExchange(
            url = "/me/cpd/table",
            accept = {"text/csv", MediaType.APPLICATION_PROBLEM_JSON_VALUE})
    String table(
            Caller attendee,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam boolean names);

    /** The same as plain text. */
    @GetExchange(
            url = "/me/cpd/text",
            accept = {MediaType.TEXT_PLAIN_VALUE, MediaType.APPLICATION_PROBLEM_JSON_VALUE})
    String text(
            Caller attendee,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam boolean names);

    /** The same as a PDF; refused where it has letters that cannot be drawn. */
    @GetExchange(
            url = "/me/cpd/pdf",
            accept = {MediaType.APPLICATION_PDF_VALUE, MediaType.APPLICATION_PROBLEM_JSON_VALUE})
    byte[] pdf(
            Caller attendee,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam boolean names);

    /** Keeps what one thinks of an event; refused if something else stands there than was seen. */
    @TwiceIsOnce
    @PutExchange("/me/cpd/events/{event}")
    void keep(Caller attendee, @PathVariable EventId event, @RequestBody ReflectionWish wish);

    /** Keeps an entry of one's own, a new one under a fresh id; refused likewise. */
    @TwiceIsOnce
    @PutExchange("/me/cpd/own/{entry}")
    void keep(Caller attendee, @PathVariable FormId entry, @RequestBody OwnWish wish);

    /** Removes what one wrote, for good; an event stays what it was. */
    @TwiceIsOnce
    @DeleteExchange("/me/cpd/entries/{entry}")
    void remove(Caller attendee, @PathVariable FormId entry);

    /** The record in the dates asked for, its figures in sentences. */
    record CpdRecord(
            List<Entry> entries,
            String dates,
            String lastTwelveMonths,
            String inTheseDates,
            List<String> counts,
            List<String> how) {

        @Override
        public String toString() {
            return "CpdRecord[masked]";
        }
    }

    /**
     * One entry.
     *
     * @param own whether it is about no event of the network's
     * @param until its last day; the same as the first unless it went on over several
     * @param hours as they count
     * @param ownHours what one put in oneself; absent as long as what is suggested stands
     * @param takesHours whether one may put in any
     * @param suggested hours the event itself suggests
     * @param version of what one wrote; 0 before the first word
     */
    record Entry(
            FormId id,
            boolean own,
            String title,
            LocalDate on,
            LocalDate until,
            String hours,
            @Nullable String ownHours,
            boolean takesHours,
            String because,
            String suggested,
            String suggestion,
            int version,
            Reflection reflection,
            List<String> people,
            List<String> counts) {

        @Override
        public String toString() {
            return "Entry[" + id + "]";
        }
    }

    /** What one thinks of it, in one's own words; empty texts are not said. */
    record Reflection(String heading, String happened, String soWhat, String nowWhat, List<Helps> helps) {

        /** Before the first word. */
        public static final Reflection NONE = new Reflection("", "", "", "", List.of());

        /** Whether there is anything to read. */
        public boolean saysSomething() {
            return !equals(NONE);
        }

        @Override
        public String toString() {
            return "Reflection[masked]";
        }
    }

    /** Whom something learned helps. */
    enum Helps {
        OWN_PERFORMANCE,
        OWN_ORGANISATION,
        WIDER_PROFESSION
    }

    /** What one says of an event; empty hours leave those that are suggested. */
    record ReflectionWish(long version, String hours, Reflection reflection) {

        @Override
        public String toString() {
            return "ReflectionWish[masked]";
        }
    }

    /** An entry of one's own. */
    record OwnWish(long version, String title, String on, String hours, Reflection reflection) {

        @Override
        public String toString() {
            return "OwnWish[masked]";
        }
    }
}
