package org.natter.attendee.history;

import java.util.Collection;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * P8 of {@code measures.md}, section 6: how the people somebody named sit together. Two of them are joined when both said
 * they talked and both share their ties for this; nothing beyond the named people is looked at. More is not better.
 *
 * @param people d, the people named
 * @param circles connected groups among them, from 1 to d; 0 with nobody
 * @param effectiveSize ES = d − 2t/d with t ties among them, from 1 to d; undefined for d = 0 (Burt 1992, Borgatti 1997)
 * @param efficiency ES/d, above 0 to 1; undefined for d = 0
 * @param constraint C = Σ_j (p_ij + Σ_q p_iq p_qj)² within this small graph, above 0, may pass 1; undefined for d = 0 (Burt
 *     1992, Everett and Borgatti 2020). Like ES never on a screen
 */
public record Circles(
        int people, int circles, OptionalDouble effectiveSize, OptionalDouble efficiency, OptionalDouble constraint) {

    private static final String SELF = "";
    private static final int SHOWN_FROM = 5;

    /** Two people who know each other, by both their words. */
    public record Tie(String one, String other) {}

    /** @param ties among the people; any with somebody else are left aside */
    public static Circles of(Set<String> people, Collection<Tie> ties) {
        var small = new Ties();
        people.forEach(person -> small.join(SELF, person));
        var among = new Ties();
        ties.stream()
                .filter(tie -> people.contains(tie.one()) && people.contains(tie.other()))
                .forEach(tie -> {
                    small.join(tie.one(), tie.other());
                    among.join(tie.one(), tie.other());
                });
        var effective = small.effectiveSize(SELF);
        return new Circles(
                people.size(),
                Ties.groups(people, among),
                effective,
                effective.isPresent() ? OptionalDouble.of(effective.getAsDouble() / people.size()) : effective,
                small.constraint(SELF));
    }

    /** From five people: of fewer, the number would say who knows whom. */
    public boolean isShown() {
        return people >= SHOWN_FROM;
    }
}
