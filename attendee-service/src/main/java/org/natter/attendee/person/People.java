package org.natter.attendee.person;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Everybody the network knows. One address is one person, one person and event is one attendance, whoever asks at once.
 */
public interface People {

    Optional<Person> find(PersonId person);

    /** @throws UnknownPerson if it is nobody, or they were erased */
    default Person known(PersonId person) {
        return find(person).orElseThrow(() -> UnknownPerson.withId(person.value()));
    }

    /** Those of them that are known. */
    Map<PersonId, Person> find(Collection<PersonId> people);

    Optional<Person> byAddress(EmailAddress address);

    /**
     * Everybody who reads mail there: first who had the address first, then those who share it, in the order in which they
     * came.
     */
    List<Person> atAddress(EmailAddress address);

    /** The person behind an attendance; empty for an unknown or erased one. */
    Optional<Person> personOf(AttendanceId attendance);

    /** The event of an attendance; empty for an unknown or erased one. */
    Optional<EventId> eventOf(AttendanceId attendance);

    /**
     * Whose address this is; nobody's yet makes a new person with these details. Somebody known keeps their own
     * details: the address alone proves nothing.
     */
    Person withAddress(EmailAddress address, PersonDetails details);

    /**
     * The person with this id, made from these details, without an address, if there is none yet, with an attendance at
     * the event: the fresh one, if there was none yet. Whoever is forgotten in the same moment is made anew.
     */
    Person withoutAddress(PersonId person, PersonDetails details, EventId event, AttendanceId fresh);

    /**
     * Whose address this is, with an attendance at the event: the fresh one, if there was none yet, and these details are
     * said with it. Whoever is forgotten in the same moment is made anew.
     */
    Person withAttendance(EmailAddress address, PersonDetails details, EventId event, AttendanceId fresh);

    /** The same for somebody else at an address that is somebody's: there, one name is one person. */
    Person withAttendanceBeside(EmailAddress address, PersonDetails details, EventId event, AttendanceId fresh);

    /** {@link #withAttendance The same} of somebody who asks: what is said with it is {@linkplain #propose proposed} too. */
    Person withWish(EmailAddress address, PersonDetails details, EventId event, AttendanceId fresh);

    /** {@link #withAttendanceBeside The same} of somebody who asks. */
    Person withWishBeside(EmailAddress address, PersonDetails details, EventId event, AttendanceId fresh);

    /**
     * Keeps what was typed for this attendance until its owner confirms; the newest replaces older ones.
     *
     * @param asked when the wish began that it belongs to
     * @return false if its owner has {@linkplain #adopt confirmed} since then: nobody may put anything in that place unseen
     */
    boolean propose(PersonId person, AttendanceId attendance, PersonDetails details, Instant asked);

    /**
     * The owner confirmed: the details they have seen become theirs in the place of what was proposed, if anything is left of
     * it, and the address is proven. Their other attendances keep what was said with them.
     *
     * @param settled when they did; what belongs to an older wish is proposed no more
     * @return the person afterwards
     */
    Person adopt(PersonId person, AttendanceId attendance, PersonDetails seen, Instant settled);

    /**
     * A button behind a mailed link was pressed: the address is {@linkplain Person#used used}, and nobody moves it. Nothing is
     * confirmed by that, nothing is written twice, and nothing of whoever was erased in that moment, or is reached elsewhere than
     * they were read with: then the button went to another address.
     */
    void noteUse(Person read);

    /**
     * They are called this from now on, also with these attendances; what was said with their others stays.
     *
     * @return the person afterwards
     */
    Person rename(PersonId person, String name, Set<AttendanceId> coming);

    /**
     * The same in the place of this name, that they have seen. Once more changes nothing.
     *
     * @throws ChangedMeanwhile if they are called otherwise by now; that stays
     */
    Person rename(PersonId person, String name, Set<AttendanceId> coming, String insteadOf);

    /**
     * They are reached there from now on, beside whoever reads mail there already. Once more changes nothing.
     *
     * @param insteadOf the address they were read with
     * @return false if they have another by now, or it has been {@linkplain Person#used used}: then only they could change it
     */
    boolean readdress(PersonId person, EmailAddress address, EmailAddress insteadOf);

    /** The events of attendances, in one read by id; unknown ones are left out. */
    Map<AttendanceId, EventId> eventsOf(Collection<AttendanceId> attendances);

    /** All attendances of several people, in one read by id; unknown people are left out. */
    Map<PersonId, Collection<AttendanceId>> attendancesOf(Collection<PersonId> people);

    /** Names for attendances, in two reads by id however many; unknown and erased ones are left out. */
    Map<AttendanceId, NamedAttendance> named(Collection<AttendanceId> attendances);

    /** The same, and the attendances of these very people at these events; as many reads. */
    Map<AttendanceId, NamedAttendance> named(Collection<AttendanceId> attendances, Collection<EventId> alsoAt);
}
