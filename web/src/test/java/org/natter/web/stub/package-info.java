/** The services that web's pages are tested over: they answer as the golden exchanges do, and hold web's calls against them. */
@org.jspecify.annotations.NullUnmarked
package org.natter.web.stub;
