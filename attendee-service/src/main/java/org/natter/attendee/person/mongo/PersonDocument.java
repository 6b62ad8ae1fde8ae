package org.natter.attendee.person.mongo;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.bson.Document;
import org.natter.attendee.person.AttendanceId;
import org.natter.attendee.person.EmailAddress;
import org.natter.attendee.person.EventId;
import org.natter.attendee.person.NamedAttendance;
import org.natter.attendee.person.Person;
import org.natter.attendee.person.PersonDetails;
import org.natter.attendee.person.PersonId;
import org.natter.attendee.person.Sector;

/** How a person is written down: {@code {_id, v, name, organisation, sector, address?, proven, used?, moved?, attendances, said,
 * pending, settled?, sharing?}}. */
final class PersonDocument {

    /** What {@link #named} looks at. */
    static final List<String> NAMES = List.of("name", "organisation", "sector", "attendances", "pending", "said");

    /**
     * Whether they pressed a button behind a mailed link: false from the making on, true from the first press. Absent only in
     * what an earlier release wrote, which counts as pressed.
     */
    static final String USED = "used";

    /** How often an organiser corrected the address; absent for never. */
    static final String MOVED = "moved";

    private PersonDocument() {}

    /** Versions begin anywhere, so that what is made anew under its id is never taken for what was there before. */
    static long firstVersion() {
        return ThreadLocalRandom.current().nextLong(1L << 52);
    }

    static Document first(PersonId person, PersonDetails details) {
        return new Document("_id", person.value())
                .append("v", firstVersion())
                .append("name", details.name())
                .append("organisation", details.organisation())
                .append("sector", details.sector().name())
                .append("proven", false)
                .append(USED, false)
                .append("attendances", new Document())
                .append("pending", new Document())
                .append("said", new Document());
    }

    static Document first(PersonId person, EmailAddress address, PersonDetails details) {
        return first(person, details).append("address", address.value());
    }

    /** Whether the address was shown to be theirs, by whatever button. */
    static boolean isUsed(Document person) {
        return person.getBoolean("proven", false) || person.getBoolean(USED, true);
    }

    /** How often the address was corrected. */
    static int moved(Document person) {
        return person.get(MOVED, 0);
    }

    /** Whether the owner of this attendance has confirmed since this moment. */
    static boolean isSettledSince(Document person, AttendanceId attendance, Instant asked) {
        var settled = person.get("settled", new Document()).getDate(attendance.value());
        return settled != null && settled.toInstant().isAfter(asked);
    }

    static Document of(PersonDetails details) {
        return new Document("name", details.name())
                .append("organisation", details.organisation())
                .append("sector", details.sector().name());
    }

    static PersonDetails toDetails(Document document) {
        return new PersonDetails(
                document.getString("name"),
                document.getString("organisation"),
                Sector.valueOf(document.getString("sector")));
    }

    static Person toPerson(Document document) {
        var address = document.getString("address");
        var attendances = new HashMap<EventId, AttendanceId>();
        document.get("attendances", Document.class)
                .forEach((event, attendance) ->
                        attendances.put(new EventId(event), new AttendanceId((String) attendance)));
        return new Person(
                new PersonId(document.getString("_id")),
                toDetails(document),
                address == null ? null : new EmailAddress(address),
                document.getBoolean("proven", false),
                isUsed(document),
                moved(document),
                attendances,
                said(document));
    }

    static Collection<AttendanceId> attendances(Document person) {
        return person.get("attendances", Document.class).values().stream()
                .map(attendance -> new AttendanceId((String) attendance))
                .toList();
    }

    static Optional<AttendanceId> attendanceAt(Document person, EventId event) {
        return Optional.ofNullable(person.get("attendances", Document.class).getString(event.value()))
                .map(AttendanceId::new);
    }

    /** Who has this attendance; empty unless it is theirs at the event. Reads no more of them, since lists are long. */
    static Optional<NamedAttendance> named(Document person, AttendanceId attendance, EventId event) {
        if (!attendance.value().equals(person.get("attendances", Document.class).getString(event.value()))) {
            return Optional.empty();
        }
        var said = Stream.of("pending", "said")
                .map(kept -> person.get(kept, new Document()).get(attendance.value(), Document.class))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(person);
        return Optional.of(
                NamedAttendance.of(attendance, event, new PersonId(person.getString("_id")), toDetails(said)));
    }

    /** What was said with each attendance: a proposal is the newest. Absent in documents older than it. */
    private static Map<AttendanceId, PersonDetails> said(Document document) {
        var said = new HashMap<AttendanceId, PersonDetails>();
        for (var kept : List.of("said", "pending")) {
            document.get(kept, new Document())
                    .forEach((attendance, details) ->
                            said.put(new AttendanceId(attendance), toDetails((Document) details)));
        }
        return said;
    }
}
