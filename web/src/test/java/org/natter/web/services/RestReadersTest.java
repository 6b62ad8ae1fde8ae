package org.natter.web.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.HttpExchange;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * web's half of the golden exchanges: each has a reader, each reader reads it, and nothing is read or sent that no exchange
 * has.
 */
class RestReadersTest {

    /** As web reads, and strictly: what an answer has is read by somebody. */
    private static final JsonMapper JSON = ServiceClients.json()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private static final Map<String, List<Class<?>>> CLIENTS = Map.of(
            "event-service", List.of(EventApi.class, OperationsApi.class),
            "attendee-service",
                    List.of(
                            BookingApi.class,
                            FeedbackMailsApi.class,
                            SignInApi.class,
                            HistoryApi.class,
                            CpdApi.class,
                            WritersApi.class,
                            DoorApi.class,
                            MailsApi.class,
                            OperationsApi.class),
            "feedback-service", List.of(FeedbackApi.class, OperationsApi.class));

    /** Routes for other clients than web, each with its reason. */
    private static final Map<String, String> FOR_OTHERS = Map.of(
            "POST /operations/republish", "an owner asks for it by hand, see docs/operations.md",
            "GET /operations/republish", "an owner who has asked for it looks how far it is",
            "GET /programme/{event}/calendar", "programs that keep calendars ask for it",
            "GET /regions/{region}", "a client that has founded a region follows the address it was given");

    /** Routes by the methods that call them, looked up once. */
    private static final Map<Method, String> ROUTES = new HashMap<>();

    private record Sample(String file, String service, JsonNode tree) {

        String route() {
            return tree.path("route").asString();
        }

        boolean isTaken() {
            return tree.path("response").path("status").asInt() / 100 == 2;
        }

        JsonNode answer() {
            return tree.path("response").path("body");
        }

        JsonNode sent() {
            return tree.path("request").path("body");
        }

        Optional<Method> reader() {
            return readers(service)
                    .filter(method -> routeOf(method).equals(route()))
                    .findFirst();
        }
    }

    @Test
    void everyExchangeHasAReaderOrIsForSomebodyElse() {
        assertThat(samples())
                .isNotEmpty()
                .filteredOn(sample -> sample.reader().isEmpty())
                .extracting(Sample::route)
                .isSubsetOf(FOR_OTHERS.keySet());
    }

    @Test
    void everyAnswerIsReadAsTheServiceSendsIt() {
        var unread = new ArrayList<String>();
        for (var sample : samples()) {
            if (sample.isTaken() && !sample.answer().isMissingNode()) {
                sample.reader().filter(RestReadersTest::answers).ifPresent(reader -> {
                    try {
                        JSON.treeToValue(sample.answer(), JSON.constructType(answer(reader)));
                    } catch (JacksonException unreadable) {
                        unread.add(sample.file() + ": " + unreadable.getOriginalMessage());
                    }
                });
            }
        }

        assertThat(unread).isEmpty();
    }

    @Test
    void whatNobodyReadsIsFound() {
        record Cup(String colour) {}

        assertThatThrownBy(() -> JSON.readValue("{\"colour\": \"red\", \"handle\": true}", Cup.class))
                .isInstanceOf(JacksonException.class)
                .hasMessageContaining("handle");
    }

    @Test
    void nothingIsReadThatNoExchangeHas() {
        var missing = new TreeMap<String, Set<String>>();
        for (var client : clients()) {
            for (var method : client.getMethods()) {
                var bodies = samples().stream()
                        .filter(Sample::isTaken)
                        .filter(sample -> sample.reader().equals(Optional.of(method)))
                        .map(Sample::answer)
                        .toList();
                if (answers(method)) {
                    lacking(answer(method), bodies)
                            .forEach(path -> missing.computeIfAbsent(routeOf(method), route -> new LinkedHashSet<>())
                                    .add(path));
                }
            }
        }

        assertThat(missing).isEmpty();
    }

    @Test
    void nothingIsSentThatNoExchangeHas() {
        var missing = new TreeMap<String, Set<String>>();
        for (var client : clients()) {
            for (var method : client.getMethods()) {
                var bodies = samples().stream()
                        .filter(sample -> sample.reader().equals(Optional.of(method)))
                        .map(Sample::sent)
                        .toList();
                Arrays.stream(method.getParameters())
                        .filter(parameter -> parameter.isAnnotationPresent(RequestBody.class))
                        .flatMap(parameter -> lacking(parameter.getParameterizedType(), bodies).stream())
                        .forEach(path -> missing.computeIfAbsent(routeOf(method), route -> new LinkedHashSet<>())
                                .add(path));
            }
        }

        assertThat(missing).isEmpty();
    }

    @Test
    void aComponentThatNoExchangeHasIsFound() {
        record Cup(String colour) {}
        record Pot(int cups, List<Cup> standing, Optional<Cup> spare) {}
        var sample = JSON.readTree("{\"cups\": 2, \"standing\": [{\"colour\": \"red\"}]}");

        assertThat(lacking(Pot.class, List.of(sample))).containsExactly("spare");
        assertThat(lacking(Pot.class, List.of())).containsExactly("cups", "standing", "spare");
        assertThat(lacking(Pot.class, List.of(JSON.readTree("{\"cups\": 2, \"standing\": [{}], \"spare\": null}"))))
                .containsExactly("standing.colour");
    }

    /** The components of a type, nested ones with a dot, that stand in none of these trees; of what is null, no more. */
    private static List<String> lacking(Type type, List<JsonNode> trees) {
        var lacking = new ArrayList<String>();
        var values = trees.stream()
                .flatMap(tree -> tree.isArray() ? tree.valueStream() : Stream.of(tree))
                .filter(tree -> !tree.isNull() && !tree.isMissingNode())
                .toList();
        var record = recordIn(type);
        if (record.isEmpty()) {
            return List.of();
        }
        for (var component : record.get().getRecordComponents()) {
            var name = component.getName();
            var found = values.stream()
                    .filter(value -> value.has(name))
                    .map(value -> value.get(name))
                    .toList();
            if (found.isEmpty()) {
                lacking.add(name);
            } else if (found.stream().anyMatch(RestReadersTest::isFilled)) {
                lacking(component.getGenericType(), found).forEach(path -> lacking.add(name + "." + path));
            }
        }
        return lacking;
    }

    private static boolean isFilled(JsonNode value) {
        return value.isObject() || value.isArray() && !value.isEmpty();
    }

    /** The record that a type is or holds, as a list or an optional value of it; ids and other values are none. */
    private static Optional<Class<?>> recordIn(Type type) {
        if (type instanceof ParameterizedType holder) {
            return recordIn(holder.getActualTypeArguments()[holder.getActualTypeArguments().length - 1]);
        }
        return type instanceof Class<?> found && found.isRecord() && !isId(found)
                ? Optional.of(found)
                : Optional.empty();
    }

    private static boolean isId(Class<?> type) {
        return type.getRecordComponents().length == 1
                && type.getRecordComponents()[0].getName().equals("value");
    }

    private static boolean answers(Method method) {
        return method.getReturnType() != void.class;
    }

    private static Type answer(Method method) {
        var type = method.getGenericReturnType();
        return type instanceof ParameterizedType holder && holder.getRawType() == Optional.class
                ? holder.getActualTypeArguments()[0]
                : type;
    }

    private static String routeOf(Method method) {
        return ROUTES.computeIfAbsent(method, RestReadersTest::annotatedRoute);
    }

    private static String annotatedRoute(Method method) {
        var route = AnnotatedElementUtils.findMergedAnnotation(method, HttpExchange.class);
        var below = AnnotatedElementUtils.findMergedAnnotation(method.getDeclaringClass(), HttpExchange.class);
        return route == null
                ? ""
                : route.method() + " " + (below == null ? "" : below.url())
                        + route.url().replaceAll("\\?.*", "");
    }

    private static Stream<Method> readers(String service) {
        return CLIENTS.getOrDefault(service, List.of()).stream().flatMap(client -> Arrays.stream(client.getMethods()));
    }

    private static Set<Class<?>> clients() {
        var all = new LinkedHashSet<Class<?>>();
        CLIENTS.values().forEach(all::addAll);
        return all;
    }

    private static List<Sample> samples() {
        var folder = Path.of("..", "contracts", "rest");
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .map(file -> new Sample(
                            folder.relativize(file).toString(),
                            folder.relativize(file).getName(0).toString(),
                            JSON.readTree(file.toFile())))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
