package org.natter.feedback.outcome;

/**
 * An outcome says something that cannot stand; nothing was saved.
 *
 * <p>The sentence is meant for the person at the form and names nobody.
 */
public final class OutcomeRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String field;

    private OutcomeRefused(String field, String sentence) {
        super(sentence, null, false, false);
        this.field = field;
    }

    public static OutcomeRefused because(String field, String sentence) {
        return new OutcomeRefused(field, sentence);
    }

    public String field() {
        return field;
    }
}
