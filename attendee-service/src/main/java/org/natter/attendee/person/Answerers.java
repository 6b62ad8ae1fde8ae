package org.natter.attendee.person;

import java.util.Optional;

/**
 * Whoever answers with a personal link, as a call says it: somebody with this attendance at that very event, by the newest link.
 * An older link, another event and an erased attendance are alike: nobody answers.
 */
public final class Answerers {

    private final People people;
    private final AnsweringLinks links;

    public Answerers(People people, AnsweringLinks links) {
        this.people = people;
        this.links = links;
    }

    /**
     * @param subject the attendance's id
     * @param event the one event it is about
     * @param generation of the link that was opened
     */
    public Optional<AttendanceId> of(String subject, Optional<String> event, int generation) {
        var attendance = new AttendanceId(subject);
        return people.eventOf(attendance)
                .filter(theirs -> event.equals(Optional.of(theirs.value())))
                .filter(theirs -> links.isCurrent(attendance, generation))
                .map(theirs -> attendance);
    }
}
