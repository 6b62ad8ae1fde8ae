package org.natter.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.core.io.FileSystemResource;

/** The settings and ports in {@code docs/operations.md} are those of the applications, with their defaults and readers. */
class SettingsSaidTest {

    private static final List<String> SERVICES = List.of("event-service", "attendee-service", "feedback-service");
    private static final List<String> ALL = List.of("web", "event-service", "attendee-service", "feedback-service");
    private static final String DEFAULTS = "messaging/src/main/resources/messaging-defaults.yaml";
    /** Every application has it; only who tells something can be older than what was told. */
    private static final String FOR_WHO_TELLS = "NATTER_ACCEPT_RESTORED";

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(NATTER_[A-Z_]+):((?:[^{}]|\\$\\{[^}]*})*)}");
    private static final String OPERATIONS =
            NamedTests.read(NamedTests.TOP.resolve("docs/operations.md")).replaceFirst("(?s).*?\n## Settings\n", "");

    /** What an application reads from its environment, by variable: the default and who reads it. */
    private record Setting(String byDefault, Set<String> readers) {}

    @Test
    void eachSettingHasTheDefaultAndTheReadersThatAreSaid() {
        assertThat(faults(rows(OPERATIONS))).isEmpty();
    }

    @Test
    void everySettingIsSaid() {
        var said = new TreeSet<String>();
        rows(OPERATIONS).forEach(row -> said.addAll(NamedTests.codeIn(row.get(0))));

        assertThat(said)
                .as("variables under \"Settings\" in docs/operations.md, and those that the applications read")
                .containsExactlyElementsOf(read().keySet());
    }

    @Test
    void anotherDefaultAndAnotherReaderAreFound() {
        assertThat(faults(rows("| `NATTER_ZONE` | `Europe/Paris` | web: the time zone |\n")))
                .containsExactly("NATTER_ZONE is Europe/London by default");
        assertThat(faults(rows("| `NATTER_ZONE` | `Europe/London` | services: the time zone |\n")))
                .containsExactly("NATTER_ZONE is read by [web]");
        assertThat(faults(rows("| `NATTER_REGION` | none | web: a region |\n| `NATTER_KETTLE` | none | web: none |\n")))
                .containsExactly("NATTER_KETTLE is read by nobody");
    }

    /** Each database has its own name, and web hears each of three topics under the name of its instance. */
    @Test
    void whatIsSaidOfDatabasesAndInstancesIsSo() {
        assertThat(ALL.stream().map(one -> settings(one).get("spring.mongodb.database")))
                .containsExactly("natter_web", "natter_event", "natter_attendee", "natter_feedback");

        var heard = new TreeMap<String, String>();
        settings("web").forEach((name, value) -> {
            if (name.matches("spring[.]cloud[.]stream[.]bindings[.].*[.](destination|group)")) {
                heard.put(name.replaceFirst(".*bindings[.]", ""), value);
            }
        });
        assertThat(heard.values())
                .containsExactlyInAnyOrder(
                        "natter.attendees",
                        "natter.events",
                        "natter.feedback",
                        "web.live.${natter.instance}",
                        "web.live.${natter.instance}",
                        "web.live.${natter.instance}");
    }

    @Test
    void managementAnswersOnTheLoopbackAddressAtThePortsThatAreSaid() {
        assertThat(ALL.stream().map(one -> withoutVariable(settings(one).get("management.server.port"))))
                .containsExactly("9080", "9081", "9082", "9083");
        for (var application : ALL) {
            assertThat(settings(application))
                    .as(application)
                    .containsEntry("management.server.address", "127.0.0.1")
                    .containsEntry("management.endpoint.health.probes.enabled", "true")
                    .hasEntrySatisfying(
                            "management.endpoints.web.exposure.include",
                            exposed -> assertThat(exposed).contains("health", "prometheus"));
        }
    }

    /** All four have the same time for what comes with a request: no application sets another. */
    @Test
    void aRequestHasTheTimeThatIsSaid() {
        var said = Saying.in(OPERATIONS).stream()
                .map(Saying::text)
                .filter(text -> text.startsWith("what comes with one request"))
                .findFirst();

        assertThat(flat(DEFAULTS)).containsEntry("natter.requests-within", "20s");
        assertThat(ALL).noneMatch(one -> settings(one).containsKey("natter.requests-within"));
        assertThat(said).hasValueSatisfying(text -> assertThat(text).contains("20 seconds", "ten without a byte"));
    }

    private static List<String> faults(List<List<String>> rows) {
        var faults = new ArrayList<String>();
        for (var row : rows) {
            var byDefault = new ArrayList<>(NamedTests.codeIn(row.get(1)));
            var names = NamedTests.codeIn(row.get(0));
            for (var at = 0; at < names.size(); at++) {
                var name = names.get(at);
                var setting = read().get(name);
                if (setting == null) {
                    faults.add(name + " is read by nobody");
                    continue;
                }
                var said = byDefault.isEmpty() ? "" : byDefault.get(Math.min(at, byDefault.size() - 1));
                if (!setting.byDefault().equals(whole(said, byDefault)) && !isTheHostsName(row.get(1), setting)) {
                    faults.add(name + " is " + setting.byDefault() + " by default");
                }
                if (!readers(row.get(2)).equals(setting.readers())) {
                    faults.add(name + " is read by " + setting.readers());
                }
            }
        }
        return faults;
    }

    /** One that begins with "…" ends what the first of the row begins. */
    private static String whole(String said, List<String> all) {
        return said.startsWith("…") ? all.get(0).replaceFirst(":\\d+$", "") + said.substring(1) : said;
    }

    private static boolean isTheHostsName(String said, Setting setting) {
        return said.startsWith("the host's name, else ")
                && setting.byDefault()
                        .equals("${HOSTNAME:" + NamedTests.codeIn(said).get(0) + "}");
    }

    /** Everybody who is named as a reader: at the beginning, and after a semicolon that begins another one's words. */
    private static Set<String> readers(String said) {
        var readers = new TreeSet<String>();
        for (var part : said.split("; ")) {
            var who = part.replaceFirst(":.*", "").replaceFirst("[.] .*", "");
            if (who.equals("all")) {
                readers.addAll(ALL);
            } else if (who.equals("services")) {
                readers.addAll(SERVICES);
            } else {
                ALL.stream()
                        .filter(one -> Pattern.compile(
                                        "(?:^|, | and )" + one.replace("-service", "-(?:service|)") + "(?:$|,| and)")
                                .matcher(who)
                                .find())
                        .forEach(readers::add);
            }
        }
        return readers;
    }

    private static List<List<String>> rows(String markdown) {
        return markdown.lines()
                .filter(line -> line.startsWith("| `NATTER_"))
                .map(Saying::cells)
                .toList();
    }

    private static Map<String, Setting> read() {
        var read = new TreeMap<String, Setting>();
        for (var application : ALL) {
            for (var file : List.of(DEFAULTS, fileOf(application))) {
                var variable = VARIABLE.matcher(NamedTests.read(NamedTests.TOP.resolve(file)));
                while (variable.find()) {
                    var setting = read.computeIfAbsent(
                            variable.group(1), name -> new Setting(variable.group(2), new TreeSet<>()));
                    assertThat(variable.group(2)).as(variable.group(1)).isEqualTo(setting.byDefault());
                    if (!variable.group(1).equals(FOR_WHO_TELLS)
                            || settings(application).containsKey("natter.messaging.topic")) {
                        setting.readers().add(application);
                    }
                }
            }
        }
        return read;
    }

    private static Map<String, String> settings(String application) {
        return flat(fileOf(application));
    }

    private static Map<String, String> flat(String file) {
        var yaml = new YamlPropertiesFactoryBean();
        yaml.setResources(new FileSystemResource(NamedTests.TOP.resolve(file)));
        var flat = new LinkedHashMap<String, String>();
        var found = yaml.getObject();
        assertThat(found).isNotNull();
        found.forEach((name, value) -> flat.put(String.valueOf(name), String.valueOf(value)));
        return flat;
    }

    private static String withoutVariable(String value) {
        return VARIABLE.matcher(value).replaceAll("$2");
    }

    private static String fileOf(String application) {
        return application + "/src/main/resources/" + application + ".yaml";
    }
}
