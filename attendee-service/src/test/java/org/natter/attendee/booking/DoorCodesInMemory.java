package org.natter.attendee.booking;

import java.util.HashMap;
import java.util.Map;
import org.natter.attendee.person.AttendanceId;
import org.natter.attendee.person.EventId;

/** Door codes in memory; passes {@link DoorCodesContract} like the stored ones. */
public final class DoorCodesInMemory implements DoorCodes {

    private final Map<DoorCode, Map<AttendanceId, EventId>> codes = new HashMap<>();

    /** How many codes are known. */
    public int count() {
        return codes.size();
    }

    @Override
    public void note(AttendanceId attendance, EventId event) {
        codes.computeIfAbsent(DoorCode.of(attendance), code -> new HashMap<>()).put(attendance, event);
    }

    @Override
    public void forget(AttendanceId attendance) {
        codes.computeIfPresent(DoorCode.of(attendance), (code, known) -> {
            known.remove(attendance);
            return known.isEmpty() ? null : known;
        });
    }

    @Override
    public Map<AttendanceId, EventId> behind(DoorCode code) {
        return Map.copyOf(codes.getOrDefault(code, Map.of()));
    }
}
