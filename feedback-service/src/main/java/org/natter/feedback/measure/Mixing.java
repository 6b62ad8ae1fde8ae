package org.natter.feedback.measure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.natter.feedback.answer.Sector;
import org.natter.feedback.invitation.AttendanceId;

/**
 * O3, mixing across sectors, against what chance would have made of this very room. Over the people whose sector is known.
 *
 * <p>{@code across} E and {@code within} I are reported pairs; {@code possibleWithin} is Ip = Σ C(n_s, 2) of {@code possible} T
 * pairs. Source: measures, O3; Krackhardt and Stern 1988, Newman 2003.
 */
public record Mixing(long across, long within, long possible, long possibleWithin, OptionalDouble assortativity) {

    private static final int SHUFFLES = 9_999;

    /** How mixed, in words. */
    public enum Word {
        KEPT_TO_THEIR_OWN,
        NEARLY,
        AS_CHANCE,
        MORE_THAN_CHANCE;

        private static final double NEARLY_FROM = 0.8;
        private static final double AS_CHANCE_FROM = 0.95;
        private static final double MORE_ABOVE = 1.05;

        /** The word for a mixing ratio. */
        public static Word of(double ratio) {
            if (ratio < NEARLY_FROM) {
                return KEPT_TO_THEIR_OWN;
            }
            if (ratio < AS_CHANCE_FROM) {
                return NEARLY;
            }
            return ratio <= MORE_ABOVE ? AS_CHANCE : MORE_THAN_CHANCE;
        }
    }

    /** By the sector of each. */
    public static Mixing of(Crowd crowd) {
        return by(crowd.only(guest -> guest.sector() != Sector.NOT_SAID), Guest::sector);
    }

    /** By any label of each guest. */
    public static <L> Mixing by(Crowd crowd, Function<Guest, L> label) {
        var labels = crowd.guests().stream().collect(Collectors.toMap(Guest::attendance, label));
        var within = within(crowd, labels);
        var sizes = labels.values().stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        return new Mixing(
                crowd.reported().size() - within,
                within,
                crowd.possiblePairs(),
                sizes.values().stream().mapToLong(Crowd::pairsOf).sum(),
                assortativity(crowd, labels, within));
    }

    /** D, the pairs that were reported. */
    public long reported() {
        return across + within;
    }

    /** G = Ep/T: the chance that two people picked at random differ; undefined below two people. */
    public OptionalDouble roomDiversity() {
        return Ratio.of(possible - possibleWithin, possible);
    }

    /** E/D: the share of talks that crossed sectors; undefined without talks. */
    public OptionalDouble talkDiversity() {
        return Ratio.of(across, reported());
    }

    /** X = (E/D)/G, from 0; 1 is as mixed as chance. Undefined without talks and for G = 0. */
    public OptionalDouble ratio() {
        return Ratio.of(talkDiversity(), roomDiversity());
    }

    /** (E − I)/D, from −1 to 1; undefined without talks. */
    public OptionalDouble externalInternal() {
        return Ratio.of(across - within, reported());
    }

    /** 2G − 1: what chance makes of {@link #externalInternal}. */
    public OptionalDouble expectedExternalInternal() {
        var diversity = roomDiversity();
        return reported() == 0 || diversity.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(2 * diversity.getAsDouble() - 1);
    }

    /** How far the one lies above the other. */
    public OptionalDouble excess() {
        var measured = externalInternal();
        var expected = expectedExternalInternal();
        return measured.isPresent() && expected.isPresent()
                ? OptionalDouble.of(measured.getAsDouble() - expected.getAsDouble())
                : OptionalDouble.empty();
    }

    /** p = (count + 1)/10,000 over 9,999 seeded shuffles of the sectors, counting those with no more talks across than here. */
    public static double permutation(Crowd all, long seed) {
        var crowd = all.only(guest -> guest.sector() != Sector.NOT_SAID);
        var observed = of(crowd).across();
        var people = crowd.guests().stream().map(Guest::attendance).toList();
        var labels = new ArrayList<>(crowd.guests().stream().map(Guest::sector).toList());
        var random = new Random(seed);
        var noMore = 0;
        for (var shuffle = 0; shuffle < SHUFFLES; shuffle++) {
            Collections.shuffle(labels, random);
            if (across(crowd, people, labels) <= observed) {
                noMore++;
            }
        }
        return (noMore + 1.0) / (SHUFFLES + 1);
    }

    private static long across(Crowd crowd, List<AttendanceId> people, List<Sector> labels) {
        var by = new HashMap<AttendanceId, Sector>();
        for (var i = 0; i < people.size(); i++) {
            by.put(people.get(i), labels.get(i));
        }
        return crowd.reported().size() - within(crowd, by);
    }

    private static <L> long within(Crowd crowd, Map<AttendanceId, L> labels) {
        return crowd.reported().stream()
                .filter(pair -> Objects.equals(labels.get(pair.one()), labels.get(pair.other())))
                .count();
    }

    /** r = (Σe_ss − Σa_s²)/(1 − Σa_s²); undefined without talks and with one sector. */
    private static <L> OptionalDouble assortativity(Crowd crowd, Map<AttendanceId, L> labels, long within) {
        var talks = (double) crowd.reported().size();
        if (talks == 0) {
            return OptionalDouble.empty();
        }
        var ends = crowd.reported().stream()
                .flatMap(pair -> Stream.of(pair.one(), pair.other()))
                .collect(Collectors.groupingBy(labels::get, Collectors.counting()));
        var chance = ends.values().stream()
                .mapToDouble(count -> Math.pow(count / (2 * talks), 2))
                .sum();
        return Ratio.of(within / talks - chance, 1 - chance);
    }
}
