/**
 * Questionnaires in MongoDB, one document an event.
 *
 * <p>Read by {@code _id}; each version is written over exactly the one before it.
 */
@NullMarked
package org.natter.feedback.question.mongo;

import org.jspecify.annotations.NullMarked;
