package org.natter.web;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.catalina.valves.ValveBase;
import org.natter.web.settings.WebSettings;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.MessageSource;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * What stands on every answer, also on those that never get as far as {@link WebSecurity}: the firewall's, and the server's
 * own to what it cannot read, which are a short page here instead of the server's; and who is answered at all.
 */
@Component
@Order(1) // around whatever else the server is given to do
class FirstWords implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private final MessageSource words;
    private final boolean secure;

    FirstWords(MessageSource words, WebSettings settings) {
        this.words = words;
        this.secure = settings.secure();
    }

    @Override
    public void customize(TomcatServletWebServerFactory server) {
        server.addEngineValves(new Headers(secure), new NetworkAtOnce(shortPage(words, "dead-end.busy")));
        server.addContextCustomizers(context -> {
            var page = new ShortPage(shortPage(words, "dead-end.unreadable"), shortPage(words, "dead-end.slow"));
            context.getParent().getPipeline().addValve(page);
            if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass(ShortPage.class.getName());
            }
        });
    }

    /** A heading, a sentence and the way home, for answers that are made before there are templates. */
    static byte[] shortPage(MessageSource words, String key) {
        var heading = words.getMessage(key + ".heading", null, Locale.UK);
        return ("<!DOCTYPE html><html lang=\"en-GB\"><title>" + heading + " - Natter</title><main><h1>" + heading
                        + "</h1><p>" + words.getMessage(key, null, Locale.UK) + "</p><p><a href=\"/\">"
                        + words.getMessage("dead-end.home", null, Locale.UK) + "</a></p></main></html>")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static final class Headers extends ValveBase {

        private final boolean secure;

        Headers(boolean secure) {
            super(true);
            this.secure = secure;
        }

        @Override
        public void invoke(Request request, Response response) throws IOException, ServletException {
            response.setHeader("Content-Security-Policy", WebSecurity.CONTENT);
            response.setHeader("Permissions-Policy", WebSecurity.DEVICES);
            response.setHeader("Referrer-Policy", "no-referrer");
            response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
            response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
            response.setHeader("X-Content-Type-Options", "nosniff");
            response.setHeader("X-Frame-Options", "DENY");
            if (secure) {
                response.setHeader("Strict-Transport-Security", "max-age=31536000 ; includeSubDomains");
            }
            getNext().invoke(request, response);
        }
    }

    /** Says nothing about the server, and nothing of what was sent. */
    private static final class ShortPage extends ErrorReportValve {

        private final byte[] unreadable;
        private final byte[] slow;

        ShortPage(byte[] unreadable, byte[] slow) {
            this.unreadable = unreadable;
            this.slow = slow;
        }

        @Override
        protected void report(Request request, Response response, Throwable trouble) {
            if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
                return;
            }
            try {
                response.setContentType("text/html;charset=UTF-8");
                response.setHeader("Cache-Control", "no-store");
                var late = response.getStatus() == HttpStatus.REQUEST_TIMEOUT.value();
                response.getOutputStream().write(late ? slow : unreadable);
                response.finishResponse();
            } catch (IOException | IllegalStateException gone) {
                container.getLogger().debug("Nobody is there to read it");
            }
        }
    }
}
