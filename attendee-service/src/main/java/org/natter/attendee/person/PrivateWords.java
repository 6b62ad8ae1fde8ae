package org.natter.attendee.person;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/**
 * What people wrote for themselves alone: labels for somebody they met, and things worth keeping. Only the writer's own
 * pages and export may ask; never searched, matched or counted as a person.
 */
public interface PrivateWords {

    /** As many labels as one evening may have: twice as many as people can be ticked, for those that were changed. */
    int MOST_LABELS = 200;

    /** As many things that came of one evening may have words. */
    int MOST_OUTCOMES = 100;

    /** The writer's label with these words; the same words again are the same label. Empty if there are {@link #MOST_LABELS}. */
    Optional<LabelId> label(AttendanceId writer, String words);

    /** The writer's labels, by id; empty if there are none. */
    Map<LabelId, String> labelsOf(AttendanceId writer);

    /** Labels of several attendances of one and the same person, in one read. */
    Map<LabelId, String> labelsOf(Collection<AttendanceId> writers);

    /** Keeps what the writer wants to remember; replaces what stood there. */
    void remember(AttendanceId writer, String overheard);

    /**
     * The same in the place of these words, that the writer has seen there. Once more changes nothing.
     *
     * @throws ChangedMeanwhile if something else stands there by now; it stays
     */
    void remember(AttendanceId writer, String overheard, String insteadOf);

    /**
     * Keeps the writer's own words for something that came of it; replaces what stood there. False if there are {@link
     * #MOST_OUTCOMES}.
     */
    boolean remember(AttendanceId writer, OutcomeId outcome, String words);

    /** What several attendances of one and the same person wanted to remember, in one read; those without are left out. */
    Map<AttendanceId, Kept> keptBy(Collection<AttendanceId> writers);

    /**
     * Words for their writer alone.
     *
     * @param overheard of the event; empty if nothing
     * @param outcomes by outcome
     */
    record Kept(String overheard, Map<String, String> outcomes) {

        @Override
        public String toString() {
            return "Kept[…]";
        }
    }

    /** What the writer wanted to remember; an empty text if nothing. */
    String rememberedBy(AttendanceId writer);
}
