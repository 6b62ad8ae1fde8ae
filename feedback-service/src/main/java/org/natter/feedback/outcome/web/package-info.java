/**
 * "Did anything come of it?" over REST.
 *
 * <p>"Not yet" needs no more than the link; an outcome is reported under the attendance of its writer.
 */
@NullMarked
package org.natter.feedback.outcome.web;

import org.jspecify.annotations.NullMarked;
