package org.natter.attendee;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/** The whole attendee-service on free ports, with a store and a broker in this JVM and a clock that a test can move. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = AttendeeServiceApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"spring.config.name=attendee-service", "management.server.port=0"})
@ContextConfiguration(initializers = EmbeddedParts.class)
@Import({Calls.class, Evening.class})
public @interface WholeService {}
