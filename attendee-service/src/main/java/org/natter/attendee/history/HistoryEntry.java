package org.natter.attendee.history;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.natter.attendee.person.AttendanceId;

/**
 * Everything one attendance reported: view and document in one.
 *
 * @param id the writer's attendance
 * @param answer absent until there is one
 * @param outcomes by outcome id, absent until there is one
 * @param invited the newest invitation to answer, absent until there is one
 */
public record HistoryEntry(
        String id,
        @Nullable FeedbackAnswered answer,
        @Nullable Map<String, OutcomeReported> outcomes,
        @Nullable InvitedToAnswer invited) {

    Optional<FeedbackAnswered> answered() {
        return Optional.ofNullable(answer);
    }

    /** Those that still stand. */
    List<OutcomeReported> standingOutcomes() {
        return outcomes == null
                ? List.of()
                : outcomes.values().stream()
                        .filter(outcome -> !outcome.withdrawn())
                        .toList();
    }

    /** Everybody of the list whom the writer named, and whoever introduced them. */
    public Set<AttendanceId> mentioned() {
        return answered().stream()
                .flatMap(said -> said.met().stream())
                .flatMap(side -> Stream.concat(Stream.of(side.who()), side.introduced().who().stream()))
                .flatMap(who -> who.attendance().stream())
                .collect(Collectors.toSet());
    }
}
