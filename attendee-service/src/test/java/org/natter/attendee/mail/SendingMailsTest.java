package org.natter.attendee.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.natter.attendee.booking.BookingStatus;
import org.natter.attendee.person.AttendanceId;
import org.natter.attendee.person.EmailAddress;
import org.natter.attendee.person.PeopleInMemory;
import org.natter.attendee.person.Person;
import org.natter.attendee.person.PersonDetails;
import org.natter.attendee.person.PersonId;
import org.natter.attendee.person.Sector;
import org.natter.ids.HexId;

class SendingMailsTest {

    private final MailFixture office = aPostOffice();

    @Test
    void aDueMailIsSentOnce() {
        ask(MailKind.BOOKED, WREN_AT_RIVERSIDE, NOW);

        office.sendAllAt(NOW);
        office.sendAllAt(NOW.plusSeconds(60));

        assertThat(office.carried).extracting(Letter::to).containsExactly(new EmailAddress("wren@college.example"));
        assertThat(office.mail("cause/booked").status()).isEqualTo(MailStatus.SENT);
    }

    @Test
    void whatTheOtherSidePutsOffIsTriedAgain() {
        ask(MailKind.BOOKED, WREN_AT_RIVERSIDE, NOW);
        office.answer = Carrier.Delivery.NOT_NOW;
        office.sendAllAt(NOW);

        office.answer = Carrier.Delivery.ACCEPTED;
        office.sendAllAt(NOW.plusSeconds(30));
        assertThat(office.carried).hasSize(1);
        office.sendAllAt(NOW.plusSeconds(90));

        assertThat(office.carried).hasSize(2);
        assertThat(office.mail("cause/booked").status()).isEqualTo(MailStatus.SENT);
    }

    @Test
    void aMailboxThatRefusesIsNeverWrittenToAgain() {
        ask(MailKind.BOOKED, WREN_AT_RIVERSIDE, NOW);
        office.answer = Carrier.Delivery.REFUSED;
        office.sendAllAt(NOW);

        ask(MailKind.CHANGED, WREN_AT_RIVERSIDE, NOW);
        office.sendAllAt(NOW);

        assertThat(office.carried).hasSize(1);
        assertThat(office.mail("cause/booked").status()).isEqualTo(MailStatus.BOUNCED);
        assertThat(office.mail("cause/changed").stopped()).isEqualTo(StopReason.MAILBOX_REFUSED);
    }

    @Test
    void whoAsksAgainAfterAnHourIsWrittenToAndThenGetsEverything() {
        ask(MailKind.BOOKED, WREN_AT_RIVERSIDE, NOW);
        office.answer = Carrier.Delivery.REFUSED;
        office.sendAllAt(NOW);
        office.answer = Carrier.Delivery.ACCEPTED;

        ask(MailKind.ASKED_AGAIN, "cause/at-once", NOW.plusSeconds(60));
        office.sendAllAt(NOW.plusSeconds(60));
        assertThat(office.mail("cause/at-once").stopped()).isEqualTo(StopReason.MAILBOX_REFUSED);
        ask(MailKind.ASKED_AGAIN, "cause/later", NOW.plusSeconds(3600));
        office.sendAllAt(NOW.plusSeconds(3600));
        ask(MailKind.CHANGED, WREN_AT_RIVERSIDE, NOW.plusSeconds(3700));
        office.sendAllAt(NOW.plusSeconds(3700));

        assertThat(office.carried)
                .extracting(Letter::cause)
                .containsExactly("cause/booked", "cause/later", "cause/changed");
    }

    @Test
    void whoAsksAgainAndIsRefusedAgainWaitsAnotherHour() {
        ask(MailKind.BOOKED, WREN_AT_RIVERSIDE, NOW);
        office.answer = Carrier.Delivery.REFUSED;
        office.sendAllAt(NOW);
        ask(MailKind.ASKED_AGAIN, "cause/later", NOW.plusSeconds(3600));
        office.sendAllAt(NOW.plusSeconds(3600));

        ask(MailKind.ASKED_AGAIN, "cause/soon-after", NOW.plusSeconds(7000));
        office.sendAllAt(NOW.plusSeconds(7000));

        assertThat(office.mail("cause/later").status()).isEqualTo(MailStatus.BOUNCED);
        assertThat(office.mail("cause/soon-after").stopped()).isEqualTo(StopReason.MAILBOX_REFUSED);
    }

    @Test
    void anOrganiserHasAMailThatCameBackTriedAgainOnce() {
        ask(MailKind.BOOKED, WREN_AT_RIVERSIDE, NOW);
        office.answer = Carrier.Delivery.REFUSED;
        office.sendAllAt(NOW);
        office.answer = Carrier.Delivery.ACCEPTED;
        var again = office.tryingAgain(some -> Set.of());
        var later = NOW.plusSeconds(60);

        assertThat(again.tryAgain(office.mail("cause/booked"), later)).isTrue();
        assertThat(again.tryAgain(office.mail("cause/booked"), later)).isTrue();
        office.sendAllAt(later);

        assertThat(office.carried).extracting(Letter::cause).containsExactly("cause/booked", "cause/booked/again");
        assertThat(office.mail("cause/booked/again").status()).isEqualTo(MailStatus.SENT);
        assertThat(again.tryAgain(office.mail("cause/booked/again"), later))
                .as("it arrived")
                .isFalse();
    }

    @Test
    void feedbackMailKeepsToTheDay() {
        ask(MailKind.HOW_WAS_IT, WREN_AT_RIVERSIDE, MORNING_AFTER);
        var night = Instant.parse("2026-10-16T21:00:00Z");

        office.sendAllAt(night);
        assertThat(office.carried).isEmpty();
        office.sendAllAt(Instant.parse("2026-10-17T07:00:00Z"));

        assertThat(office.carried).hasSize(1);
    }

    @Test
    void bookingMailDoesNotWaitForTheMorning() {
        ask(MailKind.BOOKED, WREN_AT_RIVERSIDE, NOW);

        office.sendAllAt(Instant.parse("2026-10-01T22:00:00Z"));

        assertThat(office.carried).hasSize(1);
    }

    @Test
    void aChangeBreaksTheNightOnlyOnTheLastDay() {
        var night = Instant.parse("2026-10-01T22:00:00Z");
        ask(MailKind.CHANGED, WREN_AT_RIVERSIDE, night);
        office.sendAllAt(night);
        assertThat(office.carried).isEmpty();

        office.sendAllAt(Instant.parse("2026-10-02T07:00:00Z"));
        assertThat(office.carried).hasSize(1);
    }

    @Test
    void aPersonGetsOneMailADayOutsideTheBookingStream() {
        ask(MailKind.HOW_WAS_IT, WREN_AT_RIVERSIDE, MORNING_AFTER);
        ask(MailKind.FOLLOW_UP, WREN_AT_RIVERSIDE, MORNING_AFTER.plusSeconds(1));
        office.bookings.stands(WREN_AT_RIVERSIDE, BookingStatus.CANCELLED, null);
        ask(MailKind.CANCELLED_BY_YOU, WREN_AT_RIVERSIDE, MORNING_AFTER);

        office.sendAllAt(MORNING_AFTER.plusSeconds(10));
        assertThat(office.carried)
                .extracting(Letter::cause)
                .containsExactlyInAnyOrder("cause/how-was-it", "cause/cancelled-by-you");

        office.sendAllAt(MORNING_AFTER.plus(Duration.ofDays(1)));
        assertThat(office.carried).extracting(Letter::cause).contains("cause/follow-up");
    }

    @Test
    void anEventCalledOffStopsEverythingButTheNews() {
        ask(MailKind.BOOKED, WREN_AT_RIVERSIDE, NOW);
        ask(MailKind.HOW_WAS_IT, WREN_AT_RIVERSIDE, NOW);
        ask(MailKind.CALLED_OFF, WREN_AT_RIVERSIDE, NOW);
        office.known.rememberCallingOff(
                RIVERSIDE, "The pub's cellar has flooded.", MailFixture.message("t", "event", "e", 3, NOW));

        office.sendAllAt(NOW);

        assertThat(office.carried).extracting(Letter::cause).containsExactly("cause/called-off");
        assertThat(office.mail("cause/how-was-it").stopped()).isEqualTo(StopReason.EVENT_CALLED_OFF);
    }

    @Test
    void theNewsWaitsUntilItsReasonIsKnown() {
        ask(MailKind.CALLED_OFF, WREN_AT_RIVERSIDE, NOW);

        office.sendAllAt(NOW);
        assertThat(office.carried).isEmpty();
        office.known.rememberCallingOff(RIVERSIDE, "Snow.", MailFixture.message("t", "event", "e", 3, NOW));
        office.sendAllAt(NOW.plusSeconds(2));

        assertThat(office.carried).hasSize(1);
    }

    @Test
    void whoAnsweredIsNotReminded() {
        ask(MailKind.STILL_TIME, WREN_AT_RIVERSIDE, MORNING_AFTER);
        office.known.rememberAnswer(WREN_AT_RIVERSIDE, MailFixture.message("t", "answer", "a", 1, NOW));

        office.sendAllAt(MORNING_AFTER);

        assertThat(office.mail("cause/still-time").stopped()).isEqualTo(StopReason.ANSWERED);
    }

    @Test
    void whoWantsNoMoreQuestionsAboutAnEventGetsNoneOfThoseThatWait() {
        ask(MailKind.HOW_WAS_IT, WREN_AT_RIVERSIDE, MORNING_AFTER);
        ask(MailKind.STILL_TIME, WREN_AT_RIVERSIDE, MORNING_AFTER);
        ask(MailKind.FOLLOW_UP, WREN_AT_RIVERSIDE, MORNING_AFTER);
        office.bookings.stands(WREN_AT_RIVERSIDE, BookingStatus.CANCELLED, null);
        ask(MailKind.CANCELLED_BY_YOU, WREN_AT_RIVERSIDE, MORNING_AFTER);
        var switching = new SwitchingQuestions(office.people, office.bookings, office.mailboxes);

        switching.stop(WREN_AT_RIVERSIDE, SwitchingQuestions.Stopped.EVENT, MORNING_AFTER);
        switching.stop(WREN_AT_RIVERSIDE, SwitchingQuestions.Stopped.EVENT, MORNING_AFTER);
        office.sendAllAt(MORNING_AFTER);

        assertThat(office.carried).extracting(Letter::cause).containsExactly("cause/cancelled-by-you");
        assertThat(office.mail("cause/follow-up").stopped()).isEqualTo(StopReason.NOT_WANTED);
    }

    @Test
    void whoWantsNoMoreQuestionsAtAllIsAskedAboutNoOtherEventEither() {
        var switching = new SwitchingQuestions(office.people, office.bookings, office.mailboxes);
        switching.stop(WREN_AT_RIVERSIDE, SwitchingQuestions.Stopped.ALL, NOW);
        office.queue.add(Mail.asked(MailRequest.about(
                MailKind.HOW_WAS_IT, "cause/another", WREN, RIVERSIDE, AttendanceId.random(), MORNING_AFTER)));

        office.sendAllAt(MORNING_AFTER);

        assertThat(office.carried).isEmpty();
        assertThat(office.mail("cause/another").stopped()).isEqualTo(StopReason.NOT_WANTED);
    }

    @Test
    void whoIsAskedAgainGetsWhatComesFromThenOnAndNothingThatWasHeldBack() {
        var switching = new SwitchingQuestions(office.people, office.bookings, office.mailboxes);
        switching.stop(WREN_AT_RIVERSIDE, SwitchingQuestions.Stopped.EVENT, MORNING_AFTER);
        switching.stop(WREN_AT_RIVERSIDE, SwitchingQuestions.Stopped.ALL, MORNING_AFTER);
        ask(MailKind.HOW_WAS_IT, WREN_AT_RIVERSIDE, MORNING_AFTER);
        office.sendAllAt(MORNING_AFTER);

        switching.askAgain(WREN_AT_RIVERSIDE);
        var twice = switching.askAgain(WREN_AT_RIVERSIDE);
        var later = MORNING_AFTER.plus(Duration.ofDays(4));
        ask(MailKind.STILL_TIME, WREN_AT_RIVERSIDE, later);
        office.sendAllAt(later);

        assertThat(twice.orElseThrow().stopped()).isEqualTo(SwitchingQuestions.Stopped.NOTHING);
        assertThat(office.mail("cause/how-was-it").stopped()).isEqualTo(StopReason.NOT_WANTED);
        assertThat(office.carried).extracting(Letter::cause).containsExactly("cause/still-time");
    }

    /** The buttons of the mailed page, both of them: nobody moves that address any more. */
    @Test
    void whoStopsTheMailsOrIsAskedAgainShowsThatTheAddressIsTheirsAndConfirmsNothing() {
        var people = new PeopleInMemory();
        var switching = new SwitchingQuestions(people, office.bookings, office.mailboxes);
        for (var mailbox : List.of("stops@library.example", "again@library.example")) {
            var event = AttendanceId.random();
            var added = people.withAttendance(
                    new EmailAddress(mailbox), new PersonDetails("Wren", "", Sector.COLLEGE), RIVERSIDE, event);
            if (mailbox.startsWith("stops")) {
                switching.stop(event, SwitchingQuestions.Stopped.EVENT, NOW);
            } else {
                switching.askAgain(event);
            }
            assertThat(people.find(added.id()))
                    .get()
                    .extracting(Person::proven, Person::used)
                    .as(mailbox)
                    .containsExactly(false, true);
        }
    }

    @Test
    void whoSwitchesFeedbackMailsOnAgainIsStillNotAskedAboutAnEventTheyStopped() {
        var switching = new SwitchingQuestions(office.people, office.bookings, office.mailboxes);
        switching.stop(WREN_AT_RIVERSIDE, SwitchingQuestions.Stopped.EVENT, NOW);
        assertThat(switching.wanted(WREN)).contains(true);

        assertThat(switching.want(WREN, false, NOW)).contains(false);
        assertThat(switching.read(WREN_AT_RIVERSIDE).orElseThrow().stopped()).isEqualTo(SwitchingQuestions.Stopped.ALL);
        assertThat(switching.want(WREN, true, NOW)).contains(true);

        assertThat(switching.read(WREN_AT_RIVERSIDE).orElseThrow().stopped())
                .isEqualTo(SwitchingQuestions.Stopped.EVENT);
        assertThat(switching.want(new PersonId(HexId.random()), true, NOW)).isEmpty();
    }

    @Test
    void whatIsNoLongerOfUseIsStopped() {
        ask(MailKind.WAITING, SAMIR_AT_RIVERSIDE, NOW);

        office.sendAllAt(NOW.plus(Duration.ofDays(30)));

        assertThat(office.mail("cause/waiting").stopped()).isEqualTo(StopReason.TOO_LATE);
    }

    @Test
    void theReminderOfTheDayBeforeFollowsAMovedEvent() {
        var eve = Instant.parse("2026-10-14T09:00:00Z");
        new PostOffice(office.queue, () -> {})
                .ask(wish(MailKind.DAY_BEFORE, WREN_AT_RIVERSIDE, eve).notBefore(eve));
        office.bookings.nowReads(MailFixture.card("Riverside pub evening", STARTS.plus(Duration.ofDays(7)), 1));

        office.sendAllAt(eve);

        assertThat(office.carried).isEmpty();
        assertThat(office.mail("cause/day-before").stopped()).isEqualTo(StopReason.NO_LONGER_TRUE);
    }

    @Test
    void onlyTheMailOfTheDayBeforeSaysHowManyOneWillKnow() {
        var eve = Instant.parse("2026-10-14T09:00:00Z");
        office.knownAhead = 3;
        new PostOffice(office.queue, () -> {})
                .ask(wish(MailKind.DAY_BEFORE, WREN_AT_RIVERSIDE, eve).notBefore(eve));
        ask(MailKind.BOOKED, WREN_AT_RIVERSIDE, eve);
        var said = new HashMap<MailKind, Integer>();
        var sending = office.sending(facts -> {
            said.put(facts.wish().kind(), facts.known());
            return office.plainLetter(facts);
        });

        while (sending.sendSome("sender", () -> eve) > 0) {
            continue;
        }

        assertThat(said).containsExactlyInAnyOrderEntriesOf(Map.of(MailKind.DAY_BEFORE, 3, MailKind.BOOKED, 0));
    }

    @Test
    void whatIsSaidOfAnEveningToComeIsNotSaidOnceItHasBeen() {
        office.bookings.stands(SAMIR_AT_RIVERSIDE, BookingStatus.WAITING, 1);
        var late = STARTS.plus(Duration.ofDays(3));
        var post = new PostOffice(office.queue, () -> {});
        post.ask(wish(MailKind.WAITING, SAMIR_AT_RIVERSIDE, NOW).validUntil(late));
        post.ask(wish(MailKind.BOOKED, WREN_AT_RIVERSIDE, NOW).validUntil(late));

        office.sendAllAt(MailFixture.CARD.endsAt());

        assertThat(office.carried).isEmpty();
        assertThat(office.mail("cause/waiting").stopped()).isEqualTo(StopReason.TOO_LATE);
        assertThat(office.mail("cause/booked").stopped()).isEqualTo(StopReason.TOO_LATE);
    }

    @Test
    void aCodeForTheDoorIsStillSentToWhoeverIsOnTheirWay() {
        new PostOffice(office.queue, () -> {})
                .ask(wish(MailKind.BOOKED, WREN_AT_RIVERSIDE, NOW).validUntil(STARTS.plus(Duration.ofDays(3))));

        office.sendAllAt(STARTS.plusSeconds(60));

        assertThat(office.carried).hasSize(1);
    }

    @Test
    void tomorrowIsNeverSaidOnTheDayItself() {
        var eve = Instant.parse("2026-10-14T09:00:00Z");
        new PostOffice(office.queue, () -> {})
                .ask(wish(MailKind.DAY_BEFORE, WREN_AT_RIVERSIDE, eve)
                        .notBefore(eve)
                        .validUntil(STARTS));

        office.sendAllAt(Instant.parse("2026-10-15T06:00:00Z"));

        assertThat(office.carried).isEmpty();
        assertThat(office.mail("cause/day-before").stopped()).isEqualTo(StopReason.TOO_LATE);
    }

    @Test
    void aSenderThatDiedWhileSendingLeavesBookingMailForOneMoreTry() {
        ask(MailKind.BOOKED, WREN_AT_RIVERSIDE, NOW);
        var claimed = office.queue.claim(NOW, "dies", 5, Duration.ofMinutes(3)).get(0);
        office.queue.write(claimed.sending());

        office.sending().freeStuck(NOW.plusSeconds(200));
        office.sendAllAt(NOW.plusSeconds(300));
        assertThat(office.carried).isEmpty();
        office.sendAllAt(NOW.plusSeconds(200 + 900));

        assertThat(office.carried).hasSize(1);
    }

    @Test
    void aSenderThoughtDeadDoesNotSendWhatAnotherHas() {
        ask(MailKind.BOOKED, WREN_AT_RIVERSIDE, NOW);
        var slow = office.queue.claim(NOW, "slow", 5, Duration.ofMinutes(3)).get(0);
        office.sending().freeStuck(NOW.plusSeconds(200));
        office.sendAllAt(NOW.plusSeconds(200));

        assertThat(office.queue.write(slow.sending())).isFalse();
        assertThat(office.carried).hasSize(1);
    }

    @Test
    void somebodyErasedMeanwhileIsNotMailed() {
        ask(MailKind.BOOKED, WREN_AT_RIVERSIDE, NOW);
        office.people.erase(WREN);

        office.sendAllAt(NOW);

        assertThat(office.mail("cause/booked").stopped()).isEqualTo(StopReason.PERSON_GONE);
    }

    @Test
    void oneQuestionAboutWhatCameOfItInFourWeeks() {
        var first = Instant.parse("2027-01-15T10:00:00Z");
        followUp("1", first);
        followUp("2", first.plus(Duration.ofDays(7)));

        office.sendAllAt(first);
        for (var day = 7; day < 28; day++) {
            office.sendAllAt(first.plus(Duration.ofDays(day)));
        }
        assertThat(office.carried).extracting(Letter::cause).containsExactly("follow-up/1");
        office.sendAllAt(first.plus(Duration.ofDays(28)));

        assertThat(office.carried).extracting(Letter::cause).containsExactly("follow-up/1", "follow-up/2");
    }

    @Test
    void aFreshLinkGoesAtOnceAlsoToWhoHasAnswered() {
        office.known.rememberAnswer(WREN_AT_RIVERSIDE, MailFixture.message("t", "answer", "a", 1, NOW));
        var night = Instant.parse("2026-10-16T21:00:00Z");
        new PostOffice(office.queue, () -> {})
                .ask(wish(MailKind.HOW_WAS_IT, WREN_AT_RIVERSIDE, night).withGeneration(2));

        office.sendAllAt(night);

        assertThat(office.carried).hasSize(1);
    }

    @Test
    void aMailThatCannotBeWrittenHoldsUpNoOther() {
        ask(MailKind.BOOKED, WREN_AT_RIVERSIDE, NOW);
        ask(MailKind.WAITING, SAMIR_AT_RIVERSIDE, NOW);
        var sending = office.sending(facts -> {
            if (facts.wish().kind() == MailKind.BOOKED) {
                throw new IllegalStateException("no words for it");
            }
            return office.plainLetter(facts);
        });

        assertThatThrownBy(() -> sending.sendSome("sender", () -> NOW)).hasMessage("no words for it");

        assertThat(office.mail("cause/booked").status()).isEqualTo(MailStatus.RETRY);
        assertThat(office.mail("cause/waiting").status()).isEqualTo(MailStatus.SENT);
    }

    private void followUp(String number, Instant at) {
        new PostOffice(office.queue, () -> {})
                .ask(MailRequest.about(
                                MailKind.FOLLOW_UP, "follow-up/" + number, WREN, RIVERSIDE, WREN_AT_RIVERSIDE, at)
                        .validUntil(at.plus(Duration.ofDays(30)))
                        .withDetail("3"));
    }

    private void ask(MailKind kind, String cause, Instant at) {
        new PostOffice(office.queue, () -> {})
                .ask(MailRequest.about(kind, cause, WREN, RIVERSIDE, WREN_AT_RIVERSIDE, at));
    }

    private void ask(MailKind kind, AttendanceId attendance, Instant at) {
        new PostOffice(office.queue, () -> {}).ask(wish(kind, attendance, at));
    }

    private static MailRequest wish(MailKind kind, AttendanceId attendance, Instant at) {
        var detail = kind == MailKind.CHANGED ? "0:START_TIME" : kind == MailKind.FOLLOW_UP ? "3" : "";
        return MailRequest.about(
                        kind,
                        "cause/" + kind.word(),
                        attendance.equals(WREN_AT_RIVERSIDE) ? WREN : MailFixture.SAMIR,
                        RIVERSIDE,
                        attendance,
                        at)
                .validUntil(at.plus(Duration.ofDays(5)))
                .withDetail(detail);
    }
}
