package org.natter.messaging;

/**
 * What a message did to its reader.
 *
 * <p>Guarantee: each is a success; the record's offset is committed, that of a {@link #HELD} one after its batch was written.
 */
public enum Effect {
    /** Something was written. */
    APPLIED,
    /** This message, or a newer one about the same subject, was taken over before. */
    ALREADY_NEWER,
    /** The reader has nothing to do with this message. */
    IGNORED,
    /** It is written with the others of its batch, and what comes of it is known then ({@link MessageHandlers#together()}). */
    HELD
}
