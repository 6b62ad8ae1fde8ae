package org.natter.messaging;

/**
 * The same message id, or the same version of one source, with two different bodies: a restored backup or a second writer.
 *
 * <p>Guarantee: whoever throws it has overwritten nothing.
 */
public final class MessageFork extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private MessageFork(String message) {
        super(message);
    }

    static MessageFork of(String messageId) {
        return new MessageFork("Another body is known for " + messageId);
    }
}
