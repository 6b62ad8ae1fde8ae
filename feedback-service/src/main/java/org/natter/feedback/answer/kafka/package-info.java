/**
 * What {@code answer} tells on {@code natter.feedback}: the whole answer, after each step.
 *
 * <p>Listens to nothing. Ids, enumerations, numbers and instants only.
 */
@NullMarked
package org.natter.feedback.answer.kafka;

import org.jspecify.annotations.NullMarked;
