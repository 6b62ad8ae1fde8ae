/**
 * The turnout over REST, for organisers.
 *
 * <p>Counts only: organisers never see an answer, nor who gave it.
 */
@NullMarked
package org.natter.feedback.invitation.web;

import org.jspecify.annotations.NullMarked;
