package org.natter.feedback.invitation.mongo;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.natter.feedback.invitation.AttendanceId;
import org.natter.feedback.invitation.Invitation;
import org.natter.feedback.invitation.InvitationDomainEvent;
import org.natter.feedback.invitation.Invitations;
import org.natter.messaging.AggregateCollection;
import org.natter.messaging.AggregateMapping;
import org.natter.messaging.Announcements;
import org.natter.messaging.Outbox;
import org.springframework.stereotype.Component;

@Component
class MongoInvitations implements Invitations {

    private final AggregateCollection<Invitation, InvitationDomainEvent> invitations;

    MongoInvitations(Outbox outbox, Announcements<InvitationDomainEvent> announcements) {
        this.invitations = outbox.collection(
                AggregateMapping.of("invitation", Invitation.class, (before, event) -> event.applyTo(before)),
                announcements);
    }

    @Override
    public Optional<Invitation> find(AttendanceId attendance) {
        return invitations.find(attendance.value());
    }

    @Override
    public List<Invitation> findAll(Collection<AttendanceId> attendances) {
        return invitations.findAll(attendances.stream().map(AttendanceId::value).toList());
    }

    @Override
    public Invitation issue(Invitation first) {
        return invitations.create(first.attendance().value(), first, List.of(first.fellDue()));
    }

    @Override
    public Optional<Invitation> change(
            AttendanceId attendance, Function<Invitation, List<InvitationDomainEvent>> decision) {
        return invitations.change(attendance.value(), decision);
    }
}
