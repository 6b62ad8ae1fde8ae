package org.natter.web.attendee;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.natter.web.services.Caller;
import org.natter.web.services.FeedbackApi;
import org.natter.web.services.FeedbackMailsApi;
import org.natter.web.services.FeedbackMailsApi.StopChoice;
import org.natter.web.services.FeedbackMailsApi.StopWish;
import org.natter.web.services.FeedbackMailsApi.Stopped;
import org.natter.web.services.Link;
import org.natter.web.services.LinkToken;
import org.natter.web.services.PagePart;
import org.natter.web.services.ServiceDown;
import org.natter.web.services.ServiceRefusal;
import org.springframework.stereotype.Component;

/**
 * "No more questions" and "ask me again", wherever it is pressed: attendee-service, which sends all mail, decides.
 * feedback-service, which knows of one event alone, is told what is said about one, so that nothing more falls due there, or
 * does again. Twice is once, and of two presses at once at one instance of web one goes first, so that both services hear them
 * in one order.
 */
@Component
public class TellingBothServices {

    private final FeedbackMailsApi feedbackMails;
    private final FeedbackApi answers;

    /** One of these for each link; links that share one wait for each other, which is rare and short. */
    private final List<Lock> turns = Stream.generate(ReentrantLock::new)
            .limit(64)
            .<Lock>map(turn -> turn)
            .toList();

    TellingBothServices(FeedbackMailsApi feedbackMails, FeedbackApi answers) {
        this.feedbackMails = feedbackMails;
        this.answers = answers;
    }

    /** What is switched off from now on; nothing for a wrong link. */
    public Optional<StopChoice> stop(LinkToken link, Stopped wish) {
        return inTurn(link, () -> {
            var choice = feedbackMails.stopMails(Caller.everybody(), new StopWish(link, wish));
            if (choice.isPresent() && wish == Stopped.EVENT) {
                stopThereToo(link);
            }
            return choice;
        });
    }

    private <T> T inTurn(LinkToken link, Supplier<T> press) {
        var turn = turns.get(Math.floorMod(link.hashCode(), turns.size()));
        turn.lock();
        try {
            return press.get();
        } finally {
            turn.unlock();
        }
    }

    /** While feedback-service is down the mails are stopped all the same. */
    private void stopThereToo(LinkToken link) {
        try {
            unlessNeverAsked(() -> answers.stop(Caller.everybody(), new Link(link)));
        } catch (ServiceDown mailsAreStopped) {
            return;
        }
    }

    /**
     * What is still switched off from now on; nothing for a wrong link. Nobody is told before attendee-service has said what
     * is stopped, so that no question is asked of somebody whose mails it cannot switch on yet. The mails come last, so that
     * whoever is told that they will be asked is asked.
     *
     * @throws ServiceDown if either service is down; what is stopped still says so then
     */
    Optional<StopChoice> askAgain(LinkToken link) {
        return inTurn(
                link,
                () -> stands(link).flatMap(known -> {
                    unlessNeverAsked(() -> answers.askAgain(Caller.everybody(), new Link(link)));
                    return feedbackMails.askAgain(Caller.everybody(), new Link(link));
                }));
    }

    /** What is switched off now; nothing for a wrong link. */
    public Optional<StopChoice> stands(LinkToken link) {
        return feedbackMails.readStopLink(Caller.everybody(), new Link(link));
    }

    /** Whether feedback-service says that nothing is left to ask about the link's event. */
    boolean isAllAsked(LinkToken link) {
        return PagePart.of(() -> answers.read(Caller.everybody(), new Link(link)))
                .found()
                .flatMap(known -> known)
                .filter(known -> !known.moreToAsk())
                .isPresent();
    }

    /** Where feedback-service has never asked by this link it has nothing to stop or to take up; any other no is a fault. */
    private static void unlessNeverAsked(Runnable word) {
        try {
            word.run();
        } catch (ServiceRefusal refusal) {
            if (!refusal.is("not-found")) {
                throw refusal;
            }
        }
    }
}
