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

    @Test
    void onlyWebTheMailCatcherAndTheProxyArePublished() {
        var published = new TreeSet<String>();
        PARTS.forEach((name, part) -> list(part.get("ports")).forEach(port -> published.add(name + " " + port)));

        assertThat(published)
                .containsExactly("mailpit 127.0.0.1:8025:8025", "proxy 127.0.0.1:8443:8443", "web 127.0.0.1:8080:8080");
    }

    /** The proxy's word is believed by its address, so it has to have that one, and no other part may be given it. */
    @Test
    void webBelievesTheProxyByTheAddressItHas() {
        var believed = fields(PARTS.get("web").get("environment")).get("NATTER_PROXIES");
        var networks = fields(PARTS.get("proxy").get("networks"));

        assertThat(fields(networks.get("default"))).containsEntry("ipv4_address", believed);
        var ranges = fields(list(fields(fields(fields(FILE.get("networks")).get("default"))
                                .get("ipam"))
                        .get("config"))
                .get(0));
        assertThat(ranges).containsEntry("subnet", "172.30.94.0/24").containsEntry("ip_range", "172.30.94.128/25");
        assertThat(String.valueOf(believed)).matches("172[.]30[.]94[.](\\d|\\d\\d|1[01]\\d|12[0-7])");
    }

    @Test
    void theProxyEndsTlsWithACertificateOfItsOwnAndOnlyWhereItIsAskedFor() {
        var proxy = PARTS.get("proxy");
        var rules =
                String.valueOf(fields(fields(FILE.get("configs")).get("proxy")).get("content"));

        assertThat(proxy).containsEntry("profiles", List.of("tls"));
        assertThat(String.valueOf(proxy.get("image"))).startsWith("caddy:");
        assertThat(rules).contains("https://localhost:8443 {", "tls internal", "reverse_proxy web:8080");
        assertThat(String.valueOf(fields(PARTS.get("web").get("environment")).get("NATTER_BASE_URL")))
                .startsWith("${NATTER_BASE_URL:-");
    }

    @Test
    void partsHaveTheMemoryThatOperationsSays() {
        for (var application : APPLICATIONS) {
            assertThat(PARTS.get(application)).as(application).containsEntry("mem_limit", "448m");
        }
        assertThat(PARTS.get("kafka")).containsEntry("mem_limit", "768m");
        assertThat(PARTS.get("mongo")).containsEntry("mem_limit", "768m");
    }

    @Test
    void whatIsKeptLiesOnVolumes() {
        assertThat(mounting("kafka")).containsExactly("kafka");
        assertThat(mounting("mongo")).containsExactly("mongo");
        assertThat(String.valueOf(fields(PARTS.get("kafka").get("environment")).get("KAFKA_LOG_DIRS")))
                .isEqualTo("/var/lib/kafka/data");
        assertThat(list(PARTS.get("kafka").get("volumes"))).hasToString("[kafka:/var/lib/kafka/data]");
        assertThat(list(PARTS.get("mongo").get("volumes"))).hasToString("[mongo:/data/db]");
        assertThat(list(PARTS.get("mongo").get("command")))
                .hasToString("[mongod, --replSet, rs0, --bind_ip_all, --wiredTigerCacheSizeGB, 0.25]");
    }

    /** The name of each file is that of the setting in it. */
    @Test
    void linkKeysAreMadeOnceAndReadAsFiles() {
        var makes = String.valueOf(PARTS.get("keys").get("command"));

        assertThat(makes)
                .contains("[ -s \"$$1\" ] ||", "head -c 32 /dev/urandom")
                .contains("make /feedback-link/natter.links.feedback-keys", "make /own-link/natter.links.own-keys");
        assertThat(imported("attendee-service"))
                .isEqualTo("configtree:/natter/private/feedback/,configtree:/natter/private/own/");
        assertThat(imported("feedback-service")).isEqualTo("configtree:/natter/private/feedback/");
        assertThat(list(PARTS.get("attendee-service").get("volumes")).toString())
                .contains("feedback-link:/natter/private/feedback:ro", "own-link:/natter/private/own:ro");
        assertThat(list(PARTS.get("feedback-service").get("volumes")).toString())
                .contains("feedback-link:/natter/private/feedback:ro");
    }

    @Test
    void applicationsRunAsAUserWhoOwnsTheirKeys() {
        assertThat(TOP.resolve("Dockerfile")).content().contains("useradd --uid 10001 --gid natter", "\nUSER natter\n");
        assertThat(String.valueOf(PARTS.get("keys").get("command"))).contains("chown -R 10001:10001");
    }

    /** What goes on a line between the parts: a sentence of operations.md says what that means. */
    @Test
    void thereIsNeitherTlsNorAPasswordBetweenTheParts() {
        assertThat(fields(PARTS.get("kafka").get("environment")))
                .containsEntry("KAFKA_LISTENER_SECURITY_PROTOCOL_MAP", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        assertThat(fields(PARTS.get("web").get("environment")))
                .containsEntry("NATTER_MONGODB_URI", "mongodb://mongo:27017/?replicaSet=rs0&retryWrites=true")
                .containsEntry("NATTER_SMTP_URL", "smtp://mailpit:1025");
    }

    private static String imported(String application) {
        return String.valueOf(fields(PARTS.get(application).get("environment")).get("SPRING_CONFIG_IMPORT"));
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
