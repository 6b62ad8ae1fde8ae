package org.natter.feedback.answer;

import org.natter.feedback.invitation.QuestionId;
import org.natter.feedback.question.Pick;

/** What the writer picked of the list of a question of the organisers' own. */
public record Choice(QuestionId question, Pick pick) {}
