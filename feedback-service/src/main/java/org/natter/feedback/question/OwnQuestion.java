package org.natter.feedback.question;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.natter.feedback.invitation.EventId;
import org.natter.feedback.invitation.QuestionId;
import org.natter.ids.HexId;
import org.natter.ids.Unseen;

/**
 * One question of the organisers' own: a list of which one can be picked, room for a few words, or a talk.
 *
 * <p>A question never changes: what an answer was given to can be told from its id for good. A talk keeps its id when its title is
 * corrected.
 */
public record OwnQuestion(QuestionId id, Kind kind, String words, List<String> options) {

    /** How it is answered. */
    public enum Kind {
        PICK_ONE,
        FEW_WORDS,
        /** "Worth hearing?", the best first, and a line for its speaker. */
        TALK
    }

    /** The most letters of a question. */
    public static final int LONGEST = 150;

    /** The most letters of an option. */
    public static final int LONGEST_OPTION = 60;

    /** The most letters of an answer in a few words. */
    public static final int LONGEST_ANSWER = 200;

    /** How every list ends by itself, and what a report calls the rest of its answers: words that no option can have. */
    public static final Set<String> ENDINGS = Set.of("Another answer", "I'd rather not say", "All other answers");

    /** What keys and word processors give for one; some would fall apart into a blank and an accent. */
    private static final Pattern APOSTROPHES = Pattern.compile("[\u2018\u2019\u02b9\u02bc\u2032\u00b4\uff07`]");

    public static final int FEWEST_OPTIONS = 2;
    public static final int MOST_OPTIONS = 8;

    public OwnQuestion {
        options = List.copyOf(options);
        if (options.size() > MOST_OPTIONS || kind != Kind.PICK_ONE && !options.isEmpty()) {
            throw new IllegalArgumentException("options of a list, up to eight");
        }
    }

    /** A question about this event; the same one has the same id. */
    public static OwnQuestion about(EventId event, Kind kind, String words, List<String> options) {
        var asked = Stream.concat(Stream.of("question", event.value(), kind.name(), words), options.stream())
                .collect(Collectors.joining("\n"));
        return new OwnQuestion(new QuestionId(HexId.derivedFrom(asked)), kind, words, options);
    }

    /**
     * What somebody reads who looks at it on a page: blanks, capitals and the shape of an apostrophe tell no two lines of a list
     * apart.
     */
    public static String asRead(String words) {
        var plain = Normalizer.normalize(APOSTROPHES.matcher(words).replaceAll("'"), Normalizer.Form.NFKC);
        return Unseen.allLeftOut(plain)
                .replaceAll("[\\p{Cc}\\p{Z}]+", " ")
                .strip()
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT);
    }

    /** Whether it reads like one of the lines that a list or its report has by itself. */
    public static boolean readsLikeAnEnding(String words) {
        return ENDINGS.stream().map(OwnQuestion::asRead).anyMatch(asRead(words)::equals);
    }

    /** Whether its list has this to pick; of a talk that is one of five marks. */
    public boolean offers(Pick pick) {
        return switch (kind) {
            case PICK_ONE -> pick.isOffered(options.size());
            case TALK -> pick.isMark() || pick == Pick.RATHER_NOT_SAY;
            case FEW_WORDS -> false;
        };
    }

    /** Whether there is room for a few words. */
    public boolean takesWords() {
        return kind != Kind.PICK_ONE;
    }
}
