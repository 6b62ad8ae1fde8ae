package org.natter.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.json.JsonMapper;

/** More than can be answered is refused at once. */
class RequestsAtOnceTest {

    private static final FilterChain ANSWERS = (request, response) -> {};

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final RequestsAtOnce limit = new RequestsAtOnce(1, meters);

    @Test
    void whoComesWhileAllPlacesAreTakenIsRefusedAtOnceAndWhoComesLaterIsLetIn() throws Exception {
        var inside = new CountDownLatch(1);
        var done = new CountDownLatch(1);
        var first = CompletableFuture.supplyAsync(() -> call((request, response) -> {
            inside.countDown();
            awaitQuietly(done);
        }));
        assertThat(inside.await(10, TimeUnit.SECONDS)).isTrue();

        var second = call(ANSWERS);
        done.countDown();
        first.get(10, TimeUnit.SECONDS);
        var third = call(ANSWERS);

        assertThat(second.getStatus()).isEqualTo(503);
        assertThat(second.getHeader("Retry-After")).isEqualTo("1");
        assertThat(second.getContentType()).isEqualTo("application/problem+json");
        var problem = JsonMapper.shared().readTree(second.getContentAsByteArray());
        assertThat(problem.path("type").asString()).isEqualTo("urn:natter:problem:busy");
        assertThat(problem.path("status").asInt()).isEqualTo(503);
        assertThat(third.getStatus()).isEqualTo(200);
        assertThat(meters.counter("natter.requests.refused").count()).isEqualTo(1);
    }

    @Test
    void aRequestThatFailsGivesItsPlaceBack() {
        assertThatThrownBy(() -> call((request, response) -> {
                    throw new IllegalStateException("planted");
                }))
                .hasMessage("planted");

        assertThat(call(ANSWERS).getStatus()).isEqualTo(200);
    }

    private MockHttpServletResponse call(FilterChain chain) {
        var response = new MockHttpServletResponse();
        try {
            limit.doFilter(new MockHttpServletRequest("GET", "/events"), response, chain);
        } catch (IOException | ServletException e) {
            throw new AssertionError(e);
        }
        return response;
    }

    private static void awaitQuietly(CountDownLatch done) {
        try {
            done.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
