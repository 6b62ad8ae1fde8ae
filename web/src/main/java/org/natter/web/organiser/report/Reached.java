package org.natter.web.organiser.report;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.natter.times.SpokenTime;
import org.natter.web.services.FeedbackApi.FeedbackReport;
import org.natter.web.services.FeedbackApi.MixingReport;
import org.natter.web.services.FeedbackApi.ReportState;

/** How far a report has come: the key of the sentence that says so, how many answered, and the day it appears. */
record Reached(String message, int asked, int answered, int came, String day, boolean published, boolean few) {

    private static final int FEW = 5;
    private static final Duration IN_TIME = Duration.ofHours(1);

    /** Answers are taken for 14 days and results appear a week later; in the first two days everybody is asked. */
    private static final Duration ALL_ASKED = Duration.ofDays(14 + 7 - 2);

    private static final double THIRTY_PER_CENT = 0.3;

    static Reached of(FeedbackReport report, SpokenTime spoken, Instant now) {
        return of(
                report.state(),
                report.asked(),
                report.answered(),
                report.came(),
                spoken.day(report.publishesAt()),
                now.isAfter(report.closesAt()),
                allAsked(report.publishesAt(), now),
                isLate(report.publishesAt(), now));
    }

    static Reached of(MixingReport report, SpokenTime spoken, Instant now) {
        return of(
                report.state(),
                report.asked(),
                report.answered(),
                report.came(),
                spoken.day(report.publishesAt()),
                false,
                allAsked(report.publishesAt(), now),
                isLate(report.publishesAt(), now));
    }

    /** A report waits until all it is taken of has come together, which is a matter of seconds; an hour is too long. */
    private static boolean isLate(Instant publishesAt, Instant now) {
        return now.isAfter(publishesAt.plus(IN_TIME));
    }

    private static boolean allAsked(Instant publishesAt, Instant now) {
        return now.isAfter(publishesAt.minus(ALL_ASKED));
    }

    private static Reached of(
            ReportState state,
            int asked,
            int answered,
            @Nullable Integer came,
            String day,
            boolean closed,
            boolean allAsked,
            boolean late) {
        var here = came == null ? 0 : came;
        var published = state == ReportState.PUBLISHED;
        return new Reached(
                message(state, asked, answered, closed, allAsked, late),
                asked,
                answered,
                here,
                day,
                published,
                answered < FEW);
    }

    private static String message(
            ReportState state, int asked, int answered, boolean closed, boolean allAsked, boolean late) {
        return switch (state) {
            case COMING -> "report.coming";
            case CALLED_OFF -> "report.called-off";
            case PUBLISHED -> published(answered);
            case COLLECTING -> late ? "report.late" : collecting(asked, answered, closed, allAsked);
        };
    }

    private static String published(int answered) {
        if (answered == 0) {
            return "report.nobody";
        }
        return answered < FEW ? "report.too-few" : "report.reached";
    }

    private static String collecting(int asked, int answered, boolean closed, boolean allAsked) {
        if (closed) {
            return "report.closed";
        }
        if (asked == 0) {
            return allAsked ? "report.nobody-to-ask" : "report.not-asked";
        }
        return answered == 0 ? "report.none-yet" : "report.so-far";
    }

    /** Whether so few of those who came answered that every sentence begins with them. */
    boolean ofAnswersOnly() {
        return came > 0 && answered < THIRTY_PER_CENT * came;
    }

    /** The first of the sentence's two parameters. */
    public int first() {
        return message.equals("report.none-yet") ? asked : answered;
    }

    /** The second of them. */
    public Object second() {
        return published ? came : day;
    }

    /** The key of the words for people who said something, by band or in per cent. */
    public String people() {
        return ofAnswersOnly() ? "report.answerer." : "report.person.";
    }
}
