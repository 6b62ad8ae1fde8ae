package org.natter.messaging;

/** Sends everything that this service has ever told again, for whoever has put Kafka's log away. */
public interface SayingAgain {

    /** Begins in the background, and anew if that goes on already: what was sent went into the log that was put away. */
    void sayEverythingAgain();

    /** How many messages were said again so far, the last time that was asked for. */
    int said();
}
