/**
 * The edge to the three services: one client a service, of one interface or several, one signed token a call, an end to
 * patience. What comes back is a record, a {@link ServiceRefusal} that names why, or {@link ServiceDown}. Listens to
 * nothing, tells nothing and remembers nothing.
 */
@NullMarked
package org.natter.web.services;

import org.jspecify.annotations.NullMarked;
