package org.natter.local.story;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.natter.web.services.EventApi.Overview;
import org.natter.web.services.FeedbackApi.FeedbackReport;
import org.natter.web.services.HistoryApi.Evening;
import org.natter.web.services.HistoryApi.History;
import org.natter.web.services.HistoryApi.Met;

/** What a history and an overview say, in lines for a console. */
final class ConsoleLines {

    private ConsoleLines() {}

    static List<String> ofHistory(History history) {
        var lines = new ArrayList<String>();
        for (var evening : history.events()) {
            lines.add("  " + evening.title() + day(evening));
            evening.people().forEach(person -> lines.add("    " + ofPerson(person)));
            evening.sentences().forEach(sentence -> lines.add("    " + sentence));
        }
        return lines;
    }

    static List<String> ofOverview(Overview overview, FeedbackReport report) {
        return List.of("  " + overview.title() + ": "
                + overview.booked() + " booked, "
                + overview.here() + " came, "
                + report.answered() + " of " + report.asked() + " answered");
    }

    private static String day(Evening evening) {
        var startsAt = evening.startsAt();
        return startsAt == null ? "" : ", " + startsAt.atZone(Story.ZONE).toLocalDate();
    }

    private static String ofPerson(Met person) {
        var by = person.introducedByName();
        return person.name() + " (" + person.before().name().toLowerCase(Locale.ROOT)
                + (by == null ? "" : ", introduced by " + by) + ")";
    }
}
