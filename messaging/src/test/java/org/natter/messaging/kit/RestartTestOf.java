package org.natter.messaging.kit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks the test that stops and starts these consumer groups; {@link RestartTestsContract} looks for it. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface RestartTestOf {

    /** Consumer groups, as the application's configuration names them. */
    String[] value();
}
