package org.natter.attendee.cpd;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.natter.attendee.history.History;

/**
 * A CPD record as its owner alone reads it. Figures and names of things; how they are said is another's matter.
 *
 * @param lines in the dates asked for, newest first
 * @param quarters hours in these dates, in quarters
 * @param lastYear hours in the last twelve months, in quarters, whatever dates were asked for
 * @param grid whom they met in these dates and what came of it, meetings from elsewhere included; each person once in a count
 * @param kinds D1 of P5, the kinds of library met so far as if all were met alike; empty under five people
 */
public record CpdPage(List<Line> lines, int quarters, int lastYear, NetworkingGrid grid, OptionalDouble kinds) {

    public CpdPage {
        lines = List.copyOf(lines);
    }

    /**
     * One entry.
     *
     * @param event absent for an entry of the owner's own
     * @param until its last day; the same as the first unless it went on over several
     * @param quarters hours in quarters, as they count
     * @param suggested what the event itself suggests, in quarters
     * @param others titles of the events some or all of its time counts with, oldest first
     * @param people whom they said they met there, as the history has them
     */
    public record Line(
            EntryId id,
            Optional<AttendedEvent> event,
            String title,
            LocalDate on,
            LocalDate until,
            int quarters,
            int suggested,
            Reason reason,
            List<String> others,
            CpdEntry written,
            List<History.Met> people,
            NetworkingGrid grid) {

        public Line {
            others = List.copyOf(others);
            people = List.copyOf(people);
        }

        /** Whether its owner may say how long it was: not where nothing counts, whatever they say. */
        public boolean hasHours() {
            return reason != Reason.CALLED_OFF && reason != Reason.NOT_OVER && reason != Reason.NOT_CHECKED_IN;
        }

        @Override
        public String toString() {
            return "Line[" + id + "]";
        }
    }

    /** Why an entry has the hours it has, as long as its owner does not say otherwise. */
    public enum Reason {
        /** From their check-in, or its start, to its end. */
        CHECKED_IN,
        /** The same, but for the time that counts with another event. */
        OVERLAPS,
        /** All of that time counts with another event. */
        OVERLAPS_WHOLLY,
        /** Checked in once it was over. */
        TOO_LATE,
        SOCIAL,
        SEVERAL_DAYS,
        NOT_CHECKED_IN,
        /** Written about already, and nothing of it counts yet. */
        NOT_OVER,
        CALLED_OFF,
        /** An entry of one's own. */
        OWN
    }

    @Override
    public String toString() {
        return "CpdPage[…]";
    }
}
