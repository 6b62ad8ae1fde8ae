/**
 * event-service: regions, the events they run, and the overview on the organiser's first page.
 *
 * <p>Writes {@code natter.events}; listens to {@code natter.attendees} for the overview
 * only. Packages are features; this one holds the parts list and the table of who may call what.
 */
@NullMarked
package org.natter.event;

import org.jspecify.annotations.NullMarked;
