package org.natter.web.organiser;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.natter.web.account.DoorPass;
import org.natter.web.account.Doorkeeper;
import org.natter.web.services.AttendanceId;
import org.natter.web.services.BookingStatus;
import org.natter.web.services.DoorApi.Attendee;
import org.natter.web.services.FormId;

/**
 * Everybody the door may be asked for: first those still to come, then those whose standing says otherwise, who are seen
 * once looked for; and who is here.
 *
 * @param came how many of the booked are here
 * @param here how many people are in the room
 * @param everyone whether all who booked are here, if anybody did
 * @param few whether so few are here, or nobody, that the list may not be complete
 */
record CheckInPage(
        int came,
        int booked,
        int here,
        int walkIns,
        List<Press> toCome,
        List<Press> arrived,
        boolean everyone,
        boolean few) {

    private static final Set<BookingStatus> GONE = EnumSet.of(BookingStatus.CANCELLED, BookingStatus.LAPSED);

    /** How many letters of an id go into the mark, which the door's script reckons likewise. */
    private static final int MARKED = 8;

    private static final long MARKS = 1L << 32;

    private static final Comparator<AttendeeRow> BY_NAME = Comparator.comparing(
                    (AttendeeRow row) -> PlainName.of(row.name()))
            .thenComparing(row -> row.attendance().value());

    static CheckInPage of(List<Attendee> all, String q, ArrivalWords words, Doorkeeper keeper) {
        var lent = keeper instanceof DoorPass;
        var rows = shownTo(keeper, all).map(one -> AttendeeRow.of(one, words)).toList();
        var twins = new HashMap<String, Integer>();
        rows.forEach(row -> twins.merge(PlainName.of(row.name()), 1, Integer::sum));
        var booked = count(rows, AttendeeGroup.BOOKED);
        var here = count(rows, AttendeeGroup.HERE);
        var walkIns = count(rows, AttendeeGroup.WALK_IN);
        var toCome = rows.stream().filter(row -> !row.here()).toList();
        return new CheckInPage(
                here - walkIns,
                booked,
                here,
                walkIns,
                Stream.concat(sorted(toCome, true), sorted(toCome, false))
                        .filter(row -> isAskedFor(q, row, lent))
                        .map(row -> press(row, twins, !row.expected() && q.isEmpty(), lent))
                        .toList(),
                rows.stream()
                        .filter(AttendeeRow::here)
                        .filter(row -> isAskedFor(q, row, lent))
                        .sorted(BY_NAME)
                        .map(row -> press(row, twins, false, lent))
                        .toList(),
                booked > 0 && rows.stream().noneMatch(AttendeeRow::expected),
                here == 0 || CheckInLists.isFew(here, walkIns, booked));
    }

    /**
     * Whom the door may be asked for: an organiser for everybody, a helper behind a link for nobody who gave their place up
     * or let it go. Somebody of whom that is true says so at the door, and is let in as anybody else who is not on the list.
     */
    static Stream<Attendee> shownTo(Doorkeeper keeper, List<Attendee> all) {
        return all.stream()
                .filter(one ->
                        !(keeper instanceof DoorPass) || one.checkedInAt() != null || !GONE.contains(one.status()));
    }

    private static Stream<AttendeeRow> sorted(List<AttendeeRow> rows, boolean expected) {
        return rows.stream().filter(row -> row.expected() == expected).sorted(BY_NAME);
    }

    private static boolean isAskedFor(String q, AttendeeRow row, boolean lent) {
        return q.isEmpty() || PlainName.finds(q, found(row, lent));
    }

    private static int count(List<AttendeeRow> rows, AttendeeGroup listed) {
        return (int) rows.stream().filter(listed::holds).count();
    }

    private static Press press(AttendeeRow row, Map<String, Integer> twins, boolean aside, boolean lent) {
        var twin = twins.getOrDefault(PlainName.of(row.name()), 0) > 1;
        return new Press(row, FormId.fresh(), PlainName.of(found(row, lent)), twin, aside);
    }

    /** What they are found by: name and code, and by an organiser their organisation too. */
    private static String found(AttendeeRow row, boolean lent) {
        return row.name() + " " + (lent ? "" : row.organisation() + " ") + row.code();
    }

    /** The same with what is known of the event's list. */
    CheckInPage withList(@Nullable Boolean complete) {
        return complete == null
                ? this
                : new CheckInPage(came, booked, here, walkIns, toCome, arrived, everyone, here == 0 || !complete);
    }

    /** Whether the list shows somebody for what was typed, to come or here. */
    public boolean finds(String typed) {
        return finds(typed, toCome) || finds(typed, arrived);
    }

    private static boolean finds(String typed, List<Press> among) {
        return among.stream().anyMatch(press -> PlainName.finds(typed, press.find()));
    }

    /** The key of what one can do at the door while nothing has been pressed or typed. */
    public String begin() {
        if (toCome.isEmpty() && arrived.isEmpty()) {
            return "check-in.begin.nobody";
        }
        return toCome.stream().allMatch(Press::aside) ? "check-in.begin.type" : "check-in.begin";
    }

    /** The key of what one can do about what was typed; where there is no door nobody is added. */
    public String typed(String typed, boolean online) {
        var found = finds(typed, toCome)
                ? "check-in.typed"
                : finds(typed, arrived) ? "check-in.typed.in" : "check-in.typed.nobody";
        return online ? found + ".online" : found;
    }

    /** A number that stands for who is here: while a page's rows come to another, somebody else has pressed meanwhile. */
    public long mark() {
        return arrived.stream()
                        .map(press -> press.line().attendance().value())
                        .mapToLong(id -> Long.parseLong(id.substring(id.length() - MARKED), 16))
                        .sum()
                % MARKS;
    }

    /** Whether there is anybody whose name can be pressed, seen or looked for. */
    public boolean pressable() {
        return !toCome.isEmpty();
    }

    /** The row of somebody who has just been pressed for, wherever it stands. */
    List<Press> of(AttendanceId attendance) {
        return Stream.concat(toCome.stream(), arrived.stream())
                .filter(press -> press.line().attendance().equals(attendance))
                .toList();
    }

    /**
     * One person and the id of the next press.
     *
     * @param find what the box finds them by
     * @param twin whether somebody else is called the same, so that more is to be said
     * @param aside whether they are seen only once looked for
     */
    record Press(AttendeeRow line, FormId id, String find, boolean twin, boolean aside) {

        /** The last letters of the code, which tell two people of one name apart. */
        public String codeEnd() {
            return line.codeEnd();
        }
    }
}
