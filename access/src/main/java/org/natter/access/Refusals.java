package org.natter.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import tools.jackson.databind.json.JsonMapper;

/**
 * What callers read who do not get past the door. They hear that a token will not do or does not reach, never why; whoever
 * calls an address of theirs by a method that is nobody's hears which there are; and an address that nobody would write is nowhere.
 */
final class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler, RequestRejectedHandler {

    private final AccessTable table;
    private final ProblemWords words;
    private final JsonMapper json;

    Refusals(AccessTable table, ProblemWords words, JsonMapper json) {
        this.table = table;
        this.words = words;
        this.json = json;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        write(response, HttpStatus.UNAUTHORIZED, "no-token");
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        var here = table.rows().stream().filter(row -> fits(row, request)).toList();
        var mine = here.stream()
                .filter(row -> row.roles().stream().anyMatch(role -> request.isUserInRole(role.name())))
                .toList();
        if (mine.isEmpty() || here.stream().anyMatch(row -> row.takes(request.getMethod()))) {
            write(response, HttpStatus.FORBIDDEN, "not-allowed");
        } else {
            response.setHeader(HttpHeaders.ALLOW, methods(mine));
            write(response, HttpStatus.METHOD_NOT_ALLOWED, "method-not-allowed");
        }
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, RequestRejectedException rejected)
            throws IOException {
        write(response, HttpStatus.NOT_FOUND, "not-found");
    }

    private static boolean fits(AccessTable.Row row, HttpServletRequest request) {
        return PathPatternRequestMatcher.withDefaults().matcher(row.path()).matches(request);
    }

    private static String methods(List<AccessTable.Row> rows) {
        return rows.stream()
                .flatMap(row -> row.methods().stream())
                .map(HttpMethod::name)
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private void write(HttpServletResponse response, HttpStatus status, String name) throws IOException {
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        json.writeValue(response.getOutputStream(), words.problem(status, name));
    }
}
