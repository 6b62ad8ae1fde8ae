package org.natter.web.attendee.feedback;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.natter.web.attendee.Answers.Answer;
import org.natter.web.attendee.Answers.Known;
import org.natter.web.attendee.Answers.Met;
import org.natter.web.attendee.Phrases;
import org.natter.web.attendee.Sent;
import org.natter.web.attendee.Who;
import org.natter.web.forms.FormErrors;

/** Step 3 as it was typed: who was known before, and which of them a little only. */
record KnownPeopleForm(Set<Who> ticked, List<String> little, String someone, String knownBefore, String go) {

    static final List<String> KNOWN_BEFORE = List.of("NONE", "A_FEW", "ABOUT_HALF", "MOST");

    static KnownPeopleForm of(Sent sent) {
        return new KnownPeopleForm(
                Who.ticked(sent.all("who")),
                sent.all("little"),
                sent.text("someone"),
                sent.choice("knownBefore", Set.copyOf(KNOWN_BEFORE), "NOT_SAID"),
                sent.text("go"));
    }

    static KnownPeopleForm of(Answer saved) {
        return new KnownPeopleForm(
                whoOf(saved.knownPeople().stream()),
                whoOf(littleKnown(saved)).stream().map(Who::formValue).toList(),
                "",
                saved.knownBefore(),
                "");
    }

    FormErrors problems(Phrases phrases) {
        return new Someone(someone).problems(phrases);
    }

    /** These people, each well known or a little. */
    List<Known> known(List<Who> met) {
        return met.stream()
                .map(who -> new Known(who, little.contains(who.formValue())))
                .toList();
    }

    /** Whether there is anything to save. */
    boolean differsFrom(Answer saved) {
        var littleNow =
                ticked.stream().filter(who -> little.contains(who.formValue())).collect(Collectors.toUnmodifiableSet());
        return !someone.isBlank()
                || !knownBefore.equals(saved.knownBefore())
                || !ticked.equals(whoOf(saved.knownPeople().stream()))
                || !littleNow.equals(whoOf(littleKnown(saved)));
    }

    private static Stream<Met> littleKnown(Answer saved) {
        return saved.knownPeople().stream().filter(side -> side.before().equals("BIT"));
    }

    private static Set<Who> whoOf(Stream<Met> met) {
        return met.map(Met::who).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public String toString() {
        return "KnownPeopleForm[masked]";
    }
}
