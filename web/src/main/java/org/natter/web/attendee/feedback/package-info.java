/**
 * Feedback about one event, and months later "did anything come of it?". A step is its {@code Controller}, which takes the
 * request, and where needed its {@code Form}, which is what was typed and what is sent. The steps in order: link, evening,
 * new people, known people, talks, anything else, sending; then the follow-up's link and outcome. {@code NameLookup} asks for
 * names, {@code Steps} knows the way from one to the next. Listens to nothing, tells nothing.
 */
@NullMarked
package org.natter.web.attendee.feedback;

import org.jspecify.annotations.NullMarked;
