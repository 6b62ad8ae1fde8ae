/** Tests of {@code live}. */
@org.jspecify.annotations.NullUnmarked
package org.natter.web.live;
