package org.natter.feedback;

import org.natter.feedback.answer.Answers;
import org.natter.feedback.answer.FollowUpPages;
import org.natter.feedback.answer.InMemoryAnswers;
import org.natter.feedback.invitation.AnswersGiven;
import org.natter.feedback.invitation.DueEvents;
import org.natter.feedback.invitation.InMemoryDueEvents;
import org.natter.feedback.invitation.InMemoryInvitations;
import org.natter.feedback.invitation.InMemoryRooms;
import org.natter.feedback.invitation.Invitations;
import org.natter.feedback.invitation.Rooms;
import org.natter.feedback.outcome.FollowUps;
import org.natter.feedback.outcome.InMemoryFollowUps;

/** The stores that forget promise what those promise for which they stand. */
class InMemoryStoresTest extends StoresContract {

    private final InMemoryRooms rooms = new InMemoryRooms();
    private final InMemoryDueEvents dueEvents = new InMemoryDueEvents();
    private final InMemoryInvitations invitations = new InMemoryInvitations();
    private final InMemoryAnswers answers = new InMemoryAnswers();
    private final InMemoryFollowUps followUps = new InMemoryFollowUps();

    @Override
    Rooms rooms() {
        return rooms;
    }

    @Override
    DueEvents dueEvents() {
        return dueEvents;
    }

    @Override
    Invitations invitations() {
        return invitations;
    }

    @Override
    Answers answers() {
        return answers;
    }

    @Override
    AnswersGiven answersGiven() {
        return answers;
    }

    @Override
    FollowUps followUps() {
        return followUps;
    }

    @Override
    FollowUpPages followUpPages() {
        return followUps;
    }

    @Override
    void due() {
        dueEvents.lookAt(event);
    }
}
