package org.natter.messaging;

import com.mongodb.MongoException;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.net.URI;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** A lost race and a store in trouble are 503 with {@code Retry-After}: nothing was acknowledged, repeating is right. */
@RestControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE - 10)
class TroubleAdvice {

    private static final Logger LOG = LoggerFactory.getLogger(TroubleAdvice.class);

    @ApiResponse(responseCode = "503", description = "busy, contended, store-away, store-restored")
    @ExceptionHandler(AggregateContended.class)
    ResponseEntity<ProblemDetail> contended(AggregateContended contended) {
        LOG.warn("{}", contended.getMessage());
        return unavailable("contended", "Many want this at once. Try again in a moment", 1);
    }

    @ApiResponse(responseCode = "503", description = "busy, contended, store-away, store-restored")
    @ExceptionHandler({DataAccessException.class, MongoException.class})
    ResponseEntity<ProblemDetail> store(RuntimeException trouble) {
        if (!Transient.is(trouble)) {
            throw trouble;
        }
        LOG.warn("The store is in trouble: {}", trouble.getClass().getName());
        return unavailable("store-away", "We can't get at our records. Try again in a moment", 5);
    }

    @ApiResponse(responseCode = "503", description = "busy, contended, store-away, store-restored")
    @ExceptionHandler(StoreRestored.class)
    ResponseEntity<ProblemDetail> restored(StoreRestored restored) {
        LOG.warn("{}", restored.getMessage());
        return unavailable("store-restored", "Our records were put back to an earlier day and are being checked", 60);
    }

    private static ResponseEntity<ProblemDetail> unavailable(String slug, String title, int seconds) {
        var problem = ProblemDetail.forStatus(HttpStatus.SERVICE_UNAVAILABLE);
        problem.setType(URI.create("urn:natter:problem:" + slug));
        problem.setTitle(title);
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, Integer.toString(seconds))
                .body(problem);
    }
}
