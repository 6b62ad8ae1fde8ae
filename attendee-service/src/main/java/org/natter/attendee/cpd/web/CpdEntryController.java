package org.natter.attendee.cpd.web;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.natter.access.Caller;
import org.natter.access.Refuses;
import org.natter.access.Shortcomings;
import org.natter.attendee.cpd.CpdEntry.Activity;
import org.natter.attendee.cpd.CpdRecord;
import org.natter.attendee.cpd.EntryId;
import org.natter.attendee.cpd.KeepingCpdRecords;
import org.natter.attendee.cpd.Reflection;
import org.natter.attendee.cpd.Reflection.Helps;
import org.natter.attendee.history.ReadingHistory;
import org.natter.attendee.person.ChangedMeanwhile;
import org.natter.attendee.person.EventId;
import org.natter.attendee.person.People;
import org.natter.attendee.person.Person;
import org.natter.attendee.person.PersonId;
import org.natter.attendee.person.UnknownEvent;
import org.natter.attendee.person.UnknownPerson;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What somebody writes into their own CPD record. Nothing of it is told to anybody, and no other role has a way here. */
@RestController
@RequestMapping("/me/cpd")
class CpdEntryController {

    private static final int LONGEST = 2000;
    private static final int LONGEST_LINE = 200;
    private static final int MOST_HELPED = 3;
    private static final int MOST_VERSIONS = 1_000_000_000;
    private static final BigDecimal QUARTERS = BigDecimal.valueOf(4);

    /** Up to 999, more than half a year of working days: a placement of some weeks is one entry. */
    private static final String HOURS =
            "(0|[1-9][0-9]?|[1-8][0-9][0-9]|9[0-8][0-9]|99[0-8])([.,](0|00|25|5|50|75))?|999([.,](0|00))?";

    private static final String AS_HOURS = "^(" + HOURS + ")$";
    private static final String AS_HOURS_OR_NONE = "^(" + HOURS + ")?$";
    private static final Pattern READABLE_HOURS = Pattern.compile(HOURS);

    private static final String NOT_TO_COME = "NOT_TO_COME";

    private final KeepingCpdRecords keeping;
    private final ReadingHistory histories;
    private final People people;
    private final Clock clock;

    CpdEntryController(KeepingCpdRecords keeping, ReadingHistory histories, People people, Clock clock) {
        this.keeping = keeping;
        this.histories = histories;
        this.people = people;
        this.clock = clock;
    }

    /** What the owner thinks of it; what is left out is not said. */
    record ReflectionWish(
            @Schema(maxLength = LONGEST_LINE) @Nullable String heading,
            @Schema(maxLength = LONGEST) @Nullable String happened,
            @Schema(maxLength = LONGEST) @Nullable String soWhat,
            @Schema(maxLength = LONGEST) @Nullable String nowWhat,
            @ArraySchema(maxItems = MOST_HELPED) @Nullable List<@Nullable Helps> helps) {

        private Shortcomings.Field<Reflection> read(Shortcomings wrong) {
            var said = wrong.optional("reflection.heading", heading, LONGEST_LINE);
            var first = wrong.optional("reflection.happened", happened, LONGEST);
            var second = wrong.optional("reflection.soWhat", soWhat, LONGEST);
            var third = wrong.optional("reflection.nowWhat", nowWhat, LONGEST);
            var whom = wrong.each("reflection.helps", helps, MOST_HELPED, (at, one) -> wrong.needed(at, one));
            return () -> new Reflection(said, first, second, third, whom.get());
        }

        @Override
        public String toString() {
            return "ReflectionWish[…]";
        }
    }

    /**
     * What one says of an event.
     *
     * @param version of what stood there when it was looked at, 0 for nothing
     * @param hours one's own, in quarters, such as 2.25, up to 999; empty or left out for what is suggested
     */
    record EventWish(
            @Schema(requiredMode = REQUIRED, minimum = "0", maximum = "1000000000") @Nullable
            Integer version,

            @Schema(pattern = AS_HOURS_OR_NONE) @Nullable String hours,
            @Schema(requiredMode = REQUIRED) @Nullable ReflectionWish reflection) {

        @Override
        public String toString() {
            return "EventWish[" + version + "]";
        }
    }

    /**
     * An entry about no event of the network's.
     *
     * @param version of what stood there when it was looked at, 0 for nothing
     * @param on its day, not one to come
     * @param hours in quarters, such as 37.5, up to 999
     */
    record OwnWish(
            @Schema(requiredMode = REQUIRED, minimum = "0", maximum = "1000000000") @Nullable
            Integer version,

            @Schema(requiredMode = REQUIRED, maxLength = LONGEST_LINE, pattern = Shortcomings.SEEN) @Nullable
            String title,

            @Schema(requiredMode = REQUIRED, pattern = Shortcomings.DAY) @Nullable
            String on,

            @Schema(requiredMode = REQUIRED, pattern = AS_HOURS) @Nullable
            String hours,

            @Schema(requiredMode = REQUIRED) @Nullable ReflectionWish reflection) {

        @Override
        public String toString() {
            return "OwnWish[" + version + "]";
        }
    }

    @Operation(summary = "Keep what one thinks of an event in one's own CPD record, and one's hours there")
    @Refuses({UnknownPerson.class, UnknownEvent.class, ChangedMeanwhile.class})
    @PutMapping("/events/{event}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void keep(@PathVariable EventId event, @RequestBody EventWish wish, Caller caller) {
        var wrong = new Shortcomings("cpd");
        var seen = wrong.between("version", wish.version(), 0, MOST_VERSIONS);
        var hours = wish.hours() == null || wish.hours().isEmpty() ? null : hours(wish.hours(), wrong);
        var reflection = reflection(wish.reflection(), wrong);
        wrong.done();
        var quarters = hours == null ? null : hours.get();
        if (!keeping.keep(owner(caller), event, quarters, reflection.get(), seen.get())) {
            wrong.refuse("reflection.happened", Shortcomings.TOO_MANY, CpdRecord.MOST);
        }
        wrong.done();
    }

    @Operation(summary = "Keep an entry of one's own in one's CPD record; a fresh id makes a new one")
    @Refuses({UnknownPerson.class, ChangedMeanwhile.class})
    @PutMapping("/own/{entry}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void keep(@PathVariable EntryId entry, @RequestBody OwnWish wish, Caller caller) {
        var wrong = new Shortcomings("cpd");
        var seen = wrong.between("version", wish.version(), 0, MOST_VERSIONS);
        var title = wrong.text("title", wish.title(), LONGEST_LINE);
        var on = wrong.day("on", wish.on());
        var hours = hours(wish.hours(), wrong);
        var reflection = reflection(wish.reflection(), wrong);
        wrong.done();
        var owner = owner(caller);
        if (on.get().isAfter(histories.today(owner.id(), clock.instant()))) {
            wrong.refuse("on", NOT_TO_COME);
        }
        wrong.done();
        var activity = new Activity(title.get(), on.get().toString());
        if (!keeping.keep(owner, entry, activity, hours.get(), reflection.get(), seen.get())) {
            wrong.refuse("title", Shortcomings.TOO_MANY, CpdRecord.MOST);
        }
        wrong.done();
    }

    @Operation(summary = "Remove what one wrote in one's CPD record; an event stays what it was")
    @Refuses(UnknownPerson.class)
    @DeleteMapping("/entries/{entry}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable EntryId entry, Caller caller) {
        keeping.remove(owner(caller).id(), entry);
    }

    private static Shortcomings.Field<Reflection> reflection(@Nullable ReflectionWish wish, Shortcomings wrong) {
        return wish == null ? wrong.needed("reflection", null) : wish.read(wrong);
    }

    /** In quarters. */
    private static Shortcomings.Field<Integer> hours(@Nullable String said, Shortcomings wrong) {
        if (said == null || said.isEmpty()) {
            return wrong.needed("hours", null);
        }
        if (!READABLE_HOURS.matcher(said).matches()) {
            wrong.refuse("hours", Shortcomings.UNREADABLE);
        }
        return () -> new BigDecimal(said.replace(',', '.')).multiply(QUARTERS).intValueExact();
    }

    private Person owner(Caller caller) {
        return people.known(new PersonId(caller.subject()));
    }
}
