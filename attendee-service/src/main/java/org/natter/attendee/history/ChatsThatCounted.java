package org.natter.attendee.history;

import java.util.Collection;
import java.util.Optional;
import org.natter.attendee.history.OutcomeReported.Kind;

/**
 * P10 of {@code measures.md}, section 6: outcomes that began as just a chat or as something overheard, of all. Counts;
 * keeping in touch is not counted.
 */
public record ChatsThatCounted(int began, int outcomes) {

    private static final int SHOWN_FROM = 3;

    public static ChatsThatCounted of(Collection<History.WhatCameOfIt> outcomes) {
        var counted = outcomes.stream()
                .filter(outcome -> outcome.kind() != Kind.KEPT_IN_TOUCH)
                .toList();
        int began =
                (int) counted.stream().filter(History.WhatCameOfIt::beganAsChat).count();
        return new ChatsThatCounted(began, counted.size());
    }

    /** From three outcomes; never a share. */
    public Optional<String> sentence() {
        return outcomes < SHOWN_FROM || began == 0
                ? Optional.empty()
                : Optional.of(began + " of your " + outcomes + " began as just a chat.");
    }
}
