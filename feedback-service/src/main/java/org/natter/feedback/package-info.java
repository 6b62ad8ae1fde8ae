/**
 * Who is asked how an event was, what they answer, and what came of it.
 *
 * <p>The root holds the application, its list of parts, its access rules and its problem pages; every feature lies in
 * a package below with its own edges.
 */
@NullMarked
package org.natter.feedback;

import org.jspecify.annotations.NullMarked;
