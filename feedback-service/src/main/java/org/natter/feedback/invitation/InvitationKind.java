package org.natter.feedback.invitation;

/**
 * What an invitation asks.
 *
 * <p>{@link #DID_YOU_MAKE_IT} is asked of whoever was booked and not checked in: yes leads to the form, no to one optional
 * reason.
 */
public enum InvitationKind {
    HOW_WAS_IT,
    DID_YOU_MAKE_IT
}
