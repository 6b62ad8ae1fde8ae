package org.natter.attendee.history.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.natter.attendee.history.ChatsThatCounted;
import org.natter.attendee.history.Company;
import org.natter.attendee.history.EveningMeasures;
import org.natter.attendee.history.History;
import org.natter.attendee.history.History.Outcome;
import org.natter.attendee.history.History.Phase;
import org.natter.attendee.history.History.SoFar;
import org.natter.attendee.history.KnowAgain;
import org.natter.attendee.history.OutcomeReported.Kind;
import org.natter.attendee.history.SpokenTo;
import org.natter.attendee.history.Stage;
import org.natter.attendee.history.WhatCameOfIt;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.stereotype.Component;

/** How a history's figures are said, by {@code history-messages.properties}: one sentence each, none for what is not shown. */
@Component
class HistoryWords {

    private static final int LARGEST_WORD = 12;
    private static final int LONGEST_IN_A_SENTENCE = 60;

    /** One plain fact, and what it rests on. */
    record Fact(String fact, String base) {}

    private final ResourceBundleMessageSource bundle = new ResourceBundleMessageSource();

    HistoryWords() {
        bundle.setBundleClassLoader(HistoryWords.class.getClassLoader());
        bundle.setBasename("history-messages");
        bundle.setDefaultEncoding("UTF-8");
        bundle.setFallbackToSystemLocale(false);
        bundle.setAlwaysUseMessageFormat(true);
    }

    /** P1, P4, P5, P2 and P6, in reading order. */
    List<String> history(EveningMeasures measures) {
        return Stream.concat(
                        evening(measures).stream(),
                        Stream.of(
                                        measures.newFaces()
                                                .band()
                                                .map(band -> say("new-faces." + band, measures.inTheRoom())),
                                        measures.sectorMix().band().map(band -> say("sector-mix." + band)))
                                .flatMap(Optional::stream))
                .toList();
    }

    /** P1, P4 and P5: what there is to say as soon as an answer is sent. */
    List<String> evening(EveningMeasures measures) {
        return Stream.of(
                        measures.spokenTo().map(this::spokenTo),
                        Optional.of(measures.knowAgain())
                                .filter(KnowAgain::isShown)
                                .map(again -> knowAgain(
                                        again,
                                        measures.spokenTo()
                                                .map(SpokenTo::people)
                                                .orElse(0))),
                        Optional.of(measures.kinds())
                                .filter(kinds -> kinds.isShown())
                                .map(kinds -> say("kinds." + kinds.sectors())))
                .flatMap(Optional::stream)
                .toList();
    }

    /** P7; nothing about nobody. */
    Optional<String> totals(Stage.Totals totals) {
        return totals.people() == 0
                ? Optional.empty()
                : Optional.of(say(
                        totals.beyondFirstChat() == 0 ? "people" : "people.beyond",
                        totals.people(),
                        totals.beyondFirstChat()));
    }

    /** P10. */
    Optional<String> chats(ChatsThatCounted chats) {
        return Optional.of(chats)
                .filter(ChatsThatCounted::isShown)
                .map(shown -> say("chats" + all(shown), shown.began(), shown.outcomes()));
    }

    /** One sentence from the newest outcome, or from what there is; nothing about no evening at all. */
    Optional<String> headline(History history, Instant now) {
        var soFar = history.soFar();
        var again = soFar.knowAgain();
        if (history.events().isEmpty()) {
            return Optional.empty();
        }
        return newest(history)
                .map(this::headline)
                .or(() -> again.surely() > 0
                        ? Optional.of(say("headline.again", number(again.surely()), again.surely()))
                        : Optional.empty())
                .or(() ->
                        again.isShown() ? Optional.of(say("headline.perhaps", "", again.perhaps())) : Optional.empty())
                .or(() -> soFar.people() > 0
                        ? Optional.of(say("headline.people", number(soFar.people()), soFar.people()))
                        : Optional.empty())
                .or(() -> soFar.answered() > 0 ? Optional.of(say("headline.listening")) : presence(history, now));
    }

    /** That they were there, or are, or will be; nothing of what was called off. */
    private Optional<String> presence(History history, Instant now) {
        var phases = history.events().stream()
                .filter(evening -> evening.present() && !evening.wasCalledOff())
                .flatMap(evening -> evening.phaseAt(now).stream())
                .collect(Collectors.toSet());
        return Stream.of(Phase.OVER, Phase.ON, Phase.AHEAD)
                .filter(phases::contains)
                .findFirst()
                .map(phase -> say("headline." + phase));
    }

    /** The owner's words for the newest outcome, where they are too long for the sentence above. */
    Optional<String> headlineWords(History history) {
        return newest(history).map(Outcome::words).filter(words -> !words.isEmpty() && !isShort(words));
    }

    private static Optional<Outcome> newest(History history) {
        return history.outcomes().stream()
                .filter(outcome -> outcome.kind() != Kind.KEPT_IN_TOUCH)
                .findFirst();
    }

    private String headline(Outcome outcome) {
        var what = isShort(outcome.words())
                ? beginning(outcome.words())
                : say("what." + outcome.kind() + "." + outcome.direction());
        if (outcome.overheard()) {
            return say("headline.overheard", what);
        }
        if (outcome.people().isEmpty()) {
            return say("headline.alone", what);
        }
        return say(outcome.beganAsChat() ? "headline.chat" : "headline.met", what, all(outcome.people()));
    }

    /** A few words without an end, so that a sentence can go on after them. */
    private static boolean isShort(String words) {
        var bare = words.replaceFirst("\\.$", "");
        return !bare.isBlank() && bare.length() <= LONGEST_IN_A_SENTENCE && bare.matches("[^.!?\\n]*");
    }

    private static String beginning(String words) {
        return words.substring(0, 1).toUpperCase(Locale.UK) + words.substring(1).replaceFirst("\\.$", "");
    }

    private String all(List<String> names) {
        return names.size() == 1
                ? names.get(0)
                : say("and", String.join(", ", names.subList(0, names.size() - 1)), names.get(names.size() - 1));
    }

    private String number(int count) {
        return count > LARGEST_WORD ? Integer.toString(count) : say("number." + count);
    }

    /** P1, P4, P5, alone or with colleagues, and P9 with P10 over everything so far; none for nobody met. */
    List<Fact> facts(History history) {
        var soFar = history.soFar();
        var facts = new ArrayList<Fact>();
        if (soFar.people() > 0) {
            facts.add(people(history));
        }
        if (soFar.knowAgain().isShown()) {
            var again = soFar.knowAgain();
            facts.add(new Fact(
                    say("fact.again" + surely(again), again.surely(), again.perhaps()),
                    say("fact.again.base", soFar.people())));
        }
        if (soFar.variety().sectors() > 1) {
            facts.add(new Fact(
                    say("fact.kinds", number(soFar.variety().sectors())),
                    say("fact.kinds.base", soFar.variety().people())));
        }
        soFar.company().map(this::company).ifPresent(facts::add);
        if (soFar.people() > 0 || soFar.came().outcomes() > 0) {
            facts.add(came(history));
        }
        return facts;
    }

    /** Meetings from elsewhere, and outside what was called off, are among the people, and at no evening. */
    private Fact people(History history) {
        var soFar = history.soFar();
        var elsewhere = history.events().stream()
                .anyMatch(one ->
                        one.elsewhere() || one.wasCalledOff() && !one.people().isEmpty());
        var key = soFar.newPeople() == 0
                ? "fact.people"
                : soFar.newPeople() == soFar.people() ? "fact.people.all-new" : "fact.people.new";
        return new Fact(
                say(key, soFar.people(), soFar.newPeople()),
                say("fact.people.base", soFar.answered(), soFar.unnamed(), elsewhere && soFar.answered() > 0 ? 1 : 0));
    }

    private Fact company(Company company) {
        return new Fact(
                say("fact.company", middle(company.alone()), middle(company.together())),
                say("fact.company.base", company.aloneAt(), company.togetherAt()));
    }

    private Fact came(History history) {
        var came = history.soFar().came();
        if (came.outcomes() == 0) {
            return new Fact(say("fact.came.nothing"), say("fact.came.nothing.base"));
        }
        var counted = came.counts().entrySet().stream()
                .filter(entry -> entry.getKey() != Kind.KEPT_IN_TOUCH)
                .map(Map.Entry::getValue)
                .toList();
        var received = counted.stream().mapToInt(WhatCameOfIt.Sides::received).sum();
        var given = counted.stream().mapToInt(WhatCameOfIt.Sides::given).sum();
        return new Fact(
                say("fact.came", came.outcomes()),
                history.chats().isShown()
                        ? say(
                                "fact.came.chats" + all(history.chats()),
                                history.chats().began(),
                                history.chats().outcomes())
                        : say(
                                "fact.came.base",
                                received,
                                given,
                                came.counts().containsKey(Kind.KEPT_IN_TOUCH) ? 1 : 0,
                                received > 0 && given > 0 ? 1 : 0));
    }

    /** "Is that any good?" P1 and P3 against one's own earlier evenings. */
    List<String> anyGood(SoFar soFar) {
        return Stream.of(
                        Optional.of(soFar.yardstick()
                                .map(yardstick -> say(
                                        "good.yardstick",
                                        yardstick.latest(),
                                        middle(yardstick.median()),
                                        yardstick.earlier()))
                                .orElseGet(() -> say("good.too-few"))),
                        soFar.familiar().map(word -> say("good.familiar." + word)),
                        Optional.of(say("good.no-score")))
                .flatMap(Optional::stream)
                .toList();
    }

    /** A middle of people: one between two numbers is said as that, and rounded to neither. */
    private String middle(double median) {
        var below = (int) Math.floor(median);
        return median == below ? Integer.toString(below) : say("good.between", below, below + 1);
    }

    /** "Does chatting count?" P10 and P9. */
    List<String> chatting(History history) {
        var chats = history.chats();
        var key = chats.outcomes() == 0
                ? "nothing"
                : chats.isShown() ? "yes" : chats.outcomes() < ChatsThatCounted.SHOWN_FROM ? "few" : "none";
        var months = history.soFar().came().medianMonths();
        return Stream.of(
                        Optional.of(
                                key.equals("few")
                                        ? say("chatting.few", chats.outcomes())
                                        : say(
                                                "chatting." + key + (key.equals("yes") ? all(chats) : ""),
                                                chats.began(),
                                                chats.outcomes())),
                        months.isPresent()
                                ? Optional.of(say("chatting.months", (int) months.getAsDouble()))
                                : Optional.<String>empty(),
                        Optional.of(say("chatting.asked")),
                        Optional.of(say("chatting.research")))
                .flatMap(Optional::stream)
                .toList();
    }

    /** P8, as soon as two of them let their ties be looked at. */
    Optional<String> circles(SoFar soFar) {
        return Optional.of(soFar.circles())
                .filter(circles -> circles.isShown() && soFar.sharers() > 1)
                .map(circles -> say("circles", circles.people(), circles.circles()));
    }

    /** What to call somebody erased. */
    String erased() {
        return say("erased");
    }

    private String spokenTo(SpokenTo spokenTo) {
        return say(
                spokenTo.people() < 2 || spokenTo.newPeople() == 0
                        ? "spoken-to"
                        : spokenTo.known() == 0 ? "spoken-to.all-new" : "spoken-to.new",
                spokenTo.people(),
                spokenTo.newPeople());
    }

    /** @param people how many they spoke to; 0 if that was not asked */
    private String knowAgain(KnowAgain again, int people) {
        var both = people == 2 && again.perhaps() == 2 && !surely(again).equals(".both");
        var all = people > 2 && again.perhaps() == people && !surely(again).equals(".both");
        var ending = people == 1 ? ".one" : both ? ".two" : all ? ".all" : "";
        return say("know-again" + surely(again) + ending, again.surely(), again.perhaps());
    }

    /** The ending of the words where every one of them began as just a chat. */
    private static String all(ChatsThatCounted chats) {
        return chats.began() == chats.outcomes() ? ".all" : "";
    }

    private static String surely(KnowAgain again) {
        return again.surely() == 0 ? ".perhaps" : again.surely() == again.perhaps() ? ".surely" : ".both";
    }

    private String say(String key, Object... values) {
        return bundle.getMessage(key, values, Locale.UK);
    }
}
