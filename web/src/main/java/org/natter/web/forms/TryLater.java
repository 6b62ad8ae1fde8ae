package org.natter.web.forms;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;

/** A page that something out of reach has spoiled: 503, worth another try in half a minute. */
public final class TryLater {

    /** What {@code Retry-After} says. */
    public static final String SECONDS = "30";

    private TryLater() {}

    /** Marks the answer so. */
    public static void say(HttpServletResponse response) {
        response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
        response.setHeader("Retry-After", SECONDS);
    }
}
