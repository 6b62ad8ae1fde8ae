package org.natter.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What holds of a request's fields together, as a piece of JSON Schema ({@code allOf}, {@code anyOf}, {@code if} and
 * {@code then}); as a pattern, <code>{seen}</code> stands for {@link Shortcomings#SEEN}. For the description of the API alone;
 * the record itself refuses what does not hold.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Holds {
    String value();
}
