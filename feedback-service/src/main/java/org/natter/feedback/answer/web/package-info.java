/**
 * Personal links, answers and comments over REST.
 *
 * <p>A token is checked here, in constant time, before anything is read from the store; whatever is wrong with it, the
 * answer is the same 404. Tokens and words are never printed.
 */
@NullMarked
package org.natter.feedback.answer.web;

import org.jspecify.annotations.NullMarked;
