package org.natter.feedback.invitation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Asks those who came and left an address, once, from ten on the morning after; reminds once on day five.
 *
 * <p>Nothing is asked before its time or after the form has closed. Late check-ins get theirs when they become known.
 * Running again, also after a crash half-way, invites and reminds nobody twice.
 */
public final class IssuingInvitations implements Duty {

    private final Invitations invitations;
    private final AnswersGiven answers;

    public IssuingInvitations(Invitations invitations, AnswersGiven answers) {
        this.invitations = invitations;
        this.answers = answers;
    }

    @Override
    public Optional<Instant> perform(Room room, Gathering gathering, Instant now) {
        var deadlines = gathering.deadlines();
        if (now.isBefore(deadlines.asksAt())) {
            return Optional.of(deadlines.asksAt());
        }
        if (now.isAfter(deadlines.closesAt())) {
            return Optional.empty();
        }
        ask(room, deadlines, now);
        if (now.isBefore(deadlines.remindsAt())) {
            return Optional.of(deadlines.remindsAt());
        }
        remind(room, deadlines, now);
        return Optional.empty();
    }

    private void ask(Room room, Deadlines deadlines, Instant now) {
        var uninvited = new ArrayList<>(room.toAsk());
        uninvited.removeAll(invitations.findAll(uninvited).stream()
                .map(Invitation::attendance)
                .collect(Collectors.toSet()));
        uninvited.forEach(attendance ->
                invitations.issue(Invitation.first(attendance, room.event(), room.kind(), now, deadlines.closesAt())));
    }

    private void remind(Room room, Deadlines deadlines, Instant now) {
        var due = deadlines.remindsAt();
        var silent = invitations.findAll(room.everybody()).stream()
                .filter(invitation -> !invitation.remind(due, now).isEmpty())
                .map(Invitation::attendance)
                .collect(Collectors.toCollection(ArrayList::new));
        silent.removeAll(answers.among(silent));
        silent.forEach(attendance -> invitations.change(attendance, invitation -> invitation.remind(due, now)));
    }
}
