package org.natter.attendee.person;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Somebody the network knows: one person, at most one address, one attendance per event they ever asked for.
 *
 * <p>A name and an organisation belong to the booking they were typed with: what is {@code said} there stays with it, and
 * {@code details} are the newest that the owner confirmed. The address is absent for a walk-in who left none. Prints its id
 * only.
 *
 * @param proven whether its owner confirmed a booking by a button behind a mailed link
 * @param used whether its owner pressed any button behind one, also to sign in or to stop mails: the address is theirs
 * @param moved how often an organiser corrected the address; links to a booking from before open no page
 */
public record Person(
        PersonId id,
        PersonDetails details,
        @Nullable EmailAddress address,
        boolean proven,
        boolean used,
        int moved,
        Map<EventId, AttendanceId> attendances,
        Map<AttendanceId, PersonDetails> said) {

    public Person {
        used = used || proven;
        attendances = Map.copyOf(attendances);
        said = Map.copyOf(said);
    }

    /** What was said with this attendance's own booking; what is known of the person where nothing was kept with it. */
    public PersonDetails saidAt(AttendanceId attendance) {
        return said.getOrDefault(attendance, details);
    }

    public String name() {
        return details.name();
    }

    public String organisation() {
        return details.organisation();
    }

    public Sector sector() {
        return details.sector();
    }

    public Optional<EmailAddress> mailbox() {
        return Optional.ofNullable(address);
    }

    /** This person's attendance at the event, if they ever asked for a place or came. */
    public Optional<AttendanceId> attendanceAt(EventId event) {
        return Optional.ofNullable(attendances.get(event));
    }

    /** The event at which this is their attendance; empty for another's. */
    public Optional<EventId> eventOf(AttendanceId attendance) {
        return attendances.entrySet().stream()
                .filter(entry -> entry.getValue().equals(attendance))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    @Override
    public String toString() {
        return "Person[" + id + "]";
    }
}
