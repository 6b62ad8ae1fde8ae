package org.natter.feedback.measure;

import java.util.Optional;

/**
 * O7, meeting again: of pairs who were first reported at an earlier event and were both here, how many talked again.
 *
 * <p>So many {@code people} stand behind those who did, and so many {@code others} behind those who did not. Source:
 * measures, O7.
 */
public record Again(long pairs, long talked, int people, int others) {

    /** talked/pairs with its interval; undefined of none. */
    public Optional<Interval> share() {
        return Interval.of(talked, pairs);
    }

    /** The word for it, from five people on either side; a number is never shown. */
    public Optional<Told.Band> word() {
        return Gate.lets(people, others) ? share().map(share -> Told.Band.of(share.share())) : Optional.empty();
    }
}
