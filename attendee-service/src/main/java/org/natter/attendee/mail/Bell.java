package org.natter.attendee.mail;

/** Tells idle senders that there is new mail. A lost ring does no harm: they also look by themselves, only later. */
@FunctionalInterface
public interface Bell {

    void ring();
}
