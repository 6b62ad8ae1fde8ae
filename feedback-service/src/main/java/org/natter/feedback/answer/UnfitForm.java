package org.natter.feedback.answer;

/**
 * Something in a form breaks a rule; nothing was saved.
 *
 * <p>Names the field and the rule, never a person.
 */
public final class UnfitForm extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What is broken. */
    public enum Rule {
        /** Something has to be said before this can be saved. */
        SOMETHING_IS_SAID,
        /** Nobody talks with, introduces or thanks themselves. */
        NOT_ONESELF,
        /** Whoever is named belongs to the event. */
        OF_THE_EVENT,
        /** Whoever is named is on the who-was-there list, or was when they were named first. */
        ON_THE_LIST,
        /** Nobody is named twice in one step. */
        ONCE_ONLY,
        /** Only the chats with people who are ticked are told about. */
        TICKED_FIRST,
        /** It was asked, and what is picked stands in its list; a question withdrawn meanwhile is asked no more. */
        STILL_ASKED,
        /** Up to a hundred people and fifty others. */
        NOT_TOO_MANY,
        /** Nothing came of it before it took place. */
        SINCE_THE_EVENT,
        /** Nothing is told of months to come. */
        NOT_TO_COME
    }

    private final String field;
    private final Rule rule;

    public UnfitForm(String field, Rule rule) {
        super(field + " " + rule, null, false, false);
        this.field = field;
        this.rule = rule;
    }

    public String field() {
        return field;
    }

    public Rule rule() {
        return rule;
    }
}
