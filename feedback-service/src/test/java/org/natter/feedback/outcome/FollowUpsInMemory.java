package org.natter.feedback.outcome;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.natter.feedback.answer.FollowUpPages;
import org.natter.feedback.invitation.AttendanceId;

/** Follow-ups that forget, and all that happened to them, in order. */
public final class FollowUpsInMemory implements FollowUps, FollowUpPages {

    private final Map<AttendanceId, FollowUp> followUps = new HashMap<>();
    private final List<FollowUpDomainEvent> happened = new ArrayList<>();

    public List<FollowUpDomainEvent> happened() {
        return List.copyOf(happened);
    }

    @Override
    public List<FollowUp> findAll(Collection<AttendanceId> attendances) {
        return attendances.stream()
                .filter(followUps::containsKey)
                .map(followUps::get)
                .toList();
    }

    @Override
    public Optional<FollowUp> change(AttendanceId attendance, Function<FollowUp, List<FollowUpDomainEvent>> decision) {
        return Optional.ofNullable(followUps.get(attendance)).map(before -> changeOrBegin(before, decision));
    }

    @Override
    public FollowUp changeOrBegin(FollowUp whenAbsent, Function<FollowUp, List<FollowUpDomainEvent>> decision) {
        var after = followUps.getOrDefault(whenAbsent.attendance(), whenAbsent);
        var events = decision.apply(after);
        for (var event : events) {
            after = event.applyTo(after);
        }
        if (!events.isEmpty()) {
            followUps.put(whenAbsent.attendance(), after);
            happened.addAll(events);
        }
        return after;
    }

    @Override
    public Optional<FollowUpPage> find(AttendanceId attendance) {
        return Optional.ofNullable(followUps.get(attendance))
                .map(followUp -> new FollowUpPage(followUp.closesAt(), followUp.answered()));
    }
}
