/** Tests of {@code organiser}. */
@org.jspecify.annotations.NullUnmarked
package org.natter.web.organiser;
