package org.natter.attendee.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class MailTest {

    private static final Instant NOW = MailFixture.NOW;

    @Test
    void pausesGrowAndThenItIsGivenUp() {
        var mail = aMail(MailKind.BOOKED).claimed("sender", NOW.plusSeconds(60)).sending();

        for (var minutes : List.of(1, 5, 15, 60, 240, 720, 1440)) {
            mail = mail.triedInVain(NOW);
            assertThat(mail.status()).isEqualTo(MailStatus.RETRY);
            assertThat(Duration.between(NOW, mail.nextAttemptAt()).toSeconds() / 60.0)
                    .isCloseTo(minutes, within(minutes * 0.2001));
        }
        assertThat(mail.triedInVain(NOW).status()).isEqualTo(MailStatus.GIVEN_UP);
    }

    @Test
    void bookingMailLostOnTheWayGetsOneMoreTry() {
        var sending = aMail(MailKind.BOOKED).claimed("sender", NOW).sending();

        var lost = sending.abandoned(NOW);
        var lostAgain = lost.claimed("sender", NOW).sending().abandoned(NOW);

        assertThat(lost.status()).isEqualTo(MailStatus.UNKNOWN);
        assertThat(lost.isDueAt(NOW.plusSeconds(899))).isFalse();
        assertThat(lost.isDueAt(NOW.plusSeconds(900))).isTrue();
        assertThat(lostAgain.status()).isEqualTo(MailStatus.UNKNOWN);
        assertThat(lostAgain.isFinished()).isTrue();
    }

    @Test
    void otherMailLostOnTheWayIsNeverSentAgain() {
        var lost = aMail(MailKind.HOW_WAS_IT).claimed("sender", NOW).sending().abandoned(NOW);

        assertThat(lost.status()).isEqualTo(MailStatus.UNKNOWN);
        assertThat(lost.isFinished()).isTrue();
    }

    @Test
    void aClaimNotBegunGoesBackIntoTheQueue() {
        var back = aMail(MailKind.HOW_WAS_IT).claimed("sender", NOW).abandoned(NOW);

        assertThat(back.status()).isEqualTo(MailStatus.QUEUED);
        assertThat(back.isDueAt(NOW)).isTrue();
    }

    private static Mail aMail(MailKind kind) {
        return Mail.asked(MailRequest.about(
                kind, "cause/1", MailFixture.WREN, MailFixture.RIVERSIDE, MailFixture.WREN_AT_RIVERSIDE, NOW));
    }
}
