package org.natter.web.attendee.feedback;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.natter.web.attendee.AnswerPass;
import org.natter.web.attendee.Answers.Answer;
import org.natter.web.attendee.Answers.Met;
import org.natter.web.attendee.InWords;
import org.natter.web.attendee.Phrases;
import org.natter.web.attendee.Sector;
import org.natter.web.attendee.Who;
import org.natter.web.attendee.feedback.SendingPages.Line;
import org.natter.web.attendee.feedback.SendingPages.Thanks;

/** An answer in its writer's words: line by line before it is sent, and the private recap after (measures.md P1, P4, P5). */
final class Recap {

    private static final int TALKS = 4;

    private final Phrases phrases;
    private final Gathering gathering;

    Recap(Phrases phrases, Gathering gathering) {
        this.phrases = phrases;
        this.gathering = gathering;
    }

    List<Line> lines(Answer answer) {
        var lines = new ArrayList<Line>();
        lines.add(new Line(
                phrases.say("check.evening"),
                List.of(
                        phrases.say("check.worth", phrases.say("worth." + answer.worthComing())),
                        phrases.say("check.welcome", phrases.say("welcome." + answer.feltWelcome()))),
                1));
        var fresh = new ArrayList<>(answer.newPeople().stream().map(this::name).toList());
        if (answer.others() > 0) {
            fresh.add(phrases.say(answer.others() == 1 ? "check.other" : "check.others", answer.others()));
        }
        lines.add(new Line(phrases.say("check.new"), orElse(fresh, "check.nobody-new"), 2));
        var known = answer.knownPeople().stream().map(side -> name(side.who())).toList();
        lines.add(new Line(phrases.say("check.known"), orElse(known, "check.nobody-known"), 3));
        if (!answer.met().isEmpty()) {
            lines.add(new Line(
                    phrases.say("check.talks"),
                    answer.met().stream().map(this::chat).toList(),
                    TALKS));
        }
        lines.add(new Line(
                phrases.say("check.rest"),
                List.of(
                        phrases.say("check.familiar", phrases.say("familiar." + answer.familiarFaces())),
                        phrases.say("check.came", phrases.say("came." + answer.came()))),
                TALKS + 1));
        return lines;
    }

    Thanks thanks(Answer answer, AnswerPass pass) {
        var greeting = gathering.greeting();
        var name = greeting == null ? "" : firstName(greeting.name());
        var beyondFirstStep = answer.stepsDone().stream().anyMatch(step -> step > 1)
                || !answer.met().isEmpty();
        if (!beyondFirstStep) {
            return new Thanks(phrases.say("thanks.short"), List.of(), "");
        }
        var evidence = Character.digit(pass.attendance().value().charAt(0), 16) % 2 == 0 ? "evidence.1" : "evidence.2";
        return new Thanks(
                name.isEmpty() ? phrases.say("thanks.nameless") : phrases.say("thanks.named", name),
                sentences(answer),
                phrases.say(evidence));
    }

    private List<String> sentences(Answer answer) {
        var sentences = new ArrayList<String>();
        var all = answer.met().size() + answer.others();
        var fresh = answer.newPeople().size() + answer.others();
        if (all == 0) {
            return List.of(phrases.say("recap.nobody"));
        }
        if (all == 1) {
            return List.of(phrases.say("recap.one"));
        }
        sentences.add(phrases.say(fresh == 1 ? "recap.spoke-one-new" : "recap.spoke", all, fresh));
        if (answer.stepsDone().contains(TALKS)) {
            sentences.add(again(answer));
        }
        var kinds = kinds(answer);
        if (kinds > 1) {
            sentences.add(phrases.say("recap.kinds", InWords.capital(InWords.number((int) kinds))));
        }
        return sentences.stream().filter(sentence -> !sentence.isEmpty()).toList();
    }

    private String again(Answer answer) {
        var yes =
                answer.met().stream().filter(side -> side.again().equals("YES")).count();
        var maybe = answer.met().stream()
                .filter(side -> side.again().equals("MAYBE"))
                .count();
        if (maybe > 0) {
            return phrases.say("recap.again-perhaps", yes, yes + maybe);
        }
        return yes == 0 ? "" : phrases.say("recap.again", yes);
    }

    private long kinds(Answer answer) {
        var sectors = gathering.sectors();
        return answer.met().stream()
                .map(side -> sectors.get(side.who().id()))
                .filter(Objects::nonNull)
                .filter(Sector::knows)
                .distinct()
                .count();
    }

    private List<String> orElse(List<String> said, String nothing) {
        return said.isEmpty() ? List.of(phrases.say(nothing)) : List.copyOf(said);
    }

    private String chat(Met side) {
        var useful = side.talk().equals("USEFUL") || side.talk().equals("BOTH");
        return phrases.say(useful ? "check.useful" : "check.chat", name(side.who()));
    }

    private String name(Who who) {
        return gathering.nameOf(who, phrases);
    }

    private static String firstName(String name) {
        var end = name.indexOf(' ');
        return end < 0 ? name : name.substring(0, end);
    }
}
