package org.natter.attendee.history;

import java.util.Collection;
import java.util.Optional;
import org.natter.attendee.history.FeedbackAnswered.Came;

/**
 * N20 of {@code product.md}, "Alone or with colleagues" of {@code measures.md}: how many new people somebody met when they came by
 * themselves, beside when they came with colleagues. Medians of P1's new people, from 0, over one's own events of each kind;
 * for an even count the mean of the middle two. Less than three events either way are no middle of anything.
 *
 * @param alone the median of new people at events they came to alone
 * @param aloneAt how many these are
 * @param together the same with colleagues
 * @param togetherAt how many these are
 */
public record Company(double alone, int aloneAt, double together, int togetherAt) {

    private static final int EACH_WAY = 3;

    /** One event: how the owner came, and P1's new people. */
    record Told(Came came, int newPeople) {}

    /** Empty under three events either way; events of which it is not said are left out. */
    static Optional<Company> of(Collection<Told> told) {
        var alone = newPeople(told, Came.ALONE);
        var together = newPeople(told, Came.WITH_COLLEAGUES);
        return alone.size() < EACH_WAY || together.size() < EACH_WAY
                ? Optional.empty()
                : Optional.of(new Company(
                        Medians.of(alone).orElseThrow(),
                        alone.size(),
                        Medians.of(together).orElseThrow(),
                        together.size()));
    }

    private static Collection<Double> newPeople(Collection<Told> told, Came came) {
        return told.stream()
                .filter(one -> one.came() == came)
                .map(one -> (double) one.newPeople())
                .toList();
    }
}
