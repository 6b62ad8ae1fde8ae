package org.natter.feedback.answer;

/**
 * The writer pressed Send.
 *
 * <p>Happens once; steps may still be saved after it.
 */
public record AnswerSent(Answer answer) implements AnswerDomainEvent {}
