package org.natter.access;

import java.net.URI;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;

/**
 * Refusals as callers read them (RFC 9457): a type, {@code urn:natter:problem:} and a name that never changes, and a
 * title, one sentence for a person. None repeats what was sent.
 */
public final class Problem {

    /**
     * One thing to put right in a request.
     *
     * @param field as in the request, nested ones with a dot; empty if it is about the whole
     * @param code a name that never changes
     * @param message a sentence for the person who filled it in
     */
    public record Shortcoming(String field, String code, String message) {}

    /** The name of a request that is to be put right. */
    static final String VALIDATION = "validation";

    private Problem() {}

    /** A refusal by its name and its sentence, which ends without a full stop. */
    public static ProblemDetail of(HttpStatusCode status, String name, String title) {
        ProblemDetail problem = ProblemDetail.forStatus(status);
        problem.setType(URI.create("urn:natter:problem:" + name));
        problem.setTitle(title);
        return problem;
    }

    /** 422 with {@code errors}, in the order given. */
    public static ProblemDetail validation(List<Shortcoming> shortcomings) {
        ProblemDetail problem = of(HttpStatus.UNPROCESSABLE_CONTENT, VALIDATION, "There's a problem");
        problem.setProperty("errors", shortcomings);
        return problem;
    }
}
