package org.natter.attendee.history;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.natter.attendee.person.AttendanceId;
import org.natter.attendee.person.Attending;
import org.natter.attendee.person.EmailAddress;
import org.natter.attendee.person.EventId;
import org.natter.attendee.person.People;
import org.natter.attendee.person.PersonDetails;
import org.natter.attendee.person.PersonId;
import org.natter.attendee.person.Sector;

/**
 * Fixture A of measures.md, section 5: eight people on a winter evening, as messages. That Dev knew Gwen, whom he did not
 * name, comes from an evening before.
 */
final class WinterWarmer {

    private static final String STARTS = "2026-01-15T18:30:00Z";
    private static final String ENDS = "2026-01-15T21:00:00Z";
    private static final String MORNING_AFTER = "2026-01-16T10:30:00Z";
    private static final String BEFORE_STARTS = "2025-11-12T18:30:00Z";
    private static final String BEFORE_ENDS = "2025-11-12T21:00:00Z";

    private static final Map<String, Sector> CAST = cast();

    private final Map<String, PersonId> persons = new LinkedHashMap<>();
    private final Map<String, String> here = new LinkedHashMap<>();
    private final Map<String, String> before = new LinkedHashMap<>();
    private final String event;
    private final String eventBefore;

    /** Makes the eight people; each call makes eight others. */
    WinterWarmer(People people, Supplier<String> ids) {
        event = ids.get();
        eventBefore = ids.get();
        var town = ids.get();
        CAST.forEach((name, sector) -> {
            var person = people.withAddress(
                    new EmailAddress(name.toLowerCase(java.util.Locale.ROOT) + "@" + town + ".example"),
                    new PersonDetails(name, "", sector));
            persons.put(name, person.id());
            var tonight = Attending.of(people, person.id(), new EventId(event), AttendanceId.random());
            here.put(name, tonight.value());
            before.put(
                    name,
                    Attending.of(people, person.id(), new EventId(eventBefore), AttendanceId.random())
                            .value());
        });
    }

    PersonId person(String name) {
        return persons.get(name);
    }

    String attendance(String name) {
        return here.get(name);
    }

    String event() {
        return event;
    }

    /** Everything that is told about both evenings, in the order in which it happens. */
    List<MessagesOfOthers.Sent> messages() {
        var told = new ArrayList<MessagesOfOthers.Sent>();
        told.add(MessagesOfOthers.published(eventBefore, 1, "Autumn Drinks", BEFORE_STARTS, BEFORE_ENDS));
        told.add(MessagesOfOthers.answered(
                eventBefore,
                before.get("Dev"),
                1,
                "2025-11-13T10:30:00Z",
                List.of(MessagesOfOthers.side("ATTENDANCE", before.get("Gwen"), "NEW", "CHAT")),
                List.of()));
        told.add(MessagesOfOthers.published(event, 1, "Winter Warmer", STARTS, ENDS));
        long version = 1;
        for (var guest : CAST.entrySet()) {
            var name = guest.getKey();
            version++;
            told.add(MessagesOfOthers.booked(
                    event,
                    here.get(name),
                    version,
                    "2026-01-02T12:00:00Z",
                    guest.getValue().name(),
                    List.of("Ella", "Finn", "Hugh").contains(name)));
            told.add(MessagesOfOthers.checkedIn(event, here.get(name), 1, "2026-01-15T18:40:00Z"));
        }
        told.add(MessagesOfOthers.checkInUndone(event, here.get("Hugh"), 2, "2026-01-15T18:41:00Z"));
        told.add(MessagesOfOthers.checkedIn(event, here.get("Hugh"), 3, "2026-01-15T18:42:00Z"));
        told.add(answer("Asha", 1, List.of(known("Ben"), chat("Cath")), List.of())); // step two only
        told.add(answer(
                "Asha", 2, List.of(known("Ben"), chat("Cath"), useful("Ella", "NEW")), List.of(unnamed("SCHOOL", 1))));
        told.add(answer("Ben", 1, List.of(known("Asha"), known("Gwen")), List.of()));
        told.add(answer("Cath", 1, List.of(chat("Asha"), useful("Dev", "WELL"), chat("Ella")), List.of()));
        told.add(answer("Dev", 1, List.of(useful("Cath", "BIT"), chat("Finn")), List.of()));
        told.add(answer("Ella", 1, List.of(useful("Asha", "NEW"), chat("Cath")), List.of()));
        told.add(answer("Finn", 1, List.of(chat("Hugh")), List.of(unnamed("PUBLIC", 1), unnamed("NOT_SAID", 1))));
        return told;
    }

    private MessagesOfOthers.Sent answer(
            String writer, long version, List<Map<String, Object>> met, List<Map<String, Object>> others) {
        return MessagesOfOthers.answered(event, here.get(writer), version, MORNING_AFTER, met, others);
    }

    private Map<String, Object> chat(String name) {
        return MessagesOfOthers.side("ATTENDANCE", here.get(name), "NEW", "CHAT");
    }

    private Map<String, Object> known(String name) {
        return MessagesOfOthers.side("ATTENDANCE", here.get(name), "WELL", "CHAT");
    }

    private Map<String, Object> useful(String name, String before) {
        return MessagesOfOthers.side("ATTENDANCE", here.get(name), before, "USEFUL");
    }

    private static Map<String, Object> unnamed(String sector, int count) {
        return Map.of("sector", sector, "count", count);
    }

    private static Map<String, Sector> cast() {
        var cast = new LinkedHashMap<String, Sector>();
        cast.put("Asha", Sector.PUBLIC);
        cast.put("Ben", Sector.PUBLIC);
        cast.put("Cath", Sector.UNIVERSITY);
        cast.put("Dev", Sector.UNIVERSITY);
        cast.put("Ella", Sector.HEALTH);
        cast.put("Finn", Sector.SCHOOL);
        cast.put("Gwen", Sector.PUBLIC);
        cast.put("Hugh", Sector.HEALTH);
        return cast;
    }
}
