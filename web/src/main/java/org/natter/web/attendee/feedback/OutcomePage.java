package org.natter.web.attendee.feedback;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.natter.web.attendee.Choice;
import org.natter.web.attendee.InWords;
import org.natter.web.attendee.OutOfReach.Part;
import org.natter.web.attendee.Phrases;
import org.natter.web.attendee.feedback.Gathering.Box;
import org.natter.web.forms.FormErrors;
import org.springframework.ui.Model;

/** "What came of it?": whom to tick, and the months to choose from, latest first. */
record OutcomePage(
        List<Box> boxes,
        boolean namesAsleep,
        OutcomeForm typed,
        List<MonthChoice> months,
        FormErrors problems,
        @Nullable Part part) {

    private static final int MONTHS_BACK = 12;
    private static final int MONTH_ENDS = 7;

    static OutcomePage of(
            List<Box> boxes,
            boolean namesAsleep,
            OutcomeForm typed,
            LocalDate today,
            Trouble trouble,
            Phrases phrases) {
        return new OutcomePage(boxes, namesAsleep, typed, months(today, phrases), trouble.problems(), trouble.part());
    }

    String in(Model model, Phrases phrases) {
        model.addAttribute("page", this);
        model.addAttribute("kinds", Choice.list(phrases, "kind", OutcomeForm.KINDS));
        model.addAttribute("directions", Choice.list(phrases, "follow-up.direction", OutcomeForm.DIRECTIONS));
        return "web/attendee/follow-up-tell";
    }

    private static List<MonthChoice> months(LocalDate today, Phrases phrases) {
        var months = new ArrayList<MonthChoice>();
        months.add(new MonthChoice("", phrases.say("follow-up.month.choose")));
        for (int back = 0; back < MONTHS_BACK; back++) {
            var month = today.withDayOfMonth(1).minusMonths(back);
            months.add(new MonthChoice(
                    month.toString().substring(0, MONTH_ENDS),
                    InWords.month(month.getMonthValue()) + " " + month.getYear()));
        }
        return months;
    }

    /** A month that can be chosen: 2026-10 and "October 2026". */
    record MonthChoice(String value, String words) {}
}
