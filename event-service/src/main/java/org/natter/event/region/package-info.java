/**
 * Regions: the groups of volunteers that events belong to.
 *
 * <p>Owns a region's name and time zone, and says which regions a caller may act in. Listens to nothing and tells
 * nothing: a region's name travels inside the published facts of its events.
 */
@NullMarked
package org.natter.event.region;

import org.jspecify.annotations.NullMarked;
