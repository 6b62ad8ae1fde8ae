/** Keeps people, their addresses and their own words in MongoDB, keyed by what they are read by. */
@NullMarked
package org.natter.attendee.person.mongo;

import org.jspecify.annotations.NullMarked;
