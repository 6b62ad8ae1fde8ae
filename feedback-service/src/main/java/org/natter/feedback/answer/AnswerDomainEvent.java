package org.natter.feedback.answer;

/**
 * What happens to an answer; each record carries the whole answer after it.
 *
 * <p>So whoever hears of the newest has missed nothing.
 */
public sealed interface AnswerDomainEvent {

    /** The whole answer as it stands after this. */
    Answer answer();

    /** One step of the form was saved. Saving the same content again is no such event. */
    record StepSaved(Answer answer) implements AnswerDomainEvent {}

    /** The writer pressed Send. Happens once; steps may still be saved after it. */
    record AnswerSent(Answer answer) implements AnswerDomainEvent {}
}
