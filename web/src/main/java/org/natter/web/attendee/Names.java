package org.natter.web.attendee;

import java.util.List;
import java.util.Map;

/**
 * Names and private words for somebody who answers, as attendee-service keeps them: the only place that has them. Throws
 * {@link OutOfReach} when it cannot be asked.
 */
public interface Names {

    /** Who chose to be listed at the event, without the one who asks; A to Z. */
    List<Listed> roster(AnswerPass pass);

    /** The writer's own words for people not on the roster, by label id, in the order of their making. */
    Map<String, String> labels(AnswerPass pass);

    /** Keeps words for somebody not on the roster; the same words twice are one label. */
    Who label(AnswerPass pass, String words);

    /** What only the writer sees about this event; empty if nothing. */
    String privateWords(AnswerPass pass);

    void keepPrivateWords(AnswerPass pass, String words);

    Greeting greeting(AnswerPass pass);

    /** One person of the who-was-there list; {@code sector} is a {@link Sector} or {@code NOT_SAID}. */
    record Listed(AttendanceId attendance, String name, String sector, boolean newcomer) {

        @Override
        public String toString() {
            return "Listed[" + attendance.value() + "]";
        }
    }

    /** Whom the page speaks to: before an answer the initial alone is shown. */
    record Greeting(String name, String initial, String eventTitle) {

        @Override
        public String toString() {
            return "Greeting[masked]";
        }
    }
}
