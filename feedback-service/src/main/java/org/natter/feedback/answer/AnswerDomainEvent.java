package org.natter.feedback.answer;

/**
 * What happens to an answer; each record carries the whole answer after it.
 *
 * <p>So whoever hears of the newest has missed nothing.
 */
public sealed interface AnswerDomainEvent permits StepSaved, AnswerSent {

    /** The whole answer as it stands after this. */
    Answer answer();
}
