/**
 * The questions that organisers add to the form of an event: what they ask, until when that may change, what can be picked.
 *
 * <p>Owns one questionnaire an event. Reads the room to know whose the event is and when its form opens. Listens to nothing
 * and tells nothing: no word of a question leaves this service but by its own pages.
 */
@NullMarked
package org.natter.feedback.question;

import org.jspecify.annotations.NullMarked;
