/**
 * What a group's figures are: small pure functions of one room, or of counts, each with its formula, unit and range.
 *
 * <p>{@code docs/measures.md} holds the same with examples; every table of it is a test. Owns no state, listens to nothing.
 * Double precision; undefined is an empty {@code OptionalDouble}, never NaN. What may be shown of a figure, and in which
 * words, is decided here too: {@link org.natter.feedback.measure.Gate}, {@link org.natter.feedback.measure.Told},
 * {@link org.natter.feedback.measure.SectorGroups}.
 */
@NullMarked
package org.natter.feedback.measure;

import org.jspecify.annotations.NullMarked;
