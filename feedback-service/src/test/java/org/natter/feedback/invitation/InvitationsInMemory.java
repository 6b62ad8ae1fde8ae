package org.natter.feedback.invitation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Invitations that forget, and all that was told of them, in order. */
public final class InvitationsInMemory implements Invitations {

    private final Map<AttendanceId, Invitation> invitations = new HashMap<>();
    private final List<InvitationDomainEvent> told = new ArrayList<>();
    private int crashAfter = Integer.MAX_VALUE;

    public List<InvitationDomainEvent> told() {
        return List.copyOf(told);
    }

    /** From the n-th write on the store is gone, until it is mended. */
    public void crashAfter(int writes) {
        crashAfter = writes;
    }

    public void mend() {
        crashAfter = Integer.MAX_VALUE;
    }

    /** A fresh link was asked for. */
    public void raiseGeneration(AttendanceId attendance) {
        invitations.computeIfPresent(
                attendance,
                (id, old) -> new Invitation(
                        id,
                        old.event(),
                        old.generation() + 1,
                        old.kind(),
                        old.askedAt(),
                        old.validUntil(),
                        old.reminded(),
                        old.stopped(),
                        old.absence(),
                        old.leftWords(),
                        old.resumedAt()));
    }

    @Override
    public Optional<Invitation> find(AttendanceId attendance) {
        return Optional.ofNullable(invitations.get(attendance));
    }

    @Override
    public List<Invitation> findAll(Collection<AttendanceId> attendances) {
        return attendances.stream()
                .filter(invitations::containsKey)
                .map(invitations::get)
                .toList();
    }

    @Override
    public Invitation issue(Invitation first) {
        if (invitations.putIfAbsent(first.attendance(), first) == null) {
            write(first.fellDue());
        }
        return invitations.get(first.attendance());
    }

    @Override
    public Optional<Invitation> change(
            AttendanceId attendance, Function<Invitation, List<InvitationDomainEvent>> decision) {
        return find(attendance).map(before -> {
            var after = before;
            for (var event : decision.apply(before)) {
                after = event.applyTo(after);
                write(event);
            }
            invitations.put(attendance, after);
            return after;
        });
    }

    private void write(InvitationDomainEvent event) {
        if (crashAfter-- <= 0) {
            invitations.remove(event.attendance());
            throw new IllegalStateException("the store is gone");
        }
        told.add(event);
    }
}
