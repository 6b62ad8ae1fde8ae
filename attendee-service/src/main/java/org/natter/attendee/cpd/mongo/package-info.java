/** Keeps CPD records, one document a person. */
@NullMarked
package org.natter.attendee.cpd.mongo;

import org.jspecify.annotations.NullMarked;
