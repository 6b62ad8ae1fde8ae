package org.natter.attendee.history.mongo;

import java.util.List;
import java.util.Optional;
import org.natter.attendee.history.HistoryEntries;
import org.natter.attendee.history.HistoryEntry;
import org.natter.attendee.person.AnsweringLinks;
import org.natter.attendee.person.AttendanceId;
import org.springframework.stereotype.Component;

/** The newest link is the one that an invitation told last. */
@Component
class InvitedLinks implements AnsweringLinks {

    private final HistoryEntries entries;

    InvitedLinks(HistoryEntries entries) {
        this.entries = entries;
    }

    @Override
    public boolean isCurrent(AttendanceId attendance, int generation) {
        return Optional.ofNullable(entries.of(List.of(attendance)).get(attendance))
                .map(HistoryEntry::invited)
                .filter(newest -> newest.generation() > generation)
                .isEmpty();
    }
}
