/**
 * CPD: each person's own record of what they learned where, with hours and a reflection an entry. Nobody else ever reads it.
 *
 * <p>Keeps only what its owner wrote, one document a person. That somebody was at an event, when and whom they met there is
 * read from {@code checkin}, {@code booking} and {@code history} as the record is opened. Listens to nothing, tells nothing.
 */
@NullMarked
package org.natter.attendee.cpd;

import org.jspecify.annotations.NullMarked;
