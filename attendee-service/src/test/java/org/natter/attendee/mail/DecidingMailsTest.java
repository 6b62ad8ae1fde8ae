package org.natter.attendee.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.natter.attendee.mail.MailFixture.MORNING_AFTER;
import static org.natter.attendee.mail.MailFixture.NOW;
import static org.natter.attendee.mail.MailFixture.RIVERSIDE;
import static org.natter.attendee.mail.MailFixture.SAMIR_AT_RIVERSIDE;
import static org.natter.attendee.mail.MailFixture.STARTS;
import static org.natter.attendee.mail.MailFixture.WREN;
import static org.natter.attendee.mail.MailFixture.WREN_AT_RIVERSIDE;
import static org.natter.attendee.mail.MailFixture.aPostOffice;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.natter.attendee.booking.BookingStatus;
import org.natter.attendee.mail.Heard.AttendanceCancelled.By;
import org.natter.messaging.Effect;
import org.natter.messaging.MessageMetadata;

class DecidingMailsTest {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final Heard.Place MOORHEN = new Heard.Place("The Moorhen", "2 Sluice Lane, Ousebridge");

    private final MailFixture office = aPostOffice();

    @Test
    void aBookingLeadsToOneMailAndTheReminderOfTheDayBefore() {
        Effect first = book(NOW);
        Effect again = book(NOW);

        assertThat(first).isEqualTo(Effect.APPLIED);
        assertThat(again).isEqualTo(Effect.ALREADY_NEWER);
        assertThat(office.causes())
                .containsExactly(
                        "booked/" + WREN_AT_RIVERSIDE + "/41", "day-before/" + WREN_AT_RIVERSIDE + "/2026-10-14");
        assertThat(office.mail("day-before/" + WREN_AT_RIVERSIDE + "/2026-10-14")
                        .nextAttemptAt())
                .isEqualTo(Instant.parse("2026-10-14T09:00:00Z"));
    }

    @Test
    void nobodyIsRemindedWhoBooksOnTheDayBefore() {
        book(Instant.parse("2026-10-14T09:00:01Z"));

        assertThat(office.causes()).containsExactly("booked/" + WREN_AT_RIVERSIDE + "/41");
    }

    @Test
    void aWalkInGetsNoBookingMail() {
        Effect effect = office.deciding()
                .on(new Heard.AttendanceBooked(WREN_AT_RIVERSIDE, RIVERSIDE, STARTS, true), seats(50, STARTS), STARTS);

        assertThat(effect).isEqualTo(Effect.IGNORED);
        assertThat(office.causes()).isEmpty();
    }

    @Test
    void whatIsReplayedMuchLaterIsIgnored() {
        Effect effect = office.deciding()
                .on(
                        new Heard.AttendanceBooked(WREN_AT_RIVERSIDE, RIVERSIDE, NOW, false),
                        seats(41, NOW),
                        NOW.plus(Duration.ofDays(40)));

        assertThat(effect).isEqualTo(Effect.IGNORED);
    }

    @Test
    void waitingAndOfferAndCancellingEachLeadToTheirMail() {
        DecidingMails deciding = office.deciding();

        deciding.on(new Heard.AttendanceWaitlisted(SAMIR_AT_RIVERSIDE, RIVERSIDE, NOW), seats(42, NOW), NOW);
        deciding.on(
                new Heard.AttendanceOffered(SAMIR_AT_RIVERSIDE, RIVERSIDE, NOW, NOW.plusSeconds(86_400)),
                seats(43, NOW),
                NOW);
        deciding.on(new Heard.AttendanceCancelled(WREN_AT_RIVERSIDE, RIVERSIDE, NOW, By.ATTENDEE), seats(44, NOW), NOW);
        deciding.on(
                new Heard.AttendanceCancelled(WREN_AT_RIVERSIDE, RIVERSIDE, NOW, By.OFFER_LAPSED), seats(45, NOW), NOW);

        assertThat(office.causes())
                .containsExactly(
                        "cancelled-by-you/" + WREN_AT_RIVERSIDE + "/44",
                        "offer/" + SAMIR_AT_RIVERSIDE + "/43",
                        "waiting/" + SAMIR_AT_RIVERSIDE + "/42");
    }

    @Test
    void aNewStartIsToldToWhoIsBookedAndMovesTheReminder() {
        Instant later = STARTS.plus(Duration.ofDays(7));
        office.deciding()
                .on(
                        new Heard.EventPublished(RIVERSIDE, STARTS, STARTS.plusSeconds(9000), LONDON, MOORHEN),
                        event(1, NOW));

        office.deciding().on(changed(later, MOORHEN, Heard.EventChanged.Part.WHEN), event(2, NOW), NOW);

        assertThat(office.causes())
                .containsExactly(
                        "changed/" + RIVERSIDE + "/2/" + WREN_AT_RIVERSIDE,
                        "day-before/" + WREN_AT_RIVERSIDE + "/2026-10-21");
        assertThat(DecidingMails.changesOf(office.mail("changed/" + RIVERSIDE + "/2/" + WREN_AT_RIVERSIDE)
                        .wish()))
                .containsExactly(WhenAndWhere.Change.DATE);
    }

    @Test
    void fewerPlacesOrAnotherDescriptionAreNoMail() {
        office.deciding()
                .on(
                        new Heard.EventPublished(RIVERSIDE, STARTS, STARTS.plusSeconds(9000), LONDON, MOORHEN),
                        event(1, NOW));

        office.deciding()
                .on(
                        changed(STARTS, MOORHEN, Heard.EventChanged.Part.PLACES, Heard.EventChanged.Part.DETAILS),
                        event(2, NOW),
                        NOW);

        assertThat(office.causes()).isEmpty();
    }

    @Test
    void callingOffIsToldOnceToBookedWaitingAndOffered() {
        DecidingMails deciding = office.deciding();

        deciding.on(new Heard.EventCancelled(RIVERSIDE, NOW, "The pub's cellar has flooded."), event(3, NOW), NOW);
        deciding.on(new Heard.AttendanceCancelled(WREN_AT_RIVERSIDE, RIVERSIDE, NOW, By.EVENT), seats(60, NOW), NOW);

        assertThat(office.causes())
                .containsExactly(
                        "called-off/" + RIVERSIDE + "/" + SAMIR_AT_RIVERSIDE,
                        "called-off/" + RIVERSIDE + "/" + WREN_AT_RIVERSIDE);
    }

    @Test
    void feedbackMailsComeOncePerGeneration() {
        DecidingMails deciding = office.deciding();

        deciding.on(invitation(1, MORNING_AFTER.plusSeconds(999)), invited(1), MORNING_AFTER);
        deciding.on(invitation(1, MORNING_AFTER.plusSeconds(999)), invited(1), MORNING_AFTER);
        deciding.on(invitation(2, MORNING_AFTER.plusSeconds(999)), invited(2), MORNING_AFTER);

        assertThat(office.causes())
                .containsExactly(
                        "feedback-invitation/" + WREN_AT_RIVERSIDE + "/1",
                        "feedback-invitation/" + WREN_AT_RIVERSIDE + "/2");
        assertThat(office.mail("feedback-invitation/" + WREN_AT_RIVERSIDE + "/2")
                        .wish()
                        .generation())
                .isEqualTo(2);
    }

    @Test
    void anInvitationPastItsTimeIsIgnored() {
        Effect effect = office.deciding().on(invitation(1, MORNING_AFTER), invited(1), MORNING_AFTER);

        assertThat(effect).isEqualTo(Effect.IGNORED);
        assertThat(office.causes()).isEmpty();
    }

    @Test
    void somebodyErasedIsNotMailed() {
        office.people.erase(WREN);

        assertThat(book(NOW)).isEqualTo(Effect.IGNORED);
        assertThat(office.causes()).isEmpty();
    }

    @Test
    void aBookingCancelledBeforeTheMailLeftIsNotConfirmed() {
        book(NOW);
        office.bookings.stands(WREN_AT_RIVERSIDE, BookingStatus.CANCELLED, null);

        office.sendAllAt(NOW);

        assertThat(office.carried).isEmpty();
        assertThat(office.mail("booked/" + WREN_AT_RIVERSIDE + "/41").stopped()).isEqualTo(StopReason.NO_LONGER_TRUE);
    }

    private Effect book(Instant now) {
        return office.deciding()
                .on(new Heard.AttendanceBooked(WREN_AT_RIVERSIDE, RIVERSIDE, now, false), seats(41, now), now);
    }

    private static Heard.EventChanged changed(Instant startsAt, Heard.Place place, Heard.EventChanged.Part... parts) {
        return new Heard.EventChanged(
                RIVERSIDE, startsAt, startsAt.plusSeconds(9000), LONDON, 1, place, List.of(parts));
    }

    private static Heard.InvitationDue invitation(int generation, Instant validUntil) {
        return new Heard.InvitationDue(
                WREN_AT_RIVERSIDE,
                RIVERSIDE,
                generation,
                Heard.InvitationDue.Question.HOW_WAS_IT,
                MORNING_AFTER,
                validUntil);
    }

    private static MessageMetadata seats(long version, Instant at) {
        return MailFixture.message("attendance.booked.v1", "seats", RIVERSIDE.value(), version, at);
    }

    private static MessageMetadata event(long version, Instant at) {
        return MailFixture.message("event.changed.v1", "event", RIVERSIDE.value(), version, at);
    }

    private static MessageMetadata invited(long version) {
        return MailFixture.message(
                "feedback.invitation-due.v1", "invitation", WREN_AT_RIVERSIDE.value(), version, MORNING_AFTER);
    }
}
