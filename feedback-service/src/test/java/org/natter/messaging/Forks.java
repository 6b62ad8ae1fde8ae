package org.natter.messaging;

/** For stores that forget: the fork that a real one finds. */
public final class Forks {

    private Forks() {}

    /** One version of a source with two bodies. */
    public static MessageFork at(MessageMetadata source) {
        return MessageFork.of(source.id());
    }
}
