package org.natter.access;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Which role may call which route of one service. Rows are read from the top and the first that fits a call decides;
 * what fits none is denied.
 *
 * <p>Guarantee: a table does not change once it is made, and no row stands behind an equal one, where it would never be
 * read.
 */
public final class AccessTable {

    record Row(@Nullable HttpMethod method, String path, List<Role> roles) {

        /** Whoever may look may also ask whether there is something to look at. None if the row is for every method. */
        List<HttpMethod> methods() {
            if (method == null) {
                return List.of();
            }
            return method.equals(HttpMethod.GET) ? List.of(HttpMethod.GET, HttpMethod.HEAD) : List.of(method);
        }

        boolean takes(String named) {
            return method == null || methods().stream().anyMatch(one -> one.matches(named));
        }

        boolean hides(Row later) {
            return path.equals(later.path) && (method == null || method.equals(later.method));
        }
    }

    private final String service;
    private final List<Row> rows;

    private AccessTable(String service, List<Row> rows) {
        this.service = service;
        this.rows = rows;
    }

    /** No rows yet, so nobody may do anything. The service's name is the one audience that its tokens have. */
    public static AccessTable of(String service) {
        return new AccessTable(service, List.of());
    }

    /** Lets these roles call a route by one method. {@code *} is one segment, {@code /**} the path and all below it. */
    public AccessTable row(HttpMethod method, String path, Role... roles) {
        return with(new Row(method, path, List.of(roles)));
    }

    /** The same for every method. */
    public AccessTable row(String path, Role... roles) {
        return with(new Row(null, path, List.of(roles)));
    }

    /** Who may call a route by a method, its variables in braces; nobody if no row is for it. */
    List<Role> rolesOf(HttpMethod method, String route) {
        var path = PathContainer.parsePath(route.replaceAll("\\{[^}]+}", "x"));
        return rows.stream()
                .filter(row -> row.takes(method.name())
                        && PathPatternParser.defaultInstance.parse(row.path()).matches(path))
                .findFirst()
                .map(Row::roles)
                .orElse(List.of());
    }

    String service() {
        return service;
    }

    List<Row> rows() {
        return rows;
    }

    private AccessTable with(Row row) {
        if (row.roles().isEmpty() || rows.stream().anyMatch(before -> before.hides(row))) {
            throw new IllegalArgumentException("A row that says nothing: " + row);
        }
        return new AccessTable(
                service, Stream.concat(rows.stream(), Stream.of(row)).toList());
    }
}
