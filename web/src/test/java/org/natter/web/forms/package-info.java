/** Tests of {@code forms}. */
@org.jspecify.annotations.NullUnmarked
package org.natter.web.forms;
