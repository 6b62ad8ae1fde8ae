package org.natter.feedback.answer;

/**
 * The words for the organisers, apart from all answers.
 *
 * <p>No other place holds their ids.
 */
public interface Comments {

    /** Keeps a comment; one with the same id stays as it is. */
    void add(Comment comment);
}
