package org.natter.web.organiser;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.natter.web.services.Caller;
import org.natter.web.services.EventId;
import org.natter.web.services.FeedbackApi;
import org.natter.web.services.PagePart;
import org.springframework.stereotype.Component;

/**
 * Whether the lists of past events may not be complete, so that it is said who was checked in and not who came: as
 * feedback-service has it, to which an organiser may have said that this was all of them.
 *
 * <p>Of an event that is not over, and while feedback-service is down or knows no such event, the numbers decide by
 * themselves, as they do there.
 */
@Component
public class CheckInLists {

    /** So many the service takes in one question. */
    private static final int AT_ONCE = 50;

    /** Of those expected at most this part is few. */
    private static final int FEW_OF = 5;

    private final FeedbackApi feedback;

    CheckInLists(FeedbackApi feedback) {
        this.feedback = feedback;
    }

    /** Whether few are on a list by itself, of those who were booked or came all the same. */
    static boolean isFew(int here, int walkIns, int booked) {
        var missed = Math.max(0, booked - (here - walkIns));
        return here > 0 && here * FEW_OF <= here + missed;
    }

    /** The same cards in the same order, each with what is known of its list. */
    List<EventCard> with(List<EventCard> cards, Caller caller, Instant now) {
        var said = complete(
                cards.stream()
                        .filter(card -> card.over(now) && card.numbers().hasAList())
                        .map(card -> card.event().event())
                        .toList(),
                caller);
        return cards.stream().map(card -> card.withList(said)).toList();
    }

    /** The same card with what is known of its list. */
    public EventCard with(EventCard card, Caller caller, Instant now) {
        return with(List.of(card), caller, now).get(0);
    }

    /** Of these events whether their lists are complete; nothing of one of which nobody can say. */
    Map<EventId, Boolean> complete(List<EventId> events, Caller caller) {
        var complete = new HashMap<EventId, Boolean>();
        for (var from = 0; from < events.size(); from += AT_ONCE) {
            var some = events.subList(from, Math.min(events.size(), from + AT_ONCE));
            PagePart.of(() -> feedback.lists(caller, some)).found().stream()
                    .flatMap(List::stream)
                    .forEach(list -> complete.put(list.event(), list.complete()));
        }
        return complete;
    }
}
