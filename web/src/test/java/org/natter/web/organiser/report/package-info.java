@org.jspecify.annotations.NullUnmarked
package org.natter.web.organiser.report;
