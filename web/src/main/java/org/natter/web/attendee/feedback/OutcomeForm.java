package org.natter.web.attendee.feedback;

import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.natter.web.forms.SubmittedForm;
import org.natter.web.services.FeedbackApi.Credit;
import org.natter.web.services.FeedbackApi.CreditKind;
import org.natter.web.services.FeedbackApi.Direction;
import org.natter.web.services.FeedbackApi.Outcome;
import org.natter.web.services.FeedbackApi.OutcomeKind;
import org.natter.web.services.FormId;
import org.natter.web.services.Who;

/** What came of it, as it was typed. Prints masked. */
record OutcomeForm(
        FormId form,
        Set<Who> who,
        String someone,
        boolean overheard,
        @Nullable OutcomeKind kind,
        @Nullable Direction direction,
        @Nullable YearMonth month,
        String words) {

    static OutcomeForm empty() {
        return new OutcomeForm(FormId.fresh(), Set.of(), "", false, null, null, null, "");
    }

    static OutcomeForm of(SubmittedForm form) {
        return new OutcomeForm(
                form.formId("form"),
                Who.ticked(form.all("who")),
                form.text("someone"),
                form.isTicked("overheard"),
                form.choice("kind", OutcomeKind.class),
                form.choice("direction", Direction.class),
                month(form.text("month")),
                form.words("words"));
    }

    /** The same without anybody ticked. */
    OutcomeForm withoutTicks() {
        return new OutcomeForm(form, Set.of(), someone, overheard, kind, direction, month, words);
    }

    /** What was typed, to be copied where it can't be taken any more. */
    List<String> allWords() {
        return Stream.of(someone, words).filter(said -> !said.isBlank()).toList();
    }

    /** As it is reported; help given counts as given where nobody said. */
    Outcome outcome(Collection<Who> credited) {
        var people = credited.stream()
                .map(who -> new Credit(CreditKind.valueOf(who.kind().name()), who.id()));
        var all = overheard ? Stream.concat(people, Stream.of(new Credit(CreditKind.OVERHEARD, ""))) : people;
        return new Outcome(
                form,
                kind,
                direction != null ? direction : kind == OutcomeKind.HELPED ? Direction.GIVEN : Direction.RECEIVED,
                month == null ? null : month.getYear(),
                month == null ? null : month.getMonthValue(),
                all.toList());
    }

    private static @Nullable YearMonth month(String typed) {
        try {
            return typed.isEmpty() ? null : YearMonth.parse(typed);
        } catch (DateTimeParseException unreadable) {
            return null;
        }
    }

    @Override
    public String toString() {
        return "OutcomeForm[masked]";
    }
}
