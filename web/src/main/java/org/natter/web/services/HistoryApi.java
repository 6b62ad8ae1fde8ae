package org.natter.web.services;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;

/** A person's own pages: the networking history and the notebook in it, their name, and what others may learn. */
public interface HistoryApi {

    @GetExchange("/me")
    Me me(Caller attendee);

    /** The whole networking history, newest event first. */
    @GetExchange("/me/history")
    History history(Caller attendee);

    /** Keeps something about somebody in one's own history. */
    @TwiceIsOnce
    @PutExchange("/me/history/people/{acquaintance}")
    void keepPage(Caller attendee, @PathVariable AcquaintanceId acquaintance, @RequestBody PageWish wish);

    /** Adds somebody to an evening, or a meeting from elsewhere; the same id twice is one. */
    @TwiceIsOnce
    @PostExchange("/me/history/meetings")
    void add(Caller attendee, @RequestBody MeetingWish wish);

    /** Takes back what was added, and all that was noted of whoever was met nowhere else. */
    @TwiceIsOnce
    @DeleteExchange("/me/history/meetings/{meeting}")
    void takeBack(Caller attendee, @PathVariable FormId meeting);

    /** Keeps what came of it in one's own history; the same id twice is one. */
    @TwiceIsOnce
    @PostExchange("/me/history/outcomes")
    void tell(Caller attendee, @RequestBody OwnOutcome outcome);

    /** Takes it back, where it was kept by hand. */
    @TwiceIsOnce
    @DeleteExchange("/me/history/outcomes/{outcome}")
    void forget(Caller attendee, @PathVariable FormId outcome);

    /** What one wrote about an evening, whether or not one's history has it. */
    @GetExchange("/me/history/evenings/{event}")
    EveningWords kept(Caller attendee, @PathVariable EventId event);

    @TwiceIsOnce
    @PutExchange("/me/history/evenings/{event}")
    void keepEvening(Caller attendee, @PathVariable EventId event, @RequestBody EveningWish wish);

    /** Whom of these the caller met at another event; refused unless the attendance is their own. */
    @PostExchange("/me/attendances/{attendance}/met-before")
    List<MetBefore> metBefore(Caller attendee, @PathVariable AttendanceId attendance, @RequestBody ListedPeople list);

    /** Whom the caller will know at an event of the next two days, three at most; nothing if they have no place there. */
    @GetExchange("/me/events/{event}/coming")
    Optional<List<Coming>> coming(Caller attendee, @PathVariable EventId event);

    /** What the person is called from now on, also at events to come; refused if they are called otherwise than was seen. */
    @TwiceIsOnce
    @PutExchange("/me/name")
    OwnName call(Caller attendee, @RequestBody NewName name);

    @GetExchange("/me/choices")
    Choices choices(Caller attendee);

    /** Shares this from now on; refused if something else is shared than was seen. */
    @TwiceIsOnce
    @PutExchange("/me/choices")
    Choices choose(Caller attendee, @RequestBody ChoicesWish choices);

    record OwnName(String name) {

        @Override
        public String toString() {
            return "OwnName[…]";
        }
    }

    /** Another name, and the one in whose place it is to stand. */
    record NewName(String name, String insteadOf) {

        @Override
        public String toString() {
            return "NewName[…]";
        }
    }

    /** What is kept about the person themself; no address once a mailbox refused us for good. */
    record Me(PersonId person, String name, @Nullable String email, String organisation, Sector sector) {

        @Override
        public String toString() {
            return "Me[" + person + "]";
        }
    }

    /** One's own history; a headline is absent without any event, circles under five people. */
    record History(
            List<Evening> events,
            List<Acquaintance> people,
            Totals totals,
            List<CameOfIt> outcomes,
            @Nullable String headline,
            @Nullable String headlineWords,
            List<Fact> facts,
            List<String> anyGood,
            List<String> chatting,
            @Nullable String circles) {

        @Override
        public String toString() {
            return "History[masked]";
        }
    }

    /** One plain fact, and what it rests on. */
    record Fact(String fact, String base) {}

    /** The owner's own form, while it is open. */
    record OpenForm(AttendanceId attendance, int generation) {

        /** What it opens. */
        public AnswerPass pass(EventId event) {
            return new AnswerPass(attendance, event, generation);
        }
    }

    /** What one wrote about an evening; empty words and an absent aim are none. */
    record EveningWords(String words, @Nullable Aim aim) {

        @Override
        public String toString() {
            return "EveningWords[masked]";
        }
    }

    /** What somebody set themselves for an evening, and how it went once it is over. */
    record Aim(String words, @Nullable Went went) {

        @Override
        public String toString() {
            return "Aim[masked]";
        }
    }

    enum Went {
        DID_IT,
        SORT_OF,
        ANOTHER_TIME
    }

    /**
     * What is kept about somebody in one's own history; what is absent stays as it is.
     *
     * @param insteadOf the note that was seen there: refused if another stands there by now
     */
    record PageWish(
            @Nullable String note,
            @Nullable String insteadOf,
            @Nullable Boolean metAgain,
            @Nullable Boolean keptInTouch,
            @Nullable AcquaintanceId sameAs,
            @Nullable Boolean removed) {

        @Override
        public String toString() {
            return "PageWish[masked]";
        }
    }

    /** Somebody to add: to an event, or to a meeting from elsewhere on a day. */
    record MeetingWish(
            FormId id,
            @Nullable EventId event,
            @Nullable String where,
            @Nullable String on,
            @Nullable AcquaintanceId person,
            @Nullable String words,
            boolean known,
            boolean useful) {

        @Override
        public String toString() {
            return "MeetingWish[masked]";
        }
    }

    /** Something that came of it, for one's own history alone; absent is not said. */
    record OwnOutcome(
            FormId id,
            FeedbackApi.@Nullable OutcomeKind kind,
            FeedbackApi.@Nullable Direction direction,
            @Nullable Integer year,
            @Nullable Integer month,
            AcquaintanceId person,
            String words) {

        @Override
        public String toString() {
            return "OwnOutcome[masked]";
        }
    }

    /**
     * One's own words about an evening, or one's aim for it; what is absent stays as it is.
     *
     * @param insteadOf the words that were seen there: refused if others stand there by now
     * @param aimInsteadOf the aim that was seen there, empty for none; likewise
     * @param wentInsteadOf how that was seen to have gone
     */
    record EveningWish(
            @Nullable String words,
            @Nullable String insteadOf,
            @Nullable String aim,
            @Nullable Went went,
            @Nullable String aimInsteadOf,
            @Nullable Went wentInsteadOf) {

        @Override
        public String toString() {
            return "EveningWish[masked]";
        }
    }

    /** Attendances of the who-was-there list. */
    record ListedPeople(List<AttendanceId> listed) {}

    /** When, and by which clock, somebody of the list was met last, at another event. */
    record MetBefore(AttendanceId attendance, Instant at, ZoneId zone) {}

    /** Somebody one will know, with one's own note. */
    record Coming(AcquaintanceId person, String name, Instant at, ZoneId zone, String note) {

        @Override
        public String toString() {
            return "Coming[" + person + "]";
        }
    }

    /** What others may learn, and only those who were named by each other. */
    record Choices(boolean bothSaidSo, boolean circles, boolean coming) {

        /** These from now on, in the place of those that were seen. */
        public ChoicesWish insteadOf(Choices seen) {
            return new ChoicesWish(bothSaidSo, circles, coming, seen);
        }
    }

    /** What others may learn from now on, and what they might when it was looked at. */
    record ChoicesWish(boolean bothSaidSo, boolean circles, boolean coming, Choices insteadOf) {}

    /** One event attended; its facts are absent until known. {@code others} counts people without a name. */
    record Evening(
            EventId event,
            @Nullable String title,
            @Nullable Instant startsAt,
            @Nullable Instant endsAt,
            @Nullable ZoneId zone,
            @Nullable String venueName,
            boolean answered,
            List<Met> people,
            int others,
            List<String> sentences,
            String privateWords,
            List<List<String>> introductions,
            @Nullable OpenForm form,
            @Nullable Aim aim,
            boolean elsewhere,
            boolean noted,
            boolean calledOff,
            @Nullable Phase phase) {

        /** Whether there is nothing yet, or never will be, of which one could say how it went. */
        public boolean isAhead() {
            return calledOff || isToCome();
        }

        /** Whether nobody can have met anybody there yet. */
        public boolean isToCome() {
            return phase == Phase.AHEAD;
        }

        /** Whether it is here for what its owner wrote alone: nobody has noted them as there, and they said nothing else. */
        public boolean isUnnoted() {
            return !noted && !calledOff && !answered && people.isEmpty();
        }

        /** Whether there is an entry about it in one's CPD record: it is over, and one was there or says so. */
        public boolean isLearnedFrom() {
            return phase == Phase.OVER && !elsewhere && !calledOff && (noted || answered || !people.isEmpty());
        }

        /** Whether it has been, nobody was named and nothing written. */
        public boolean isQuiet() {
            return phase == Phase.OVER
                    && people.isEmpty()
                    && others == 0
                    && privateWords.isEmpty()
                    && (aim == null || aim.words().isEmpty());
        }

        @Override
        public String toString() {
            return "Evening[" + event + "]";
        }
    }

    /** Whether something is still to come, goes on, or has been. */
    enum Phase {
        AHEAD,
        ON,
        OVER;

        /** Whether it has been. */
        public boolean isOver() {
            return this == OVER;
        }
    }

    /** A meeting that was added by hand; {@code last} if whoever was met there was met nowhere else. */
    record ByHand(FormId meeting, boolean last) {}

    /**
     * Somebody met at one event; {@code introducedByName} is absent if nobody introduced them, {@code added} if they stand here
     * by an answer alone.
     */
    record Met(
            AcquaintanceId person,
            String name,
            Sector sector,
            Before before,
            Talk talk,
            Again again,
            @Nullable String introducedByName,
            @Nullable AcquaintanceId introducedBy,
            boolean bothSaidSo,
            @Nullable ByHand added) {

        /** Whether they met for the first time. */
        public boolean isNew() {
            return before == Before.NEW;
        }

        @Override
        public String toString() {
            return "Met[" + person + "]";
        }
    }

    /** How far it went with somebody. */
    enum HowFar {
        MET_ONCE,
        MET_AGAIN,
        KEPT_IN_TOUCH,
        SOMETHING_CAME_OF_IT
    }

    /**
     * Somebody met, over all events.
     *
     * @param person as which they stand at each event; another one once they were met earlier, or are somebody else
     * @param ids all under which they ever stood here: whoever has one of them finds them
     * @param really the one of these as which they become somebody else, and two again
     */
    record Acquaintance(
            AcquaintanceId person,
            List<AcquaintanceId> ids,
            AcquaintanceId really,
            String name,
            @Nullable Moment firstMet,
            @Nullable Moment lastMet,
            int meetings,
            boolean knewBefore,
            HowFar stage,
            boolean metAgain,
            boolean keptInTouch,
            boolean bothSaidSo,
            boolean labelled,
            String note,
            List<EventId> events) {

        /** How far it went, as it is said: an old friend was not met once. */
        public String stageKey() {
            return knewBefore && stage == HowFar.MET_ONCE
                    ? "KNEW_BEFORE"
                    : knewBefore && stage == HowFar.MET_AGAIN ? "KNEW_BEFORE_AGAIN" : stage.name();
        }

        @Override
        public String toString() {
            return "Acquaintance[" + person + "]";
        }
    }

    /** An instant and the place's own clock. */
    record Moment(Instant at, ZoneId zone) {}

    /** P7 and P10 as sentences; absent where there is nothing to say. */
    record Totals(@Nullable String sentence, @Nullable String chatSentence) {}

    /** Something that came of it, and the month. */
    record CameOfIt(
            String outcome,
            @Nullable EventId event,
            FeedbackApi.OutcomeKind kind,
            FeedbackApi.Direction direction,
            int year,
            int month,
            boolean beganAsChat,
            boolean overheard,
            List<String> people,
            List<AcquaintanceId> persons,
            String words,
            @Nullable Telling told) {

        @Override
        public String toString() {
            return "CameOfIt[" + kind + "]";
        }
    }

    /** By whose form something was told, where it was not kept by hand. */
    record Telling(AttendanceId attendance, int generation) {}
}
