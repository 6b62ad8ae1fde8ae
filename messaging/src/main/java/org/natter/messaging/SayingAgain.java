package org.natter.messaging;

/** Sends everything that this service has ever told again, for whoever has put Kafka's log away. */
public interface SayingAgain {

    /** Begins in the background; false if that goes on already. */
    boolean sayEverythingAgain();
}
