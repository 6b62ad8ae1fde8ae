package org.natter.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** What people get whose proxy ends TLS and hands everything on, and what a stranger can make of it. */
@TestPropertySource(properties = "natter.base-url=https://natter.example")
class BehindProxyTest extends WholeWebBody {

    private static final String STRANGE = "evil.example";

    @Test
    void redirectsNameNoHost() throws Exception {
        for (var request : List.of("GET /organise", "GET /account/sign-in", "GET /account/code")) {
            var answer = ask(request, "");

            assertThat(status(answer)).as(request).isEqualTo(302);
            assertThat(header(answer, "Location"))
                    .as(request)
                    .hasSize(1)
                    .allMatch(place -> place.startsWith("/") && !place.startsWith("//"));
        }
    }

    @Test
    void aStrangersHostIsNeverRepeated() throws Exception {
        for (var request : List.of(
                "GET /",
                "GET /organise",
                "GET /account/sign-in",
                "GET /no/such/page",
                "GET /natter",
                "GET /a/../..;/b",
                "POST /account/sign-in",
                "GET /events/" + OrganisersSeason.WINTER)) {
            for (var further : List.of(
                    "",
                    "X-Forwarded-Host: " + STRANGE + "\r\nX-Forwarded-Proto: http\r\n",
                    "Forwarded: host=" + STRANGE + ";proto=http\r\n")) {
                assertThat(ask(request, further)).as(request).doesNotContain(STRANGE);
            }
        }
    }

    @Test
    void everyCookieIsForThisAddressAlone() throws Exception {
        var page = ask("GET /set-up", "");

        assertThat(header(page, "Set-Cookie"))
                .isNotEmpty()
                .allSatisfy(cookie -> assertThat(cookie)
                        .startsWith("__Host-")
                        .contains("; Path=/", "; Secure", "; HttpOnly", "; SameSite=Lax"));
        assertThat(header(page, "Strict-Transport-Security")).hasSize(1);
    }

    private String ask(String request, String further) throws IOException {
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.getOutputStream()
                    .write((request + " HTTP/1.1\r\nHost: " + STRANGE + "\r\n" + further
                                    + "Content-Length: 0\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static int status(String answer) {
        return Integer.parseInt(answer.split(" ", 3)[1]);
    }

    private static List<String> header(String answer, String name) {
        return answer.split("\r\n\r\n", 2)[0]
                .lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT) + ": "))
                .map(line -> line.substring(name.length() + 2))
                .toList();
    }
}
