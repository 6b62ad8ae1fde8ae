package org.natter.attendee.history;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.natter.attendee.history.FeedbackAnswered.Side;
import org.natter.attendee.history.FeedbackAnswered.Who;
import org.natter.attendee.history.History.Moment;
import org.natter.attendee.person.AttendanceId;
import org.natter.attendee.person.EventId;
import org.natter.attendee.person.Sector;

/** One event of the owner's, or a meeting from elsewhere, with what they said about it. */
record Visit(
        EventId event,
        AttendanceId me,
        Room room,
        Optional<FeedbackAnswered> answer,
        List<Side> sides,
        boolean elsewhere) {

    private static final int UNNAMED_CAP = 50;

    Instant when() {
        return room.told()
                .map(Room.Facts::startsAt)
                .or(() -> answer.map(FeedbackAnswered::at))
                .orElse(Instant.EPOCH);
    }

    /** Whether it was an event of ours, and took place as far as we have heard. */
    boolean isEvening() {
        return !elsewhere && !room.wasCalledOff();
    }

    boolean isTold() {
        return answer.isPresent() || !sides.isEmpty();
    }

    /** Whether whom they met was said: somebody, or that it was nobody. */
    boolean saysWhom() {
        return !sides.isEmpty()
                || !unnamed().isEmpty()
                || answer.filter(FeedbackAnswered::saysNobody).isPresent();
    }

    Sector sectorOf(Who who) {
        return who.attendance().map(room::sectorOf).orElse(Sector.NOT_SAID);
    }

    Optional<Moment> moment() {
        return room.told().map(facts -> new Moment(facts.startsAt(), facts.zone()));
    }

    Optional<LocalDate> day() {
        return room.told().map(facts -> facts.startsAt().atZone(facts.zone()).toLocalDate());
    }

    /** Sectors of people spoken to whose names were missed, one a person, at most fifty. */
    List<Sector> unnamed() {
        return answer.stream()
                .flatMap(said -> said.others().stream())
                .flatMap(group -> Collections.nCopies(group.count(), group.sector()).stream())
                .limit(UNNAMED_CAP)
                .toList();
    }

    /** Everybody checked in, and the owner, who says they were there; nobody at all if no check-in was taken. */
    Set<AttendanceId> present() {
        var present = new HashSet<>(room.present());
        if (!present.isEmpty()) {
            present.add(me);
        }
        return present;
    }
}
