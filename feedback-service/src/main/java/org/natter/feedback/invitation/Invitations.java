package org.natter.feedback.invitation;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * All invitations, by attendance.
 *
 * <p>State and what is told of it are written together, or not at all.
 */
public interface Invitations {

    Optional<Invitation> find(AttendanceId attendance);

    /** Those that exist, in no particular order. */
    List<Invitation> findAll(Collection<AttendanceId> attendances);

    /** Begins an invitation and tells it; an existing one stays as it is and nothing is told. */
    Invitation issue(Invitation first);

    /** Applies a decision; empty if this attendance was never invited. */
    Optional<Invitation> change(AttendanceId attendance, Function<Invitation, List<InvitationDomainEvent>> decision);
}
