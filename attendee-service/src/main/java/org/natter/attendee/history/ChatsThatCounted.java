package org.natter.attendee.history;

import java.util.Collection;
import org.natter.attendee.history.OutcomeReported.Kind;

/**
 * P10 of {@code measures.md}, section 6: outcomes that began as just a chat or as something overheard, of all. Counts;
 * keeping in touch is not counted.
 */
public record ChatsThatCounted(int began, int outcomes) {

    /** Under so many outcomes nothing is said. */
    public static final int SHOWN_FROM = 3;

    public static ChatsThatCounted of(Collection<History.Outcome> outcomes) {
        var counted = outcomes.stream()
                .filter(outcome -> outcome.kind() != Kind.KEPT_IN_TOUCH)
                .toList();
        var began = counted.stream().filter(History.Outcome::beganAsChat).count();
        return new ChatsThatCounted((int) began, counted.size());
    }

    /** From three outcomes, and never a zero. */
    public boolean isShown() {
        return outcomes >= SHOWN_FROM && began > 0;
    }
}
