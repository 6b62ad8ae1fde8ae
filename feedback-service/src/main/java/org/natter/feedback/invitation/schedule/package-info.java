/** The agenda's timer. */
@NullMarked
package org.natter.feedback.invitation.schedule;

import org.jspecify.annotations.NullMarked;
