package org.natter.web.organiser;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;

/** Under which words people of an event are listed and counted; the same people as the numbers speak of. */
enum AttendeeGroup {
    BOOKED(AttendeeRow::booked),
    FIRST_TIME(row -> row.booked() && row.newcomer()),
    HERE(AttendeeRow::here),
    HERE_FIRST_TIME(row -> row.here() && row.newcomer()),
    MISSING(row -> row.booked() && !row.here()),
    WALK_IN(row -> row.here() && row.walkIn()),
    WAITING(row -> row.status() == AttendeeRowStatus.WAITING),
    OFFERED(row -> row.status() == AttendeeRowStatus.OFFERED),
    UNCONFIRMED(row -> row.status() == AttendeeRowStatus.UNCONFIRMED),
    CANCELLED(row -> row.status() == AttendeeRowStatus.CANCELLED),
    LAPSED(row -> row.status() == AttendeeRowStatus.LAPSED);

    private final Predicate<AttendeeRow> holds;

    AttendeeGroup(Predicate<AttendeeRow> holds) {
        this.holds = holds;
    }

    /** Whether they are those who booked and are not here. */
    public boolean isMissing() {
        return this == MISSING;
    }

    boolean holds(AttendeeRow row) {
        return holds.test(row);
    }

    /** The one of this name, if there is one. */
    static Optional<AttendeeGroup> called(String name) {
        return Arrays.stream(values()).filter(one -> one.name().equals(name)).findFirst();
    }
}
