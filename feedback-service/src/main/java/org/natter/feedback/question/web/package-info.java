/**
 * The organisers' own questions over REST, for organisers of the event's region.
 *
 * <p>What is asked and never what was answered.
 */
@NullMarked
package org.natter.feedback.question.web;

import org.jspecify.annotations.NullMarked;
