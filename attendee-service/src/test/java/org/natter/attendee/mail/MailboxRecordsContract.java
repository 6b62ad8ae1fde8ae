package org.natter.attendee.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.natter.attendee.person.EmailAddress;

/** What is remembered about mailboxes, wherever it is kept. */
public interface MailboxRecordsContract {

    /** Records of nobody yet. */
    MailboxRecords emptyRecords();

    @Test
    default void aMailboxThatRefusedUsIsRemembered() {
        var records = emptyRecords();
        var wren = new EmailAddress("wren@college.example");

        records.rememberRefusal(wren, MailFixture.NOW);
        records.rememberRefusal(wren, MailFixture.NOW);

        assertThat(records.refusedUs(wren)).contains(MailFixture.NOW);
        assertThat(records.refusedUs(new EmailAddress("samir@college.example"))).isEmpty();
    }

    @Test
    default void aRefusalCanBeForgottenAndOthersStay() {
        var records = emptyRecords();
        var wren = new EmailAddress("wren@college.example");
        var samir = new EmailAddress("samir@college.example");
        records.rememberRefusal(wren, MailFixture.NOW);
        records.rememberRefusal(samir, MailFixture.NOW);

        records.forgetRefusal(wren);
        records.forgetRefusal(wren);

        assertThat(records.refusedUs(wren)).isEmpty();
        assertThat(records.refusedUs(samir)).contains(MailFixture.NOW);
    }

    @Test
    default void whoIsNotToBeAskedIsRememberedForOneEventOrForAll() {
        var records = emptyRecords();

        records.stopAsking(MailFixture.WREN_AT_RIVERSIDE, MailFixture.NOW);
        records.stopAsking(MailFixture.WREN_AT_RIVERSIDE, MailFixture.NOW.plusSeconds(1));
        records.stopAsking(MailFixture.SAMIR, MailFixture.NOW);

        assertThat(records.isNotToBeAsked(MailFixture.WREN_AT_RIVERSIDE)).isTrue();
        assertThat(records.isNotToBeAsked(MailFixture.WREN)).isFalse();
        assertThat(records.isNotToBeAsked(MailFixture.SAMIR_AT_RIVERSIDE)).isFalse();
        assertThat(records.isNotToBeAsked(MailFixture.SAMIR)).isTrue();
    }

    @Test
    default void whoIsToBeAskedAgainIsAskedAndWhatElseWasStoppedStays() {
        var records = emptyRecords();
        records.stopAsking(MailFixture.WREN_AT_RIVERSIDE, MailFixture.NOW);
        records.stopAsking(MailFixture.WREN, MailFixture.NOW);
        records.stopAsking(MailFixture.SAMIR_AT_RIVERSIDE, MailFixture.NOW);

        records.askAgain(MailFixture.WREN);
        records.askAgain(MailFixture.WREN);
        records.askAgain(MailFixture.SAMIR);

        assertThat(records.isNotToBeAsked(MailFixture.WREN)).isFalse();
        assertThat(records.isNotToBeAsked(MailFixture.WREN_AT_RIVERSIDE)).isTrue();

        records.askAgain(MailFixture.WREN_AT_RIVERSIDE);

        assertThat(records.isNotToBeAsked(MailFixture.WREN_AT_RIVERSIDE)).isFalse();
        assertThat(records.isNotToBeAsked(MailFixture.SAMIR_AT_RIVERSIDE)).isTrue();

        records.stopAsking(MailFixture.WREN_AT_RIVERSIDE, MailFixture.NOW.plusSeconds(60));

        assertThat(records.isNotToBeAsked(MailFixture.WREN_AT_RIVERSIDE)).isTrue();
    }

    @Test
    default void aDayIsTakenByOneCause() {
        var records = emptyRecords();
        var day = LocalDate.of(2026, 10, 16);

        assertThat(records.takeDay(MailFixture.WREN, day, "one")).isTrue();
        assertThat(records.takeDay(MailFixture.WREN, day, "two")).isFalse();
        assertThat(records.takeDay(MailFixture.WREN, day, "one")).isTrue();
        assertThat(records.takeDay(MailFixture.WREN, day.plusDays(1), "two")).isTrue();
        assertThat(records.takeDay(MailFixture.SAMIR, day, "two")).isTrue();
    }

    @Test
    default void daysThatAreLongOverAreForgotten() {
        var records = emptyRecords();
        var day = LocalDate.of(2026, 10, 16);
        records.takeDay(MailFixture.WREN, day, "follow-up/1");
        records.takeDay(MailFixture.WREN, day.plusDays(2), "follow-up/2");

        records.forgetDaysTakenBefore(Instant.parse("2026-10-18T00:00:00Z"));

        assertThat(records.tookADay(MailFixture.WREN, day, day.plusDays(1), "follow-up/"))
                .isFalse();
        assertThat(records.tookADay(MailFixture.WREN, day, day.plusDays(3), "follow-up/"))
                .isTrue();
    }

    @Test
    default void aTakenDayIsFoundFromTheFirstToBeforeTheLast() {
        var records = emptyRecords();
        var day = LocalDate.of(2026, 10, 16);
        records.takeDay(MailFixture.WREN, day, "follow-up/1");

        assertThat(records.tookADay(MailFixture.WREN, day, day.plusDays(1), "follow-up/"))
                .isTrue();
        assertThat(records.tookADay(MailFixture.WREN, day.minusDays(9), day, "follow-up/"))
                .isFalse();
        assertThat(records.tookADay(MailFixture.WREN, day, day.plusDays(1), "feedback-invitation/"))
                .isFalse();
        assertThat(records.tookADay(MailFixture.SAMIR, day, day.plusDays(1), "follow-up/"))
                .isFalse();
    }
}
