package org.natter.feedback.answer;

import static org.natter.feedback.answer.UnfitForm.Rule.NOT_ONESELF;
import static org.natter.feedback.answer.UnfitForm.Rule.NOT_TOO_MANY;
import static org.natter.feedback.answer.UnfitForm.Rule.ONCE_ONLY;
import static org.natter.feedback.answer.UnfitForm.Rule.SOMETHING_IS_SAID;
import static org.natter.feedback.answer.UnfitForm.Rule.TICKED_FIRST;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One of the form's five steps, as its writer fills it in.
 *
 * <p>Applying it is a pure function of the answer before; what cannot stand beside the other steps it refuses.
 */
public sealed interface Step {

    /** The most people an answer names. */
    int MOST_PEOPLE = 100;

    /** From 1 to 5. */
    int number();

    Answer applyTo(Answer before);

    /** Everybody this step speaks of. */
    default List<Who> named() {
        return List.of();
    }

    /** Whether there is anything for it to change. */
    default boolean changes(Answer before) {
        return true;
    }

    /** What it picks of the organisers' own lists. */
    default List<Choice> choices() {
        return List.of();
    }

    /** The field in which it speaks of them. */
    default String field() {
        return "met";
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
                throw new UnfitForm("worthComing", SOMETHING_IS_SAID);
            }
            return before.with(overall);
        }
    }

    /** Step 1, taken back: "I'd rather not say". The step stays done; where nothing was said, nothing changes. */
    record RatherNotSay() implements Step {

        @Override
        public int number() {
            return 1;
        }

        @Override
        public boolean changes(Answer before) {
            return !before.overall().equals(Overall.NOT_SAID);
        }

        @Override
        public Answer applyTo(Answer before) {
            return before.with(Overall.NOT_SAID);
        }
    }

    /** Step 2: whom did you talk to for the first time, and how many more? Nobody is an answer. Whoever was known before moves over from there. */
    record NewPeople(List<Who> named, List<Others> others) implements Step {

        static final int NUMBER = 2;

        public NewPeople {
            named = List.copyOf(named);
            others = List.copyOf(others);
        }

        @Override
        public int number() {
            return NUMBER;
        }

        @Override
        public Answer applyTo(Answer before) {
            if (others.stream().mapToInt(Others::count).sum() > Others.MOST) {
                throw new UnfitForm("others", NOT_TOO_MANY);
            }
            requireOnce(field(), named);
            var familiar = sides(before, side -> side.before() != Side.Before.NEW && !named.contains(side.who()));
            var fresh = named.stream()
                    .map(who -> said(before, who, Side.Before.NEW))
                    .toList();
            return before.withPeople(join(fresh, familiar), others, before.knownBefore());
        }
    }

    /**
     * Step 3: with whom did you catch up, how well did you know them, and how many there did you know? Whoever was new
     * moves over from there.
     */
    record FamiliarPeople(List<Familiar> people, KnownBefore knownBefore) implements Step {

        public FamiliarPeople {
            people = List.copyOf(people);
        }

        /** Somebody known before: a little, or well. */
        public record Familiar(Who who, boolean onlyALittle) {

            Side.Before before() {
                return onlyALittle ? Side.Before.BIT : Side.Before.WELL;
            }
        }

        @Override
        public int number() {
            return 3;
        }

        @Override
        public List<Who> named() {
            return people.stream().map(Familiar::who).toList();
        }

        @Override
        public Answer applyTo(Answer before) {
            requireOnce(field(), named());
            var fresh = sides(before, side -> side.before() == Side.Before.NEW && !named().contains(side.who()));
            var familiar = people.stream()
                    .map(person -> said(before, person.who(), person.before()))
                    .toList();
            return before.withPeople(join(fresh, familiar), before.others(), knownBefore);
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
        public String field() {
            return "talks";
        }

        @Override
        public List<Who> named() {
            return chats.stream()
                    .flatMap(chat -> Stream.concat(Stream.of(chat.who()), chat.introduced().somebody().stream()))
                    .toList();
        }

        @Override
        public Answer applyTo(Answer before) {
            requireOnce(field(), chats.stream().map(Chat::who).toList());
            var byWho = chats.stream().collect(Collectors.toMap(Chat::who, Function.identity()));
            var ticked = before.met().stream().map(Side::who).collect(Collectors.toSet());
            if (!ticked.containsAll(byWho.keySet())) {
                throw new UnfitForm(field(), TICKED_FIRST);
            }
            if (chats.stream().anyMatch(Chat::introducesThemselves)) {
                throw new UnfitForm(field(), NOT_ONESELF);
            }
            return before.withPeople(
                    before.met().stream()
                            .map(side -> side.talkedLike(byWho.getOrDefault(side.who(), Chat.justChatting(side.who()))))
                            .toList(),
                    before.others(),
                    before.knownBefore());
        }
    }

    /** Step 5: time with familiar faces; came alone or with colleagues; the organisers' own lists. All may be left out. */
    record AnythingElse(Evening evening, List<Choice> choices) implements Step {

        public AnythingElse {
            choices = List.copyOf(choices);
        }

        @Override
        public int number() {
            return 5;
        }

        @Override
        public Answer applyTo(Answer before) {
            requireOnce("choices", choices.stream().map(Choice::question).toList());
            return before.with(evening, choices);
        }
    }

    private static List<Side> sides(Answer before, Predicate<Side> which) {
        return before.met().stream().filter(which).toList();
    }

    /** What was said before of somebody who stays ticked, or moves between new and known, is kept. */
    private static Side said(Answer before, Who who, Side.Before known) {
        return before.met().stream()
                .filter(side -> side.who().equals(who))
                .findFirst()
                .orElseGet(() -> Side.with(who, known))
                .knownBefore(known);
    }

    private static List<Side> join(List<Side> fresh, List<Side> familiar) {
        var joined = new ArrayList<>(fresh);
        joined.addAll(familiar);
        if (joined.size() > MOST_PEOPLE) {
            throw new UnfitForm("met", NOT_TOO_MANY);
        }
        return joined;
    }

    private static void requireOnce(String field, List<?> named) {
        if (new HashSet<>(named).size() < named.size()) {
            throw new UnfitForm(field, ONCE_ONLY);
        }
    }
}
