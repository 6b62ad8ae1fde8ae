/**
 * Invitations, rooms and due events in MongoDB.
 *
 * <p>Read by {@code _id} throughout; only due events, one small document each, are searched by their next moment.
 */
@NullMarked
package org.natter.feedback.invitation.mongo;

import org.jspecify.annotations.NullMarked;
