package org.natter.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.databind.json.JsonMapper;

/** Answers what a core refused, by the service's table, and requests that are to be put right. Knows no other trouble. */
final class RefusalAnswers implements HandlerExceptionResolver, Ordered {

    private final RefusalTable table;
    private final ProblemWords words;
    private final JsonMapper json;

    RefusalAnswers(RefusalTable table, ProblemWords words, JsonMapper json) {
        this.table = table;
        this.words = words;
        this.json = json;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception trouble) {
        if (!(trouble instanceof RuntimeException refused)) {
            return null;
        }
        if (refused instanceof Shortcomings.Unfit unfit) {
            return write(response, words.validation(unfit.request(), unfit.found()));
        }
        return table.rowOf(refused.getClass())
                .map(row -> write(response, problem(row, refused)))
                .orElse(null);
    }

    private ProblemDetail problem(RefusalTable.Row<?> row, RuntimeException refused) {
        var name = row.nameOf(refused);
        return name.equals(Problem.VALIDATION)
                ? words.validation(row.refusal().getSimpleName(), row.shortcomingsOf(refused))
                : words.problem(row.status(), name);
    }

    private ModelAndView write(HttpServletResponse response, ProblemDetail problem) {
        response.setStatus(problem.getStatus());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        try {
            json.writeValue(response.getOutputStream(), problem);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
        return new ModelAndView();
    }

    /** Before whatever else answers exceptions. */
    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }
}
