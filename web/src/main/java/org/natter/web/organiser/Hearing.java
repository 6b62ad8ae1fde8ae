package org.natter.web.organiser;

import org.natter.web.services.EventApi.Overview;
import org.natter.web.services.MailsApi.MailPreview;

/**
 * How many people a change of an event is told, by how they stand: each reads the same news, and with it what it means for
 * them.
 *
 * @param online whether it takes place online, so that how to join is told to nobody without a place
 * @param onlyWithAPlace whether nobody else hears of it
 */
public record Hearing(int booked, int offered, int waiting, boolean online, boolean onlyWithAPlace) {

    static final Hearing NOBODY = new Hearing(0, 0, 0, false, false);

    /** Everybody who hopes to come. */
    static Hearing of(Overview numbers) {
        return new Hearing(numbers.booked(), numbers.offered(), numbers.waiting(), false, false);
    }

    /** The same people, and which of them get this mail. */
    Hearing of(MailPreview mail, boolean online) {
        return new Hearing(booked, offered, waiting, online, mail.onlyWithAPlace());
    }

    /** How many have no place yet. */
    public int hoping() {
        return offered + waiting;
    }

    /** How many hear of it. */
    public int all() {
        return onlyWithAPlace ? booked : booked + hoping();
    }
}
