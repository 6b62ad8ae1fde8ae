package org.natter.messaging;

import java.util.List;

/** The way to the broker. */
interface Sender {

    /** Returns once the broker has acknowledged; throws if that is not known. */
    void send(Entry entry);

    /** Returns once the broker has acknowledged all of them, in this order; if it throws, some may have been sent. */
    default void sendInOrder(List<Entry> entries) {
        entries.forEach(this::send);
    }
}
