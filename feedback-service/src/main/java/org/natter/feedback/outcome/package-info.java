/**
 * What came of it: the question three and nine months after, and what people report.
 *
 * <p>Owns the follow-up of each attendance and the outcomes. Follow-ups fall due by the due events of {@code invitation};
 * tells {@code feedback.follow-up-due.v1} and {@code feedback.outcome-reported.v1}.
 */
@NullMarked
package org.natter.feedback.outcome;

import org.jspecify.annotations.NullMarked;
