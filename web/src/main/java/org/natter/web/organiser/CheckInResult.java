package org.natter.web.organiser;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.natter.web.services.AttendanceId;
import org.natter.web.services.BookingStatus;
import org.natter.web.services.DoorApi.Attendee;
import org.natter.web.services.DoorApi.DoorResult;
import org.natter.web.services.FormId;

/**
 * What the last press came to, in words, an icon and a colour.
 *
 * @param said what its sentence is called: who has an offer is told apart from who waits, and no name is
 *     said to be nobody's while the list cannot be read
 * @param earlier whether they came on an earlier day of what still goes on
 * @param expected whether their booking stands and the event has not ended, so that they may still come
 */
record CheckInResult(
        DoorResult kind,
        String said,
        RoomLeft room,
        String style,
        @Nullable String name,
        @Nullable AttendanceId attendance,
        boolean newcomer,
        boolean expected,
        String at,
        boolean earlier,
        String by,
        DoorState door,
        FormId id) {

    private static final Set<DoorResult> NOT_HERE =
            EnumSet.of(DoorResult.CANCELLED, DoorResult.NOT_CONFIRMED, DoorResult.OTHER_EVENT, DoorResult.NOT_FOUND);
    private static final Set<DoorResult> AGAIN =
            EnumSet.of(DoorResult.WAITING, DoorResult.CANCELLED, DoorResult.NOT_CONFIRMED);

    private static final Set<DoorResult> ELSEWHERE = EnumSet.of(DoorResult.OTHER_EVENT, DoorResult.NOT_FOUND);

    /** Whether there is room for somebody without a place. */
    enum RoomLeft {
        /** A place is free. */
        FREE(".FREE"),
        /** What is left is kept for, or on offer to, somebody else. */
        KEPT(".KEPT"),
        /** Everything is taken: one more is over what the room may hold. */
        FULL(".FULL");

        private final String ending;

        RoomLeft(String ending) {
            this.ending = ending;
        }

        /** What its sentence ends in; where everything is taken by people who are not all here, the room holds more yet. */
        String ending(int missing) {
            return this == FULL && missing > 0 ? ending + ".TO_COME" : ending;
        }
    }

    /**
     * The door they stand at, whoever they are.
     *
     * @param over whether the event is over
     * @param online whether nobody comes into it by a door
     * @param places how many places the event has; 0 while nobody can say
     * @param missing how many of those are taken by people who are not here, while more may come in; else 0
     */
    record DoorState(boolean over, boolean online, int places, int missing) {

        /** One whose list cannot be read, so that nobody knows how many are in. */
        static DoorState ofAnUnreadList(boolean over, boolean online) {
            return new DoorState(over, online, 0, 0);
        }

        /** One with so many people in, and so many still to come. */
        static DoorState of(boolean over, boolean online, int places, int here, int toCome) {
            return new DoorState(over, online, places, missing(places, here, toCome));
        }

        /** How many places are taken by people who are not here, while more may come in; else 0. */
        static int missing(int places, int here, int toCome) {
            return here < places ? toCome : 0;
        }
    }

    /**
     * @param all the list; empty if nobody could be asked, and then what is said names nobody
     * @param helper the first name behind an account's id, empty if there is none
     */
    static CheckInResult of(
            DoorResult kind,
            RoomLeft room,
            Optional<AttendanceId> who,
            Optional<List<Attendee>> all,
            DoorState door,
            ArrivalWords words,
            Function<@Nullable String, String> helper) {
        var person = who.flatMap(id -> all.stream()
                .flatMap(List::stream)
                .filter(one -> one.attendance().equals(id))
                .findFirst());
        var known = all.isPresent() ? person.map(Attendee::attendance) : who;
        var offered = kind == DoorResult.WAITING
                && person.filter(one -> one.status() == BookingStatus.OFFERED).isPresent();
        return new CheckInResult(
                kind,
                offered ? "OFFERED" : kind == DoorResult.NOT_FOUND && all.isEmpty() ? kind + ".unread" : kind.name(),
                room,
                kind == DoorResult.WELCOME ? "in" : NOT_HERE.contains(kind) ? "not-here" : "already",
                person.map(Attendee::name).orElse(null),
                known.orElse(null),
                person.map(Attendee::newcomer).orElse(false),
                !words.ended()
                        && person.filter(one -> one.status() == BookingStatus.BOOKED && !one.walkIn())
                                .isPresent(),
                person.map(Attendee::checkedInAt).map(words::at).orElse(""),
                person.map(Attendee::checkedInAt).filter(words::earlier).isPresent(),
                person.map(one -> helper.apply(one.checkedInBy())).orElse(""),
                door,
                FormId.fresh());
    }

    /** The key of its sentence. */
    public String message() {
        if (door.over() && !ELSEWHERE.contains(kind)) {
            return "check-in.over.result." + said;
        }
        if (door.online() && again()) {
            return "check-in.online.result." + said;
        }
        var kindly = switch (kind) {
            case WELCOME -> newcomer ? ".first" : "";
            case ALREADY_IN -> already();
            case UNDONE -> expected ? "" : ".not-expected";
            default -> again() ? room.ending(door.missing()) : "";
        };
        return "check-in.result." + said + kindly;
    }

    /** How many places the event has. */
    public int places() {
        return door.places();
    }

    /** How many of those are taken by people who are not here, while more may come in; else 0. */
    public int missing() {
        return door.missing();
    }

    private String already() {
        if (earlier) {
            return ".earlier";
        }
        return at.isEmpty() ? ".once" : by.isEmpty() ? "" : ".by";
    }

    /** Whether pressing again lets them in. */
    public boolean again() {
        return AGAIN.contains(kind) && attendance != null;
    }

    /** Whether letting them in takes the room over its limit, or a place that is somebody else's. */
    public boolean overLimit() {
        return room != RoomLeft.FREE;
    }

    /** Whether it is about somebody, were it somebody of another event: then nothing is said of whom the list shows. */
    public boolean somebody() {
        return kind != DoorResult.NOT_FOUND;
    }

    /** Whether somebody stands at the door who is not in. */
    public boolean atTheDoor() {
        return again() || ELSEWHERE.contains(kind);
    }

    /** Whether there is something to undo. */
    public boolean undo() {
        return kind == DoorResult.WELCOME && attendance != null;
    }
}
