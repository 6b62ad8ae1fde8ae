package org.natter.attendee.booking;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.natter.attendee.person.AttendanceId;

/** Door codes in memory; passes {@link DoorCodesContract} like the stored ones. */
public final class DoorCodesInMemory implements DoorCodes {

    private final Set<AttendanceId> noted = new LinkedHashSet<>();

    /** How many codes are known. */
    public long count() {
        return noted.stream().map(DoorCode::of).distinct().count();
    }

    @Override
    public void note(AttendanceId attendance) {
        noted.add(attendance);
    }

    @Override
    public void forget(AttendanceId attendance) {
        noted.remove(attendance);
    }

    @Override
    public Set<AttendanceId> whose(DoorCode code) {
        return noted.stream().filter(one -> DoorCode.of(one).equals(code)).collect(Collectors.toSet());
    }
}
