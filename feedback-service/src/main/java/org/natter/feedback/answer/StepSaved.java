package org.natter.feedback.answer;

/**
 * One step of the form was saved.
 *
 * <p>Saving the same content again is no such event.
 */
public record StepSaved(int step, Answer answer) implements AnswerDomainEvent {}
