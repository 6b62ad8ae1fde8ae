package org.natter.attendee.history;

import java.util.Collection;
import org.natter.attendee.history.OutcomeReported.Kind;

/** P7 of {@code measures.md}, section 6: how far it has gone with one person; the highest reached, never down. */
public enum HowFar {
    NOT_MET("not met"),
    MET_ONCE("met once"),
    MET_AGAIN("met again"),
    KEPT_IN_TOUCH("kept in touch"),
    SOMETHING_CAME_OF_IT("something came of it");

    private final String words;

    HowFar(String words) {
        this.words = words;
    }

    /**
     * @param events at how many events the writer met them
     * @param outcomes the kinds of what came of it, by the writer's own reports
     */
    public static HowFar of(int events, Collection<Kind> outcomes) {
        if (outcomes.stream().anyMatch(kind -> kind != Kind.KEPT_IN_TOUCH)) {
            return SOMETHING_CAME_OF_IT;
        }
        if (!outcomes.isEmpty()) {
            return KEPT_IN_TOUCH;
        }
        return events > 1 ? MET_AGAIN : events == 1 ? MET_ONCE : NOT_MET;
    }

    /** The stage as a number from 0 to 4. */
    public int stage() {
        return ordinal();
    }

    public String words() {
        return words;
    }

    /** How many people there are, and how many of them went beyond a first chat. */
    public record Totals(int people, int beyondFirstChat) {

        public static Totals of(Collection<HowFar> stages) {
            int beyond =
                    (int) stages.stream().filter(stage -> stage.stage() > 1).count();
            return new Totals(stages.size(), beyond);
        }

        /** {@code 9 people; 5 went beyond a first chat}; the second half only if there is somebody. */
        public String sentence() {
            String all = people == 1 ? "1 person" : people + " people";
            return people == 0
                    ? ""
                    : beyondFirstChat == 0 ? all + "." : all + "; " + beyondFirstChat + " went beyond a first chat.";
        }
    }
}
