package org.natter.feedback.answer;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One of the form's five steps, as its writer fills it in.
 *
 * <p>Applying it is a pure function of the answer before; what it cannot accept it refuses with a sentence for people.
 */
public sealed interface Step {

    /** From 1 to 5. */
    int number();

    Answer applyTo(Answer before);

    /** Everybody this step speaks of. */
    default Set<Who> named() {
        return Set.of();
    }

    /** Step 1: how was it? */
    record HowWasIt(Overall overall) implements Step {
        @Override
        public int number() {
            return 1;
        }

        @Override
        public Answer applyTo(Answer before) {
            if (overall.equals(Overall.NOT_SAID)) {
                throw AnswerRefused.because("worthComing", "Pick one of the five, for one of the two questions.");
            }
            return before.with(overall);
        }
    }

    /** Step 2: whom did you talk to for the first time, and how many more? */
    record NewPeople(List<Who> people, List<Others> others) implements Step {
        public NewPeople {
            people = List.copyOf(people);
            others = List.copyOf(others);
        }

        @Override
        public int number() {
            return 2;
        }

        @Override
        public Set<Who> named() {
            return Set.copyOf(people);
        }

        @Override
        public Answer applyTo(Answer before) {
            if (others.stream().mapToInt(Others::count).sum() > Others.MOST) {
                throw AnswerRefused.because("others", "Tell us about up to 50 others.");
            }
            var known = Sides.keep(before, side -> !side.isNew());
            Sides.refuseTwice(
                    people, known, "You've said that you knew one of these people already. Untick them there first.");
            var merged = Sides.merge(before, people, who -> Side.Before.NEW);
            return before.withPeople(Sides.join(merged, known), others, before.knownBefore());
        }
    }

    /** Step 3: with whom did you catch up, how well did you know them, and how many there did you know? */
    record FamiliarPeople(List<Familiar> people, KnownBefore knownBefore) implements Step {
        public FamiliarPeople {
            people = List.copyOf(people);
        }

        /** Somebody known before: a little, or well. */
        public record Familiar(Who who, boolean onlyALittle) {}

        @Override
        public int number() {
            return 3;
        }

        @Override
        public Set<Who> named() {
            return people.stream().map(Familiar::who).collect(Collectors.toUnmodifiableSet());
        }

        @Override
        public Answer applyTo(Answer before) {
            var fresh = Sides.keep(before, Side::isNew);
            var whos = people.stream().map(Familiar::who).toList();
            Sides.refuseTwice(
                    whos, fresh, "You've said that one of these people was new to you. Untick them there first.");
            var little = people.stream()
                    .filter(Familiar::onlyALittle)
                    .map(Familiar::who)
                    .collect(Collectors.toSet());
            var merged = Sides.merge(before, whos, who -> little.contains(who) ? Side.Before.BIT : Side.Before.WELL);
            return before.withPeople(Sides.join(fresh, merged), before.others(), knownBefore);
        }
    }

    /** Step 4: what sort of chats? Whoever is ticked in steps 2 and 3 and not mentioned here was just a chat. */
    record Chats(List<Chat> chats) implements Step {
        public Chats {
            chats = List.copyOf(chats);
        }

        @Override
        public int number() {
            return 4;
        }

        @Override
        public Set<Who> named() {
            return chats.stream()
                    .flatMap(chat -> Stream.concat(Stream.of(chat.who()), chat.introduced().somebody().stream()))
                    .collect(Collectors.toUnmodifiableSet());
        }

        @Override
        public Answer applyTo(Answer before) {
            Sides.refuseTwice(chats.stream().map(Chat::who).toList(), List.of(), "");
            Map<Who, Chat> byWho = chats.stream().collect(Collectors.toMap(Chat::who, Function.identity()));
            var ticked = before.met().stream().map(Side::who).collect(Collectors.toSet());
            if (!ticked.containsAll(byWho.keySet())) {
                throw AnswerRefused.because(
                        "talks", "Tick the people you talked with first, then tell us about the chats.");
            }
            if (chats.stream()
                    .anyMatch(chat -> chat.introduced()
                            .somebody()
                            .filter(chat.who()::equals)
                            .isPresent())) {
                throw AnswerRefused.because("talks", "Nobody introduces themselves: pick who brought you together.");
            }
            return before.withPeople(
                    before.met().stream()
                            .map(side -> side.talkedLike(byWho.getOrDefault(side.who(), Chat.justChatting(side.who()))))
                            .toList(),
                    before.others(),
                    before.knownBefore());
        }
    }

    /** Step 5: time with familiar faces; came alone or with colleagues. Both may be left out. */
    record AnythingElse(Evening evening) implements Step {
        @Override
        public int number() {
            return 5;
        }

        @Override
        public Answer applyTo(Answer before) {
            return before.with(evening);
        }
    }

    /** What steps 2 to 4 share: keeping what was said of somebody who stays ticked. */
    final class Sides {
        private Sides() {}

        static List<Side> keep(Answer before, Predicate<Side> which) {
            return before.met().stream().filter(which).toList();
        }

        static List<Side> merge(Answer before, List<Who> people, Function<Who, Side.Before> known) {
            Map<Who, Side> said = before.met().stream().collect(Collectors.toMap(Side::who, Function.identity()));
            return people.stream()
                    .map(who -> said.getOrDefault(who, Side.with(who, known.apply(who)))
                            .knownBefore(known.apply(who)))
                    .toList();
        }

        static List<Side> join(List<Side> first, List<Side> second) {
            var joined = new ArrayList<>(first);
            joined.addAll(second);
            if (joined.size() > 100) {
                throw AnswerRefused.because(
                        "met", "That's more than a hundred people. Tick the ones you remember best.");
            }
            return joined;
        }

        static void refuseTwice(List<Who> people, List<Side> inTheOtherStep, String sentence) {
            if (new HashSet<>(people).size() < people.size()) {
                throw AnswerRefused.because("met", "Somebody is ticked twice.");
            }
            if (inTheOtherStep.stream().map(Side::who).anyMatch(people::contains)) {
                throw AnswerRefused.because("met", sentence);
            }
        }
    }
}
