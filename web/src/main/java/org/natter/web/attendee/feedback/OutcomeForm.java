package org.natter.web.attendee.feedback;

import java.util.List;
import java.util.Set;
import org.natter.web.attendee.Answers.Outcome;
import org.natter.web.attendee.FormId;
import org.natter.web.attendee.Phrases;
import org.natter.web.attendee.Refused;
import org.natter.web.attendee.Sent;
import org.natter.web.attendee.Who;
import org.natter.web.forms.FormErrors;

/** What came of it, as it was typed; {@code month} is 2026-10 or empty. Prints masked. */
record OutcomeForm(
        FormId form, Set<Who> who, String someone, boolean overheard, String kind, String direction, String month) {

    static final List<String> KINDS = List.of(
            "KEPT_IN_TOUCH",
            "INTRODUCED_ON",
            "ADVICE",
            "VISIT",
            "HELPED",
            "WORK_EXPERIENCE",
            "JOB",
            "WORKED_TOGETHER",
            "OTHER");
    static final List<String> DIRECTIONS = List.of("RECEIVED", "GIVEN");

    private static final int YEAR_ENDS = 4;

    static OutcomeForm empty() {
        return new OutcomeForm(FormId.fresh(), Set.of(), "", false, "", "", "");
    }

    static OutcomeForm of(Sent sent) {
        var month = sent.text("month");
        return new OutcomeForm(
                FormId.of(sent.text("form")),
                Who.ticked(sent.all("who")),
                sent.text("someone"),
                sent.yes("overheard"),
                sent.choice("kind", Set.copyOf(KINDS), ""),
                sent.choice("direction", Set.copyOf(DIRECTIONS), ""),
                month.matches("20[0-9]{2}-(0[1-9]|1[0-2])") ? month : "");
    }

    FormErrors problems(Phrases phrases) {
        var problems = FormErrors.none();
        if (who.isEmpty() && someone.isBlank() && !overheard) {
            problems = problems.with("overheard", phrases.say("follow-up.who.missing"));
        }
        for (var tooLong : new Someone(someone).problems(phrases).all()) {
            problems = problems.with(tooLong.field(), tooLong.words());
        }
        if (kind.isEmpty()) {
            problems = problems.with("kind", phrases.say("follow-up.kind.missing"));
        }
        return month.isEmpty() ? problems.with("month", phrases.say("follow-up.month.missing")) : problems;
    }

    /** The service's words beside this form's own fields. */
    static FormErrors problemsOf(Refused refused) {
        return new FormErrors(refused.problems().stream()
                .map(item -> new FormErrors.Item(fieldOf(item.field()), item.words()))
                .toList());
    }

    private static String fieldOf(String field) {
        if (field.startsWith("credited")) {
            return "overheard";
        }
        return field.equals("year") ? "month" : field;
    }

    /** As it is reported, of a form without problems; help given counts as given where nobody said. */
    Outcome outcome(List<Who> credited) {
        var given = direction.isEmpty() ? kind.equals("HELPED") : direction.equals("GIVEN");
        return new Outcome(
                form,
                kind,
                given ? "GIVEN" : "RECEIVED",
                Integer.parseInt(month.substring(0, YEAR_ENDS)),
                Integer.parseInt(month.substring(YEAR_ENDS + 1)),
                credited,
                overheard);
    }

    @Override
    public String toString() {
        return "OutcomeForm[masked]";
    }
}
