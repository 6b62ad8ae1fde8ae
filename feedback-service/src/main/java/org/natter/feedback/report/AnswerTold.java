package org.natter.feedback.report;

import java.time.Instant;
import java.util.List;
import org.natter.feedback.answer.Evening.FamiliarFaces;
import org.natter.feedback.answer.Others;
import org.natter.feedback.answer.Who;
import org.natter.feedback.invitation.AttendanceId;
import org.natter.feedback.invitation.EventId;
import org.natter.feedback.measure.Voice;

/**
 * What we read of a whole answer as it now stands; 0 and {@code NOT_SAID} where nothing was said.
 *
 * <p>Complete in itself: the newest message about a writer alone says all we need.
 */
public record AnswerTold(
        AttendanceId writer,
        EventId event,
        Instant at,
        int worthComing,
        int feltWelcome,
        List<Met> met,
        List<Others> others,
        FamiliarFaces familiarFaces) {

    public AnswerTold {
        met = List.copyOf(met);
        others = List.copyOf(others);
    }

    /** How well the writer knew somebody before. */
    public enum Before {
        NEW,
        BIT,
        WELL,
        UNSURE
    }

    /** What sort of talk it was. */
    public enum Talk {
        CHAT,
        USEFUL,
        BOTH,
        NOT_SAID
    }

    /** One side; {@code late} if it was added after the form had closed, {@code askAgain} if it may be asked about later. */
    public record Met(Who who, Before before, Talk talk, boolean askAgain, boolean late) {

        boolean known() {
            return before == Before.BIT || before == Before.WELL;
        }
    }

    /** The same in the terms of the measures: whoever has no attendance here has no name there. */
    Voice voice() {
        var named = met.stream()
                .flatMap(side -> side.who().attendance().stream().map(other -> new Voice.Mention(other, side.known())))
                .toList();
        var labels =
                met.stream().filter(side -> side.who().attendance().isEmpty()).toList();
        return new Voice(
                writer,
                named,
                labels.size() + others.stream().mapToInt(Others::count).sum(),
                (int) labels.stream().filter(Met::known).count());
    }
}
