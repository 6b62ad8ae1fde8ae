/**
 * What somebody says about an event and about the people they talked with, step by step, behind their personal link.
 *
 * <p>Owns the answers and, stored apart without any shared id, the words for the organisers. Reads the room to know who
 * may be ticked; tells {@code feedback.answered.v1} with the whole answer after each step.
 */
@NullMarked
package org.natter.feedback.answer;

import org.jspecify.annotations.NullMarked;
