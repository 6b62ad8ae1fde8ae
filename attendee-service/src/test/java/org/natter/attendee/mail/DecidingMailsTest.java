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
import org.natter.attendee.mail.AttendanceCancelled.By;
import org.natter.messaging.Effect;
import org.natter.messaging.MessageMetadata;

class DecidingMailsTest {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final EventPublished.Venue MOORHEN =
            new EventPublished.Venue("The Moorhen", "2 Sluice Lane, Ousebridge");

    private final MailFixture office = aPostOffice();

    @Test
    void aBookingLeadsToOneMailAndTheReminderOfTheDayBefore() {
        var first = book(NOW);
        var again = book(NOW);

        assertThat(first).isEqualTo(Effect.APPLIED);
        assertThat(again).isEqualTo(Effect.ALREADY_NEWER);
        assertThat(office.causes())
                .containsExactly(
                        "booked/" + WREN_AT_RIVERSIDE + "/" + NOW.toEpochMilli(),
                        "day-before/" + WREN_AT_RIVERSIDE + "/2026-10-14");
        assertThat(office.mail("day-before/" + WREN_AT_RIVERSIDE + "/2026-10-14")
                        .nextAttemptAt())
                .isEqualTo(Instant.parse("2026-10-14T09:00:00Z"));
    }

    @Test
    void anotherChoiceForTheListIsNoSecondMail() {
        var deciding = office.deciding();
        deciding.on(new AttendanceWaitlisted(SAMIR_AT_RIVERSIDE, RIVERSIDE, NOW), seats(42, NOW), NOW);
        deciding.on(
                new AttendanceOffered(SAMIR_AT_RIVERSIDE, RIVERSIDE, NOW, NOW.plusSeconds(86_400)),
                seats(43, NOW),
                NOW);
        book(NOW);
        var once = office.causes();

        deciding.on(new AttendanceWaitlisted(SAMIR_AT_RIVERSIDE, RIVERSIDE, NOW), seats(52, NOW), NOW);
        deciding.on(
                new AttendanceOffered(SAMIR_AT_RIVERSIDE, RIVERSIDE, NOW, NOW.plusSeconds(86_400)),
                seats(53, NOW),
                NOW);
        deciding.on(new AttendanceBooked(WREN_AT_RIVERSIDE, RIVERSIDE, NOW, false), seats(54, NOW), NOW);

        assertThat(once).hasSize(4);
        assertThat(office.causes()).isEqualTo(once);
    }

    @Test
    void anOlderChangeHeardAgainAfterANewerOneMailsNobody() {
        var garden = new EventPublished.Venue("The Moorhen's garden", "2 Sluice Lane, Ousebridge");
        var deciding = office.deciding();
        deciding.on(new EventPublished(RIVERSIDE, STARTS, STARTS.plusSeconds(9000), LONDON, MOORHEN), event(1, NOW));
        deciding.on(changed(STARTS, MOORHEN, EventChanged.Part.DETAILS), event(2, NOW), NOW);
        deciding.on(changed(STARTS, garden, EventChanged.Part.WHERE), event(3, NOW), NOW);
        var once = office.causes();

        deciding.on(changed(STARTS, MOORHEN, EventChanged.Part.DETAILS), event(2, NOW), NOW);
        deciding.on(changed(STARTS, garden, EventChanged.Part.WHERE), event(3, NOW), NOW);

        assertThat(once).contains("changed/" + RIVERSIDE + "/3/" + WREN_AT_RIVERSIDE);
        assertThat(office.causes()).isEqualTo(once);
    }

    @Test
    void nobodyIsRemindedWhoBooksOnTheDayBefore() {
        var late = Instant.parse("2026-10-14T09:00:01Z");

        book(late);

        assertThat(office.causes()).containsExactly("booked/" + WREN_AT_RIVERSIDE + "/" + late.toEpochMilli());
    }

    @Test
    void aWalkInGetsNoBookingMail() {
        var effect = office.deciding()
                .on(new AttendanceBooked(WREN_AT_RIVERSIDE, RIVERSIDE, STARTS, true), seats(50, STARTS), STARTS);

        assertThat(effect).isEqualTo(Effect.IGNORED);
        assertThat(office.causes()).isEmpty();
    }

    @Test
    void whatIsReplayedMuchLaterIsIgnored() {
        var effect = office.deciding()
                .on(
                        new AttendanceBooked(WREN_AT_RIVERSIDE, RIVERSIDE, NOW, false),
                        seats(41, NOW),
                        NOW.plus(Duration.ofDays(40)));

        assertThat(effect).isEqualTo(Effect.IGNORED);
    }

    @Test
    void waitingAndOfferAndCancellingEachLeadToTheirMail() {
        var deciding = office.deciding();

        deciding.on(new AttendanceWaitlisted(SAMIR_AT_RIVERSIDE, RIVERSIDE, NOW), seats(42, NOW), NOW);
        deciding.on(
                new AttendanceOffered(SAMIR_AT_RIVERSIDE, RIVERSIDE, NOW, NOW.plusSeconds(86_400)),
                seats(43, NOW),
                NOW);
        deciding.on(new AttendanceCancelled(WREN_AT_RIVERSIDE, RIVERSIDE, NOW, By.ATTENDEE), seats(44, NOW), NOW);
        deciding.on(new AttendanceCancelled(WREN_AT_RIVERSIDE, RIVERSIDE, NOW, By.OFFER_LAPSED), seats(45, NOW), NOW);

        assertThat(office.causes())
                .containsExactly(
                        "cancelled-by-you/" + WREN_AT_RIVERSIDE + "/" + NOW.toEpochMilli(),
                        "offer/" + SAMIR_AT_RIVERSIDE + "/" + NOW.toEpochMilli(),
                        "waiting/" + SAMIR_AT_RIVERSIDE + "/" + NOW.toEpochMilli());
    }

    @Test
    void whomAnOrganiserCancelsForIsToldSo() {
        office.deciding()
                .on(new AttendanceCancelled(WREN_AT_RIVERSIDE, RIVERSIDE, NOW, By.ORGANISER), seats(44, NOW), NOW);

        assertThat(office.causes())
                .containsExactly("cancelled-for-you/" + WREN_AT_RIVERSIDE + "/" + NOW.toEpochMilli());
    }

    @Test
    void aNewStartIsToldToWhoIsBookedOrWaitsAndMovesTheReminder() {
        var later = STARTS.plus(Duration.ofDays(7));
        office.deciding()
                .on(new EventPublished(RIVERSIDE, STARTS, STARTS.plusSeconds(9000), LONDON, MOORHEN), event(1, NOW));

        office.deciding().on(changed(later, MOORHEN, EventChanged.Part.WHEN), event(2, NOW), NOW);

        assertThat(office.causes())
                .containsExactly(
                        "changed/" + RIVERSIDE + "/2/" + SAMIR_AT_RIVERSIDE,
                        "changed/" + RIVERSIDE + "/2/" + WREN_AT_RIVERSIDE,
                        "day-before/" + WREN_AT_RIVERSIDE + "/2026-10-21");
        assertThat(office.mail("changed/" + RIVERSIDE + "/2/" + WREN_AT_RIVERSIDE)
                        .wish()
                        .changes())
                .containsExactly(WhenAndWhere.Change.DATE);
    }

    @Test
    void threeChangesWithinTenMinutesAreOneMailFromWhatPeopleKnew() {
        published();
        starts(STARTS.plusSeconds(900), 2, NOW);
        office.sendAllAt(NOW.plusSeconds(599));
        starts(STARTS.plusSeconds(1800), 3, NOW.plusSeconds(200));
        starts(STARTS.plusSeconds(2700), 4, NOW.plusSeconds(590));
        starts(STARTS.plusSeconds(2700), 4, NOW.plusSeconds(590));

        assertThat(office.carried).isEmpty();
        office.sendAllAt(NOW.plusSeconds(600));

        assertThat(office.carried).hasSize(2);
        assertThat(toWren(2).wish().told()).extracting(WhenAndWhere::startsAt).isEqualTo(STARTS);
        assertThat(toWren(2).status()).isEqualTo(MailStatus.SENT);
        assertThat(office.causes())
                .filteredOn(cause -> cause.startsWith("changed/"))
                .hasSize(2);
    }

    @Test
    void afterItHasGoneTheNextChangeBeginsFromWhatItSaid() {
        published();
        starts(STARTS.plusSeconds(900), 2, NOW);
        office.sendAllAt(NOW.plusSeconds(600));

        starts(STARTS.plusSeconds(1800), 3, NOW.plusSeconds(601));
        office.sendAllAt(NOW.plusSeconds(1201));

        assertThat(office.carried).hasSize(4);
        assertThat(toWren(3).wish().told()).extracting(WhenAndWhere::startsAt).isEqualTo(STARTS.plusSeconds(900));
    }

    @Test
    void aChangeTakenBackWithinTenMinutesMailsNobody() {
        published();
        starts(STARTS.plusSeconds(900), 2, NOW);
        starts(STARTS, 3, NOW.plusSeconds(300));
        office.sendAllAt(NOW.plusSeconds(700));

        assertThat(office.carried).isEmpty();
        assertThat(toWren(2).stopped()).isEqualTo(StopReason.NO_LONGER_TRUE);

        starts(STARTS.plusSeconds(1800), 4, NOW.plusSeconds(800));
        office.sendAllAt(NOW.plusSeconds(1400));

        assertThat(office.carried).hasSize(2);
        assertThat(toWren(4).wish().told()).extracting(WhenAndWhere::startsAt).isEqualTo(STARTS);
    }

    /** The ten minutes are over this moment; nothing has left yet. */
    @Test
    void aChangeHeardWhileASenderLooksAtTheMailIsPartOfIt() {
        published();
        starts(STARTS.plusSeconds(900), 2, NOW);
        var looked = claimedAt(NOW.plusSeconds(600));

        starts(STARTS.plusSeconds(1800), 3, NOW.plusSeconds(600));

        assertThat(looked).hasSize(2).noneMatch(mail -> office.queue.write(mail.sending()));
        office.sendAllAt(NOW.plusSeconds(600));
        assertThat(office.carried).hasSize(2);
        assertThat(toWren(2).wish().told()).extracting(WhenAndWhere::startsAt).isEqualTo(STARTS);
        assertThat(office.causes()).noneMatch(cause -> cause.startsWith("changed/" + RIVERSIDE + "/3/"));
    }

    @Test
    void aChangeTakenBackWhileASenderLooksAtTheMailMailsNobody() {
        published();
        starts(STARTS.plusSeconds(900), 2, NOW);
        var looked = claimedAt(NOW.plusSeconds(600));

        starts(STARTS, 3, NOW.plusSeconds(600));

        assertThat(looked).noneMatch(mail -> office.queue.write(mail.sending()));
        assertThat(toWren(2).stopped()).isEqualTo(StopReason.NO_LONGER_TRUE);
        office.sendAllAt(NOW.plusSeconds(1300));
        assertThat(office.carried).isEmpty();
    }

    @Test
    void aQuietChangeIsPartOfTheMailThatASenderLooksAt() {
        var almost = STARTS.minus(Duration.ofHours(3));
        published();
        starts(STARTS.plusSeconds(1800), 2, almost);
        var looked = claimedAt(almost);

        office.deciding().on(quietly(STARTS.plusSeconds(3600)), event(3, almost.plusSeconds(1)), almost.plusSeconds(1));

        assertThat(looked).hasSize(2).noneMatch(mail -> office.queue.write(mail.sending()));
        assertThat(toWren(2).status()).isEqualTo(MailStatus.QUEUED);
    }

    /** Being handed over, it says what was so until now; the next begins there. */
    @Test
    void aChangeHeardWhileAMailLeavesBeginsFromWhatItSays() {
        published();
        starts(STARTS.plusSeconds(900), 2, NOW);
        claimedAt(NOW.plusSeconds(600)).forEach(mail -> office.queue.write(mail.sending()));

        starts(STARTS.plusSeconds(1800), 3, NOW.plusSeconds(600));

        assertThat(toWren(3).wish().told()).extracting(WhenAndWhere::startsAt).isEqualTo(STARTS.plusSeconds(900));
    }

    /** Taken by the server, which then hung up: whoever has it in hand must hear that it is so no more. */
    @Test
    void aChangeThatMayHaveArrivedIsTakenBackByAMail() {
        published();
        starts(STARTS.plusSeconds(3600), 2, NOW);
        lostAt(NOW.plusSeconds(600));

        starts(STARTS, 3, NOW.plusSeconds(900));
        office.sendAllAt(NOW.plusSeconds(1500));

        assertThat(toWren(3).wish().told()).extracting(WhenAndWhere::startsAt).isEqualTo(STARTS.plusSeconds(3600));
        assertThat(toWren(3).status()).isEqualTo(MailStatus.SENT);
        assertThat(office.carried).hasSize(4);
    }

    @Test
    void theNextChangeTakesThePlaceOfASecondTryOfAMailThatMayHaveArrived() {
        published();
        starts(STARTS.plusSeconds(3600), 2, NOW);
        lostAt(NOW.plusSeconds(600));

        starts(STARTS.plusSeconds(7200), 3, NOW.plusSeconds(1400));
        office.sendAllAt(NOW.plusSeconds(1500));
        assertThat(office.carried).as("held for ten minutes").hasSize(2);
        office.sendAllAt(NOW.plusSeconds(2000));

        assertThat(toWren(3).wish().told()).extracting(WhenAndWhere::startsAt).isEqualTo(STARTS.plusSeconds(3600));
        assertThat(toWren(2).stopped()).isEqualTo(StopReason.NO_LONGER_TRUE);
        assertThat(office.carried).hasSize(4);
    }

    @Test
    void callingOffStopsTheSecondTryOfAMailThatMayHaveArrived() {
        published();
        starts(STARTS.plusSeconds(3600), 2, NOW);
        lostAt(NOW.plusSeconds(600));

        office.deciding()
                .on(
                        new EventCancelled(RIVERSIDE, NOW.plusSeconds(900), "The cellar has flooded."),
                        event(3, NOW.plusSeconds(900)),
                        NOW.plusSeconds(900));

        assertThat(toWren(2).stopped()).isEqualTo(StopReason.EVENT_CALLED_OFF);
    }

    /** Whichever is heard first: that it is off, or that the booking is void with it. */
    @Test
    void callingOffStopsWhateverWaitsAndSaysSo() {
        var reminder = "day-before/" + WREN_AT_RIVERSIDE + "/2026-10-14";
        published();
        book(NOW);

        office.deciding()
                .on(
                        new EventCancelled(RIVERSIDE, NOW.plusSeconds(60), "The cellar has flooded."),
                        event(3, NOW.plusSeconds(60)),
                        NOW.plusSeconds(60));

        assertThat(office.mail(reminder).stopped()).isEqualTo(StopReason.EVENT_CALLED_OFF);
        assertThat(office.mail("called-off/" + RIVERSIDE + "/" + WREN_AT_RIVERSIDE)
                        .isFinished())
                .isFalse();
    }

    @Test
    void callingOffStopsAMailThatASenderLooksAt() {
        published();
        starts(STARTS.plusSeconds(1800), 2, NOW);
        var looked = claimedAt(NOW.plusSeconds(600));

        office.deciding()
                .on(
                        new EventCancelled(RIVERSIDE, NOW.plusSeconds(600), "The cellar has flooded."),
                        event(3, NOW.plusSeconds(600)),
                        NOW.plusSeconds(600));

        assertThat(looked).noneMatch(mail -> office.queue.write(mail.sending()));
        assertThat(toWren(2).stopped()).isEqualTo(StopReason.EVENT_CALLED_OFF);
    }

    /** Booking and the post office hear of a change one after the other: it would be told twice. */
    @Test
    void aMailWaitsAMomentForAChangeThatTheFactsKnowAlready() {
        published();
        starts(STARTS.plusSeconds(900), 2, NOW);
        heardByBooking(STARTS.plusSeconds(1800), 3);
        office.sendAllAt(NOW.plusSeconds(600));
        assertThat(office.carried).isEmpty();

        starts(STARTS.plusSeconds(1800), 3, NOW.plusSeconds(600));
        office.sendAllAt(NOW.plusSeconds(603));

        assertThat(office.carried).hasSize(2);
        assertThat(office.causes()).noneMatch(cause -> cause.startsWith("changed/" + RIVERSIDE + "/3/"));
    }

    /** At nine in the evening, told at eight the next day, when it has just changed again. */
    @Test
    void aMailThatWaitedForTheMorningWaitsThatMomentToo() {
        var evening = Instant.parse("2026-10-01T20:00:00Z");
        var morning = Instant.parse("2026-10-02T07:00:00Z");
        published();
        starts(STARTS.plusSeconds(900), 2, evening);
        office.sendAllAt(evening.plusSeconds(600));
        assertThat(toWren(2).nextAttemptAt()).isEqualTo(morning);

        heardByBooking(STARTS.plusSeconds(1800), 3);
        office.sendAllAt(morning);
        assertThat(office.carried).isEmpty();
        starts(STARTS.plusSeconds(1800), 3, morning);
        office.sendAllAt(morning.plusSeconds(3));

        assertThat(office.carried).hasSize(2);
        assertThat(office.causes()).noneMatch(cause -> cause.startsWith("changed/" + RIVERSIDE + "/3/"));
    }

    @Test
    void aMailThatIsTriedAgainWaitsThatMomentToo() {
        published();
        starts(STARTS.plusSeconds(900), 2, NOW);
        office.answer = Carrier.Delivery.NOT_NOW;
        office.sendAllAt(NOW.plusSeconds(600));
        office.answer = Carrier.Delivery.ACCEPTED;
        office.carried.clear();

        heardByBooking(STARTS.plusSeconds(1800), 3);
        office.sendAllAt(NOW.plusSeconds(700));
        assertThat(office.carried).isEmpty();
        starts(STARTS.plusSeconds(1800), 3, NOW.plusSeconds(700));
        office.sendAllAt(NOW.plusSeconds(703));

        assertThat(office.carried).hasSize(2);
        assertThat(office.causes()).noneMatch(cause -> cause.startsWith("changed/" + RIVERSIDE + "/3/"));
    }

    @Test
    void forEachChangeTheMomentBeginsAnew() {
        published();
        starts(STARTS.plusSeconds(900), 2, NOW);
        heardByBooking(STARTS.plusSeconds(1800), 3);
        office.sendAllAt(NOW.plusSeconds(600));
        starts(STARTS.plusSeconds(1800), 3, NOW.plusSeconds(601));
        heardByBooking(STARTS.plusSeconds(2700), 4);

        office.sendAllAt(NOW.plusSeconds(610));
        office.sendAllAt(NOW.plusSeconds(669));
        assertThat(office.carried).isEmpty();
        office.sendAllAt(NOW.plusSeconds(671));

        assertThat(office.carried).hasSize(2);
    }

    @Test
    void forAChangeThatIsNeverHeardNoMailWaitsLongerThanAMinute() {
        published();
        starts(STARTS.plusSeconds(900), 2, NOW);
        heardByBooking(STARTS.plusSeconds(1800), 3);
        office.sendAllAt(NOW.plusSeconds(600));
        office.sendAllAt(NOW.plusSeconds(659));
        assertThat(office.carried).isEmpty();

        office.sendAllAt(NOW.plusSeconds(661));

        assertThat(office.carried).hasSize(2);
    }

    @Test
    void whatIsChangedQuietlyMailsNobodyAndIsPartOfTheNextMail() {
        published();
        office.deciding().on(quietly(STARTS.plusSeconds(900)), event(2, NOW), NOW);
        office.deciding().on(quietly(STARTS.plusSeconds(900)), event(2, NOW), NOW);

        assertThat(office.causes()).noneMatch(cause -> cause.startsWith("changed/"));
        assertThat(office.causes()).contains("day-before/" + WREN_AT_RIVERSIDE + "/2026-10-14");

        starts(STARTS.plusSeconds(1800), 3, NOW.plusSeconds(5000));

        assertThat(toWren(3).wish().told()).extracting(WhenAndWhere::startsAt).isEqualTo(STARTS);
    }

    @Test
    void aTypoMendedAfterAQuietChangeMailsNobody() {
        published();
        office.deciding().on(quietly(STARTS.plusSeconds(900)), event(2, NOW), NOW);

        office.deciding().on(changed(STARTS.plusSeconds(900), MOORHEN, EventChanged.Part.DETAILS), event(3, NOW), NOW);

        assertThat(office.causes()).noneMatch(cause -> cause.startsWith("changed/"));
        starts(STARTS.plusSeconds(1800), 4, NOW);
        assertThat(toWren(4).wish().told()).extracting(WhenAndWhere::startsAt).isEqualTo(STARTS);
    }

    @Test
    void aQuietChangeIsPartOfTheMailThatWaits() {
        published();
        starts(STARTS.plusSeconds(900), 2, NOW);
        office.deciding().on(quietly(STARTS), event(3, NOW), NOW.plusSeconds(60));

        assertThat(toWren(2).stopped()).isEqualTo(StopReason.NO_LONGER_TRUE);
    }

    /** As a form's two buttons are pressed: told, saved quietly five minutes later, told again an hour after. */
    @Test
    void theNextChangeBeginsFromWhatThatMailSaid() {
        published();
        starts(STARTS.plusSeconds(900), 2, NOW);
        office.deciding().on(quietly(STARTS.plusSeconds(1800)), event(3, NOW.plusSeconds(300)), NOW.plusSeconds(300));
        office.bookings.nowReads(MailFixture.card("Riverside pub evening", STARTS.plusSeconds(1800), 3));
        office.sendAllAt(NOW.plusSeconds(600));

        starts(STARTS.plusSeconds(900), 4, NOW.plusSeconds(3600));

        assertThat(toWren(4).wish().told()).extracting(WhenAndWhere::startsAt).isEqualTo(STARTS.plusSeconds(1800));
    }

    @Test
    void whoBookedWhileAMailWaitedHearsOfTheQuietChangeThatItCarries() {
        published();
        office.bookings.stands(WREN_AT_RIVERSIDE, BookingStatus.CANCELLED, null);
        starts(STARTS.plusSeconds(900), 2, NOW);
        office.bookings.stands(WREN_AT_RIVERSIDE, BookingStatus.BOOKED, null);

        office.deciding().on(quietly(STARTS.plusSeconds(1800)), event(3, NOW.plusSeconds(300)), NOW.plusSeconds(300));

        assertThat(toWren(3).wish().told()).extracting(WhenAndWhere::startsAt).isEqualTo(STARTS.plusSeconds(900));
    }

    /** A mail that is tried again for hours makes nothing loud. */
    @Test
    void longAfterwardsAQuietChangeIsQuietAgain() {
        published();
        starts(STARTS.plusSeconds(900), 2, NOW);
        office.bookings.stands(SAMIR_AT_RIVERSIDE, BookingStatus.CANCELLED, 3);

        office.deciding().on(quietly(STARTS.plusSeconds(1800)), event(3, NOW.plusSeconds(601)), NOW.plusSeconds(601));

        assertThat(office.causes()).noneMatch(cause -> cause.startsWith("changed/" + RIVERSIDE + "/3/"));
    }

    @Test
    void closeToTheStartNobodyWaits() {
        published();
        var almost = STARTS.minus(Duration.ofHours(3));

        starts(STARTS.plusSeconds(1800), 2, almost.minusSeconds(1));
        assertThat(toWren(2).nextAttemptAt()).isEqualTo(almost.plusSeconds(599));

        starts(STARTS.plusSeconds(3600), 3, almost);
        assertThat(toWren(2).nextAttemptAt()).isEqualTo(almost);
        office.sendAllAt(almost);
        assertThat(office.carried).hasSize(2);
    }

    @Test
    void callingOffIsNotHeldAndNobodyHearsOfAChangeBesides() {
        published();
        starts(STARTS.plusSeconds(1800), 2, NOW);

        office.deciding().on(new EventCancelled(RIVERSIDE, NOW, "The cellar has flooded."), event(3, NOW), NOW);
        office.sendAllAt(NOW);
        office.sendAllAt(NOW.plusSeconds(700));

        assertThat(toWren(2).stopped()).isEqualTo(StopReason.EVENT_CALLED_OFF);
        assertThat(office.carried)
                .extracting(Letter::cause)
                .containsExactlyInAnyOrder(
                        "called-off/" + RIVERSIDE + "/" + SAMIR_AT_RIVERSIDE,
                        "called-off/" + RIVERSIDE + "/" + WREN_AT_RIVERSIDE);
    }

    @Test
    void fewerPlacesOrAnotherDescriptionAreNoMail() {
        office.deciding()
                .on(new EventPublished(RIVERSIDE, STARTS, STARTS.plusSeconds(9000), LONDON, MOORHEN), event(1, NOW));

        office.deciding()
                .on(changed(STARTS, MOORHEN, EventChanged.Part.PLACES, EventChanged.Part.DETAILS), event(2, NOW), NOW);

        assertThat(office.causes()).isEmpty();
    }

    /** Who waits or holds an offer knows of no link, so that another one is nothing that changed. */
    @Test
    void anotherLinkOfAnOnlineEventIsToldToWhoHasAPlaceAlone() {
        online("https://meet.example/one", STARTS, 1);

        online("https://meet.example/two", STARTS, 2);
        office.sendAllAt(NOW.plusSeconds(600));

        assertThat(office.causes())
                .filteredOn(cause -> cause.startsWith("changed/"))
                .containsExactly("changed/" + RIVERSIDE + "/2/" + WREN_AT_RIVERSIDE);
        assertThat(office.carried).hasSize(1);

        online("https://meet.example/three", STARTS.plusSeconds(1800), 3);

        assertThat(office.mail("changed/" + RIVERSIDE + "/3/" + SAMIR_AT_RIVERSIDE)
                        .wish()
                        .changes())
                .containsExactly(WhenAndWhere.Change.START_TIME);
        assertThat(toWren(3).wish().changes())
                .containsExactly(WhenAndWhere.Change.START_TIME, WhenAndWhere.Change.PLACE);
    }

    @Test
    void whereOnlyTheLinkIsAnotherInTheEndWhoWaitsHearsNothing() {
        online("https://meet.example/one", STARTS, 1);
        online("https://meet.example/one", STARTS.plusSeconds(1800), 2);
        office.bookings.stands(WREN_AT_RIVERSIDE, BookingStatus.WAITING, 4);
        online("https://meet.example/two", STARTS.plusSeconds(1800), 3);

        online("https://meet.example/two", STARTS, 4);
        office.sendAllAt(NOW.plusSeconds(600));

        assertThat(office.carried).isEmpty();
        assertThat(toWren(2).stopped()).isEqualTo(StopReason.NO_LONGER_TRUE);
    }

    /** Booked when the link changed, and in line again before the ten minutes were over. */
    @Test
    void whoGaveTheirPlaceBackMeanwhileHearsOfNoOtherLink() {
        online("https://meet.example/one", STARTS, 1);
        online("https://meet.example/two", STARTS, 2);

        office.bookings.stands(WREN_AT_RIVERSIDE, BookingStatus.WAITING, 4);
        office.sendAllAt(NOW.plusSeconds(600));

        assertThat(office.carried).isEmpty();
        assertThat(toWren(2).stopped()).isEqualTo(StopReason.NO_LONGER_TRUE);
    }

    private void online(String link, Instant startsAt, int version) {
        var place = new EventPublished.Venue("Online", link);
        var ends = startsAt.plusSeconds(9000);
        var source = event(version, NOW);
        if (version == 1) {
            office.deciding().on(new EventPublished(RIVERSIDE, startsAt, ends, LONDON, place), source);
        } else {
            office.deciding().on(changed(startsAt, place, EventChanged.Part.WHERE), source, NOW);
        }
        office.bookings.nowReads(
                MailFixture.card("Riverside pub evening", startsAt, version).at("Online", link, ""));
    }

    @Test
    void callingOffIsToldOnceToBookedWaitingAndOffered() {
        var deciding = office.deciding();

        deciding.on(new EventCancelled(RIVERSIDE, NOW, "The pub's cellar has flooded."), event(3, NOW), NOW);
        deciding.on(new EventCancelled(RIVERSIDE, NOW, "The pub's cellar has flooded."), event(3, NOW), NOW);

        assertThat(office.causes())
                .containsExactly(
                        "called-off/" + RIVERSIDE + "/" + SAMIR_AT_RIVERSIDE,
                        "called-off/" + RIVERSIDE + "/" + WREN_AT_RIVERSIDE);
    }

    @Test
    void feedbackMailsComeOncePerGeneration() {
        var deciding = office.deciding();

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
        var effect = office.deciding().on(invitation(1, MORNING_AFTER), invited(1), MORNING_AFTER);

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
        assertThat(office.mail("booked/" + WREN_AT_RIVERSIDE + "/" + NOW.toEpochMilli())
                        .stopped())
                .isEqualTo(StopReason.BOOKING_CANCELLED);
    }

    @Test
    void whatWaitsToBeSentIsStoppedByCancellingAndComesOnceMoreAfterBookingAgain() {
        var reminder = "day-before/" + WREN_AT_RIVERSIDE + "/2026-10-14";
        book(NOW);
        office.sendAllAt(NOW);
        office.bookings.stands(WREN_AT_RIVERSIDE, BookingStatus.CANCELLED, null);
        cancel(NOW.plusSeconds(60));

        assertThat(office.mail(reminder).stopped()).isEqualTo(StopReason.BOOKING_CANCELLED);
        assertThat(office.mail(reminder).isFinished()).isTrue();

        office.bookings.stands(WREN_AT_RIVERSIDE, BookingStatus.BOOKED, null);
        book(NOW.plusSeconds(120));
        book(NOW.plusSeconds(120));
        cancel(NOW.plusSeconds(60)); // heard again: they have a place now

        assertThat(office.causes())
                .filteredOn(cause -> cause.startsWith(reminder))
                .hasSize(2);
        assertThat(office.mail(reminder + "/again").isFinished()).isFalse();
        assertThat(office.mail(reminder + "/again").nextAttemptAt()).isEqualTo(Instant.parse("2026-10-14T09:00:00Z"));
    }

    private void cancel(Instant at) {
        office.deciding()
                .on(
                        new AttendanceCancelled(WREN_AT_RIVERSIDE, RIVERSIDE, at, AttendanceCancelled.By.ATTENDEE),
                        seats(61, at),
                        at);
    }

    private Effect book(Instant now) {
        return office.deciding()
                .on(new AttendanceBooked(WREN_AT_RIVERSIDE, RIVERSIDE, now, false), seats(41, now), now);
    }

    private static EventChanged changed(Instant startsAt, EventPublished.Venue place, EventChanged.Part... parts) {
        return new EventChanged(
                RIVERSIDE, startsAt, startsAt.plusSeconds(9000), LONDON, 1, place, List.of(parts), false);
    }

    private static EventChanged quietly(Instant startsAt) {
        return new EventChanged(
                RIVERSIDE,
                startsAt,
                startsAt.plusSeconds(9000),
                LONDON,
                1,
                MOORHEN,
                List.of(EventChanged.Part.WHEN),
                true);
    }

    private void published() {
        office.deciding()
                .on(new EventPublished(RIVERSIDE, STARTS, STARTS.plusSeconds(9000), LONDON, MOORHEN), event(1, NOW));
    }

    /** A new start, told at this moment; whoever shows the event shows it at once. */
    private void starts(Instant startsAt, long version, Instant at) {
        office.deciding().on(changed(startsAt, MOORHEN, EventChanged.Part.WHEN), event(version, at), at);
        heardByBooking(startsAt, (int) version);
    }

    private void heardByBooking(Instant startsAt, int version) {
        office.bookings.nowReads(MailFixture.card("Riverside pub evening", startsAt, version));
    }

    /** Handed over, but nobody knows whether it arrived. */
    private void lostAt(Instant now) {
        office.answer = Carrier.Delivery.UNKNOWN;
        office.sendAllAt(now);
        office.answer = Carrier.Delivery.ACCEPTED;
    }

    private List<Mail> claimedAt(Instant now) {
        return office.queue.claim(now, "sender", 5, Duration.ofMinutes(3)).stream()
                .filter(mail -> mail.wish().kind() == MailKind.CHANGED)
                .toList();
    }

    private Mail toWren(long version) {
        return office.mail("changed/" + RIVERSIDE + "/" + version + "/" + WREN_AT_RIVERSIDE);
    }

    private static FeedbackDue.InvitationDue invitation(int generation, Instant validUntil) {
        return new FeedbackDue.InvitationDue(
                WREN_AT_RIVERSIDE,
                RIVERSIDE,
                generation,
                FeedbackDue.InvitationDue.Question.HOW_WAS_IT,
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
