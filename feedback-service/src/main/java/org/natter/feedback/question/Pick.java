package org.natter.feedback.question;

import java.util.List;

/**
 * What can be picked of a list: one of its options by its place, or one of the two with which every list ends.
 *
 * <p>Whoever would rather not say counts as having said nothing.
 */
public enum Pick {
    FIRST,
    SECOND,
    THIRD,
    FOURTH,
    FIFTH,
    SIXTH,
    SEVENTH,
    EIGHTH,
    SOMETHING_ELSE,
    RATHER_NOT_SAY;

    /** Whether it is a mark, from 5, the first, down to 1. */
    public boolean isMark() {
        return mark() > 0;
    }

    /** The mark it is; 0 or less where it is none. */
    public int mark() {
        return SIXTH.ordinal() - ordinal();
    }

    /** Whether a list of so many options has it. */
    public boolean isOffered(int options) {
        return ordinal() < options || this == SOMETHING_ELSE || this == RATHER_NOT_SAY;
    }

    /** The words of one of these options; empty for what every list ends with. */
    public String among(List<String> options) {
        return ordinal() < options.size() ? options.get(ordinal()) : "";
    }
}
