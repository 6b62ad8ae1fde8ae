package org.natter.attendee.history;

import java.util.Collection;
import org.natter.attendee.history.OutcomeReported.Kind;

/**
 * P7 of {@code measures.md}, section 6: how far it has gone with one person somebody met, stages 1 to 4; the highest reached,
 * never down.
 */
public enum Stage {
    MET_ONCE,
    MET_AGAIN,
    KEPT_IN_TOUCH,
    SOMETHING_CAME_OF_IT;

    /**
     * @param events at how many events the writer met them, at least one
     * @param outcomes the kinds of what came of it, by the writer's own reports
     */
    public static Stage of(int events, Collection<Kind> outcomes) {
        if (outcomes.stream().anyMatch(kind -> kind != Kind.KEPT_IN_TOUCH)) {
            return SOMETHING_CAME_OF_IT;
        }
        if (!outcomes.isEmpty()) {
            return KEPT_IN_TOUCH;
        }
        return events > 1 ? MET_AGAIN : MET_ONCE;
    }

    /** How many people there are, and how many of them went beyond a first chat. */
    public record Totals(int people, int beyondFirstChat) {

        public static Totals of(Collection<Stage> stages) {
            var beyond = stages.stream().filter(stage -> stage != MET_ONCE).count();
            return new Totals(stages.size(), (int) beyond);
        }
    }
}
