package org.natter.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.core.io.FileSystemResource;
import org.yaml.snakeyaml.Yaml;

/** {@code docker-compose.yml} fits the applications it starts: their names, settings, ports, health and keys. */
class ComposeFileTest {

    private static final Path TOP = Path.of("").toAbsolutePath().getParent();
    private static final List<String> APPLICATIONS =
            List.of("web", "event-service", "attendee-service", "feedback-service");
    private static final Pattern READ_VARIABLE = Pattern.compile("\\$\\{(NATTER_[A-Z_]+)");
    private static final Pattern WITH_DEFAULT = Pattern.compile("\\$\\{[A-Z_]+:([^}]*)}");

    private static final Map<String, Object> FILE = load();
    private static final Map<String, Map<String, Object>> PARTS = parts();

    @Test
    void fourApplicationsAreBuiltFromTheOneDockerfile() {
        var modules = modules();
        var built = new TreeSet<String>();
        PARTS.forEach((name, part) -> {
            if (part.containsKey("build")) {
                built.add(name);
                var build = fields(part.get("build"));
                assertThat(build.get("context")).as(name).isEqualTo(".");
                assertThat(build).as(name).doesNotContainKey("dockerfile");
                assertThat(fields(build.get("args")).get("APPLICATION"))
                        .as(name)
                        .isEqualTo(name);
                assertThat(modules).contains(name);
            }
        });

        assertThat(built).containsExactlyInAnyOrderElementsOf(APPLICATIONS);
        assertThat(TOP.resolve("Dockerfile")).content().contains("ARG APPLICATION", "USER natter");
    }

    @Test
    void everyLongRunningPartSaysWhetherItIsWellAndHowMuchMemoryItMayTake() {
        PARTS.forEach((name, part) -> {
            if (!runOnce().contains(name)) {
                assertThat(fields(part.get("healthcheck")))
                        .as(name)
                        .containsKeys("test", "interval", "timeout", "retries");
                assertThat(part)
                        .as(name)
                        .containsEntry("restart", "unless-stopped")
                        .containsKey("mem_limit");
            }
        });
    }

    @Test
    void applicationsAreAskedForTheirReadinessWhereTheyAnswer() {
        for (var application : APPLICATIONS) {
            assertThat(String.valueOf(
                            fields(PARTS.get(application).get("healthcheck")).get("test")))
                    .as(application)
                    .contains("http://127.0.0.1:" + setting(application, "management.server.port")
                            + "/actuator/health/readiness");
        }
    }

    @Test
    void partsStartAfterThoseTheyNeed() {
        for (var application : APPLICATIONS) {
            var conditions = conditions(application);
            assertThat(conditions)
                    .as(application)
                    .containsEntry("kafka", "service_healthy")
                    .containsEntry("mongo", "service_healthy")
                    .containsEntry("keys", "service_completed_successfully");
            assertThat(conditions.get("web"))
                    .as("%s waits for web, which makes the key pair", application)
                    .isEqualTo(application.equals("web") ? null : "service_healthy");
            assertThat(PARTS.keySet()).containsAll(conditions.keySet());
        }
    }

    @Test
    void everyVariableIsOneThatItsApplicationReads() {
        for (var application : APPLICATIONS) {
            assertThat(read(application)).as(application).containsAll(given(application));
        }
    }

    @Test
    void everyApplicationIsToldWhereItsPartsAre() {
        for (var application : APPLICATIONS) {
            var needed = new TreeSet<>(read(application));
            needed.retainAll(Set.of(
                    "NATTER_KAFKA_BOOTSTRAP",
                    "NATTER_MONGODB_URI",
                    "NATTER_SMTP_URL",
                    "NATTER_BASE_URL",
                    "NATTER_ACCESS_PRIVATE_KEY",
                    "NATTER_ACCESS_PUBLIC_KEYS",
                    "NATTER_EVENT_URL",
                    "NATTER_ATTENDEE_URL",
                    "NATTER_FEEDBACK_URL"));
            assertThat(given(application)).as(application).containsAll(needed);
        }
    }

    /** The settings page said one address, and attendees' mails came from another. */
    @Test
    void mailsComeFromOneAddressWhoeverSendsThem() {
        var sending = List.of("web", "attendee-service");
        for (var application : sending) {
            assertThat(read(application)).as(application).contains("NATTER_MAIL_FROM");
            assertThat(given(application)).as(application).contains("NATTER_MAIL_FROM");
        }

        assertThat(sending.stream().map(one -> setting(one, "natter.mail.from")).distinct())
                .containsExactly("natter@natter.invalid");
        assertThat(sending.stream()
                        .map(one -> fields(PARTS.get(one).get("environment")).get("NATTER_MAIL_FROM"))
                        .distinct())
                .containsExactly("${NATTER_MAIL_FROM:-natter@natter.invalid}");
    }

    @Test
    void webIsToldWhereTheServicesListen() {
        var environment = fields(PARTS.get("web").get("environment"));
        for (var service : List.of("event", "attendee", "feedback")) {
            assertThat(environment.get("NATTER_" + service.toUpperCase(java.util.Locale.ROOT) + "_URL"))
                    .isEqualTo("http://" + service + "-service:" + setting(service + "-service", "server.port"));
        }
    }

    @Test
    void nothingListensBeyondThisMachine() {
        var published = new ArrayList<String>();
        PARTS.forEach((name, part) -> list(part.get("ports")).forEach(port -> published.add(String.valueOf(port))));

        assertThat(published)
                .contains("127.0.0.1:8080:" + setting("web", "server.port"))
                .allMatch(port -> port.startsWith("127.0.0.1:"));
    }

    @Test
    void applicationsStopBeforeTheirTimeIsUp() {
        for (var application : APPLICATIONS) {
            var phase = setting(application, "spring.lifecycle.timeout-per-shutdown-phase");
            var grace = String.valueOf(PARTS.get(application).get("stop_grace_period"));

            // One phase waits for calls under way, one for messages under way.
            assertThat(seconds(phase).multipliedBy(2)).as(application).isLessThanOrEqualTo(seconds(grace));
        }
    }

    @Test
    void secretsAreMountedWhereTheyAreNeededAndNowhereElse() {
        assertThat(mounting("access-private")).containsExactlyInAnyOrder("keys", "web");
        assertThat(mounting("own-link")).containsExactlyInAnyOrder("keys", "attendee-service:ro");
        assertThat(mounting("feedback-link"))
                .containsExactlyInAnyOrder("keys", "attendee-service:ro", "feedback-service:ro");
        assertThat(mounting("access-public"))
                .containsExactlyInAnyOrder(
                        "keys", "web", "event-service:ro", "attendee-service:ro", "feedback-service:ro");
    }

    @Test
    void applicationsHaveNoPrivileges() {
        for (var application : APPLICATIONS) {
            assertThat(PARTS.get(application))
                    .as(application)
                    .containsEntry("read_only", true)
                    .containsEntry("cap_drop", List.of("ALL"))
                    .doesNotContainKeys("privileged", "user");
        }
    }

    @Test
    void everyForeignImageHasItsVersion() {
        PARTS.forEach((name, part) -> {
            if (!part.containsKey("build")) {
                assertThat(String.valueOf(part.get("image"))).as(name).matches("[^:]+:.*[0-9].*");
            }
        });
    }

    private static Set<String> runOnce() {
        var once = new TreeSet<String>();
        for (var part : PARTS.keySet()) {
            conditions(part).forEach((name, condition) -> {
                if (condition.equals("service_completed_successfully")) {
                    once.add(name);
                }
            });
        }
        return once;
    }

    private static Map<String, String> conditions(String part) {
        var conditions = new LinkedHashMap<String, String>();
        if (PARTS.get(part).get("depends_on") instanceof Map<?, ?> needed) {
            needed.forEach((name, how) ->
                    conditions.put((String) name, String.valueOf(fields(how).get("condition"))));
        }
        return conditions;
    }

    private static Set<String> mounting(String volume) {
        assertThat(fields(FILE.get("volumes"))).containsKey(volume);
        var mounting = new TreeSet<String>();
        PARTS.forEach((name, part) -> list(part.get("volumes")).forEach(mount -> {
            if (String.valueOf(mount).startsWith(volume + ":")) {
                mounting.add(name + (String.valueOf(mount).endsWith(":ro") ? ":ro" : ""));
            }
        }));
        return mounting;
    }

    /** The variables of ours that the file gives to the application. */
    private static Set<String> given(String application) {
        var given = new TreeSet<String>();
        fields(PARTS.get(application).get("environment")).keySet().stream()
                .filter(name -> name.startsWith("NATTER_"))
                .forEach(given::add);
        return given;
    }

    /** The variables of ours that the application's settings read, those of its messaging among them. */
    private static Set<String> read(String application) {
        var read = new TreeSet<String>();
        for (Path settings :
                List.of(settingsOf(application), TOP.resolve("messaging/src/main/resources/messaging-defaults.yaml"))) {
            var variable = READ_VARIABLE.matcher(text(settings));
            while (variable.find()) {
                read.add(variable.group(1));
            }
        }
        return read;
    }

    private static String setting(String application, String name) {
        var yaml = new YamlPropertiesFactoryBean();
        yaml.setResources(new FileSystemResource(settingsOf(application)));
        var settings = yaml.getObject();
        assertThat(settings).as(application).isNotNull().containsKey(name);
        return WITH_DEFAULT.matcher(settings.getProperty(name)).replaceAll("$1");
    }

    private static Duration seconds(String text) {
        return Duration.parse("PT" + text);
    }

    private static Path settingsOf(String application) {
        return TOP.resolve(application).resolve("src/main/resources/" + application + ".yaml");
    }

    private static List<String> modules() {
        var modules = new ArrayList<String>();
        var module = Pattern.compile("<module>([^<]+)</module>").matcher(text(TOP.resolve("pom.xml")));
        while (module.find()) {
            modules.add(module.group(1));
        }
        return modules;
    }

    private static Map<String, Object> load() {
        return fields(new Yaml().load(text(TOP.resolve("docker-compose.yml"))));
    }

    private static Map<String, Map<String, Object>> parts() {
        var parts = new LinkedHashMap<String, Map<String, Object>>();
        fields(FILE.get("services")).forEach((name, part) -> parts.put(name, fields(part)));
        return parts;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<?> list(@Nullable Object node) {
        return node == null ? List.of() : (List<?>) node;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> fields(@Nullable Object node) {
        return node == null ? Map.of() : (Map<String, Object>) node;
    }
}
