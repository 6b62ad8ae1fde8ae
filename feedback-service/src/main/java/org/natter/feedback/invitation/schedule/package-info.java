/** The timer of due events. */
@NullMarked
package org.natter.feedback.invitation.schedule;

import org.jspecify.annotations.NullMarked;
