/** REST edge of cpd: a person's own record, as a page and as files, and nothing else. */
@NullMarked
package org.natter.attendee.cpd.web;

import org.jspecify.annotations.NullMarked;
