package org.natter.attendee.history.web;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.natter.access.Caller;
import org.natter.access.Refuses;
import org.natter.access.Shortcomings;
import org.natter.attendee.history.History;
import org.natter.attendee.history.ReadingHistory;
import org.natter.attendee.history.Room;
import org.natter.attendee.person.Answerers;
import org.natter.attendee.person.AttendanceId;
import org.natter.attendee.person.People;
import org.natter.attendee.person.PersonId;
import org.natter.attendee.person.SigningIn;
import org.natter.attendee.person.UnknownAttendance;
import org.natter.attendee.person.UnknownPerson;
import org.natter.ids.Sha256;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A person's own networking history. There is no route to anybody else's, for whatever role. */
@RestController
class HistoryController {

    private static final String HASH = "^" + Sha256.PATTERN + "$";

    private final ReadingHistory histories;
    private final HistoryWords words;

    private final People people;
    private final Answerers answerers;
    private final SigningIn signingIn;
    private final Clock clock;

    HistoryController(
            ReadingHistory histories,
            HistoryWords words,
            People people,
            Answerers answerers,
            SigningIn signingIn,
            Clock clock) {
        this.answerers = answerers;
        this.people = people;
        this.signingIn = signingIn;
        this.histories = histories;
        this.words = words;
        this.clock = clock;
    }

    /**
     * @param answerKnown whether the answer asked for, or one at all, has come; messages take a moment, and all else is empty until then
     * @param title and when and where it was; absent as long as we have not heard of it
     * @param people whom the writer named
     */
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
            return "EveningInWords[…]";
        }
    }

    /** Somebody for the card of an evening. */
    record OnTheCard(String name, History.NewOrKnown before) {

        @Override
        public String toString() {
            return "OnTheCard[…]";
        }
    }

    /** @param browser a hash of a cookie of the browser that asks, 64 lower-case hex letters */
    record KeyWish(
            @Schema(requiredMode = REQUIRED, pattern = HASH) @Nullable
            String browser) {}

    @Operation(summary = "The caller's own networking history")
    @GetMapping("/me/history")
    @Refuses(UnknownPerson.class)
    HistoryView history(Caller caller) {
        return histories
                .of(new PersonId(caller.subject()), words.erased())
                .map(history -> HistoryView.of(history, words, clock.instant()))
                .orElseThrow(() -> UnknownPerson.withId(caller.subject()));
    }

    /**
     * What one event was in figures, for whoever has just answered about it.
     *
     * @param sent when the answer was last saved, as feedback-service says; any answer if left out
     */
    @Operation(summary = "What there is to say about one event, for whoever has just answered")
    @GetMapping("/attendances/{attendance}/evening")
    @Refuses(UnknownAttendance.class)
    EveningInWords evening(
            @PathVariable AttendanceId attendance,
            @RequestParam(required = false) @Nullable Instant sent,
            Caller caller) {
        requireAnswering(attendance, caller);
        var known = histories.knowsAnswer(attendance, sent);
        var evening = known ? histories.evening(attendance) : Optional.<History.Evening>empty();
        return new EveningInWords(
                known,
                evening.flatMap(History.Evening::measures).map(words::evening).orElse(List.of()),
                evening.flatMap(History.Evening::facts).map(Room.Facts::title).orElse(null),
                evening.flatMap(History.Evening::facts)
                        .map(Room.Facts::startsAt)
                        .orElse(null),
                evening.flatMap(History.Evening::facts).map(Room.Facts::endsAt).orElse(null),
                evening.flatMap(History.Evening::facts).map(Room.Facts::zone).orElse(null),
                evening.flatMap(History.Evening::facts)
                        .map(Room.Facts::venueName)
                        .orElse(null),
                evening.stream()
                        .flatMap(told -> told.people().stream())
                        .map(met -> new OnTheCard(met.name(), met.before()))
                        .toList(),
                evening.map(History.Evening::others).orElse(0));
    }

    /**
     * Mails the key to the history to whoever the answer is from. Nothing is typed, and nothing is told about the address.
     */
    @Operation(summary = "Mail the key to one's own history to whoever has just answered")
    @PostMapping("/attendances/{attendance}/key")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Refuses(UnknownAttendance.class)
    KeySent key(@PathVariable AttendanceId attendance, @RequestBody KeyWish wish, Caller caller) {
        requireAnswering(attendance, caller);
        var wrong = new Shortcomings("key");
        var browser = wish.browser() == null ? "" : wish.browser();
        if (!browser.matches(HASH)) {
            wrong.refuse("browser", Shortcomings.UNREADABLE);
        }
        wrong.done();
        people.personOf(attendance).ifPresent(person -> signingIn.mailLink(person, browser, clock.instant()));
        return new KeySent();
    }

    record KeySent() {}

    private void requireAnswering(AttendanceId attendance, Caller caller) {
        answerers
                .of(caller.subject(), caller.event(), caller.generation())
                .filter(attendance::equals)
                .orElseThrow(() -> UnknownAttendance.withId(attendance));
    }
}
