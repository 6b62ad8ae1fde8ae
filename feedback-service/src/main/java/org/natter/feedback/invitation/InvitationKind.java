package org.natter.feedback.invitation;

/**
 * What an invitation asks.
 *
 * <p>{@link #DID_YOU_MAKE_IT} is asked of everybody booked, where nobody at all was checked in.
 */
public enum InvitationKind {
    HOW_WAS_IT,
    DID_YOU_MAKE_IT
}
