package org.natter.feedback.outcome.mongo;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.natter.feedback.answer.FollowUpPages;
import org.natter.feedback.invitation.AttendanceId;
import org.natter.feedback.invitation.EventId;
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
                new AggregateMapping<>(
                        "follow-up",
                        FollowUpDocument.class,
                        FollowUpDocument::of,
                        FollowUpDocument::toFollowUp,
                        (before, event) -> event.applyTo(before)),
                announcements);
    }

    record FollowUpDocument(
            String attendance, String event, List<Integer> asked, List<Integer> replied, Instant closesAt) {

        static FollowUpDocument of(FollowUp followUp) {
            return new FollowUpDocument(
                    followUp.attendance().value(),
                    followUp.event().value(),
                    followUp.asked(),
                    followUp.replied(),
                    followUp.closesAt());
        }

        FollowUp toFollowUp() {
            return new FollowUp(new AttendanceId(attendance), new EventId(event), asked, replied, closesAt);
        }
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
                .map(followUp -> new FollowUpPage(followUp.closesAt(), followUp.isAnswered()));
    }
}
