package org.natter.feedback.answer;

/**
 * A step says something that cannot stand; nothing was saved.
 *
 * <p>The sentence is meant for the person at the form and names nobody.
 */
public final class AnswerRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String field;

    private AnswerRefused(String field, String sentence) {
        super(sentence, null, false, false);
        this.field = field;
    }

    public static AnswerRefused because(String field, String sentence) {
        return new AnswerRefused(field, sentence);
    }

    public String field() {
        return field;
    }
}
