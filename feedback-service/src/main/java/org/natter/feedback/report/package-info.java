/**
 * What organisers may know of an event, a season and why people could not come: words and numbers behind gates, settled once.
 *
 * <p>Owns a projection of what was told about each event (rows a subject, guarded by their source) and the reports taken of
 * it on day 21, and of a region's year once its last follow-up has closed. Listens to {@code natter.events},
 * {@code natter.attendees} and {@code natter.feedback}; tells nothing. No person is in a report.
 */
@NullMarked
package org.natter.feedback.report;

import org.jspecify.annotations.NullMarked;
