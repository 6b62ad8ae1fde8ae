package org.natter.feedback.outcome;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Collectors;
import org.natter.feedback.answer.Answer;
import org.natter.feedback.answer.Answers;
import org.natter.feedback.invitation.Deadlines;
import org.natter.feedback.invitation.Duty;
import org.natter.feedback.invitation.Gathering;
import org.natter.feedback.invitation.Invitation;
import org.natter.feedback.invitation.Invitations;
import org.natter.feedback.invitation.Room;

/**
 * Asks, three and nine months after, those who said whom they met.
 *
 * <p>Each question once and only while it is open; nobody who asked us to stop. Running again asks nobody twice.
 */
public final class AskingFollowUps implements Duty {

    private final FollowUps followUps;
    private final Answers answers;
    private final Invitations invitations;

    public AskingFollowUps(FollowUps followUps, Answers answers, Invitations invitations) {
        this.followUps = followUps;
        this.answers = answers;
        this.invitations = invitations;
    }

    @Override
    public Optional<Instant> perform(Room room, Gathering gathering, Instant now) {
        var deadlines = gathering.deadlines();
        FollowUp.MONTHS.stream()
                .filter(months -> isOpen(deadlines, months, now))
                .forEach(months -> ask(room, deadlines, months, now));
        return FollowUp.MONTHS.stream()
                .map(deadlines::followUpAt)
                .filter(now::isBefore)
                .min(Comparator.naturalOrder());
    }

    private static boolean isOpen(Deadlines deadlines, int months, Instant now) {
        return !now.isBefore(deadlines.followUpAt(months)) && !now.isAfter(deadlines.followUpClosesAt(months));
    }

    private void ask(Room room, Deadlines deadlines, int months, Instant now) {
        var writers = answers.findAll(room.everybody()).stream()
                .filter(Answer::metSomebodyToAskAbout)
                .map(Answer::writer)
                .collect(Collectors.toSet());
        invitations.findAll(writers).stream()
                .filter(invitation -> !invitation.stopped())
                .forEach(invitation -> ask(invitation, months, now, deadlines.followUpClosesAt(months)));
    }

    private void ask(Invitation invitation, int months, Instant now, Instant validUntil) {
        followUps.changeOrBegin(
                FollowUp.of(invitation.attendance(), invitation.event()),
                followUp -> followUp.fallDue(months, invitation.generation(), now, validUntil));
    }
}
