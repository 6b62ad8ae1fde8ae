package org.natter.web.organiser.report;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.natter.times.SpokenTime;
import org.natter.web.organiser.EventCounts;
import org.natter.web.organiser.EventPage;
import org.natter.web.services.FeedbackApi.FeedbackReport;
import org.natter.web.services.FeedbackApi.MixingReport;
import org.natter.web.services.FeedbackApi.ReportState;

/**
 * How far a report has come, in a sentence that is true when it is read: its key, how many answered, the day it says, and
 * once it is settled which people it counts.
 *
 * @param base of how many people those who answered are: all who were asked how it was, as it was said while answers came
 * @param noted how many were checked in, as the report counts them; empty where it does not say, since as many answered
 * @param day the day the sentence says: when answers close or closed, or when results appear
 * @param settled when it was settled; empty before
 * @param since whether more are noted as having come than it counts; not how many, since others may have been undone
 */
record Reached(
        String message,
        int asked,
        int answered,
        int base,
        OptionalInt noted,
        String day,
        boolean published,
        boolean few,
        String settled,
        boolean since) {

    private static final int FEW = 5;

    /** Answers are taken for 14 days and results appear a week later; from the first morning on people are asked. */
    private static final Duration MORNING = Duration.ofDays(14 + 7 - 1);

    /** By the second morning everybody is asked. */
    private static final Duration ALL_ASKED = Duration.ofDays(14 + 7 - 2);

    private static final double THIRTY_PER_CENT = 0.3;
    private static final Set<String> ABOUT_CLOSING = Set.of("report.never-asked", "report.nobody-to-ask");

    static Reached of(FeedbackReport report, EventPage page, Instant now) {
        return of(
                report.state(),
                report.asked(),
                report.answered(),
                report.came(),
                report.closesAt(),
                report.publishesAt(),
                page,
                now);
    }

    static Reached of(MixingReport report, EventPage page, Instant now) {
        return of(
                report.state(),
                report.asked(),
                report.answered(),
                report.came(),
                report.closesAt(),
                report.publishesAt(),
                page,
                now);
    }

    private static Reached of(
            ReportState state,
            int asked,
            int answered,
            @Nullable Integer came,
            Instant closesAt,
            Instant publishesAt,
            EventPage page,
            Instant now) {
        var spoken = SpokenTime.in(page.zone());
        var counted = came == null ? 0 : came;
        var published = state == ReportState.PUBLISHED;
        var late = FeedbackReport.isLate(state, publishesAt, now);
        var here = page.numbers().found().map(EventCounts::here);
        var reached = message(state, asked, answered, closesAt, publishesAt, late, now);
        var message =
                reached.equals("report.none-yet") && asked > here.orElse(asked) ? "report.none-yet.made-it" : reached;
        return new Reached(
                message,
                asked,
                answered,
                FeedbackReport.reached(asked, answered),
                counted > answered ? OptionalInt.of(counted) : OptionalInt.empty(),
                spoken.day(ABOUT_CLOSING.contains(message) ? closesAt : publishesAt, now),
                published,
                answered < FEW,
                published ? spoken.day(publishesAt, now) : "",
                came != null && here.filter(today -> today > counted).isPresent());
    }

    private static String message(
            ReportState state,
            int asked,
            int answered,
            Instant closesAt,
            Instant publishesAt,
            boolean late,
            Instant now) {
        return switch (state) {
            case COMING -> "report.coming";
            case CALLED_OFF -> "report.called-off";
            case PUBLISHED -> published(asked, answered);
            case COLLECTING ->
                late ? "report.late" : collecting(asked, answered, now.isAfter(closesAt), publishesAt, now);
        };
    }

    private static String published(int asked, int answered) {
        if (answered == 0) {
            return asked == 0 ? "report.never-asked" : "report.nobody";
        }
        return answered < FEW ? "report.too-few" : "report.reached";
    }

    private static String collecting(int asked, int answered, boolean closed, Instant publishesAt, Instant now) {
        if (asked + answered == 0 && closed) {
            return "report.never-asked";
        }
        if (closed) {
            return "report.closed";
        }
        if (asked + answered == 0) {
            return now.isAfter(publishesAt.minus(ALL_ASKED))
                    ? "report.nobody-to-ask"
                    : now.isAfter(publishesAt.minus(MORNING)) ? "report.being-asked" : "report.not-asked";
        }
        return answered == 0 && !now.isAfter(publishesAt.minus(ALL_ASKED)) ? "report.none-yet" : "report.so-far";
    }

    /** Whether so few of them answered that every sentence begins with them. */
    boolean ofAnswersOnly() {
        return base > 0 && answered < THIRTY_PER_CENT * base;
    }

    /** The key of how many came and how many of them answered, which a settled report goes on saying. */
    public String turnout() {
        return noted.isPresent() ? "report.turnout" : "report.turnout.answered";
    }

    /** The first of the sentence's two parameters. */
    public int first() {
        return message.startsWith("report.none-yet") ? asked : answered;
    }

    /** The second of them. */
    public Object second() {
        return published && !ABOUT_CLOSING.contains(message) ? base : day;
    }

    /** The key of the words for people who said something, by band or in per cent. */
    public String people() {
        return ofAnswersOnly() ? "report.answerer." : "report.person.";
    }
}
