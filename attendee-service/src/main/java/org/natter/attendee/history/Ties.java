package org.natter.attendee.history;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.DoubleStream;

/**
 * Who is joined with whom: an undirected graph without weights. Its figures about one member use that member's own
 * neighbours alone, so they depend on the graph that is given.
 */
final class Ties {

    private final Map<String, Set<String>> neighbours = new LinkedHashMap<>();

    /** Somebody, joined or not. */
    void add(String member) {
        neighbours.computeIfAbsent(member, first -> new HashSet<>());
    }

    /** Joins two different members; twice is once. */
    void join(String one, String other) {
        if (one.equals(other)) {
            throw new IllegalArgumentException("Nobody is joined with themselves.");
        }
        neighbours.computeIfAbsent(one, first -> new HashSet<>()).add(other);
        neighbours.computeIfAbsent(other, first -> new HashSet<>()).add(one);
    }

    /** How many are joined with the member. */
    int degree(String member) {
        return of(member).size();
    }

    /** How many ties there are among the member's own neighbours. */
    int among(String member) {
        var near = of(member);
        return (int) near.stream()
                        .mapToLong(
                                one -> of(one).stream().filter(near::contains).count())
                        .sum()
                / 2;
    }

    /** ES = d − 2t/d, from 1 to d (Burt 1992, as Borgatti 1997 has it); undefined for d = 0. */
    OptionalDouble effectiveSize(String member) {
        var d = degree(member);
        return d == 0 ? OptionalDouble.empty() : OptionalDouble.of(d - 2.0 * among(member) / d);
    }

    /** C = Σ_j (p_ij + Σ_q p_iq p_qj)², above 0 and possibly above 1 (Burt 1992); undefined for d = 0. */
    OptionalDouble constraint(String member) {
        var near = of(member);
        if (near.isEmpty()) {
            return OptionalDouble.empty();
        }
        var part = 1.0 / near.size();
        return OptionalDouble.of(exactly(near.stream().mapToDouble(j -> {
            var around = near.stream().filter(q -> of(q).contains(j));
            var invested = part + exactly(around.mapToDouble(q -> part / degree(q)));
            return invested * invested;
        })));
    }

    /** A sum that does not depend on the order of its parts. */
    private static double exactly(DoubleStream parts) {
        return parts.sorted().sum();
    }

    /** Connected groups of these members, by their ties with each other alone. */
    static int groups(Collection<String> members, Ties ties) {
        var left = new HashSet<>(members);
        var groups = 0;
        while (!left.isEmpty()) {
            groups++;
            var first = left.iterator().next();
            left.remove(first);
            var next = new ArrayDeque<String>();
            next.add(first);
            while (!next.isEmpty()) {
                for (var near : ties.of(next.remove())) {
                    if (left.remove(near)) {
                        next.add(near);
                    }
                }
            }
        }
        return groups;
    }

    private Set<String> of(String member) {
        return neighbours.getOrDefault(member, Set.of());
    }
}
