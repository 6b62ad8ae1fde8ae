package org.natter.messaging;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Semaphore;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets in as many requests at once as can be answered in a while, and refuses the others at once with 503 and {@code
 * Retry-After}, before anything was looked at.
 *
 * <p>Guarantee: nobody who was let in waits behind more than so many others; of who was refused nothing was written.
 */
final class RequestsAtOnce extends OncePerRequestFilter {

    private static final byte[] BUSY = """
            {"type":"urn:natter:problem:busy","title":"Many want something at once. Try again in a moment","status":503}""".getBytes(StandardCharsets.UTF_8);

    private final Semaphore places;
    private final Counter refused;

    /** @param atOnce how many requests are let in at once */
    RequestsAtOnce(int atOnce, MeterRegistry meters) {
        places = new Semaphore(atOnce);
        refused = meters.counter("natter.requests.refused");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!places.tryAcquire()) {
            refuse(response);
            return;
        }
        try {
            chain.doFilter(request, response);
        } finally {
            places.release();
        }
    }

    private void refuse(HttpServletResponse response) throws IOException {
        refused.increment();
        response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
        response.setHeader(HttpHeaders.RETRY_AFTER, "1");
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setContentLength(BUSY.length);
        response.getOutputStream().write(BUSY);
    }
}
