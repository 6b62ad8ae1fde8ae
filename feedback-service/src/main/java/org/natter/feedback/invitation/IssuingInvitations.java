package org.natter.feedback.invitation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Asks those who came and left an address how it was, and those who were booked and not checked in whether they made it, once,
 * from ten on the morning after; reminds once on day five.
 *
 * <p>Where at most a fifth is checked in, the others are asked once the organiser has said whether the list was complete, or
 * after a day. If it was, or if more are checked in, they did not come: that one optional question and no reminder.
 *
 * <p>Nothing is asked before its time or after the form has closed. Late check-ins get theirs when they become known; whoever
 * was asked before has one link for either question. Running again, also after a crash half-way, invites and reminds nobody
 * twice.
 */
public final class IssuingInvitations implements Duty {

    private final Invitations invitations;
    private final AnswersGiven answers;
    private final ListReplies replies;

    public IssuingInvitations(Invitations invitations, AnswersGiven answers, ListReplies replies) {
        this.invitations = invitations;
        this.answers = answers;
        this.replies = replies;
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
        ask(room, room.toAsk(), InvitationKind.HOW_WAS_IT, deadlines, now);
        var waiting = waitsForReply(room, deadlines, now);
        if (!waiting) {
            ask(room, room.missed(), InvitationKind.DID_YOU_MAKE_IT, deadlines, now);
        }
        if (now.isBefore(deadlines.remindsAt())) {
            return Optional.of(waiting ? deadlines.listTakenAsNoAt() : deadlines.remindsAt());
        }
        remind(room, deadlines, now);
        return Optional.empty();
    }

    private boolean waitsForReply(Room room, Deadlines deadlines, Instant now) {
        return room.list() == ListStanding.FEW
                && now.isBefore(deadlines.listTakenAsNoAt())
                && replies.find(room.event()).isEmpty();
    }

    private void ask(Room room, SortedSet<AttendanceId> people, InvitationKind kind, Deadlines deadlines, Instant now) {
        var uninvited = new ArrayList<>(people);
        uninvited.removeAll(invited(uninvited));
        uninvited.forEach(attendance ->
                invitations.issue(Invitation.first(attendance, room.event(), kind, now, deadlines.closesAt())));
    }

    private Collection<AttendanceId> invited(Collection<AttendanceId> among) {
        return invitations.findAll(among).stream().map(Invitation::attendance).collect(Collectors.toSet());
    }

    private void remind(Room room, Deadlines deadlines, Instant now) {
        var due = deadlines.remindsAt();
        var mayBeReminded = new TreeSet<AttendanceId>(Comparator.comparing(AttendanceId::value));
        mayBeReminded.addAll(room.everybody());
        if (room.list().isComplete(replies.find(room.event()).orElse(false))) {
            mayBeReminded.retainAll(room.came());
        }
        var silent = invitations.findAll(mayBeReminded).stream()
                .filter(invitation -> !invitation.remind(due, now).isEmpty())
                .map(Invitation::attendance)
                .collect(Collectors.toCollection(ArrayList::new));
        silent.removeAll(answers.among(silent));
        silent.forEach(attendance -> invitations.change(attendance, invitation -> invitation.remind(due, now)));
    }
}
