package org.natter.attendee.history;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.natter.attendee.booking.SeatLedgers;
import org.natter.attendee.booking.SeatStanding;
import org.natter.attendee.history.ReadingHistory.MetBefore;
import org.natter.attendee.person.AttendanceId;
import org.natter.attendee.person.EventId;
import org.natter.attendee.person.NamedAttendance;
import org.natter.attendee.person.People;
import org.natter.attendee.person.PersonId;

/**
 * Whom somebody has met before, among those of one event: on the list they tick afterwards, and from two days before it
 * among those who come and let them see it. Only ever told to whoever met them, out of their own history.
 */
public final class MeetingAgain {

    private static final Duration AHEAD = Duration.ofDays(2);
    private static final int MOST = 3;

    private final ReadingHistory histories;
    private final People people;
    private final SeatLedgers ledgers;
    private final Notebooks notebooks;

    public MeetingAgain(ReadingHistory histories, People people, SeatLedgers ledgers, Notebooks notebooks) {
        this.histories = histories;
        this.people = people;
        this.ledgers = ledgers;
        this.notebooks = notebooks;
    }

    /**
     * Of these people of an event, whom the owner of this attendance has met at another one; empty if it is not the caller's.
     * Ids nobody guesses: whoever asks has them from the list.
     */
    public Optional<List<MetBefore>> among(PersonId owner, AttendanceId own, Collection<AttendanceId> listed) {
        return people.find(owner)
                .flatMap(person -> person.eventOf(own))
                .map(event -> histories.metBefore(owner, event, new LinkedHashSet<>(listed)));
    }

    /**
     * Whom one will know there: three at most, the latest met first. Those who named the owner, too, and said that people
     * they have met may see that they come. Empty if the owner has no place there; nobody as long as it is further off, and
     * once it is over.
     */
    public Optional<List<MetBefore>> coming(PersonId owner, EventId event, Instant now) {
        return people.find(owner)
                .flatMap(person -> person.attendanceAt(event))
                .map(own -> ledgers.find(event)
                        .filter(ledger -> !now.isBefore(ledger.card().startsAt().minus(AHEAD))
                                && now.isBefore(ledger.card().endsAt()))
                        .map(ledger -> ledger.standing(Set.of(SeatStanding.BOOKED)))
                        .filter(booked -> booked.contains(own))
                        .map(booked -> seen(owner, event, own, booked))
                        .orElse(List.of()));
    }

    private List<MetBefore> seen(PersonId owner, EventId event, AttendanceId own, List<AttendanceId> booked) {
        var others = new LinkedHashSet<>(booked);
        others.remove(own);
        var met = histories.metBefore(owner, event, others).stream()
                .filter(one -> one.friend().bothSaidSo())
                .toList();
        var whose = people.named(met.stream().map(MetBefore::attendance).toList());
        var shared = notebooks.sharedBy(
                whose.values().stream().map(NamedAttendance::person).collect(Collectors.toSet()));
        return met.stream()
                .filter(one -> Optional.ofNullable(whose.get(one.attendance()))
                        .map(named -> shared.get(named.person()))
                        .filter(said -> said.sharing().sharesComing())
                        .isPresent())
                .sorted(Comparator.comparing((MetBefore one) -> one.last().at()).reversed())
                .limit(MOST)
                .toList();
    }
}
