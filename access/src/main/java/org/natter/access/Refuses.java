package org.natter.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The refusals that a controller's method may answer with beside those that every route has; each stands in the service's
 * {@link RefusalTable}, which says its status and its name. For the description of the API.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Refuses {

    /** Classes of the table, or kinds of them. */
    Class<? extends RuntimeException>[] value();

    /** Names of theirs that this route never has. */
    String[] except() default {};
}
