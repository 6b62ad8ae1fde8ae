package org.natter.feedback.report;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.natter.feedback.answer.Evening.FamiliarFaces;
import org.natter.feedback.answer.Sector;
import org.natter.feedback.invitation.AbsenceReason;
import org.natter.feedback.invitation.EventId;
import org.natter.feedback.invitation.QuestionId;
import org.natter.feedback.measure.Knit;
import org.natter.feedback.measure.Mixing;
import org.natter.feedback.measure.Newcomers;
import org.natter.feedback.measure.Pull;
import org.natter.feedback.measure.SectorGrid;
import org.natter.feedback.measure.Told;
import org.natter.feedback.question.OwnQuestion;

/**
 * What is published of one event, once and for good: words, and numbers where enough people stand behind them and their rest.
 *
 * <p>{@code feedback} is absent below five answers, {@code mixing} below ten. {@code came} and {@code answered} are plain
 * numbers. No person is in it.
 *
 * <p>It is stored under the names of its components, and those that stand are never written again: a name here stays.
 *
 * @param own what was asked besides; absent in reports from before anything could be
 * @param talks what was said of the talks that were given, for their speakers alone; absent likewise
 */
public record EventReport(
        EventId event,
        Instant at,
        int came,
        int answered,
        @Nullable Feedback feedback,
        @Nullable Conversations mixing,
        List<Reason> reasons,
        @Nullable List<Own> own,
        @Nullable List<TalkTold> talks) {

    public EventReport {
        reasons = List.copyOf(reasons);
        own = own == null ? null : List.copyOf(own);
        talks = talks == null ? null : List.copyOf(talks);
    }

    /** What was said to the organisers' own questions, in their order. */
    public List<Own> ownQuestions() {
        return Objects.requireNonNullElse(own, List.of());
    }

    /** How it was; what fewer than five people said is absent. */
    public record Feedback(
            @Nullable Told worthComing,
            @Nullable Told feltWelcome,
            @Nullable FamiliarFaces familiarFaces) {}

    /**
     * Who talked with whom, as a whole: new faces, the pull of known ones, sectors, newcomers, all without the hosts; then the
     * room with them, whether those who had met before talked again, and one thing to try.
     */
    public record Conversations(
            @Nullable Told newFaces,
            Pull.@Nullable Word pull,
            @Nullable Sectors sectors,
            Newcomers.@Nullable Word newcomers,
            Knit.Word knit,
            @Nullable Integer recall,
            Told.@Nullable Band again,
            @Nullable Suggestion suggestion) {}

    /**
     * How sectors mixed: a word; from twenty answers how often two people picked at random differ, and how often those did who
     * talked, in per cent; and the talks between groups that can be told apart. How many of a group answered is not told: where
     * all of them did, it would say who.
     */
    public record Sectors(
            Mixing.Word word,
            @Nullable Integer room,
            @Nullable Integer talks,
            List<Cell> grid) {

        public Sectors {
            grid = List.copyOf(grid);
        }
    }

    /** Talks between two kinds of library, {@code OTHER} being all the rest, against what the room made likely. */
    public record Cell(Sector one, Sector other, SectorGrid.Word word) {}

    /** Why so many could not come; {@code OTHER} is all the rest. */
    public record Reason(AbsenceReason reason, int people) {}

    /**
     * One of the organisers' own questions: how many picked something of its list, absent below five, and what they picked where
     * it can be told. What was written in a few words is no part of it.
     */
    public record Own(
            QuestionId question,
            OwnQuestion.Kind kind,
            String words,
            @Nullable Integer answered,
            List<Line> lines) {

        public Own {
            lines = List.copyOf(lines);
        }
    }

    /** What was said of this talk, if it was asked about. */
    public Optional<TalkTold> talk(QuestionId talk) {
        return Objects.requireNonNullElse(talks, List.<TalkTold>of()).stream()
                .filter(told -> told.talk().equals(talk))
                .findFirst();
    }

    /** One talk: how many rated it, absent below five, and how many of them found it worth hearing. */
    public record TalkTold(
            QuestionId talk,
            @Nullable Integer rated,
            @Nullable Told worthHearing) {}

    /** So many picked this; without words it is all the rest. */
    public record Line(String words, int people) {}

    /** One thing to try, by the weakest of what is said. */
    public enum Suggestion {
        SMALL_TABLES,
        ONE_SWAP,
        TWO_HOSTS
    }
}
