package org.natter.attendee.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.natter.attendee.mail.MailFixture.NOW;
import static org.natter.attendee.mail.MailFixture.RIVERSIDE;
import static org.natter.attendee.mail.MailFixture.SAMIR;
import static org.natter.attendee.mail.MailFixture.STARTS;
import static org.natter.attendee.mail.MailFixture.WREN;
import static org.natter.attendee.mail.MailFixture.WREN_AT_RIVERSIDE;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.natter.attendee.booking.BookingStatus;
import org.natter.attendee.person.AttendanceId;
import org.natter.attendee.person.EmailAddress;
import org.natter.attendee.person.EventId;
import org.natter.attendee.person.Person;
import org.natter.attendee.person.PersonDetails;
import org.natter.attendee.person.Sector;

/** A mail that came back goes to the address it was meant for, and what is somebody's own to nobody else. */
class CorrectingAddressesTest {

    private static final EmailAddress RIGHT = new EmailAddress("wren.hadley@college.example");

    private final MailFixture office = MailFixture.aPostOffice();
    private final Set<AttendanceId> atTheDoor = new HashSet<>();
    private final TryingAgain trying = office.tryingAgain(some -> atTheDoor);

    @Test
    void theMailGoesToTheCorrectedAddressOnceHoweverLateAndThoughThatWasRefusedBefore() {
        addedByHand("Wren Hadley", Map.of(RIVERSIDE, WREN_AT_RIVERSIDE));
        var bounced = bounced(MailKind.BOOKED);
        office.mailboxes.rememberRefusal(RIGHT, NOW);

        trying.correct(bounced, RIGHT, NOW.plus(Duration.ofDays(8)));
        trying.correct(bounced, RIGHT, NOW.plus(Duration.ofDays(8)));
        office.sendAllAt(NOW.plus(Duration.ofDays(8)));

        assertThat(office.carried).extracting(Letter::to).containsExactly(RIGHT);
    }

    @Test
    void whatWasTriedAgainInVainGoesAllTheSame() {
        addedByHand("Wren Hadley", Map.of(RIVERSIDE, WREN_AT_RIVERSIDE));
        var bounced = bounced(MailKind.BOOKED);
        office.answer = Carrier.Delivery.REFUSED;
        trying.tryAgain(bounced, NOW);
        office.sendAllAt(NOW);
        office.answer = Carrier.Delivery.ACCEPTED;
        assertThatThrownBy(() -> trying.correct(bounced, RIGHT, NOW)).isInstanceOf(AddressStays.class);

        trying.correct(office.mail(bounced.cause() + "/again"), RIGHT, NOW);
        office.sendAllAt(NOW);

        assertThat(office.carried).extracting(Letter::to).endsWith(RIGHT);
    }

    /** Right was answered as done, and wrong as refused: so whoever tried a mail again could guess whose it was. */
    @Test
    void ofAMailThatWasTriedAgainTheAddressItWentToIsAnsweredAsAnyOther() {
        addedByHand("Wren Hadley", Map.of(RIVERSIDE, WREN_AT_RIVERSIDE));
        var bounced = bounced(MailKind.BOOKED);
        var there = office.people.find(WREN).flatMap(Person::mailbox).orElseThrow();
        trying.tryAgain(bounced, NOW);
        office.sendAllAt(NOW);

        assertThatThrownBy(() -> trying.correct(bounced, there, NOW)).isInstanceOf(AddressStays.class);
        assertThatThrownBy(() -> trying.correct(bounced, RIGHT, NOW)).isInstanceOf(AddressStays.class);
    }

    /** After the event an organiser could read as her who had named her. */
    @Test
    void onceTheEventHasBegunOrSomebodyWasCheckedInTheAddressStays() {
        addedByHand("Wren Hadley", Map.of(RIVERSIDE, WREN_AT_RIVERSIDE));
        var bounced = bounced(MailKind.BOOKED);

        assertThatThrownBy(() -> trying.correct(bounced, RIGHT, STARTS)).isInstanceOf(AddressStays.class);
        atTheDoor.add(WREN_AT_RIVERSIDE);
        assertThatThrownBy(() -> trying.correct(bounced, RIGHT, NOW)).isInstanceOf(AddressStays.class);

        assertThat(office.people.byAddress(RIGHT)).isEmpty();
        assertThat(office.queue.all()).containsExactly(bounced);
    }

    @Test
    void onceItWasSentAgainTheOldMailIsNeitherCorrectedNorTriedAndNothingMoves() {
        addedByHand("Wren Hadley", Map.of(RIVERSIDE, WREN_AT_RIVERSIDE));
        var bounced = bounced(MailKind.BOOKED);
        trying.correct(bounced, RIGHT, NOW);
        office.sendAllAt(NOW);
        var third = new EmailAddress("wren@other.example");

        assertThatThrownBy(() -> trying.correct(bounced, third, NOW)).isInstanceOf(AddressStays.class);

        assertThat(trying.tryAgain(bounced, NOW)).isFalse();
        assertThat(trying.about(List.of(bounced), NOW).isOvertaken(bounced)).isTrue();
        assertThat(trying.about(List.of(bounced), NOW).mayBeTried(bounced)).isFalse();
        assertThat(office.people.find(WREN).orElseThrow().mailbox()).contains(RIGHT);
        assertThat(office.queue.all()).hasSize(2);
    }

    @Test
    void ofSeveralCorrectionsAtOnceTheMailAndTheAddressAreOnesAlone() {
        addedByHand("Wren Hadley", Map.of(RIVERSIDE, WREN_AT_RIVERSIDE));
        var bounced = bounced(MailKind.BOOKED);

        var taken = IntStream.range(0, 6)
                .parallel()
                .filter(number -> isCorrected(bounced, new EmailAddress("pp" + number + "@college.example")))
                .toArray();
        office.sendAllAt(NOW);

        assertThat(taken).hasSize(1);
        var winner = new EmailAddress("pp" + taken[0] + "@college.example");
        assertThat(office.people.find(WREN).orElseThrow().mailbox()).contains(winner);
        assertThat(office.carried).extracting(Letter::to).containsExactly(winner);
    }

    /** The second of two organisers was told that it cannot be corrected, and it was. */
    @Test
    void whoeverCorrectsItToTheSameInTheSameMomentIsToldThatItIsDone() {
        addedByHand("Wren Hadley", Map.of(RIVERSIDE, WREN_AT_RIVERSIDE));
        var bounced = bounced(MailKind.BOOKED);
        var meanwhile = office.tryingAgain(some -> {
            trying.correct(bounced, RIGHT, NOW);
            return Set.of();
        });

        meanwhile.correct(bounced, RIGHT, NOW);

        office.sendAllAt(NOW);
        assertThat(office.carried).extracting(Letter::to).containsExactly(RIGHT);
    }

    /** The process that asked for the mail is gone; whoever waits for it would wait in vain. */
    @Test
    void aCorrectionThatBrokeOffIsFinishedByTheNextOfTheSame() {
        addedByHand("Wren Hadley", Map.of(RIVERSIDE, WREN_AT_RIVERSIDE));
        var bounced = bounced(MailKind.BOOKED);
        office.queue.add(Mail.asked(
                bounced.wish().again(NOW).notBefore(NOW.plusSeconds(60)).goingTo(trying.mark(bounced, RIGHT))));

        assertThatThrownBy(() -> trying.correct(bounced, new EmailAddress("wren@other.example"), NOW))
                .isInstanceOf(AddressStays.class);
        trying.correct(bounced, RIGHT, NOW);
        trying.correct(bounced, RIGHT, NOW);

        office.sendAllAt(NOW);
        assertThat(office.carried).extracting(Letter::to).containsExactly(RIGHT);
        assertThat(office.queue.all())
                .filteredOn(mail -> mail.wish().goingTo() != null)
                .hasSize(1);
    }

    @Test
    void howeverManyCorrectItToTheSameAtOnceAllAreToldSoAndOneMailGoes() {
        for (var round = 0; round < 50; round++) {
            var fresh = MailFixture.aPostOffice();
            var again = fresh.tryingAgain(some -> Set.of());
            fresh.people.with(wren("Wren Hadley", Map.of(RIVERSIDE, WREN_AT_RIVERSIDE)));
            var bounced = bounced(fresh, MailKind.BOOKED);

            IntStream.range(0, 4).parallel().forEach(press -> again.correct(bounced, RIGHT, NOW));
            fresh.sendAllAt(NOW);

            assertThat(fresh.carried).extracting(Letter::to).containsExactly(RIGHT);
        }
    }

    private boolean isCorrected(Mail mail, EmailAddress address) {
        try {
            trying.correct(mail, address, NOW);
            return true;
        } catch (AddressStays stays) {
            return false;
        }
    }

    @Test
    void theAddressThatRefusedTheMailIsNoCorrection() {
        addedByHand("Wren Hadley", Map.of(RIVERSIDE, WREN_AT_RIVERSIDE));
        var bounced = bounced(MailKind.BOOKED);
        var wrong = new EmailAddress("wren@colege.example");
        office.mailboxes.rememberRefusal(wrong, NOW);

        assertThatThrownBy(() -> trying.correct(bounced, wrong, NOW)).isInstanceOf(AddressStays.class);
        assertThat(office.queue.all()).containsExactly(bounced);
    }

    @Test
    void whatWouldNotGoIsNotOfferedNorTaken() {
        addedByHand("Wren Hadley", Map.of(RIVERSIDE, WREN_AT_RIVERSIDE));
        var booked = bounced(MailKind.BOOKED);
        var wish = bounced(MailKind.CONFIRM_BOOKING);
        assertThat(trying.about(List.of(booked), NOW).mayBeCorrected(booked)).isTrue();
        assertThat(trying.about(List.of(wish), NOW).mayBeCorrected(wish))
                .as("confirmed")
                .isFalse();

        office.bookings.stands(WREN_AT_RIVERSIDE, BookingStatus.UNCONFIRMED, null);
        assertThat(trying.about(List.of(wish), NOW).mayBeCorrected(wish)).isTrue();
        assertThat(trying.about(List.of(wish), wish.wish().validUntil()).mayBeCorrected(wish))
                .as("the wish has run out")
                .isFalse();
        office.bookings.stands(WREN_AT_RIVERSIDE, BookingStatus.CANCELLED, null);
        assertThat(trying.about(List.of(booked), NOW).mayBeCorrected(booked)).isFalse();
        assertThatThrownBy(() -> trying.correct(booked, RIGHT, NOW)).isInstanceOf(AddressStays.class);
    }

    @Test
    void whatWasTriedInVainUntilItsTimeWasOverIsGivenUpAndMayBeCorrected() {
        addedByHand("Wren Hadley", Map.of(RIVERSIDE, WREN_AT_RIVERSIDE));
        var asked = asked(MailKind.BOOKED);
        office.answer = Carrier.Delivery.NOT_NOW;
        office.sendAllAt(NOW);
        var later = NOW.plus(Duration.ofDays(8));
        office.sendAllAt(later);

        var vain = office.mail(asked.cause());
        assertThat(vain.status()).isEqualTo(MailStatus.GIVEN_UP);
        assertThat(trying.about(List.of(vain), later).mayBeCorrected(vain)).isTrue();
    }

    /** Whoever reads mail there could sign in, and read whom they met. */
    @Test
    void anAddressThatSomebodyHasUsedStays() {
        var bounced = bounced(MailKind.BOOKED);

        assertThatThrownBy(() -> trying.correct(bounced, RIGHT, NOW)).isInstanceOf(AddressStays.class);

        addedByHand("Wren Hadley", Map.of(RIVERSIDE, WREN_AT_RIVERSIDE));
        office.known.rememberAnswer(WREN_AT_RIVERSIDE, MailFixture.message("t", "answer", "a", 1, NOW));
        assertThatThrownBy(() -> trying.correct(bounced, RIGHT, NOW)).isInstanceOf(AddressStays.class);
        assertThat(office.people.byAddress(RIGHT)).isEmpty();
    }

    @Test
    void nothingOfAnotherEventMovesAlong() {
        var other = new EventId("00000000000000000000000000000001");
        addedByHand("Wren Hadley", Map.of(RIVERSIDE, WREN_AT_RIVERSIDE, other, AttendanceId.random()));
        var bounced = bounced(MailKind.BOOKED);

        assertThatThrownBy(() -> trying.correct(bounced, RIGHT, NOW)).isInstanceOf(AddressStays.class);
    }

    /** Once it was tried again, guessing told whose it was: the right address alone was no refusal. */
    @Test
    void whoseAMailAboutAnswersIsIsNotGuessedWithItsAddress() {
        addedByHand("Wren Hadley", Map.of(RIVERSIDE, WREN_AT_RIVERSIDE));
        var own = office.people.find(WREN).flatMap(Person::mailbox).orElseThrow();
        var asked = bounced(MailKind.HOW_WAS_IT);
        trying.tryAgain(asked, NOW);

        assertThatThrownBy(() -> trying.correct(asked, RIGHT, NOW)).isInstanceOf(AddressStays.class);
        assertThatThrownBy(() -> trying.correct(asked, own, NOW)).isInstanceOf(AddressStays.class);
    }

    @Test
    void nobodyCorrectsTheAddressOfAMailAboutAnswersOrOfOneThatHasNotComeBack() {
        addedByHand("Wren Hadley", Map.of(RIVERSIDE, WREN_AT_RIVERSIDE));

        for (var kind : MailKind.values()) {
            if (!kind.isForOrganisersToRead()) {
                var bounced = bounced(kind);
                assertThatThrownBy(() -> trying.correct(bounced, RIGHT, NOW)).isInstanceOf(AddressStays.class);
            }
        }
        var waits = asked(MailKind.DAY_BEFORE);
        assertThatThrownBy(() -> trying.correct(waits, RIGHT, NOW)).isInstanceOf(AddressStays.class);
    }

    @Test
    void whereSomebodyOfThisNameReadsMailTheyAreNotMadeTwo() {
        var samirs = office.people.find(SAMIR).orElseThrow().mailbox().orElseThrow();
        addedByHand("samir MARSH", Map.of(RIVERSIDE, WREN_AT_RIVERSIDE));
        var bounced = bounced(MailKind.BOOKED);
        assertThatThrownBy(() -> trying.correct(bounced, samirs, NOW)).isInstanceOf(AddressStays.class);

        addedByHand("Wren Hadley", Map.of(RIVERSIDE, WREN_AT_RIVERSIDE));
        trying.correct(bounced, samirs, NOW);
        assertThat(office.people.atAddress(samirs))
                .as("a colleague may share it")
                .hasSize(2);
    }

    /** It was told to nobody, for the sake of an earlier one that came back. */
    @Test
    void whatWasStoppedBecauseAnEarlierOneCameBackIsToBeSeenTo() {
        addedByHand("Wren Hadley", Map.of(RIVERSIDE, WREN_AT_RIVERSIDE));
        var untold = asked(MailKind.BOOKED).stopped(StopReason.MAILBOX_REFUSED, NOW);
        var untrue = asked(MailKind.WAITING).stopped(StopReason.NO_LONGER_TRUE, NOW);
        office.queue.writeForSure(untold);
        office.queue.writeForSure(untrue);

        assertThat(trying.toDo(List.of(untold, untrue), NOW)).containsExactly(untold);
    }

    private void addedByHand(String name, Map<EventId, AttendanceId> attendances) {
        office.people.with(wren(name, attendances));
    }

    private static Person wren(String name, Map<EventId, AttendanceId> attendances) {
        return new Person(
                WREN,
                new PersonDetails(name, "", Sector.COLLEGE),
                new EmailAddress("wren@colege.example"),
                false,
                false,
                0,
                attendances,
                Map.of());
    }

    private Mail asked(MailKind kind) {
        return asked(office, kind);
    }

    private static Mail asked(MailFixture office, MailKind kind) {
        var mail = Mail.asked(MailRequest.about(kind, "cause/" + kind.word(), WREN, RIVERSIDE, WREN_AT_RIVERSIDE, NOW));
        office.queue.add(mail);
        return mail;
    }

    private Mail bounced(MailKind kind) {
        return bounced(office, kind);
    }

    private static Mail bounced(MailFixture office, MailKind kind) {
        var mail = asked(office, kind).bounced(NOW);
        office.queue.writeForSure(mail);
        return mail;
    }
}
