package org.natter.attendee.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.natter.attendee.booking.SeatLedgerFixture.COLLEGE;
import static org.natter.attendee.booking.SeatLedgerFixture.NOW;
import static org.natter.attendee.booking.SeatLedgerFixture.STARTS;
import static org.natter.attendee.booking.SeatLedgerFixture.aLedger;
import static org.natter.attendee.booking.SeatLedgerFixture.after;
import static org.natter.attendee.booking.SeatLedgerFixture.attendance;
import static org.natter.attendee.booking.SeatLedgerFixture.riverside;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.natter.attendee.booking.BookingDomainEvent.ProgrammeObeyed;
import org.natter.attendee.person.AttendanceId;

/** Random commands in random order, some decided on a state that is outdated when they write and so decided again. */
class SeatLedgerRacesTest {

    private static final int PEOPLE = 12;
    private static final int COMMANDS = 120;
    private static final int SEEDS = 500;

    @Test
    void noPlaceIsEverGivenTwiceWhateverComesInWhateverOrder() {
        for (var seed = 0; seed < SEEDS; seed++) {
            play(new Random(seed), seed);
        }
    }

    @Test
    void fiftyAtOnceAreOneBookedAndFortyNineWaiting() {
        var ledger = aLedger().with(1).places();
        for (var i = 0; i < 50; i++) {
            ledger = after(ledger, ledger.ask(attendance(i), COLLEGE, NOW));
        }
        for (var i = 49; i >= 0; i--) {
            ledger = after(ledger, ledger.confirm(attendance(i), NOW));
        }

        assertThat(ledger.count(SeatStanding.BOOKED)).isOne();
        assertThat(ledger.count(SeatStanding.WAITING)).isEqualTo(49);
    }

    private static void play(Random random, int seed) {
        var places = 1 + random.nextInt(5);
        var ledger = aLedger().with(places).places();
        var history = new ArrayList<SeatLedger>(List.of(ledger));
        var now = NOW;
        for (var i = 0; i < COMMANDS; i++) {
            now = now.plus(Duration.ofMinutes(random.nextInt(240)));
            var command = command(random, now, i);
            command.apply(history.get(random.nextInt(history.size()))); // the race that is lost: decided in vain
            var before = ledger;
            ledger = after(ledger, command.apply(ledger));
            history.add(ledger);
            check(before, ledger, command, seed, now);
        }
        var quiet = after(ledger, ledger.sweep(now));
        if (OfferEnd.of(now, quiet.card()).isPresent() && quiet.isOpen(now)) {
            assertThat(quiet.free() == 0 || quiet.count(SeatStanding.WAITING) == 0)
                    .as("no free place beside a waiting list, seed %d", seed)
                    .isTrue();
        }
    }

    private static Function<SeatLedger, List<BookingDomainEvent>> command(Random random, Instant now, int number) {
        var who = attendance(1 + random.nextInt(PEOPLE));
        var kind = random.nextInt(12);
        if (kind < 4) {
            return ledger -> ask(ledger, who, now);
        }
        if (kind < 7) {
            return ledger -> ledger.confirm(who, now);
        }
        if (kind == 7) {
            return ledger -> ledger.cancel(who, CancelReason.OTHER, now);
        }
        if (kind == 8) {
            return ledger -> ledger.accept(who, now);
        }
        if (kind == 9) {
            var listed = random.nextBoolean();
            return ledger -> ledger.choose(who, listed);
        }
        if (kind == 10) {
            var more = random.nextInt(2);
            return ledger -> ledger.obey(
                    new ProgrammeObeyed(riverside(STARTS), ledger.places() + more, LedgerState.OPEN, number + 2L), now);
        }
        return ledger -> ledger.sweep(now);
    }

    /** A refusal changes nothing. */
    private static List<BookingDomainEvent> ask(SeatLedger ledger, AttendanceId who, Instant now) {
        try {
            return ledger.ask(who, COLLEGE, now);
        } catch (BookingClosed | WishIsForgotten refused) {
            return List.of();
        }
    }

    private static void check(
            SeatLedger before,
            SeatLedger now,
            Function<SeatLedger, List<BookingDomainEvent>> command,
            int seed,
            Instant at) {
        assertThat(now.taken()).as("taken at %s, seed %d", at, seed).isLessThanOrEqualTo(now.places());
        assertThat(now.seats()).extracting(Seat::attendance).doesNotHaveDuplicates();
        assertThat(after(now, command.apply(now)).count(SeatStanding.BOOKED))
                .as("a command said twice, seed %d", seed)
                .isEqualTo(now.count(SeatStanding.BOOKED));
        assertThat(waitingBoth(before, now)).as("waiting order, seed %d", seed).isEqualTo(waitingBoth(now, before));
    }

    /** Those who wait before and after, in the order of the first. */
    private static List<AttendanceId> waitingBoth(SeatLedger one, SeatLedger other) {
        var waiting = new ArrayList<AttendanceId>(one.standing(Set.of(SeatStanding.WAITING)));
        waiting.retainAll(other.standing(Set.of(SeatStanding.WAITING)));
        return waiting;
    }
}
