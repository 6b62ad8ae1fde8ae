package org.natter.attendee.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.natter.attendee.booking.SeatLedgerFixture.COLLEGE;
import static org.natter.attendee.booking.SeatLedgerFixture.NOW;
import static org.natter.attendee.booking.SeatLedgerFixture.RIVERSIDE;
import static org.natter.attendee.booking.SeatLedgerFixture.SAMIR;
import static org.natter.attendee.booking.SeatLedgerFixture.STARTS;
import static org.natter.attendee.booking.SeatLedgerFixture.TOBIAS;
import static org.natter.attendee.booking.SeatLedgerFixture.VIVIEN;
import static org.natter.attendee.booking.SeatLedgerFixture.WREN;
import static org.natter.attendee.booking.SeatLedgerFixture.aLedger;
import static org.natter.attendee.booking.SeatLedgerFixture.after;
import static org.natter.attendee.booking.SeatLedgerFixture.riverside;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.natter.attendee.booking.BookingDomainEvent.BookedListingChosen;
import org.natter.attendee.booking.BookingDomainEvent.HoldLapsed;
import org.natter.attendee.booking.BookingDomainEvent.OfferLapsed;
import org.natter.attendee.booking.BookingDomainEvent.PlaceBooked;
import org.natter.attendee.booking.BookingDomainEvent.PlaceCancelled;
import org.natter.attendee.booking.BookingDomainEvent.PlaceOffered;
import org.natter.attendee.booking.BookingDomainEvent.ProgrammeObeyed;
import org.natter.attendee.booking.BookingDomainEvent.WaitingListJoined;
import org.natter.attendee.person.AttendanceId;

class SeatLedgerTest {

    @Test
    void aPlaceIsKeptForAnHourUntilTheButtonIsPressed() {
        var ledger = aLedger().with(1).places();

        var asked = after(ledger, ledger.ask(WREN, COLLEGE, NOW));

        assertThat(asked.free()).isZero();
        assertThat(status(asked, WREN)).isEqualTo(BookingStatus.UNCONFIRMED);
        var confirmed = after(asked, asked.confirm(WREN, NOW.plus(Duration.ofMinutes(59))));
        assertThat(status(confirmed, WREN)).isEqualTo(BookingStatus.BOOKED);
    }

    @Test
    void aLineWithoutAKeptPlaceTakesOneOnlyWhenConfirmed() {
        var ledger = aLedger().with(1).places();

        var asked = after(ledger, ledger.ask(WREN, COLLEGE, false, NOW));

        assertThat(asked.free()).isOne();
        assertThat(status(asked, WREN)).isEqualTo(BookingStatus.UNCONFIRMED);
        var confirmed = after(asked, asked.confirm(WREN, NOW));
        assertThat(status(confirmed, WREN)).isEqualTo(BookingStatus.BOOKED);
        var late = after(confirmed, confirmed.ask(SAMIR, COLLEGE, false, NOW));
        assertThat(status(after(late, late.confirm(SAMIR, NOW)), SAMIR)).isEqualTo(BookingStatus.WAITING);
    }

    @Test
    void anHourLaterTheKeptPlaceIsFreeAgain() {
        var ledger = aLedger().with(1).places();
        var asked = after(ledger, ledger.ask(WREN, COLLEGE, NOW));
        var later = NOW.plus(SeatLedger.HOLD);

        var facts = asked.sweep(later);

        assertThat(facts).singleElement().isInstanceOf(HoldLapsed.class);
        assertThat(asked.confirm(WREN, later)).isEmpty();
        assertThat(after(asked, facts).free()).isOne();
        assertThat(status(after(asked, facts), WREN)).isEqualTo(BookingStatus.LAPSED);
    }

    @Test
    void confirmingTwiceIsOneBooking() {
        var ledger = aLedger().with(1).booked(WREN).places();

        assertThat(ledger.confirm(WREN, NOW)).isEmpty();
        assertThat(ledger.ask(WREN, COLLEGE, NOW)).isEmpty();
    }

    @Test
    void whoeverConfirmsWithoutAKeptPlaceWaitsInOrder() {
        var ledger = aLedger().with(1).booked(WREN).places();

        var waiting = join(join(ledger, TOBIAS), SAMIR);

        assertThat(waiting.booking(SAMIR)).get().extracting(Booking::position).isEqualTo(2);
        assertThat(waiting.booking(TOBIAS)).get().extracting(Booking::position).isEqualTo(1);
    }

    @Test
    void aFreedPlaceIsOfferedToTheFirstInLineAndCountsAsTakenMeanwhile() {
        var ledger = join(join(aLedger().with(1).booked(WREN).places(), TOBIAS), SAMIR);

        var facts = ledger.cancel(WREN, CancelReason.COST, NOW);

        assertThat(facts).hasSize(2).first().isInstanceOf(PlaceCancelled.class);
        assertThat(facts.get(1)).isInstanceOf(PlaceOffered.class);
        var offered = after(ledger, facts);
        assertThat(status(offered, TOBIAS)).isEqualTo(BookingStatus.OFFERED);
        assertThat(offered.free()).isZero();
        assertThat(offered.booking(TOBIAS)).get().extracting(Booking::until).isEqualTo(NOW.plus(Duration.ofHours(24)));
    }

    @Test
    void aStrangerIsNotGivenAPlaceOnOffer() {
        var offered = cancelled(join(aLedger().with(1).booked(WREN).places(), TOBIAS), WREN);

        var asked = after(offered, offered.ask(VIVIEN, COLLEGE, NOW));

        assertThat(asked.seat(VIVIEN)).get().extracting(Seat::standing).isEqualTo(SeatStanding.ASKED);
        assertThat(asked.confirm(VIVIEN, NOW)).singleElement().isInstanceOf(WaitingListJoined.class);
    }

    @Test
    void anOfferNobodyTakesGoesToTheNextInLine() {
        var offered = cancelled(join(join(aLedger().with(1).booked(WREN).places(), TOBIAS), SAMIR), WREN);
        var over = NOW.plus(Duration.ofHours(24));

        var facts = offered.sweep(over);

        assertThat(facts).hasSize(2).first().isInstanceOf(OfferLapsed.class);
        assertThat(status(after(offered, facts), SAMIR)).isEqualTo(BookingStatus.OFFERED);
        assertThat(offered.accept(TOBIAS, over)).isEmpty();
    }

    @Test
    void anAcceptedOfferIsABooking() {
        var offered = cancelled(join(aLedger().with(1).booked(WREN).places(), TOBIAS), WREN);

        assertThat(offered.accept(TOBIAS, NOW)).singleElement().isInstanceOf(PlaceBooked.class);
    }

    @Test
    void cancellingTwiceFreesOnePlace() {
        var ledger = cancelled(aLedger().with(2).booked(WREN, TOBIAS).places(), WREN);

        assertThat(ledger.cancel(WREN, CancelReason.NOT_SAID, NOW)).isEmpty();
        assertThat(ledger.free()).isOne();
    }

    @Test
    void whoeverCancelsAndComesBackWaitsAtTheEnd() {
        var ledger = join(join(aLedger().with(1).booked(WREN).places(), TOBIAS), SAMIR);

        var back = join(cancelled(ledger, WREN), WREN);

        assertThat(back.booking(SAMIR)).get().extracting(Booking::position).isEqualTo(1);
        assertThat(back.booking(WREN)).get().extracting(Booking::position).isEqualTo(2);
    }

    @Test
    void fewerPlacesThrowNobodyOutAndOfferNothing() {
        var ledger = join(aLedger().with(2).booked(WREN, TOBIAS).places(), SAMIR);

        var smaller = after(ledger, ledger.obey(news(1, LedgerState.OPEN, 2), NOW));

        assertThat(smaller.count(SeatStanding.BOOKED)).isEqualTo(2);
        assertThat(smaller.free()).isZero();
        assertThat(cancelled(smaller, WREN).count(SeatStanding.OFFERED)).isZero();
    }

    @Test
    void morePlacesAreOfferedToThoseWhoWait() {
        var ledger = join(join(aLedger().with(1).booked(WREN).places(), TOBIAS), SAMIR);

        var larger = after(ledger, ledger.obey(news(3, LedgerState.OPEN, 2), NOW));

        assertThat(larger.count(SeatStanding.OFFERED)).isEqualTo(2);
    }

    @Test
    void anOlderOrRepeatedMessageFromTheProgrammeChangesNothing() {
        var ledger = aLedger().places();
        var newer = after(ledger, ledger.obey(news(5, LedgerState.OPEN, 4), NOW));

        assertThat(newer.obey(news(5, LedgerState.OPEN, 4), NOW)).isEmpty();
        assertThat(newer.obey(news(9, LedgerState.OPEN, 3), NOW)).isEmpty();
        assertThat(newer.places()).isEqualTo(5);
    }

    @Test
    void aCalledOffEventVoidsEveryBookingWithoutAWord() {
        var ledger = join(aLedger().with(1).booked(WREN).places(), TOBIAS);

        var facts = ledger.obey(news(1, LedgerState.CALLED_OFF, 2), NOW);

        var off = after(ledger, facts);
        assertThat(facts).hasSize(1);
        assertThat(status(off, WREN)).isEqualTo(BookingStatus.CANCELLED);
        assertThat(status(off, TOBIAS)).isEqualTo(BookingStatus.CANCELLED);
        assertThat(off.cancel(WREN, CancelReason.COST, NOW)).isEmpty();
        assertThat(off.isOpen(NOW)).isFalse();
        assertThat(off.nextEnd()).isEmpty();
    }

    @Test
    void nothingIsOfferedOnceTheEventHasBegun() {
        var ledger = join(aLedger().with(1).booked(WREN).places(), TOBIAS);

        assertThat(ledger.cancel(WREN, CancelReason.FORGOT, STARTS)).hasSize(1);
        assertThatThrownBy(() -> ledger.ask(SAMIR, COLLEGE, STARTS)).isInstanceOf(BookingClosed.class);
    }

    @Test
    void aWalkInIsLetInOverTheLimitOnTheSameLine() {
        var ledger = join(aLedger().with(1).booked(WREN).places(), TOBIAS);

        var admitted = after(ledger, ledger.admitOverLimit(TOBIAS, COLLEGE, STARTS));

        assertThat(admitted.count(SeatStanding.BOOKED)).isEqualTo(2);
        assertThat(admitted.seat(TOBIAS)).get().extracting(Seat::walkIn).isEqualTo(true);
        assertThat(admitted.free()).isZero();
        assertThat(admitted.admitOverLimit(TOBIAS, COLLEGE, STARTS)).isEmpty();
    }

    @Test
    void whoeverIsNotLetInAfterAllStandsWhereTheyStood() {
        var line = join(join(aLedger().with(1).booked(WREN).places(), TOBIAS), SAMIR);
        var later = NOW.plusSeconds(60);
        var admitted = after(line, line.admitOverLimit(TOBIAS, COLLEGE, later));

        var back = after(admitted, admitted.takeAdmissionBack(TOBIAS, later));

        assertThat(back.seats()).isEqualTo(line.seats());
        assertThat(back.takeAdmissionBack(TOBIAS, NOW)).as("twice is once").isEmpty();
        assertThat(back.takeAdmissionBack(WREN, NOW)).as("Wren has booked").isEmpty();
    }

    @Test
    void whoeverHadAnOfferOrAWishHasItAgainForAsLongAsItHolds() {
        var line = join(aLedger().with(1).booked(WREN).places(), TOBIAS);
        var offered = cancelled(line, WREN);
        var kept = aLedger().with(1).places();
        var held = after(kept, kept.ask(WREN, COLLEGE, NOW));

        var offer = undone(offered, TOBIAS, NOW.plusSeconds(60));
        assertThat(offer.seat(TOBIAS)).isEqualTo(offered.seat(TOBIAS));
        assertThat(own(undone(offered, TOBIAS, NOW.plus(Duration.ofDays(3))), TOBIAS))
                .isEqualTo(OwnStanding.OFFER_LAPSED);
        assertThat(undone(held, WREN, NOW.plusSeconds(60)).seat(WREN)).isEqualTo(held.seat(WREN));
        assertThat(own(undone(held, WREN, NOW.plus(SeatLedger.HOLD)), WREN)).isEqualTo(OwnStanding.LET_GO);
        assertThat(own(undone(offered, WREN, NOW.plusSeconds(60)), WREN)).isEqualTo(OwnStanding.CANCELLED);
    }

    @Test
    void whoeverIsPutBackInLineAndIsNextIsToldOfTheOfferAlone() {
        var line = join(aLedger().with(1).booked(WREN).places(), TOBIAS);
        var admitted = after(line, line.admitOverLimit(TOBIAS, COLLEGE, NOW));
        var free = cancelled(admitted, WREN);

        var facts = free.takeAdmissionBack(TOBIAS, NOW);

        assertThat(facts).hasSize(1).first().isInstanceOf(PlaceOffered.class);
        assertThat(status(after(free, facts), TOBIAS)).isEqualTo(BookingStatus.OFFERED);
    }

    @Test
    void whoeverWalkedInAndDidNotAfterAllHasNoPlaceAndTheNextIsAsked() {
        var empty = aLedger().with(2).booked(WREN).places();
        var admitted = after(empty, empty.admitOverLimit(VIVIEN, COLLEGE, NOW));
        var full = join(admitted, SAMIR);

        var back = after(full, full.takeAdmissionBack(VIVIEN, NOW));

        assertThat(status(back, VIVIEN)).isEqualTo(BookingStatus.CANCELLED);
        assertThat(own(back, VIVIEN)).isEqualTo(OwnStanding.NOT_ADMITTED);
        assertThat(status(back, SAMIR)).isEqualTo(BookingStatus.OFFERED);
    }

    @Test
    void alsoOnceItIsOverWhoeverWasNotThereAfterAllHadNoPlace() {
        var line = join(aLedger().with(1).booked(WREN).places(), TOBIAS);
        var over = riverside(STARTS).endsAt().plusSeconds(60);

        var back = undone(undone(line, TOBIAS, over), VIVIEN, over);

        assertThat(status(back, TOBIAS)).isEqualTo(BookingStatus.WAITING);
        assertThat(own(back, VIVIEN)).isEqualTo(OwnStanding.NOT_ADMITTED);
        assertThat(back.count(SeatStanding.BOOKED)).isOne();
    }

    @Test
    void whoeverIsNotLetInHearsWhy() {
        var full = aLedger().with(1).booked(WREN).places();
        var off = after(full, full.obey(new ProgrammeObeyed(riverside(STARTS), 1, LedgerState.CALLED_OFF, 9), NOW));

        assertThatThrownBy(() -> full.admit(TOBIAS, COLLEGE, STARTS)).isInstanceOf(RoomIsFull.class);
        assertThat(full.admit(WREN, COLLEGE, STARTS)).isEmpty();
        assertThat(full.admitOverLimit(TOBIAS, COLLEGE, STARTS)).hasSize(1);
        assertThatThrownBy(() -> off.admit(TOBIAS, COLLEGE, STARTS)).isInstanceOf(BookingClosed.class);
        assertThatThrownBy(() -> off.admitOverLimit(TOBIAS, COLLEGE, STARTS)).isInstanceOf(BookingClosed.class);
        assertThatThrownBy(() -> off.ask(TOBIAS, COLLEGE, NOW)).isInstanceOf(BookingClosed.class);
    }

    /** Close to the start nothing is offered by itself, and an organiser who has rung somebody could give them nothing. */
    @Test
    void aPlaceThatIsLeftIsOfferedByHandUntilItBeginsAndNeverOneMore() {
        var waiting = join(join(aLedger().with(1).booked(WREN).places(), SAMIR), TOBIAS);
        assertThatThrownBy(() -> waiting.offer(SAMIR, NOW)).isInstanceOf(NoPlaceLeft.class);
        var late = STARTS.minus(Duration.ofHours(1));
        var freed = after(waiting, waiting.cancel(WREN, CancelReason.NOT_SAID, late));
        assertThat(status(freed, SAMIR)).isEqualTo(BookingStatus.WAITING);

        var offered = after(freed, freed.offer(TOBIAS, late));

        assertThat(offered.booking(TOBIAS)).get().extracting(Booking::until).isEqualTo(STARTS);
        assertThat(offered.offer(TOBIAS, late)).as("twice is once").isEmpty();
        assertThatThrownBy(() -> offered.offer(SAMIR, late)).isInstanceOf(NoPlaceLeft.class);
        assertThat(offered.offer(WREN, late)).as("who waits no more").isEmpty();
        assertThatThrownBy(() -> freed.offer(SAMIR, STARTS)).isInstanceOf(BookingClosed.class);
        assertThat(after(offered, offered.accept(TOBIAS, STARTS.minusSeconds(1)))
                        .isBooked(TOBIAS))
                .isTrue();
    }

    @Test
    void aPlaceOnOfferIsNoRoomOnceSomebodyIsLetInOverTheLimit() {
        var waiting = join(aLedger().with(2).booked(WREN, TOBIAS).places(), SAMIR);
        var offered = after(waiting, waiting.cancel(TOBIAS, CancelReason.NOT_SAID, NOW));

        var over = after(offered, offered.admitOverLimit(VIVIEN, COLLEGE, STARTS));

        assertThat(offered.hasRoomFor(SAMIR)).as("it is kept for Samir").isTrue();
        assertThat(status(over, SAMIR)).isEqualTo(BookingStatus.OFFERED);
        assertThat(over.hasRoomFor(SAMIR)).as("two are in a room for two").isFalse();
        assertThatThrownBy(() -> over.admit(SAMIR, COLLEGE, STARTS)).isInstanceOf(RoomIsFull.class);
        assertThat(over.hasRoomFor(WREN)).as("Wren is in anyway").isTrue();
        var left = after(over, over.cancel(WREN, CancelReason.NOT_SAID, NOW));
        assertThat(left.hasRoomFor(SAMIR)).isTrue();
    }

    @Test
    void whatAWalkInFreesByMovingIsOfferedToTheNextInLine() {
        var full = join(aLedger().with(2).booked(WREN).places(), TOBIAS);
        var waiting = join(full, VIVIEN);

        var moved = after(waiting, waiting.moveWalkIn(TOBIAS, WREN, NOW));

        assertThat(status(moved, TOBIAS)).isEqualTo(BookingStatus.CANCELLED);
        assertThat(status(moved, WREN)).isEqualTo(BookingStatus.BOOKED);
        assertThat(status(moved, VIVIEN)).isEqualTo(BookingStatus.OFFERED);
        assertThat(moved.moveWalkIn(TOBIAS, WREN, NOW)).isEmpty();
    }

    @Test
    void anotherListChoiceKeepsSinceWhenThePlaceIsTheirs() {
        var ledger = aLedger().with(1).booked(WREN).places();

        var facts = ledger.choose(WREN, false);

        assertThat(facts).singleElement().isInstanceOf(BookedListingChosen.class);
        assertThat(after(ledger, facts).seat(WREN)).get().satisfies(seat -> {
            assertThat(seat.since()).isEqualTo(NOW);
            assertThat(seat.choices().listed()).isFalse();
        });
        assertThat(ledger.choose(WREN, true)).isEmpty();
    }

    @Test
    void aWishNobodyConfirmedIsForgottenADayAfterItWasLetGo() {
        var ledger = aLedger().with(1).places();
        var asked = after(ledger, ledger.ask(WREN, COLLEGE, NOW));
        var letGo = NOW.plus(SeatLedger.HOLD);
        var lapsed = after(asked, asked.sweep(letGo));
        var aDayLater = letGo.plus(Duration.ofHours(24));

        assertThat(lapsed.nextEnd()).contains(aDayLater);
        assertThat(lapsed.sweep(aDayLater.minusMillis(1))).isEmpty();
        var forgotten = after(lapsed, lapsed.sweep(aDayLater));
        assertThat(forgotten.toForget(aDayLater)).containsExactly(WREN);
        assertThat(forgotten.seat(WREN)).isEmpty();
        assertThatThrownBy(() -> forgotten.ask(WREN, COLLEGE, aDayLater)).isInstanceOf(WishIsForgotten.class);
        assertThatThrownBy(() -> forgotten.admitOverLimit(WREN, COLLEGE, aDayLater))
                .isInstanceOf(WishIsForgotten.class);
        var gone = after(forgotten, forgotten.forgotten(WREN, aDayLater));
        assertThat(gone.toForget(aDayLater)).isEmpty();
        assertThatThrownBy(() -> gone.ask(WREN, COLLEGE, aDayLater))
                .isInstanceOfSatisfying(
                        WishIsForgotten.class,
                        refusal -> assertThat(refusal.attendance()).isEqualTo(WREN));
        var anHourLater = aDayLater.plus(Duration.ofHours(1));
        assertThat(gone.nextEnd()).contains(anHourLater);
        assertThat(after(gone, gone.forgotten(WREN, anHourLater)).seats()).isEmpty();
    }

    @Test
    void eachStandingIsToldApartAlsoOnceItIsOver() {
        var full = aLedger().with(1).booked(WREN).places();
        var kept = aLedger().with(1).places();
        var held = after(kept, kept.ask(WREN, COLLEGE, NOW));
        var joining = after(full, full.ask(TOBIAS, COLLEGE, NOW));
        var waiting = join(full, TOBIAS);
        var offered = cancelled(waiting, WREN);
        var later = NOW.plus(Duration.ofHours(25));

        assertThat(own(held, WREN)).isEqualTo(OwnStanding.KEPT);
        assertThat(own(after(held, held.sweep(later)), WREN)).isEqualTo(OwnStanding.LET_GO);
        assertThat(own(cancelled(held, WREN), WREN)).isEqualTo(OwnStanding.TAKEN_BACK);
        assertThat(own(joining, TOBIAS)).isEqualTo(OwnStanding.JOINING);
        assertThat(own(after(joining, joining.sweep(later)), TOBIAS)).isEqualTo(OwnStanding.NOT_JOINED);
        assertThat(own(waiting, TOBIAS)).isEqualTo(OwnStanding.WAITING);
        assertThat(own(cancelled(waiting, TOBIAS), TOBIAS)).isEqualTo(OwnStanding.LEFT_THE_LIST);
        assertThat(own(offered, TOBIAS)).isEqualTo(OwnStanding.OFFERED);
        assertThat(own(cancelled(offered, TOBIAS), TOBIAS)).isEqualTo(OwnStanding.DECLINED);
        assertThat(own(after(offered, offered.sweep(later)), TOBIAS)).isEqualTo(OwnStanding.OFFER_LAPSED);
        assertThat(own(full, WREN)).isEqualTo(OwnStanding.BOOKED);
        assertThat(own(offered, WREN)).isEqualTo(OwnStanding.CANCELLED);
        assertThat(own(after(full, full.obey(news(1, LedgerState.CALLED_OFF, 2), NOW)), WREN))
                .isEqualTo(OwnStanding.CALLED_OFF);
    }

    @Test
    void whatAnOrganiserCancelsIsOfferedOnAndCalledWhatItIs() {
        var full = aLedger().with(1).booked(WREN).places();
        var waiting = join(full, TOBIAS);
        var offered = after(waiting, waiting.cancelFor(WREN, NOW));

        assertThat(own(offered, WREN)).isEqualTo(OwnStanding.CANCELLED_FOR_YOU);
        assertThat(own(offered, TOBIAS)).isEqualTo(OwnStanding.OFFERED);
        assertThat(offered.booking(WREN).orElseThrow().sequence())
                .isGreaterThan(full.booking(WREN).orElseThrow().sequence());
        assertThat(own(after(waiting, waiting.cancelFor(TOBIAS, NOW)), TOBIAS)).isEqualTo(OwnStanding.OFF_THE_LIST);
        assertThat(own(after(offered, offered.cancelFor(TOBIAS, NOW)), TOBIAS)).isEqualTo(OwnStanding.OFF_THE_LIST);
        assertThat(offered.cancelFor(WREN, NOW)).as("twice is once").isEmpty();
        var again = after(offered, offered.ask(WREN, COLLEGE, NOW));
        assertThat(status(again, WREN)).as("they may ask again").isEqualTo(BookingStatus.UNCONFIRMED);
    }

    @Test
    void nothingIsCancelledForAnybodyOnceItIsOverOrCalledOff() {
        var full = aLedger().with(1).booked(WREN).places();
        var off = after(full, full.obey(news(1, LedgerState.CALLED_OFF, 2), NOW));
        var end = full.card().endsAt();

        assertThat(full.cancelFor(WREN, end.minusSeconds(1))).isNotEmpty();
        assertThatThrownBy(() -> full.cancelFor(WREN, end)).isInstanceOf(BookingClosed.class);
        assertThatThrownBy(() -> off.cancelFor(WREN, NOW)).isInstanceOf(BookingClosed.class);
    }

    @Test
    void whoeverWasLetInWithoutAPlaceCancelsOneOnlyWhileTheyHaveIt() {
        var empty = aLedger().with(1).places();
        var takenBack = undone(empty, WREN, NOW);
        var again = after(takenBack, takenBack.admitOverLimit(WREN, COLLEGE, NOW));

        assertThat(own(takenBack, WREN)).isEqualTo(OwnStanding.NOT_ADMITTED);
        assertThat(own(undone(takenBack, WREN, NOW), WREN)).isEqualTo(OwnStanding.NOT_ADMITTED);
        assertThat(own(cancelled(again, WREN), WREN)).isEqualTo(OwnStanding.CANCELLED);
    }

    @Test
    void whatNoPlaceWasKeptForSaysWhetherOneIsLeft() {
        var ledger = aLedger().with(1).places();
        var unkept = after(ledger, ledger.ask(WREN, COLLEGE, false, NOW));
        var filled = after(unkept, unkept.admit(TOBIAS, COLLEGE, NOW));
        var later = NOW.plus(SeatLedger.HOLD);

        assertThat(own(unkept, WREN)).isEqualTo(OwnStanding.UNKEPT);
        assertThat(own(after(unkept, unkept.confirm(WREN, NOW)), WREN)).isEqualTo(OwnStanding.BOOKED);
        assertThat(own(filled, WREN)).isEqualTo(OwnStanding.JOINING);
        assertThat(own(after(filled, filled.confirm(WREN, NOW)), WREN)).isEqualTo(OwnStanding.WAITING);
        assertThat(own(after(unkept, unkept.sweep(later)), WREN)).isEqualTo(OwnStanding.NOT_JOINED);
    }

    @Test
    void allBookingsAtOnceAreWhatEachIsAlone() {
        var ledger = join(join(aLedger().with(1).booked(WREN).places(), TOBIAS), SAMIR);

        assertThat(ledger.bookings())
                .hasSize(3)
                .allSatisfy(booking ->
                        assertThat(ledger.booking(booking.attendance())).contains(booking))
                .extracting(Booking::position)
                .containsExactly(null, 1, 2);
    }

    @Test
    void aFreePlaceIsForNobodyNewWhileOthersWait() {
        var waiting = join(aLedger().with(1).booked(WREN).places(), TOBIAS);
        var late = STARTS.minus(Duration.ofMinutes(90));

        var freed = after(waiting, waiting.cancel(WREN, CancelReason.TIME, late));

        assertThat(freed.free()).isOne();
        assertThat(freed.room()).isEqualTo(RoomLeft.OTHERS_FIRST);
        assertThat(freed.freeForNewcomers()).isZero();
        assertThat(aLedger().with(1).places().freeForNewcomers()).isOne();
    }

    @Test
    void whatIsKeptOrOfferedEndsWithAnEarlierStart() {
        var offered = cancelled(join(aLedger().with(1).booked(WREN).places(), TOBIAS), WREN);
        var sooner = NOW.plus(Duration.ofHours(4));

        var moved = after(offered, offered.obey(new ProgrammeObeyed(riverside(sooner), 1, LedgerState.OPEN, 2), NOW));

        assertThat(moved.booking(TOBIAS)).get().extracting(Booking::until).isEqualTo(sooner);
        assertThat(moved.nextEnd()).contains(sooner);
        assertThat(moved.accept(TOBIAS, sooner.minusSeconds(1))).hasSize(1);
        assertThat(moved.accept(TOBIAS, sooner)).isEmpty();
    }

    @Test
    void eachTimeAPlaceIsGivenBackOrTakenAgainCounts() {
        var booked = aLedger().with(2).booked(WREN).places();
        var gone = cancelled(booked, WREN);
        var back = join(gone, WREN);

        assertThat(booked.booking(WREN)).get().extracting(Booking::sequence).isEqualTo(0);
        assertThat(gone.booking(WREN)).get().extracting(Booking::sequence).isEqualTo(1);
        assertThat(back.booking(WREN)).get().extracting(Booking::sequence).isEqualTo(2);
        assertThat(cancelled(back, WREN).booking(WREN))
                .get()
                .extracting(Booking::sequence)
                .isEqualTo(3);
    }

    @Test
    void nothingIsKeptPastTheStart() {
        var ledger = aLedger().with(1).places();
        var late = STARTS.minus(Duration.ofMinutes(10));

        var asked = after(ledger, ledger.ask(WREN, COLLEGE, late));

        assertThat(asked.booking(WREN)).get().extracting(Booking::until).isEqualTo(STARTS);
        assertThat(asked.confirm(WREN, STARTS)).isEmpty();
    }

    @Test
    void nothingIsToldTwiceAboutOneSubjectInOneCommand() {
        var ledger = join(join(aLedger().with(1).booked(WREN).places(), TOBIAS), SAMIR);

        var facts = cancelled(ledger, WREN).sweep(NOW.plus(Duration.ofDays(2)));

        assertThat(facts).extracting(SeatLedgerTest::subject).doesNotHaveDuplicates();
    }

    private static AttendanceId subject(BookingDomainEvent fact) {
        return fact instanceof OfferLapsed
                ? ((OfferLapsed) fact).seat().attendance()
                : ((PlaceOffered) fact).seat().attendance();
    }

    private static SeatLedger join(SeatLedger ledger, AttendanceId attendance) {
        var asked = after(ledger, ledger.ask(attendance, COLLEGE, NOW));
        return after(asked, asked.confirm(attendance, NOW));
    }

    private static SeatLedger cancelled(SeatLedger ledger, AttendanceId attendance) {
        return after(ledger, ledger.cancel(attendance, CancelReason.NOT_SAID, NOW));
    }

    /** A place that was freed is somebody's chance, so whoever comes next reads of no full house. */
    @Test
    void whatIsOnOfferToSomebodyInLineIsNotFull() {
        var free = aLedger().with(1).places();
        var full = aLedger().with(1).booked(WREN).places();
        var offered = cancelled(join(full, TOBIAS), WREN);

        assertThat(free.room()).isEqualTo(RoomLeft.FREE);
        assertThat(full.room()).isEqualTo(RoomLeft.FULL);
        assertThat(join(full, TOBIAS).room()).isEqualTo(RoomLeft.FULL);
        assertThat(offered.room()).isEqualTo(RoomLeft.ON_OFFER);
        assertThat(join(offered, VIVIEN).booking(VIVIEN).orElseThrow().room()).isEqualTo(RoomLeft.ON_OFFER);
    }

    /** Let in at the door, and not after all. */
    private static SeatLedger undone(SeatLedger ledger, AttendanceId attendance, Instant at) {
        var admitted = after(ledger, ledger.admitOverLimit(attendance, COLLEGE, at));
        return after(admitted, admitted.takeAdmissionBack(attendance, at));
    }

    private static OwnStanding own(SeatLedger ledger, AttendanceId attendance) {
        return ledger.booking(attendance).orElseThrow().own();
    }

    private static BookingStatus status(SeatLedger ledger, AttendanceId attendance) {
        return ledger.booking(attendance).orElseThrow().status();
    }

    private static ProgrammeObeyed news(int places, LedgerState state, long version) {
        assertThat(riverside(STARTS).event()).isEqualTo(RIVERSIDE);
        return new ProgrammeObeyed(riverside(STARTS), places, state, version);
    }
}
