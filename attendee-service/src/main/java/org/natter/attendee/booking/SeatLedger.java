package org.natter.attendee.booking;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.natter.attendee.booking.BookingDomainEvent.AdmissionTakenBack;
import org.natter.attendee.booking.BookingDomainEvent.BookedListingChosen;
import org.natter.attendee.booking.BookingDomainEvent.HoldLapsed;
import org.natter.attendee.booking.BookingDomainEvent.OfferLapsed;
import org.natter.attendee.booking.BookingDomainEvent.OfferPutBack;
import org.natter.attendee.booking.BookingDomainEvent.OfferedListingChosen;
import org.natter.attendee.booking.BookingDomainEvent.PlaceAskedFor;
import org.natter.attendee.booking.BookingDomainEvent.PlaceBooked;
import org.natter.attendee.booking.BookingDomainEvent.PlaceCancelled;
import org.natter.attendee.booking.BookingDomainEvent.PlaceOffered;
import org.natter.attendee.booking.BookingDomainEvent.ProgrammeObeyed;
import org.natter.attendee.booking.BookingDomainEvent.PutBackInLine;
import org.natter.attendee.booking.BookingDomainEvent.SeatDropped;
import org.natter.attendee.booking.BookingDomainEvent.SeatFact;
import org.natter.attendee.booking.BookingDomainEvent.WaitingListJoined;
import org.natter.attendee.booking.BookingDomainEvent.WaitingListingChosen;
import org.natter.attendee.booking.BookingDomainEvent.WalkInAdmitted;
import org.natter.attendee.booking.BookingDomainEvent.WishChanged;
import org.natter.attendee.booking.BookingDomainEvent.WishForgotten;
import org.natter.attendee.booking.BookingDomainEvent.WishTakenBack;
import org.natter.attendee.person.AttendanceId;

/**
 * Who has a place at one event, who is kept or offered one, who waits: the only place where capacity is decided.
 *
 * <p>Every decision is a pure function and holds that kept, offered and booked places never exceed the places of the
 * event by anything decided here; a lowered capacity and walk-ins over the limit apart. A second press of the same
 * button decides nothing.
 *
 * @param obeyed the version of the event's aggregate last obeyed; 0 before the first
 * @param seats in the order of asking; somebody who rejoins goes to the end
 */
public record SeatLedger(EventCard card, int places, LedgerState state, long obeyed, List<Seat> seats) {

    /** How long a place is kept for a button not yet pressed. */
    public static final Duration HOLD = Duration.ofMinutes(60);

    public SeatLedger {
        seats = List.copyOf(seats);
    }

    /** The ledger of an event nobody asked for yet. */
    public static SeatLedger opened(EventCard card, int places, LedgerState state, long version) {
        return new SeatLedger(card, places, state, version, List.of());
    }

    /** What an event's ledger is before the first message about it is obeyed. */
    static SeatLedger unopened(EventCard card) {
        return opened(card, 0, LedgerState.OPEN, 0);
    }

    // Decisions.

    /** What the event's own service says, if it is newer than what was obeyed; freed places are offered. */
    public List<BookingDomainEvent> obey(ProgrammeObeyed news, Instant now) {
        return news.version() <= obeyed ? List.of() : thenOffer(now, news);
    }

    /**
     * Keeps a place for an hour, or a line without one; for somebody who already has either, what they chose last counts
     * until they confirm it.
     *
     * @throws WishIsForgotten if this attendance was a wish that is being forgotten
     * @throws BookingClosed if the event has begun, is over or was called off
     */
    public List<BookingDomainEvent> ask(AttendanceId attendance, BookingChoices choices, Instant now) {
        return ask(attendance, choices, true, now);
    }

    /** {@link #ask(AttendanceId, BookingChoices, Instant) The same}; a line alone for somebody nothing shall be kept for. */
    public List<BookingDomainEvent> ask(AttendanceId attendance, BookingChoices choices, boolean kept, Instant now) {
        if (!isOpen(now)) {
            throw BookingClosed.forEvent(card.event());
        }
        requireRemembered(attendance);
        var standing = seat(attendance).filter(seat -> !seat.standing().isGone());
        if (standing.isPresent()) {
            return standing.filter(seat ->
                            seat.standing().isUnconfirmed() && !seat.choices().equals(choices))
                    .map(seat -> List.<BookingDomainEvent>of(new WishChanged(card.event(), seat.withChoices(choices))))
                    .orElse(List.of());
        }
        var begins = kept && freeForNewcomers() > 0 ? SeatStanding.HELD : SeatStanding.ASKED;
        var asked = Seat.asked(attendance, choices, begins, now, now.plus(HOLD));
        var line = seat(attendance).map(asked::after).orElse(asked);
        return List.of(new PlaceAskedFor(card.event(), line.endingBy(card.startsAt())));
    }

    /** The button behind the mailed link: a kept place is booked, a line without one joins the waiting list. */
    public List<BookingDomainEvent> confirm(AttendanceId attendance, Instant now) {
        return seat(attendance)
                .filter(seat -> isOpen(now) && seat.standing().isUnconfirmed() && !seat.isOverBy(now))
                .map(seat -> List.of(confirmed(seat, now)))
                .orElse(List.of());
    }

    /** Takes an offered place, unless the offer is over or the event has begun. */
    public List<BookingDomainEvent> accept(AttendanceId attendance, Instant now) {
        return seat(attendance)
                .filter(seat -> isOpen(now) && seat.is(SeatStanding.OFFERED) && !seat.isOverBy(now))
                .map(seat -> List.<BookingDomainEvent>of(new PlaceBooked(card.event(), seat.booked(now))))
                .orElse(List.of());
    }

    /**
     * Offers a place that is left to this one in line, whoever stands before them: for as long as any offer lasts, and close to
     * the start, when none is made by itself, until it begins. Twice is once.
     *
     * @throws BookingClosed if the event has begun, is over or was called off
     * @throws NoPlaceLeft if no place is left: what is kept for others, or offered to them, is not
     */
    public List<BookingDomainEvent> offer(AttendanceId attendance, Instant now) {
        if (!isOpen(now)) {
            throw BookingClosed.forEvent(card.event());
        }
        var waits = seat(attendance).filter(seat -> seat.is(SeatStanding.WAITING));
        if (waits.isPresent() && free() == 0) {
            throw NoPlaceLeft.atEvent(card.event());
        }
        var end = OfferEnd.of(now, card).orElse(card.startsAt());
        return waits.map(seat -> List.<BookingDomainEvent>of(new PlaceOffered(card.event(), seat.offered(now, end))))
                .orElse(List.of());
    }

    /** Gives up a place, an offer, a place in line or a wish; what is freed is offered on. Twice is once. */
    public List<BookingDomainEvent> cancel(AttendanceId attendance, CancelReason reason, Instant now) {
        return state == LedgerState.OPEN ? givenUp(attendance, SeatStanding.CANCELLED, reason, now) : List.of();
    }

    /**
     * The same by an organiser, for somebody who told them.
     *
     * @throws BookingClosed if the event is over or was called off
     */
    public List<BookingDomainEvent> cancelFor(AttendanceId attendance, Instant now) {
        if (state != LedgerState.OPEN || !now.isBefore(card.endsAt())) {
            throw BookingClosed.forEvent(card.event());
        }
        return givenUp(attendance, SeatStanding.TAKEN_OFF, CancelReason.NOT_SAID, now);
    }

    private List<BookingDomainEvent> givenUp(
            AttendanceId attendance, SeatStanding end, CancelReason reason, Instant now) {
        var standing = seat(attendance).filter(seat -> !seat.standing().isGone());
        if (standing.isEmpty()) {
            return List.of();
        }
        return standing.get().standing().isUnconfirmed()
                ? thenOffer(now, new WishTakenBack(card.event(), standing.get().over(SeatStanding.CANCELLED, now)))
                : thenOffer(now, new PlaceCancelled(card.event(), standing.get().over(end, now), reason));
    }

    /** Drops a wish that turned out to be nobody's; what was kept for it is offered on. */
    public List<BookingDomainEvent> withdraw(AttendanceId attendance, Instant now) {
        return seat(attendance)
                .filter(seat -> seat.standing().isUnconfirmed())
                .map(seat -> thenOffer(now, new SeatDropped(card.event(), attendance)))
                .orElse(List.of());
    }

    /** Another choice about the who-was-there list, for as long as the booking stands. */
    public List<BookingDomainEvent> choose(AttendanceId attendance, boolean listed) {
        return seat(attendance)
                .filter(seat -> !seat.standing().isGone() && seat.choices().listed() != listed)
                .map(seat -> List.of(chosen(seat.withListed(listed))))
                .orElse(List.of());
    }

    /**
     * {@link #admitOverLimit Lets somebody in} within the limit.
     *
     * @throws RoomIsFull if no place is free for them
     */
    public List<BookingDomainEvent> admit(AttendanceId attendance, BookingChoices choices, Instant now) {
        var admitted = admitOverLimit(attendance, choices, now);
        if (!admitted.isEmpty() && !hasRoomFor(attendance)) {
            throw RoomIsFull.atEvent(card.event());
        }
        return admitted;
    }

    /**
     * Lets somebody in without a confirmed booking, whatever the number of places. Booked ones stay as they are.
     *
     * @throws BookingClosed if the event was called off
     * @throws WishIsForgotten if this attendance was a wish that is being forgotten
     */
    public List<BookingDomainEvent> admitOverLimit(AttendanceId attendance, BookingChoices choices, Instant now) {
        if (state == LedgerState.CALLED_OFF) {
            throw BookingClosed.forEvent(card.event());
        }
        requireRemembered(attendance);
        if (isBooked(attendance)) {
            return List.of();
        }
        var admitted =
                seat(attendance).map(seat -> seat.admitted(now)).orElseGet(() -> Seat.walkIn(attendance, choices, now));
        return List.of(new WalkInAdmitted(card.event(), admitted));
    }

    /**
     * Takes back that somebody was let in at the door: the place is free again, and whoever had a wish, an offer or a place
     * in line has it again, at any time: once it is over that decides what they are asked.
     */
    public List<BookingDomainEvent> takeAdmissionBack(AttendanceId attendance, Instant now) {
        return seat(attendance)
                .filter(seat -> seat.isAdmitted() && state != LedgerState.CALLED_OFF)
                .map(seat -> seat.notAdmitted(now))
                .map(seat -> oneOfEach(thenOffer(now, notAdmitted(seat, now))))
                .orElse(List.of());
    }

    private SeatFact notAdmitted(Seat seat, Instant now) {
        return switch (seat.standing()) {
            case WAITING -> new PutBackInLine(card.event(), seat);
            case OFFERED -> new OfferPutBack(card.event(), seat);
            default -> new AdmissionTakenBack(card.event(), seat, now);
        };
    }

    /** Whoever is put back in line and is the next to be asked is told of the offer alone. */
    private static List<BookingDomainEvent> oneOfEach(List<BookingDomainEvent> facts) {
        var newest = new LinkedHashMap<AttendanceId, BookingDomainEvent>();
        facts.forEach(fact -> newest.put(((SeatFact) fact).seat().attendance(), fact));
        return List.copyOf(newest.values());
    }

    /**
     * Moves a walk-in's place to the line that the same person turns out to have; if that line has one, it is free for
     * the next. Nothing without a walk-in's place to move: moving twice is moving once.
     */
    public List<BookingDomainEvent> moveWalkIn(AttendanceId from, AttendanceId to, Instant now) {
        return seat(from)
                .filter(seat -> state != LedgerState.CALLED_OFF && seat.is(SeatStanding.BOOKED))
                .map(seat -> Stream.concat(
                        Stream.of(new PlaceCancelled(
                                card.event(), seat.over(SeatStanding.CANCELLED, now), CancelReason.NOT_SAID)),
                        admitOverLimit(to, seat.choices(), now).stream()))
                .map(facts -> thenOffer(now, facts.toArray(BookingDomainEvent[]::new)))
                .orElse(List.of());
    }

    /** Ends holds and offers whose time is over, offers what became free to the next in line, and forgets old wishes. */
    public List<BookingDomainEvent> sweep(Instant now) {
        var lapsed = seats.stream()
                .filter(seat -> moves(seat) && !seat.is(SeatStanding.FORGOTTEN))
                .filter(seat -> seat.isOverBy(now) || seat.isToForget(now))
                .map(seat -> lapse(seat, now))
                .toArray(BookingDomainEvent[]::new);
        return lapsed.length == 0 ? List.of() : thenOffer(now, lapsed);
    }

    /** What was typed for a forgotten wish is gone: its id is kept for an hour and dropped then. */
    public List<BookingDomainEvent> forgotten(AttendanceId attendance, Instant now) {
        return seats.stream()
                .filter(seat -> seat.isForgottenWishOf(attendance))
                .findFirst()
                .map(seat -> List.<BookingDomainEvent>of(
                        seat.isOutOfMind(now)
                                ? new SeatDropped(card.event(), attendance)
                                : new WishForgotten(card.event(), seat.kept())))
                .orElse(List.of());
    }

    // Questions.

    /** This attendance's line; empty without one, also if its wish is forgotten. */
    public Optional<Seat> seat(AttendanceId attendance) {
        return seats.stream()
                .filter(seat -> seat.attendance().equals(attendance) && !seat.is(SeatStanding.FORGOTTEN))
                .findFirst();
    }

    /** How many places are booked, kept or offered. */
    public int taken() {
        return (int) seats.stream().filter(seat -> seat.standing().takesPlace()).count();
    }

    /** How many stand like this. */
    public int count(SeatStanding standing) {
        return (int) seats.stream().filter(seat -> seat.is(standing)).count();
    }

    /** Places nobody has, is kept or is offered; never below 0, also over capacity. */
    public int free() {
        return Math.max(0, places - taken());
    }

    /** Places that somebody new could have now: none while others wait, who are asked first. */
    public int freeForNewcomers() {
        return count(SeatStanding.WAITING) == 0 ? free() : 0;
    }

    /** The same in words: whether it is full, or what is left is for those in line. */
    public RoomLeft room() {
        if (freeForNewcomers() > 0) {
            return RoomLeft.FREE;
        }
        if (free() > 0) {
            return RoomLeft.OTHERS_FIRST;
        }
        return count(SeatStanding.OFFERED) > 0 ? RoomLeft.ON_OFFER : RoomLeft.FULL;
    }

    /**
     * Whether this attendance may be let in within the limit: a place is free, or theirs. One that is kept or offered is
     * no room where more are let in or promised than there are places.
     */
    public boolean hasRoomFor(AttendanceId attendance) {
        if (isBooked(attendance)) {
            return true;
        }
        var theirs = seat(attendance).filter(seat -> seat.standing().takesPlace());
        return theirs.isPresent() ? taken() <= places : free() > 0;
    }

    public boolean isBooked(AttendanceId attendance) {
        return seat(attendance).filter(seat -> seat.is(SeatStanding.BOOKED)).isPresent();
    }

    /** Whether somebody new may ask: not called off, not over, not begun. */
    public boolean isOpen(Instant now) {
        return state == LedgerState.OPEN && now.isBefore(card.startsAt());
    }

    /** Who stands in one of these ways, in the order of asking. */
    public List<AttendanceId> standing(Set<SeatStanding> standings) {
        return seats.stream()
                .filter(seat -> standings.contains(seat.standing()))
                .map(Seat::attendance)
                .toList();
    }

    /** Whose place is theirs only since they were let in at the door; nobody's once it is called off. */
    public List<AttendanceId> admitted() {
        return state == LedgerState.CALLED_OFF
                ? List.of()
                : seats.stream().filter(Seat::isAdmitted).map(Seat::attendance).toList();
    }

    /** The next moment at which a hold or an offer ends, or a wish is to be forgotten. */
    public Optional<Instant> nextEnd() {
        return seats.stream()
                .filter(this::moves)
                .flatMap(seat -> seat.nextEnd().stream())
                .min(Instant::compareTo);
    }

    /** Which forgotten wishes have something left to go. */
    public List<AttendanceId> toForget(Instant now) {
        return seats.stream()
                .filter(seat -> seat.is(SeatStanding.FORGOTTEN) && seat.isOverBy(now))
                .map(Seat::attendance)
                .toList();
    }

    /** The owner's view of this attendance's line. */
    public Optional<Booking> booking(AttendanceId attendance) {
        return seat(attendance).map(seat -> view(seat, room(), position(seat)));
    }

    /** The same of every line, in the order of asking; room and line are looked at once, however many there are. */
    public List<Booking> bookings() {
        var room = room();
        var line = new AtomicInteger();
        return seats.stream()
                .filter(seat -> !seat.is(SeatStanding.FORGOTTEN))
                .map(seat -> view(seat, room, seat.is(SeatStanding.WAITING) ? line.incrementAndGet() : null))
                .toList();
    }

    // Steps.

    SeatLedger with(Seat seat) {
        return seats.stream().noneMatch(line -> line.attendance().equals(seat.attendance()))
                ? withLast(seat)
                : seated(seats.stream().map(line -> line.attendance().equals(seat.attendance()) ? seat : line));
    }

    SeatLedger withLast(Seat seat) {
        return seated(Stream.concat(without(seat.attendance()).seats.stream(), Stream.of(seat)));
    }

    SeatLedger without(AttendanceId attendance) {
        return seated(seats.stream().filter(line -> !line.attendance().equals(attendance)));
    }

    private SeatLedger seated(Stream<Seat> after) {
        return new SeatLedger(card, places, state, obeyed, after.toList());
    }

    /** What is kept or offered ends with the new start at the latest. */
    SeatLedger obeying(ProgrammeObeyed news) {
        var inTime = seats.stream()
                .map(seat -> seat.endingBy(news.card().startsAt()))
                .toList();
        return new SeatLedger(news.card(), news.places(), news.state(), news.version(), inTime);
    }

    private BookingDomainEvent confirmed(Seat seat, Instant now) {
        var room = seat.is(SeatStanding.HELD) || freeForNewcomers() > 0;
        return room
                ? new PlaceBooked(card.event(), seat.booked(now))
                : new WaitingListJoined(card.event(), seat.waiting(now));
    }

    private BookingDomainEvent chosen(Seat seat) {
        if (seat.is(SeatStanding.BOOKED)) {
            return new BookedListingChosen(card.event(), seat);
        }
        if (seat.is(SeatStanding.WAITING)) {
            return new WaitingListingChosen(card.event(), seat);
        }
        return seat.is(SeatStanding.OFFERED)
                ? new OfferedListingChosen(card.event(), seat)
                : new WishChanged(card.event(), seat);
    }

    private BookingDomainEvent lapse(Seat seat, Instant now) {
        if (seat.is(SeatStanding.LET_GO)) {
            return new WishForgotten(card.event(), seat.forgotten(now));
        }
        return seat.is(SeatStanding.OFFERED)
                ? new OfferLapsed(card.event(), seat.lapsed(now))
                : new HoldLapsed(card.event(), seat.lapsed(now));
    }

    /** The facts, followed by an offer for each place they leave free, first come first. */
    private List<BookingDomainEvent> thenOffer(Instant now, BookingDomainEvent... facts) {
        var all = new ArrayList<BookingDomainEvent>(List.of(facts));
        var after = this;
        for (var fact : facts) {
            after = fact.applyTo(after);
        }
        var end = OfferEnd.of(now, after.card);
        if (after.isOpen(now) && end.isPresent()) {
            after.seats.stream()
                    .filter(seat -> seat.is(SeatStanding.WAITING))
                    .limit(after.free())
                    .forEach(seat -> all.add(new PlaceOffered(card.event(), seat.offered(now, end.get()))));
        }
        return all;
    }

    private void requireRemembered(AttendanceId attendance) {
        if (seats.stream().anyMatch(seat -> seat.isForgottenWishOf(attendance))) {
            throw WishIsForgotten.of(attendance);
        }
    }

    /** Whether time still means something to this line: once called off, only what nobody confirmed is tidied away. */
    private boolean moves(Seat seat) {
        return state != LedgerState.CALLED_OFF || !seat.is(SeatStanding.OFFERED);
    }

    private @Nullable Integer position(Seat seat) {
        return seat.is(SeatStanding.WAITING)
                ? standing(Set.of(SeatStanding.WAITING)).indexOf(seat.attendance()) + 1
                : null;
    }

    private Booking view(Seat seat, RoomLeft room, @Nullable Integer position) {
        return new Booking(
                seat.attendance(),
                card,
                statusOf(seat),
                seat.standing(),
                seat.choices().sector(),
                seat.choices().newcomer(),
                seat.choices().listed(),
                seat.walkIn(),
                seat.since(),
                position,
                seat.until(),
                seat.was(),
                seat.turned(),
                room);
    }

    private BookingStatus statusOf(Seat seat) {
        if (state == LedgerState.CALLED_OFF) {
            return BookingStatus.CANCELLED;
        }
        return seat.standing().status();
    }
}
