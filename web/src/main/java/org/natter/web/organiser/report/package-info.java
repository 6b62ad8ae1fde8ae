/**
 * What organisers may know, on pages: how an event was, how people mixed, and whether chatting counts.
 *
 * <p>Shows what feedback-service has published and decides nothing: gates, words and rounding are made there.
 */
@NullMarked
package org.natter.web.organiser.report;

import org.jspecify.annotations.NullMarked;
