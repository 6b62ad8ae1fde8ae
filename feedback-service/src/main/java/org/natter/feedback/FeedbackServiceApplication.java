package org.natter.feedback;

import org.natter.messaging.MessagingConfiguration;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Import;
import org.springframework.scheduling.annotation.EnableScheduling;

/**
 * The feedback service: who is asked, what they answer, and what came of it.
 *
 * <p>Owns the database {@code natter_feedback} and writes the topic {@code natter.feedback}; reads what the other
 * services tell and calls none of them.
 */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
@Import(MessagingConfiguration.class)
public class FeedbackServiceApplication {

    public static void main(String[] args) {
        application().run(args);
    }

    /** The application under its own configuration name, so that several can live in one virtual machine. */
    public static SpringApplicationBuilder application() {
        return new SpringApplicationBuilder(FeedbackServiceApplication.class)
                .properties("spring.config.name=feedback-service");
    }
}
