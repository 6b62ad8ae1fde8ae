package org.natter.feedback;

import org.natter.feedback.answer.Answers;
import org.natter.feedback.answer.AnswersInMemory;
import org.natter.feedback.answer.FollowUpPages;
import org.natter.feedback.invitation.AnswersGiven;
import org.natter.feedback.invitation.DueEvents;
import org.natter.feedback.invitation.DueEventsInMemory;
import org.natter.feedback.invitation.Invitations;
import org.natter.feedback.invitation.InvitationsInMemory;
import org.natter.feedback.invitation.ListReplies;
import org.natter.feedback.invitation.ListRepliesInMemory;
import org.natter.feedback.invitation.Rooms;
import org.natter.feedback.invitation.RoomsInMemory;
import org.natter.feedback.outcome.FollowUps;
import org.natter.feedback.outcome.FollowUpsInMemory;

/** The stores that forget promise what those promise for which they stand. */
class StoresInMemoryTest extends StoresContract {

    private final RoomsInMemory rooms = new RoomsInMemory();
    private final ListRepliesInMemory listReplies = new ListRepliesInMemory();
    private final DueEventsInMemory dueEvents = new DueEventsInMemory();
    private final InvitationsInMemory invitations = new InvitationsInMemory();
    private final AnswersInMemory answers = new AnswersInMemory();
    private final FollowUpsInMemory followUps = new FollowUpsInMemory();

    @Override
    Rooms rooms() {
        return rooms;
    }

    @Override
    ListReplies listReplies() {
        return listReplies;
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
