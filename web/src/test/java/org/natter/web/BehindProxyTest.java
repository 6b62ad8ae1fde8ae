package org.natter.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** What people get whose proxy ends TLS and hands everything on, and what a stranger can make of it. */
@TestPropertySource(properties = "natter.base-url=https://natter.example")
class BehindProxyTest extends WholeWebBody {

    private static final String SAME_ORIGIN = "Sec-Fetch-Site: same-origin\r\n";
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

    /** Only a proxy that the installation names is believed; here it names none. */
    @Test
    void whomAStrangerSaysToSpeakForMakesNoDifference() throws Exception {
        var guess = "GET /door/" + OrganisersSeason.WINTER + ".no-such-link";
        for (var tries = 0; tries < 30; tries++) {
            assertThat(status(ask(guess, "X-Forwarded-For: 203.0.113." + tries + "\r\n")))
                    .isEqualTo(404);
        }

        assertThat(status(ask(guess, "X-Forwarded-For: 203.0.113.99\r\n"))).isEqualTo(429);
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

    @Test
    void everyAnswerHasTheHeadersHoweverOddTheQuestion() throws Exception {
        var odd = new LinkedHashMap<String, String>();
        odd.put("a path with tricks", asked("GET /a/..;/b", "", ""));
        odd.put("an encoded slash", asked("GET /events/%2f", "", ""));
        odd.put("braces in an id", asked("GET /events/%7Bx%7D", "", ""));
        odd.put("an id that is none", asked("GET /events/-1/book", "", ""));
        odd.put("brackets", asked("GET /[", "", ""));
        odd.put("half a percent", asked("GET /%", "", ""));
        odd.put("a long header", asked("GET /", "Cookie: a=" + "b".repeat(20_000) + "\r\n", ""));
        odd.put("no method", asked("!!! /", "", ""));
        odd.put(
                "parts without a boundary",
                asked("POST /account/sign-in", "Content-Type: multipart/form-data\r\n", "--x\r\n"));
        odd.put(
                "parts with a boundary",
                asked(
                        "POST /account/sign-in",
                        "Content-Type: multipart/form-data; boundary=x\r\n",
                        "--x\r\nContent-Disposition: form-data; name=\"email\"\r\n\r\na\r\n--x--\r\n"));
        odd.put(
                "more than a form takes",
                asked(
                        "POST /account/sign-in",
                        "Content-Type: application/x-www-form-urlencoded\r\n",
                        "email=" + "a".repeat(70_000)));
        for (var past : List.of("POST /unsubscribe/x", "POST /feedback", "POST /sign-in", "POST /organise/events")) {
            odd.put(
                    past + " without a boundary",
                    asked(past, SAME_ORIGIN + "Content-Type: multipart/form-data\r\n", "--x\r\n"));
            odd.put(
                    past + " with more than a form takes",
                    asked(
                            past,
                            SAME_ORIGIN + "Content-Type: application/x-www-form-urlencoded\r\n",
                            "email=" + "a".repeat(70_000)));
        }

        odd.forEach((what, question) -> {
            var answer = raw(question);
            var signsIn = what.startsWith("POST /organise");
            assertThat(status(answer)).as(what).isBetween(signsIn ? 302 : 400, 499);
            for (var name : List.of(
                    "Content-Security-Policy",
                    "Permissions-Policy",
                    "Referrer-Policy",
                    "X-Content-Type-Options",
                    "X-Frame-Options",
                    "Cross-Origin-Opener-Policy",
                    "Strict-Transport-Security")) {
                assertThat(header(answer, name)).as("%s: %s", what, name).hasSize(1);
            }
            assertThat(answer).as(what).doesNotContain("Apache", "Tomcat", "<style", STRANGE);
        });
    }

    private static String asked(String request, String further, String body) {
        return request + " HTTP/1.1\r\nHost: " + STRANGE + "\r\n" + further + "Content-Length: " + body.length()
                + "\r\nConnection: close\r\n\r\n" + body;
    }

    private String raw(String question) {
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.getOutputStream().write(question.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String ask(String request, String further) {
        return raw(asked(request, further, ""));
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
