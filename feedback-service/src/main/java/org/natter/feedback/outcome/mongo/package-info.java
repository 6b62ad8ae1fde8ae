/**
 * Follow-ups and outcomes in MongoDB.
 *
 * <p>One document a follow-up, under its attendance; one an outcome, under its own id.
 */
@NullMarked
package org.natter.feedback.outcome.mongo;

import org.jspecify.annotations.NullMarked;
