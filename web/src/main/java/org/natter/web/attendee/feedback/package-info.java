/**
 * Feedback about one event, and months later "did anything come of it?". One step is three files: its {@code Controller}
 * takes the request, its {@code Form} is what was typed, its {@code Page} is what the template shows. The steps in order:
 * link, evening, new people, known people, talks, anything else, sending; then the follow-up's link and outcome. {@code
 * Gathering} has the names for one page, {@code Steps} the way from one to the next. Listens to nothing, tells nothing.
 */
@NullMarked
package org.natter.web.attendee.feedback;

import org.jspecify.annotations.NullMarked;
