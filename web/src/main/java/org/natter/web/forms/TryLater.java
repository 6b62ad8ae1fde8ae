package org.natter.web.forms;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.http.HttpStatus;

/** An answer that is worth another try: 503 in half a minute, when something is out of reach; 429 when it was asked too often. */
public final class TryLater {

    /** What {@code Retry-After} says. */
    public static final String SECONDS = "30";

    private TryLater() {}

    /** Marks the answer so. */
    public static void say(HttpServletResponse response) {
        response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
        response.setHeader("Retry-After", SECONDS);
    }

    /** Marks the answer to somebody who has asked too often. */
    public static void say(HttpServletResponse response, Duration wait) {
        response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
        response.setHeader("Retry-After", Long.toString(wait.plusMillis(999).toSeconds()));
    }
}
