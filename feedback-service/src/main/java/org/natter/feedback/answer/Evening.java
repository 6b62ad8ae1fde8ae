package org.natter.feedback.answer;

/**
 * How the writer spent the event: time with familiar faces, and whether they came alone.
 *
 * <p>Either may be left unsaid.
 */
public record Evening(FamiliarFaces familiarFaces, Came came) {

    public static final Evening NOT_SAID = new Evening(FamiliarFaces.NOT_SAID, Came.NOT_SAID);

    /** How much of the time went to people already known. */
    public enum FamiliarFaces {
        NEARLY_ALL,
        MORE_THAN_HALF,
        ABOUT_HALF,
        LESS_THAN_HALF,
        HARDLY_ANY,
        NOT_SAID
    }

    /** With whom they came. */
    public enum Came {
        ALONE,
        WITH_COLLEAGUES,
        NOT_SAID
    }
}
