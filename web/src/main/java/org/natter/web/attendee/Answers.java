package org.natter.web.attendee;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Feedback links and answers, as feedback-service keeps them. Each step replaces what was saved of that step, so saving
 * twice is saving once. Throws {@link OutOfReach} when it cannot be asked, {@link Refused} when it says no and {@link
 * NothingHere} when the link was revoked meanwhile.
 */
public interface Answers {

    /** What a link stands for; changes nothing. Wrong, revoked and erased links are all nothing. */
    Optional<Link> read(Token link);

    Answer find(AnswerPass pass);

    Answer saveEvening(AnswerPass pass, int worthComing, int feltWelcome);

    Answer saveNewPeople(AnswerPass pass, List<Who> met, int others);

    Answer saveKnownPeople(AnswerPass pass, List<Known> met, String knownBefore);

    Answer saveTalks(AnswerPass pass, List<Talk> talks);

    Answer saveRest(AnswerPass pass, String familiarFaces, String came);

    Answer send(AnswerPass pass);

    /** A word for the organisers, kept apart from the answer; the same id twice is one comment. */
    void comment(AnswerPass pass, FormId id, String words);

    /** No more questions about this event. */
    void stop(Token link);

    /** "Not yet, and that's fine". */
    void notYet(Token link);

    /** Something came of it; the same id twice is one outcome. */
    void report(AnswerPass pass, Outcome outcome);

    /** What a link stands for. */
    record Link(
            AnswerPass pass,
            Purpose purpose,
            Opening opening,
            @Nullable Instant closesAt,
            boolean answered) {}

    /** What a link asks. */
    enum Purpose {
        FEEDBACK,
        FOLLOW_UP
    }

    /** Whether something can still be said. */
    enum Opening {
        OPEN,
        READ_ONLY,
        CLOSED,
        CALLED_OFF
    }

    /** An answer as it stands; 0 and {@code NOT_SAID} mean not said, {@code others} counts people without a name. */
    record Answer(
            int worthComing,
            int feltWelcome,
            List<Met> met,
            int others,
            String knownBefore,
            String familiarFaces,
            String came,
            Set<Integer> stepsDone,
            boolean sent,
            @Nullable Instant closesAt) {

        public Answer {
            met = List.copyOf(met);
            stepsDone = Set.copyOf(stepsDone);
        }

        /** Those met for the first time. */
        public List<Who> newPeople() {
            return met.stream().filter(Met::isNew).map(Met::who).toList();
        }

        /** Those met before. */
        public List<Met> knownPeople() {
            return met.stream().filter(side -> !side.isNew()).toList();
        }
    }

    /** One side: somebody the writer talked with. */
    record Met(
            Who who,
            String before,
            String talk,
            String again,
            String introducedBy,
            String introducer,
            boolean askAgain) {

        /** Whether they met for the first time. */
        public boolean isNew() {
            return before.equals("NEW");
        }
    }

    /** Somebody caught up with; {@code little} if known a little, or only online. */
    record Known(Who who, boolean little) {}

    /** What sort of chat it was. */
    record Talk(
            Who who,
            boolean useful,
            boolean mightNotRecognise,
            String introducedBy,
            String introducer,
            boolean askAgain) {}

    /** What came of it; {@code overheard} if it was something overheard. */
    record Outcome(
            FormId id, String kind, String direction, int year, int month, List<Who> credited, boolean overheard) {
        public Outcome {
            credited = List.copyOf(credited);
        }
    }
}
