@NullMarked
package org.natter.attendee.cpd.web;

import org.jspecify.annotations.NullMarked;
