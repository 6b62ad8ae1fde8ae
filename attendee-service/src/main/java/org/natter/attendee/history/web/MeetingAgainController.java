package org.natter.attendee.history.web;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.natter.access.Caller;
import org.natter.access.Refuses;
import org.natter.access.Shortcomings;
import org.natter.attendee.history.MeetingAgain;
import org.natter.attendee.history.ReadingHistory;
import org.natter.attendee.person.AttendanceId;
import org.natter.attendee.person.EventId;
import org.natter.attendee.person.PersonId;
import org.natter.attendee.person.UnknownAttendance;
import org.natter.attendee.person.UnknownEvent;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whom one has met before, at an event to come or on the list of one that is over; out of one's own history alone. */
@RestController
@RequestMapping("/me")
class MeetingAgainController {

    private static final int MOST_LISTED = 10_000;

    private final MeetingAgain meetings;
    private final Clock clock;

    MeetingAgainController(MeetingAgain meetings, Clock clock) {
        this.meetings = meetings;
        this.clock = clock;
    }

    /** @param listed attendances of the who-was-there list */
    record Listed(
            @ArraySchema(arraySchema = @Schema(requiredMode = REQUIRED), maxItems = MOST_LISTED) @Nullable
            List<@Nullable AttendanceId> listed) {}

    /** When and by which clock they met last, at another event. */
    record MetBefore(AttendanceId attendance, Instant at, ZoneId zone) {

        private static MetBefore of(ReadingHistory.MetBefore met) {
            return new MetBefore(met.attendance(), met.last().at(), met.last().zone());
        }
    }

    /**
     * Somebody one will know there.
     *
     * @param person the id under which they stand in the history
     * @param note the owner's own; empty if none
     */
    record Coming(String person, String name, Instant at, ZoneId zone, String note) {

        private static Coming of(ReadingHistory.MetBefore met) {
            return new Coming(
                    met.friend().person(),
                    met.friend().name(),
                    met.last().at(),
                    met.last().zone(),
                    met.friend().note());
        }

        @Override
        public String toString() {
            return "Coming[…]";
        }
    }

    @Operation(summary = "Whom of the who-was-there list the caller met at another event")
    @PostMapping("/attendances/{attendance}/met-before")
    @Refuses(UnknownAttendance.class)
    List<MetBefore> metBefore(@PathVariable AttendanceId attendance, @RequestBody Listed wish, Caller caller) {
        var wrong = new Shortcomings("met-before");
        wrong.needed("listed", wish.listed());
        var listed = wrong.each("listed", wish.listed(), MOST_LISTED, (field, attendee) -> () -> attendee);
        wrong.done();
        return meetings
                .among(new PersonId(caller.subject()), attendance, listed.get())
                .orElseThrow(() -> UnknownAttendance.withId(attendance))
                .stream()
                .map(MetBefore::of)
                .toList();
    }

    @Operation(summary = "Whom the caller will know at an event of the next two days, if they let it be seen")
    @GetMapping("/events/{event}/coming")
    @Refuses(UnknownEvent.class)
    List<Coming> coming(@PathVariable EventId event, Caller caller) {
        return meetings
                .coming(new PersonId(caller.subject()), event, clock.instant())
                .orElseThrow(() -> UnknownEvent.withId(event))
                .stream()
                .map(Coming::of)
                .toList();
    }
}
