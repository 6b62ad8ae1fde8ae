package org.natter.local.stack;

import java.util.Locale;
import java.util.function.Supplier;
import org.natter.attendee.AttendeeServiceApplication;
import org.natter.event.EventServiceApplication;
import org.natter.feedback.FeedbackServiceApplication;
import org.natter.web.WebApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** The four applications, each with the way to build it. */
public enum Application {
    EVENT_SERVICE(EventServiceApplication::application),
    ATTENDEE_SERVICE(AttendeeServiceApplication::application),
    FEEDBACK_SERVICE(FeedbackServiceApplication::application),
    WEB(WebApplication::application);

    private final Supplier<SpringApplicationBuilder> builder;

    Application(Supplier<SpringApplicationBuilder> builder) {
        this.builder = builder;
    }

    SpringApplicationBuilder builder() {
        return builder.get();
    }

    /** The name people know it by, such as {@code event-service}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
