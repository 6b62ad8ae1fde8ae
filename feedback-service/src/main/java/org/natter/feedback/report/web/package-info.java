/**
 * Reports over REST, for organisers of the event's region.
 *
 * <p>Only what was published; before that, how many have answered.
 */
@NullMarked
package org.natter.feedback.report.web;

import org.jspecify.annotations.NullMarked;
