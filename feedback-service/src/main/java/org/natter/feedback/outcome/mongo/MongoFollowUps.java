package org.natter.feedback.outcome.mongo;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.natter.feedback.answer.FollowUpPages;
import org.natter.feedback.invitation.AttendanceId;
import org.natter.feedback.outcome.FollowUp;
import org.natter.feedback.outcome.FollowUpDomainEvent;
import org.natter.feedback.outcome.FollowUps;
import org.natter.messaging.AggregateCollection;
import org.natter.messaging.AggregateMapping;
import org.natter.messaging.Announcements;
import org.natter.messaging.Outbox;
import org.springframework.stereotype.Component;

@Component
class MongoFollowUps implements FollowUps, FollowUpPages {

    private final AggregateCollection<FollowUp, FollowUpDomainEvent> followUps;

    MongoFollowUps(Outbox outbox, Announcements<FollowUpDomainEvent> announcements) {
        this.followUps = outbox.collection(
                AggregateMapping.of("follow-up", FollowUp.class, (before, event) -> event.applyTo(before)),
                announcements);
    }

    @Override
    public List<FollowUp> findAll(Collection<AttendanceId> attendances) {
        return followUps.findAll(attendances.stream().map(AttendanceId::value).toList());
    }

    @Override
    public Optional<FollowUp> change(AttendanceId attendance, Function<FollowUp, List<FollowUpDomainEvent>> decision) {
        return followUps.change(attendance.value(), decision);
    }

    @Override
    public FollowUp changeOrBegin(FollowUp whenAbsent, Function<FollowUp, List<FollowUpDomainEvent>> decision) {
        return followUps.changeOrCreate(whenAbsent.attendance().value(), () -> whenAbsent, decision);
    }

    @Override
    public Optional<FollowUpPage> find(AttendanceId attendance) {
        return followUps
                .find(attendance.value())
                .map(followUp -> new FollowUpPage(followUp.closesAt(), followUp.answered()));
    }
}
