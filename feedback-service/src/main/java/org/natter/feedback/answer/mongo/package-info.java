/**
 * Answers, and apart from them the words for the organisers, in MongoDB.
 *
 * <p>Nothing in a comment's document leads to an answer, and nothing in an answer's to a comment.
 */
@NullMarked
package org.natter.feedback.answer.mongo;

import org.jspecify.annotations.NullMarked;
