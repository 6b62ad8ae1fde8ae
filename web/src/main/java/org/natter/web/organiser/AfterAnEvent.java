package org.natter.web.organiser;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.natter.times.SpokenTime;
import org.natter.web.organiser.OverviewPage.ToDo;
import org.natter.web.services.FeedbackApi.FeedbackReport;
import org.natter.web.services.FeedbackApi.ListQuestion;

/** What feedback-service says of an event that has been, as far as it needs somebody; absent while it says nothing. */
record AfterAnEvent(
        @Nullable FeedbackReport report, @Nullable ListQuestion question) {

    /** The question about the list is open until the second morning. */
    private static final Duration TWO_MORNINGS = Duration.ofDays(3);

    /** Before that answers come by themselves, and nothing is to be done. */
    private static final Duration LAST_DAYS = Duration.ofDays(2);

    static boolean mayAskAboutTheList(EventCard card, Instant now) {
        return card.event().endsAtInstant().isAfter(now.minus(TWO_MORNINGS));
    }

    List<ToDo> todo(EventCard card, SpokenTime spoken, Instant now) {
        var todo = new ArrayList<ToDo>();
        var feedback = OverviewPage.path(card) + "/feedback";
        var title = card.event().title();
        if (question != null) {
            todo.add(new ToDo("overview.todo.list", question.checkedIn(), title, "", question.expected(), feedback));
        }
        if (report == null) {
            return todo;
        }
        if (report.isLate(now)) {
            todo.add(new ToDo("overview.todo.late", 0, title, spoken.day(report.publishesAt(), now), 0, feedback));
        }
        if (report.takesAnswers(now)
                && now.isAfter(report.closesAt().minus(LAST_DAYS))
                && report.asked() > report.answered()) {
            todo.add(new ToDo(
                    "overview.todo.answers",
                    report.answered(),
                    title,
                    spoken.day(report.closesAt(), now),
                    report.asked(),
                    OverviewPage.path(card)));
        }
        return todo;
    }
}
