package org.natter.event;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** event-service as a process of its own, or beside the others in one JVM: it reads {@code event-service.yaml} only. */
@SpringBootApplication
public class EventServiceApplication {

    public static void main(String[] args) {
        application().run(args);
    }

    /** Ready to run; several applications may do so in one JVM. */
    public static SpringApplicationBuilder application() {
        return new SpringApplicationBuilder(EventServiceApplication.class)
                .properties("spring.config.name=event-service");
    }
}
