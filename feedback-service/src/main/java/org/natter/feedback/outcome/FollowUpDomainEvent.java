package org.natter.feedback.outcome;

/**
 * What happens to a follow-up.
 *
 * <p>Each record says by {@link #applyTo} what it changes.
 */
public sealed interface FollowUpDomainEvent permits FollowUpFellDue, FollowUpReplied {

    FollowUp applyTo(FollowUp before);
}
