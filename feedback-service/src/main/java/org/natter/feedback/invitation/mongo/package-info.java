/**
 * Invitations, rooms and the agenda in MongoDB.
 *
 * <p>Read by {@code _id} throughout; only the agenda, one small document an event, is searched by its next moment.
 */
@NullMarked
package org.natter.feedback.invitation.mongo;

import org.jspecify.annotations.NullMarked;
