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
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers that never get as far as a filter of ours: what the server itself cannot read, such as a header of 20 KB, is a
 * problem document too, and like every other answer it is nobody's to guess the type of, to frame or to keep.
 */
final class BareAnswers implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private final IntFunction<byte[]> unreadable;

    BareAnswers(ProblemWords words, JsonMapper json) {
        unreadable = status -> json.writeValueAsBytes(words.problem(HttpStatusCode.valueOf(status), "unreadable"));
    }

    @Override
    public void customize(TomcatServletWebServerFactory server) {
        server.addEngineValves(new Headers());
        server.addContextCustomizers(context -> {
            var host = (StandardHost) context.getParent();
            host.getPipeline().addValve(new Problems(unreadable));
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

        private final IntFunction<byte[]> unreadable;

        Problems(IntFunction<byte[]> unreadable) {
            this.unreadable = unreadable;
        }

        @Override
        protected void report(Request request, Response response, Throwable trouble) {
            if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
                return;
            }
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            try {
                response.getOutputStream().write(unreadable.apply(response.getStatus()));
                response.finishResponse();
            } catch (IOException gone) {
                getContainer().getLogger().debug("Nobody is there to read it");
            }
        }
    }
}
