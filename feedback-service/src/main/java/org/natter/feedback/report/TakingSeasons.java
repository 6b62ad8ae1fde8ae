package org.natter.feedback.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.natter.feedback.invitation.AttendanceId;
import org.natter.feedback.invitation.RegionId;
import org.natter.feedback.measure.Chatting;
import org.natter.feedback.measure.Gate;
import org.natter.feedback.measure.Pair;
import org.natter.feedback.measure.Told;
import org.natter.feedback.outcome.Credit;
import org.natter.feedback.outcome.FollowUp;
import org.natter.feedback.outcome.Outcome;

/**
 * Takes the report of a region's year: does chatting count?
 *
 * <p>Attendances of two events may be one person, which nobody here can know. So the people behind a figure are counted as the
 * most there were at any one event, which is never more than there are. Where whoever knows has counted more, that counts, but
 * never more than tell in this very report. Source: measures, sections 8 and 9.
 */
public final class TakingSeasons {

    private TakingSeasons() {}

    public static SeasonReport of(
            RegionId region,
            int year,
            Collection<Evidence> events,
            Collection<FollowUp> followUps,
            Optional<SeasonTold> counted,
            Instant at) {
        var asked = followUps.stream()
                .filter(followUp -> !followUp.asked().isEmpty())
                .map(FollowUp::attendance)
                .collect(Collectors.toSet());
        var answered = followUps.stream()
                .filter(followUp -> !followUp.replied().isEmpty())
                .map(FollowUp::attendance)
                .collect(Collectors.toSet());
        var evenings =
                events.stream().map(event -> Evening.of(event, asked, answered)).toList();
        return new SeasonReport(
                region,
                year,
                at,
                asked.size(),
                answered.size(),
                chatting(evenings)
                        .sentence(
                                behind(evenings, good -> true, counted.map(TakingSeasons::people)),
                                behind(evenings, Chatting.Good::beganAsAChat, counted.map(TakingSeasons::apart)),
                                behind(evenings, good -> !good.beganAsAChat(), counted.map(TakingSeasons::apart)))
                        .map(SeasonReport.Sentence::of)
                        .orElse(null),
                counted.flatMap(TakingSeasons::cameAgain).orElse(null));
    }

    /** At least as many as at one event, and of those counted no more than tell here. */
    private static int behind(List<Evening> evenings, Predicate<Chatting.Good> which, Optional<Integer> counted) {
        return Math.max(most(evenings, which), Math.min(counted.orElse(0), tellers(evenings, which)));
    }

    private static int people(SeasonTold counted) {
        return counted.behind().stream()
                .mapToInt(SeasonTold.Behind::people)
                .findFirst()
                .orElse(0);
    }

    /** As many as stand behind either sort at the least, which is all that is told of them. */
    private static int apart(SeasonTold counted) {
        return counted.behind().stream().anyMatch(SeasonTold.Behind::apart) ? Gate.PEOPLE : 0;
    }

    private static Optional<Told.Band> cameAgain(SeasonTold counted) {
        return counted.returned().stream()
                .filter(one -> Gate.lets(one.back(), one.due() - one.back()))
                .findFirst()
                .map(one -> Told.Band.of((double) one.back() / one.due()));
    }

    private static Chatting chatting(List<Evening> evenings) {
        return new Chatting(
                new Chatting.Talks(
                        evenings.stream()
                                .mapToInt(evening -> evening.count(Chatting.Kind.CHAT))
                                .sum(),
                        evenings.stream()
                                .mapToInt(evening -> evening.count(Chatting.Kind.USEFUL))
                                .sum(),
                        evenings.stream()
                                .mapToInt(evening -> evening.count(Chatting.Kind.BOTH))
                                .sum()),
                evenings.stream()
                        .flatMap(evening -> evening.goods().stream())
                        .map(Owned::good)
                        .toList(),
                evenings.stream().mapToInt(Evening::overheard).sum(),
                new Chatting.Followed(
                        evenings.stream().mapToInt(Evening::chatsAsked).sum(),
                        evenings.stream().mapToInt(Evening::chatsAnswered).sum(),
                        evenings.stream().mapToInt(Evening::chatsWithOutcome).sum()));
    }

    private static int most(List<Evening> evenings, Predicate<Chatting.Good> which) {
        return evenings.stream()
                .mapToInt(evening -> evening.tellers(which))
                .max()
                .orElse(0);
    }

    private static int tellers(List<Evening> evenings, Predicate<Chatting.Good> which) {
        return evenings.stream().mapToInt(evening -> evening.tellers(which)).sum();
    }

    /** A good thing and who told it. */
    private record Owned(AttendanceId writer, Chatting.Good good) {}

    /** What one event adds. */
    private record Evening(
            Map<Pair, Chatting.Kind> talks,
            List<Owned> goods,
            int overheard,
            int chatsAsked,
            int chatsAnswered,
            int chatsWithOutcome) {

        static Evening of(Evidence event, Set<AttendanceId> asked, Set<AttendanceId> answered) {
            var sides = sides(event);
            var talks = new HashMap<Pair, Chatting.Kind>();
            sides.forEach((pair, said) -> talks.put(pair, kind(said.values())));
            var goods = new ArrayList<Owned>();
            var overheard = 0;
            var told = new HashSet<String>();
            var ofSomething = new HashSet<Pair>();
            for (var outcome : counted(event)) {
                var pairs = outcome.credited().stream()
                        .flatMap(credit -> pair(outcome.writer(), credit).stream())
                        .filter(talks::containsKey)
                        .toList();
                ofSomething.addAll(pairs);
                if (outcome.credited().stream().allMatch(credit -> credit.kind() == Credit.Kind.OVERHEARD)) {
                    overheard++;
                } else if (!pairs.isEmpty() && pairs.stream().anyMatch(pair -> told.add(sameThing(pair, outcome)))) {
                    goods.add(new Owned(
                            outcome.writer(),
                            new Chatting.Good(pairs.stream().map(talks::get).toList())));
                }
            }
            var chats = sides.entrySet().stream()
                    .filter(side -> talks.get(side.getKey()) == Chatting.Kind.CHAT)
                    .toList();
            return new Evening(talks, goods, overheard, among(chats, asked), among(chats, answered), (int)
                    chats.stream()
                            .filter(chat -> isAmong(chat, answered) && ofSomething.contains(chat.getKey()))
                            .count());
        }

        int tellers(Predicate<Chatting.Good> which) {
            return (int) goods.stream()
                    .filter(owned -> which.test(owned.good()))
                    .map(Owned::writer)
                    .distinct()
                    .count();
        }

        int count(Chatting.Kind kind) {
            return (int) talks.values().stream().filter(kind::equals).count();
        }

        /** Same pair, month and kind told by both sides is one thing. */
        private static String sameThing(Pair pair, OutcomeTold outcome) {
            return pair.one().value() + pair.other().value() + outcome.kind() + outcome.year() + "-" + outcome.month();
        }

        private static List<OutcomeTold> counted(Evidence event) {
            return event.outcomes().stream()
                    .filter(outcome -> !outcome.withdrawn() && outcome.kind() != Outcome.Kind.KEPT_IN_TOUCH)
                    .sorted(Comparator.comparing(outcome -> outcome.outcome().value()))
                    .toList();
        }

        private static int among(
                List<Map.Entry<Pair, Map<AttendanceId, AnswerTold.Talk>>> chats, Set<AttendanceId> some) {
            return (int) chats.stream().filter(chat -> isAmong(chat, some)).count();
        }

        private static boolean isAmong(
                Map.Entry<Pair, Map<AttendanceId, AnswerTold.Talk>> chat, Set<AttendanceId> some) {
            return chat.getValue().keySet().stream().anyMatch(some::contains);
        }

        private static Optional<Pair> pair(AttendanceId writer, Credit credit) {
            return credit.attendance().filter(other -> !other.equals(writer)).map(other -> Pair.of(writer, other));
        }

        /** Each side of a reported pair that said a kind in time. */
        private static Map<Pair, Map<AttendanceId, AnswerTold.Talk>> sides(Evidence event) {
            var sides = new HashMap<Pair, Map<AttendanceId, AnswerTold.Talk>>();
            event.answers()
                    .values()
                    .forEach(answer -> answer.met().stream()
                            .filter(side -> !side.late() && side.talk() != AnswerTold.Talk.NOT_SAID)
                            .forEach(side -> side.who()
                                    .attendance()
                                    .filter(other -> event.here().contains(other)
                                            && event.here().contains(answer.writer())
                                            && !other.equals(answer.writer()))
                                    .ifPresent(other -> sides.computeIfAbsent(
                                                    Pair.of(answer.writer(), other), pair -> new HashMap<>())
                                            .put(answer.writer(), side.talk()))));
            return sides;
        }

        private static Chatting.Kind kind(Collection<AnswerTold.Talk> said) {
            if (said.stream().allMatch(AnswerTold.Talk.CHAT::equals)) {
                return Chatting.Kind.CHAT;
            }
            return said.stream().allMatch(AnswerTold.Talk.USEFUL::equals) ? Chatting.Kind.USEFUL : Chatting.Kind.BOTH;
        }
    }
}
