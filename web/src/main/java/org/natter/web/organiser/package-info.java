/**
 * The organiser's pages: overview, events, the door, outbox, health and team. Holds no domain state: each page asks the
 * services at once, joins names to ids and forgets both. Listens to nothing and tells nothing. A service that is down is
 * one panel on a page; who met whom is on no page.
 */
@NullMarked
package org.natter.web.organiser;

import org.jspecify.annotations.NullMarked;
