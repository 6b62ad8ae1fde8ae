package org.natter.web.organiser;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.natter.times.SpokenTime;
import org.natter.web.services.FeedbackApi.FeedbackReport;

/**
 * How many have answered how an event was, in a sentence that is true when it is read: while answers come, once they are
 * closed, and of those the report was settled with.
 *
 * @param message the sentence's key
 * @param day when answers close or closed, or when the report was settled
 */
public record Answering(String message, int answered, int of, String day) {

    /** Answers are taken for 14 days, from the morning after; in the first two days everybody is asked. */
    private static final Duration ALL_ASKED = Duration.ofDays(14 - 2);

    /**
     * Once the report is settled of as many as before: whoever was asked how it was, and nobody who is noted since.
     *
     * @param zone by whose clocks days are said
     */
    public static Answering of(FeedbackReport report, ZoneId zone, Instant now) {
        var spoken = SpokenTime.in(zone);
        var closes = spoken.day(report.closesAt(), now);
        var closed = now.isAfter(report.closesAt());
        return switch (report.state()) {
            case COMING -> new Answering("answered.nobody-asked", 0, 0, closes);
            case CALLED_OFF -> new Answering("answered.called-off", 0, 0, closes);
            case COLLECTING ->
                report.asked() == 0
                        ? new Answering(nobodyAsked(report.closesAt(), now), 0, 0, closes)
                        : of(closed ? "answered.closed" : "answered.some", report.answered(), report.asked(), closes);
            case PUBLISHED ->
                report.asked() == 0 && report.answered() == 0
                        ? new Answering("answered.never-asked", 0, 0, closes)
                        : of(
                                "answered.settled",
                                report.answered(),
                                report.reached(),
                                spoken.day(report.publishesAt(), now));
        };
    }

    private static Answering of(String message, int answered, int of, String day) {
        return new Answering(of == 1 ? message + ".one" : message, answered, of, day);
    }

    private static String nobodyAsked(Instant closesAt, Instant now) {
        if (now.isAfter(closesAt)) {
            return "answered.never-asked";
        }
        return now.isAfter(closesAt.minus(ALL_ASKED)) ? "answered.nobody-to-ask" : "answered.nobody-asked";
    }
}
