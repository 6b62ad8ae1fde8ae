package org.natter.attendee;

import org.natter.messaging.MessagingConfiguration;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Import;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Starts attendee-service. Reads {@code attendee-service.yaml} alone, so that it may share a JVM with the others. */
@SpringBootApplication
@EnableScheduling
@EnableConfigurationProperties(AttendeeSettings.class)
@Import(MessagingConfiguration.class)
public class AttendeeServiceApplication {

    public static void main(String[] args) {
        application().run(args);
    }

    public static SpringApplicationBuilder application() {
        return new SpringApplicationBuilder(AttendeeServiceApplication.class)
                .properties("spring.config.name=attendee-service");
    }
}
