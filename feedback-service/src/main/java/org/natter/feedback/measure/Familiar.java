package org.natter.feedback.measure;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.natter.feedback.answer.Evening.FamiliarFaces;

/**
 * O9, time with familiar faces: the word in the middle.
 *
 * <p>Shares of the evening are 0.9, 0.7, 0.5, 0.3 and 0.1; the mean of the middle two is said by the nearer word, half way by
 * the one with less time. Source: measures, section 4 and P3.
 */
public final class Familiar {

    private static final List<FamiliarFaces> MOST_FIRST = List.of(
            FamiliarFaces.NEARLY_ALL,
            FamiliarFaces.MORE_THAN_HALF,
            FamiliarFaces.ABOUT_HALF,
            FamiliarFaces.LESS_THAN_HALF,
            FamiliarFaces.HARDLY_ANY);

    private Familiar() {}

    /** Empty if nobody said. */
    public static Optional<FamiliarFaces> median(Collection<FamiliarFaces> said) {
        var places = said.stream()
                .filter(MOST_FIRST::contains)
                .map(MOST_FIRST::indexOf)
                .sorted()
                .toList();
        if (places.isEmpty()) {
            return Optional.empty();
        }
        var middle = places.get((places.size() - 1) / 2) + places.get(places.size() / 2);
        return Optional.of(MOST_FIRST.get((middle + 1) / 2));
    }
}
