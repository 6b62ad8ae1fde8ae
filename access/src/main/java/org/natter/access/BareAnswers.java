package org.natter.access;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.function.IntFunction;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.catalina.valves.ValveBase;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers that never get as far as a filter of ours: what the server itself cannot read, such as a header of 20 KB, or fails
 * at, is a problem document too, named as everywhere else, and like every other answer it is nobody's to guess the type of,
 * to frame or to keep.
 */
@Order(1) // around whatever else the server is given to do
final class BareAnswers implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private final IntFunction<byte[]> problems;

    BareAnswers(ProblemWords words, JsonMapper json) {
        problems = status -> json.writeValueAsBytes(problem(words, HttpStatusCode.valueOf(status)));
    }

    /** A version of HTTP or a coding that nobody speaks is the caller's, though its status is one of ours. */
    private static ProblemDetail problem(ProblemWords words, HttpStatusCode status) {
        if (status.isSameCodeAs(HttpStatus.HTTP_VERSION_NOT_SUPPORTED)
                || status.isSameCodeAs(HttpStatus.NOT_IMPLEMENTED)) {
            return words.problem(status, "unreadable");
        }
        var named = RequestProblems.named(words, status);
        named.setStatus(status.value());
        return named;
    }

    @Override
    public void customize(TomcatServletWebServerFactory server) {
        server.addEngineValves(new Headers());
        server.addContextCustomizers(context -> {
            var host = (StandardHost) context.getParent();
            host.getPipeline().addValve(new Problems(problems));
            host.setErrorReportValveClass(Problems.class.getName()); // it is there, so none is made
        });
    }

    private static final class Headers extends ValveBase {

        Headers() {
            super(true);
        }

        @Override
        public void invoke(Request request, Response response) throws IOException, ServletException {
            response.setHeader("X-Content-Type-Options", "nosniff");
            response.setHeader("X-Frame-Options", "DENY");
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            getNext().invoke(request, response);
        }
    }

    /** Writes where nobody else has written. */
    private static final class Problems extends ErrorReportValve {

        private final IntFunction<byte[]> problems;

        Problems(IntFunction<byte[]> problems) {
            this.problems = problems;
        }

        @Override
        protected void report(Request request, Response response, Throwable trouble) {
            if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
                return;
            }
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            try {
                response.getOutputStream().write(problems.apply(response.getStatus()));
                response.finishResponse();
            } catch (IOException gone) {
                getContainer().getLogger().debug("Nobody is there to read it");
            }
        }
    }
}
