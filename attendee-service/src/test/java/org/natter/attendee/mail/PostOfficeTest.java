package org.natter.attendee.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.natter.attendee.mail.MailFixture.NOW;
import static org.natter.attendee.mail.MailFixture.RIVERSIDE;
import static org.natter.attendee.mail.MailFixture.SAMIR;
import static org.natter.attendee.mail.MailFixture.SAMIR_AT_RIVERSIDE;
import static org.natter.attendee.mail.MailFixture.aPostOffice;

import java.time.Duration;
import java.util.EnumSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.natter.attendee.booking.BookingStatus;
import org.natter.attendee.mail.WhenAndWhere.Change;

class PostOfficeTest {

    private final MailFixture office = aPostOffice();
    private final AtomicInteger woken = new AtomicInteger();
    private final PostOffice posting = new PostOffice(office.queue, woken::incrementAndGet);

    @Test
    void aCommandThatIsRepeatedIsOneLetter() {
        office.bookings.stands(SAMIR_AT_RIVERSIDE, BookingStatus.UNCONFIRMED, null);
        var held = office.bookings.of(SAMIR_AT_RIVERSIDE).orElseThrow();

        posting.confirm(SAMIR, held, "wish1", NOW);
        posting.confirm(SAMIR, held, "wish1", NOW.plusSeconds(5));
        posting.again(SAMIR, held, "wish2", NOW);
        posting.signIn(SAMIR, "00000000000000000000000000000009", NOW);

        assertThat(office.causes())
                .containsExactly(
                        "asked-again/" + SAMIR_AT_RIVERSIDE + "/wish2",
                        "confirm-booking/" + SAMIR_AT_RIVERSIDE + "/wish1",
                        "sign-in/00000000000000000000000000000009");
    }

    @Test
    void aConfirmationIsOfUseAsLongAsThePlaceIsHeld() {
        office.bookings.stands(SAMIR_AT_RIVERSIDE, BookingStatus.UNCONFIRMED, null);

        posting.confirm(SAMIR, office.bookings.of(SAMIR_AT_RIVERSIDE).orElseThrow(), "wish", NOW);

        assertThat(office.mail("confirm-booking/" + SAMIR_AT_RIVERSIDE + "/wish")
                        .wish()
                        .validUntil())
                .isEqualTo(NOW.plus(Duration.ofHours(1)));
    }

    @Test
    void whatIsSentToAnotherAddressSaysWhatItSaysByThen() {
        var lost = MailRequest.about(MailKind.CHANGED, "changed/1", SAMIR, RIVERSIDE, SAMIR_AT_RIVERSIDE, NOW)
                .withChanges(1, EnumSet.of(Change.START_TIME));
        var again = lost.again(NOW).notBefore(NOW.plusSeconds(60)).goingTo("0123456789abcdef");
        posting.ask(again);
        posting.amend(office.mail(again.cause()), again.withChanges(2, EnumSet.of(Change.PLACE)), NOW.plusSeconds(60));
        assertThat(office.mail(again.cause()).wish().goingTo()).isEqualTo("0123456789abcdef");

        posting.hurry(again.cause(), NOW);

        var goes = office.mail(again.cause());
        assertThat(goes.wish().changes()).containsExactly(Change.PLACE);
        assertThat(goes.wish().goingTo()).isNull();
        assertThat(goes.nextAttemptAt()).isEqualTo(NOW);
    }

    @Test
    void sendersAreWokenForEachRequest() {
        posting.signIn(SAMIR, "00000000000000000000000000000001", NOW);
        posting.signIn(SAMIR, "00000000000000000000000000000002", NOW);

        assertThat(woken).hasValue(2);
    }
}
