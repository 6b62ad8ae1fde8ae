/**
 * What {@code report} hears on all three topics.
 *
 * <p>Tables only: no rule lives here.
 */
@NullMarked
package org.natter.feedback.report.kafka;

import org.jspecify.annotations.NullMarked;
