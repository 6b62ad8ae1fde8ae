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
                        old.resumedAt(),
                        old.wroteTo()));
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
        return find(first.attendance()).orElseGet(() -> {
            write(first, List.of(first.fellDue()));
            return first;
        });
    }

    @Override
    public Optional<Invitation> change(
            AttendanceId attendance, Function<Invitation, List<InvitationDomainEvent>> decision) {
        return find(attendance).map(before -> {
            var events = decision.apply(before);
            var after = before;
            for (var event : events) {
                after = event.applyTo(after);
            }
            write(after, events);
            return after;
        });
    }

    /** State and what is told of it, or neither. */
    private void write(Invitation after, List<InvitationDomainEvent> events) {
        if (events.isEmpty()) {
            return;
        }
        if (crashAfter-- <= 0) {
            throw new IllegalStateException("the store is gone");
        }
        invitations.put(after.attendance(), after);
        told.addAll(events);
    }
}
