package org.natter.web.attendee;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;

/** The two ways in which a form comes back with everything still in its boxes. */
public final class Answering {

    private static final String RETRY_SECONDS = "60";

    private Answering() {}

    /** 422: something is to be put right. */
    public static void putRight(HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    }

    /** 503: a service sleeps; worth another try in a minute. */
    public static void later(HttpServletResponse response) {
        response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
        response.setHeader("Retry-After", RETRY_SECONDS);
    }
}
