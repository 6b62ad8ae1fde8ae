package org.natter.messaging;

/**
 * What a message did to its reader.
 *
 * <p>Guarantee: each of the three is a success; the record's offset is committed.
 */
public enum Effect {
    /** Something was written. */
    APPLIED,
    /** This message, or a newer one about the same subject, was taken over before. */
    ALREADY_NEWER,
    /** The reader has nothing to do with this message. */
    IGNORED
}
