package org.natter.feedback.outcome.web;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.natter.access.Holds;
import org.natter.access.Shortcomings;
import org.natter.access.Shortcomings.Field;
import org.natter.feedback.outcome.Credit;
import org.natter.feedback.outcome.Outcome;
import org.natter.feedback.outcome.OutcomeId;
import org.natter.feedback.outcome.ReportingOutcomes;
import org.natter.ids.HexId;

/** What came of it, as it comes. */
record OutcomeRequest(
        @Schema(requiredMode = REQUIRED) @Nullable OutcomeId id,
        @Schema(requiredMode = REQUIRED) Outcome.@Nullable Kind kind,
        @Schema(requiredMode = REQUIRED) Outcome.@Nullable Direction direction,

        @Schema(requiredMode = REQUIRED, minimum = "2000", maximum = "2200") @Nullable
        Integer year,

        @Schema(requiredMode = REQUIRED, minimum = "1", maximum = "12") @Nullable
        Integer month,

        @ArraySchema(arraySchema = @Schema(requiredMode = REQUIRED), minItems = 1, maxItems = Outcome.MOST_CREDITED)
        @Nullable
        List<@Nullable CreditRequest> credited) {

    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2200;
    private static final int MONTHS = 12;

    /** Thanks to somebody, or to something overheard, which has no id. */
    @Holds("""
            {"if": {"properties": {"kind": {"enum": ["ATTENDANCE", "LABEL"]}}},
             "then": {"required": ["id"], "properties": {"id": {"type": "string", "pattern": "^[0-9a-f]{32}$"}}}}
            """)
    record CreditRequest(
            @Schema(requiredMode = REQUIRED) Credit.@Nullable Kind kind,
            @Nullable String id) {}

    ReportingOutcomes.Report toReport() {
        var wrong = new Shortcomings("outcome");
        var form = wrong.needed("id", id);
        var what = wrong.needed("kind", kind);
        var whose = wrong.needed("direction", direction);
        var inYear = wrong.between("year", year, FIRST_YEAR, LAST_YEAR);
        var inMonth = wrong.between("month", month, 1, MONTHS);
        var thanks = wrong.each(
                "credited", credited, Outcome.MOST_CREDITED, (field, credit) -> credit(wrong, field, credit));
        if (credited == null || credited.isEmpty()) {
            wrong.refuse("credited", Shortcomings.MISSING);
        }
        return wrong.orElse(() -> new ReportingOutcomes.Report(
                form.get(), what.get(), whose.get(), YearMonth.of(inYear.get(), inMonth.get()), thanks.get()));
    }

    private static Field<Credit> credit(Shortcomings wrong, String field, CreditRequest credit) {
        var kind = wrong.needed(field + ".kind", credit.kind());
        if (credit.kind() == Credit.Kind.OVERHEARD) {
            return () -> new Credit(kind.get(), "");
        }
        var id = wrong.needed(field + ".id", credit.id());
        if (credit.id() != null && !HexId.matches(credit.id())) {
            wrong.refuse(field + ".id", Shortcomings.UNREADABLE);
        }
        return () -> new Credit(kind.get(), id.get());
    }
}
