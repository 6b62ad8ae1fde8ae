package org.natter.access.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The golden exchanges of one service, {@code contracts/rest/<service>/<operation>/<name>.json}.
 *
 * <p>A service's tests make them by calls of the running application: {@code calls.owner().sample("a-draft").post(…)}. The
 * exchange is put into its canonical form and compared with the file as a tree; with {@code -Dnatter.samples=write} a file
 * that differs is written instead. Readers of an API take them from here.
 *
 * <p>Canonical: ids, UUIDs and link tokens are numbered in order of their appearance; the fields of a request stand in the
 * order of the alphabet. A moment is a moment, whichever: samples do not hold a clock.
 */
public final class RestSamples {

    private static final JsonMapper JSON = JsonMapper.builder()
            .defaultPrettyPrinter(printer())
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private final Path folder;

    private RestSamples(Path folder) {
        this.folder = folder;
    }

    /** The samples of a service, which need not exist yet. */
    public static RestSamples of(String service) {
        return new RestSamples(contracts().resolve("rest").resolve(service));
    }

    /** The same in another folder, whose last name is the service's. */
    static RestSamples in(Path folder) {
        return new RestSamples(folder);
    }

    /** Every sample, in the order of their files. */
    public List<RestSample> all() {
        if (Files.notExists(folder)) {
            return List.of();
        }
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .map(this::read)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** One sample by its place, {@code <operation>/<name>}. @throws AssertionError if there is none */
    public RestSample named(String place) {
        var file = folder.resolve(place + ".json");
        assertThat(file).as("a sample of %s", folder.getFileName()).exists();
        return read(file);
    }

    /** The folder of a route. */
    public static String operation(String route) {
        return route.toLowerCase(Locale.ROOT)
                .replaceAll("[{}]", "")
                .replaceAll("[^a-z0-9-]+", "-")
                .replaceAll("-$", "");
    }

    /** Holds an exchange against its file, or writes the file. */
    void hold(String name, String route, String as, JsonNode request, JsonNode response) {
        var file = folder.resolve(operation(route)).resolve(name + ".json");
        var canonical = CanonicalExchange.of(request, response);
        var exchange = JSON.createObjectNode().put("route", route);
        if (!as.isEmpty()) {
            exchange.put("as", as);
        }
        if (!canonical.request().isEmpty()) {
            exchange.set("request", canonical.request());
        }
        exchange.set("response", canonical.response());
        var golden = Files.exists(file) ? JSON.readTree(file.toFile()) : JSON.missingNode();
        if (CanonicalExchange.withoutMoments(exchange).equals(CanonicalExchange.withoutMoments(golden))) {
            return;
        }
        if ("write".equals(System.getProperty("natter.samples"))) {
            write(file, exchange);
        } else {
            assertThat(text(exchange))
                    .as("%s (-Dnatter.samples=write writes it)", file.normalize())
                    .isEqualTo(golden.isMissingNode() ? "" : text(golden));
        }
    }

    private RestSample read(Path file) {
        var exchange = JSON.readTree(file.toFile());
        return new RestSample(
                String.valueOf(folder.getFileName()),
                String.valueOf(file.getParent().getFileName()),
                String.valueOf(file.getFileName()).replace(".json", ""),
                exchange.path("route").asString(),
                exchange.path("as").asString(""),
                exchange.path("request"),
                exchange.path("response"));
    }

    private static void write(Path file, ObjectNode exchange) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text(exchange));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static String text(JsonNode tree) {
        return JSON.writeValueAsString(tree) + "\n";
    }

    private static DefaultPrettyPrinter printer() {
        var lines = new DefaultIndenter("  ", "\n");
        return new DefaultPrettyPrinter().withObjectIndenter(lines).withArrayIndenter(lines);
    }

    private static Path contracts() {
        var here = Path.of("").toAbsolutePath();
        while (here != null && Files.notExists(here.resolve("contracts/asyncapi.yaml"))) {
            here = here.getParent();
        }
        assertThat(here).as("the folder that holds contracts/").isNotNull();
        return here.resolve("contracts");
    }
}
