package org.natter.messaging;

import org.jspecify.annotations.Nullable;

/**
 * A message that can never be read: headers missing, or a body that does not have the shape its type promises.
 *
 * <p>Guarantee: its text names the message, never a value of its body.
 */
public final class UndecodableMessage extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private UndecodableMessage(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    static UndecodableMessage header(String name) {
        return new UndecodableMessage("Header " + name + " is missing or malformed", null);
    }

    static UndecodableMessage body(MessageMetadata source, Throwable cause) {
        // The cause's text may quote the body, so only its kind is kept.
        return new UndecodableMessage(
                "The body of " + source.id() + " is no " + source.type() + " ("
                        + cause.getClass().getSimpleName() + ")",
                null);
    }

    /**
     * A body that decodes but breaks a rule of its reader.
     *
     * @param rule what is broken, without any value of the body
     */
    public static UndecodableMessage breaking(String rule, MessageMetadata source) {
        return new UndecodableMessage(source.id() + " breaks a rule: " + rule, null);
    }
}
