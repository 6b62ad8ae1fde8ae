package org.natter.messaging;

/** The way to the broker. */
interface Sender {

    /** Returns once the broker has acknowledged; throws if that is not known. */
    void send(Entry entry);
}
