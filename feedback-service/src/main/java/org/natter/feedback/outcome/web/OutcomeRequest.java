package org.natter.feedback.outcome.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.natter.feedback.outcome.Credit;
import org.natter.feedback.outcome.Outcome;
import org.natter.feedback.outcome.OutcomeId;
import org.natter.feedback.outcome.ReportingOutcomes;

/** What came of it, as it comes. */
record OutcomeRequest(
        @NotNull(message = AGAIN) @Pattern(regexp = ID, message = AGAIN)
        String id,

        @NotNull(message = "Pick what came of it.") Outcome.Kind kind,
        @NotNull(message = "Did you get it or give it?") Outcome.Direction direction,

        @NotNull(message = WHEN) @Min(value = 2000, message = WHEN) @Max(value = 2200, message = WHEN)
        Integer year,

        @NotNull(message = WHEN) @Min(value = 1, message = WHEN) @Max(value = 12, message = WHEN)
        Integer month,

        @Nullable @Size(max = Outcome.MOST_CREDITED, message = "Tick up to twenty people.")
        List<@NotNull(message = WHO) @Valid CreditRequest> credited) {

    private static final String AGAIN = "Open the page again, please.";
    private static final String WHEN = "Roughly when? Pick a month.";
    private static final String WHO = "Tick somebody from the list.";
    private static final String ID = "[0-9a-f]{32}";

    record CreditRequest(
            @NotNull(message = WHO) Credit.Kind kind,
            @Nullable String id) {

        @AssertTrue(message = WHO)
        boolean isComplete() {
            return kind == Credit.Kind.OVERHEARD || id != null && id.matches(ID);
        }

        Credit toCredit() {
            return new Credit(kind, kind == Credit.Kind.OVERHEARD ? "" : Objects.requireNonNullElse(id, ""));
        }
    }

    ReportingOutcomes.Report toReport() {
        return new ReportingOutcomes.Report(
                new OutcomeId(id),
                kind,
                direction,
                YearMonth.of(year, month),
                credited == null
                        ? List.of()
                        : credited.stream().map(CreditRequest::toCredit).toList());
    }
}
