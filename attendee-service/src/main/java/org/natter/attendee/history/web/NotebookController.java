package org.natter.attendee.history.web;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Clock;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.natter.access.Caller;
import org.natter.access.Holds;
import org.natter.access.Refuses;
import org.natter.access.Shortcomings;
import org.natter.attendee.history.AcquaintanceId;
import org.natter.attendee.history.FeedbackAnswered.Talk;
import org.natter.attendee.history.Notebook;
import org.natter.attendee.history.Notebooks;
import org.natter.attendee.history.OutcomeReported.Direction;
import org.natter.attendee.history.OutcomeReported.Kind;
import org.natter.attendee.history.ReadingHistory;
import org.natter.attendee.person.AttendanceId;
import org.natter.attendee.person.ChangedMeanwhile;
import org.natter.attendee.person.EventId;
import org.natter.attendee.person.OutcomeId;
import org.natter.attendee.person.People;
import org.natter.attendee.person.Person;
import org.natter.attendee.person.PersonId;
import org.natter.attendee.person.PrivateWords;
import org.natter.attendee.person.UnknownEvent;
import org.natter.attendee.person.UnknownPerson;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What somebody adds to their own history by hand. Nothing of it is told to anybody, and no other role has a way here. */
@RestController
@RequestMapping("/me")
class NotebookController {

    private static final int LONGEST_NOTE = 2000;

    /** What was noted on several pages before they became one person's. */
    private static final int LONGEST_NOTES = 10 * LONGEST_NOTE;

    private static final int LONGEST_LINE = 200;
    private static final int LONGEST_LABEL = 80;
    private static final int FIRST_YEAR = 1950;
    private static final int LAST_YEAR = 2199;
    private static final int MONTHS = 12;

    private static final String NOT_TO_COME = "NOT_TO_COME";
    private static final String SINCE_YOU_MET = "SINCE_YOU_MET";
    private static final String ONE_OR_THE_OTHER = "ONE_OR_THE_OTHER";

    private final Notebooks notebooks;
    private final ReadingHistory histories;
    private final PrivateWords words;
    private final People people;
    private final Clock clock;

    NotebookController(Notebooks notebooks, ReadingHistory histories, PrivateWords words, People people, Clock clock) {
        this.clock = clock;
        this.notebooks = notebooks;
        this.histories = histories;
        this.words = words;
        this.people = people;
    }

    /**
     * What is left out stays as it is.
     *
     * @param insteadOf the note that stood there when it was last looked at; absent to keep this one whatever stands there
     */
    record PageWish(
            @Schema(maxLength = LONGEST_NOTE) @Nullable String note,
            @Schema(maxLength = LONGEST_NOTES) @Nullable String insteadOf,
            @Nullable Boolean metAgain,
            @Nullable Boolean keptInTouch,
            @Nullable AcquaintanceId sameAs,
            @Nullable Boolean removed) {

        @Override
        public String toString() {
            return "PageWish[…]";
        }
    }

    @Holds("""
        {"allOf": [
          {"anyOf": [
            {"required": ["event"], "properties": {"event": {"type": "string"}}},
            {"required": ["where", "on"], "properties": {
              "where": {"type": "string",
                "pattern": "{seen}"},
              "on": {"type": "string", "pattern": """ + "\"" + Shortcomings.DAY + "\"" + """
            }}}]},
          {"anyOf": [
            {"required": ["person"], "properties": {"person": {"type": "string"}}},
            {"required": ["words"], "properties": {"words": {"type": "string",
                "pattern": "{seen}"}}}]},
          {"if": {"required": ["words"], "properties": {"words": {"type": "string",
              "pattern": "{seen}"}}},
            "then": {"properties": {"person": {"type": "null"}}}}]}
        """)
    record MeetingWish(
            @Schema(requiredMode = REQUIRED) @Nullable AcquaintanceId id,
            @Nullable EventId event,
            @Schema(maxLength = LONGEST_LINE) @Nullable String where,
            @Nullable String on,
            @Nullable AcquaintanceId person,
            @Schema(maxLength = LONGEST_LABEL) @Nullable String words,
            @Nullable Boolean known,
            @Nullable Boolean useful) {

        @Override
        public String toString() {
            return "MeetingWish[" + id + "]";
        }
    }

    record OutcomeWish(
            @Schema(requiredMode = REQUIRED) @Nullable OutcomeId id,
            @Schema(requiredMode = REQUIRED) @Nullable Kind kind,
            @Nullable Direction direction,

            @Schema(requiredMode = REQUIRED, minimum = "1950", maximum = "2199") @Nullable
            Integer year,

            @Schema(requiredMode = REQUIRED, minimum = "1", maximum = "12") @Nullable
            Integer month,

            @Schema(requiredMode = REQUIRED) @Nullable AcquaintanceId person,
            @Schema(maxLength = LONGEST_LINE) @Nullable String words) {

        @Override
        public String toString() {
            return "OutcomeWish[" + id + "]";
        }
    }

    /**
     * What is left out stays as it is.
     *
     * @param insteadOf the words that stood there when they were last looked at; absent to keep these whatever stands there
     * @param aimInsteadOf the aim likewise; empty where there was none
     * @param wentInsteadOf how that was said to have gone; absent if it was not said
     */
    record EveningWish(
            @Schema(maxLength = LONGEST_NOTE) @Nullable String words,
            @Schema(maxLength = LONGEST_NOTE) @Nullable String insteadOf,
            @Schema(maxLength = LONGEST_LINE) @Nullable String aim,
            Notebook.@Nullable Went went,
            @Schema(maxLength = LONGEST_LINE) @Nullable String aimInsteadOf,
            Notebook.@Nullable Went wentInsteadOf) {

        @Override
        public String toString() {
            return "EveningWish[…]";
        }
    }

    /**
     * What the owner wrote about an evening, whether or not their history has it.
     *
     * @param words empty if nothing
     * @param aim absent until there is one
     */
    record EveningWords(String words, Notebook.@Nullable Aim aim) {

        @Override
        public String toString() {
            return "EveningWords[…]";
        }
    }

    record Choices(boolean bothSaidSo, boolean circles, boolean coming) {

        private static Choices of(Notebook.Sharing sharing) {
            return new Choices(sharing.sharesBothSaidSo(), sharing.sharesCircles(), sharing.sharesComing());
        }
    }

    /** @param insteadOf what was shared when it was last looked at; absent to share this whatever was */
    record ChoicesWish(
            @Nullable Boolean bothSaidSo,
            @Nullable Boolean circles,
            @Nullable Boolean coming,
            @Nullable ChoicesSeen insteadOf) {

        private Notebook.Sharing sharing() {
            return said(bothSaidSo, circles, coming);
        }
    }

    record ChoicesSeen(
            @Nullable Boolean bothSaidSo,
            @Nullable Boolean circles,
            @Nullable Boolean coming) {

        private Notebook.Sharing sharing() {
            return said(bothSaidSo, circles, coming);
        }
    }

    private static Notebook.Sharing said(
            @Nullable Boolean bothSaidSo, @Nullable Boolean circles, @Nullable Boolean coming) {
        return new Notebook.Sharing(
                Boolean.TRUE.equals(bothSaidSo), Boolean.TRUE.equals(circles), Boolean.TRUE.equals(coming));
    }

    @Operation(summary = "Keep something about somebody in one's own history")
    @Refuses({UnknownPerson.class, ChangedMeanwhile.class})
    @PutMapping("/history/people/{acquaintance}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void keep(@PathVariable AcquaintanceId acquaintance, @RequestBody PageWish wish, Caller caller) {
        var wrong = new Shortcomings("page");
        var note = wrong.optional("note", wish.note(), LONGEST_NOTE);
        var seen = wrong.optional("insteadOf", wish.insteadOf(), LONGEST_NOTES);
        wrong.done();
        var page = new Notebook.Page(
                wish.note() == null ? null : note, wish.metAgain(), wish.keptInTouch(), null, wish.removed());
        var owner = owner(caller).id();
        var beside = histories.pagesBeside(owner, acquaintance);
        var taken = wish.note() == null || wish.insteadOf() == null
                ? notebooks.write(owner, acquaintance, page, beside)
                : notebooks.write(owner, acquaintance, page, beside, seen);
        if (!taken || !join(owner, acquaintance, wish.sameAs())) {
            wrong.refuse("note", Shortcomings.TOO_MANY, Notebooks.MOST);
        }
        wrong.done();
    }

    /** Whoever is several already becomes somebody else as a whole; one's own id makes this one alone nobody else. */
    private boolean join(PersonId owner, AcquaintanceId one, @Nullable AcquaintanceId really) {
        if (really == null) {
            return true;
        }
        return really.equals(one)
                ? notebooks.join(owner, one, one)
                : histories
                        .becoming(owner, one, really)
                        .map(label -> notebooks.join(owner, label, really))
                        .orElse(true);
    }

    @Operation(summary = "Add somebody to an evening, or a meeting from elsewhere")
    @Refuses({UnknownPerson.class, UnknownEvent.class})
    @PostMapping("/history/meetings")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void add(@RequestBody MeetingWish wish, Caller caller) {
        var wrong = new Shortcomings("meeting");
        var id = wrong.needed("id", wish.id());
        var said = wrong.optional("words", wish.words(), LONGEST_LABEL);
        var where = wrong.optional("where", wish.where(), LONGEST_LINE);
        if (wish.person() == null && !Shortcomings.isSeen(said)) {
            wrong.refuse("words", Shortcomings.MISSING);
        }
        if (wish.person() != null && Shortcomings.isSeen(said)) {
            wrong.refuse("words", ONE_OR_THE_OTHER);
        }
        if (wish.event() == null && !Shortcomings.isSeen(where)) {
            wrong.refuse("where", Shortcomings.MISSING);
        }
        var on = wish.event() == null ? wrong.day("on", wish.on()) : null;
        wrong.done();
        var owner = owner(caller);
        if (on != null && on.get().isAfter(histories.today(owner.id(), clock.instant()))) {
            wrong.refuse("on", NOT_TO_COME);
        }
        wrong.done();
        var event = wish.event();
        if (event != null) {
            attendance(owner, event);
            if (histories.isStillToCome(event, clock.instant())) {
                wrong.refuse("words", NOT_TO_COME);
            }
            wrong.done();
        }
        var added = new Notebook.Added(
                event,
                event == null ? where : null,
                event == null ? wish.on() : null,
                wish.person(),
                wish.person() == null ? said : null,
                Boolean.TRUE.equals(wish.known()),
                Boolean.TRUE.equals(wish.useful()) ? Talk.USEFUL : Talk.CHAT);
        if (!notebooks.add(owner.id(), id.get(), added)) {
            wrong.refuse(wish.person() == null ? "words" : "person", Shortcomings.TOO_MANY, Notebooks.MOST);
        }
        wrong.done();
    }

    @Operation(summary = "Take back somebody or a meeting one added, with all one noted of whom one met nowhere else")
    @Refuses(UnknownPerson.class)
    @DeleteMapping("/history/meetings/{meeting}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void takeBack(@PathVariable AcquaintanceId meeting, Caller caller) {
        var owner = owner(caller).id();
        notebooks.takeBack(owner, histories.takenBack(owner, meeting));
    }

    @Operation(summary = "Something came of it: keep it in one's own history")
    @Refuses(UnknownPerson.class)
    @PostMapping("/history/outcomes")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void tell(@RequestBody OutcomeWish wish, Caller caller) {
        var wrong = new Shortcomings("outcome");
        var id = wrong.needed("id", wish.id());
        var kind = wrong.needed("kind", wish.kind());
        var year = wrong.between("year", wish.year(), FIRST_YEAR, LAST_YEAR);
        var month = wrong.between("month", wish.month(), 1, MONTHS);
        var person = wrong.needed("person", wish.person());
        var said = wrong.optional("words", wish.words(), LONGEST_LINE);
        wrong.done();
        var owner = owner(caller).id();
        requirePossible(YearMonth.of(year.get(), month.get()), owner, person.get(), wrong);
        wrong.done();
        var helped = kind.get() == Kind.HELPED ? Direction.GIVEN : Direction.RECEIVED;
        var outcome = new Notebook.OwnOutcome(
                kind.get(),
                wish.direction() == null ? helped : wish.direction(),
                year.get(),
                month.get(),
                person.get(),
                said);
        if (!notebooks.tell(owner, id.get(), outcome)) {
            wrong.refuse("words", Shortcomings.TOO_MANY, Notebooks.MOST_OUTCOMES);
        }
        wrong.done();
    }

    @Operation(summary = "Take back what one kept of what came of it")
    @Refuses(UnknownPerson.class)
    @DeleteMapping("/history/outcomes/{outcome}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void forget(@PathVariable OutcomeId outcome, Caller caller) {
        notebooks.forget(owner(caller).id(), outcome);
    }

    /** What came of a meeting came after it. */
    private void requirePossible(YearMonth month, PersonId owner, AcquaintanceId person, Shortcomings wrong) {
        if (month.isAfter(YearMonth.from(histories.today(owner, clock.instant())))) {
            wrong.refuse("month", NOT_TO_COME);
        } else if (histories
                .firstMet(owner, person)
                .filter(met -> month.isBefore(YearMonth.from(met)))
                .isPresent()) {
            wrong.refuse("month", SINCE_YOU_MET);
        }
    }

    @Operation(summary = "What one wrote about an evening, and one's aim for it")
    @Refuses({UnknownPerson.class, UnknownEvent.class})
    @GetMapping("/history/evenings/{event}")
    EveningWords kept(@PathVariable EventId event, Caller caller) {
        var owner = owner(caller);
        return new EveningWords(
                words.rememberedBy(attendance(owner, event)),
                notebooks.of(owner.id()).aimAt(event).orElse(null));
    }

    @Operation(summary = "Keep one's own words about an evening, or one's aim for it")
    @Refuses({UnknownPerson.class, UnknownEvent.class, ChangedMeanwhile.class})
    @PutMapping("/history/evenings/{event}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void keep(@PathVariable EventId event, @RequestBody EveningWish wish, Caller caller) {
        var wrong = new Shortcomings("evening");
        var said = wrong.optional("words", wish.words(), LONGEST_NOTE);
        var seen = wrong.optional("insteadOf", wish.insteadOf(), LONGEST_NOTE);
        var aim = wrong.optional("aim", wish.aim(), LONGEST_LINE);
        var aimSeen = wrong.optional("aimInsteadOf", wish.aimInsteadOf(), LONGEST_LINE);
        wrong.done();
        var owner = owner(caller);
        var attendance = attendance(owner, event);
        if (wish.words() != null && wish.insteadOf() == null) {
            words.remember(attendance, said);
        } else if (wish.words() != null) {
            words.remember(attendance, said, seen);
        }
        var set = new Notebook.Aim(aim, wish.went());
        if (wish.aim() != null && wish.aimInsteadOf() == null) {
            notebooks.aim(owner.id(), event, set);
        } else if (wish.aim() != null) {
            notebooks.aim(owner.id(), event, set, new Notebook.Aim(aimSeen, wish.wentInsteadOf()));
        }
    }

    @Operation(summary = "What one shares with people who named one, too")
    @Refuses(UnknownPerson.class)
    @GetMapping("/choices")
    Choices choices(Caller caller) {
        return Choices.of(notebooks.of(owner(caller).id()).shares());
    }

    @Operation(summary = "Say what to share with people who named one, too")
    @Refuses({UnknownPerson.class, ChangedMeanwhile.class})
    @PutMapping("/choices")
    Choices choose(@RequestBody ChoicesWish wish, Caller caller) {
        var sharing = wish.sharing();
        var owner = owner(caller).id();
        if (wish.insteadOf() == null) {
            notebooks.share(owner, sharing);
        } else {
            notebooks.share(owner, sharing, wish.insteadOf().sharing());
        }
        return Choices.of(sharing);
    }

    private Person owner(Caller caller) {
        return people.known(new PersonId(caller.subject()));
    }

    private static AttendanceId attendance(Person owner, EventId event) {
        return owner.attendanceAt(event).orElseThrow(() -> UnknownEvent.withId(event));
    }
}
