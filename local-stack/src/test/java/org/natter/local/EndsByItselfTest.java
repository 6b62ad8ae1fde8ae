package org.natter.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * What {@code docs/operations.md} says under "What ends by itself" is what the applications remove, and nothing is removed
 * that is not named there: whoever writes a new removal is asked which line of the table it belongs to.
 */
class EndsByItselfTest {

    private static final List<String> APPLICATIONS =
            List.of("event-service", "attendee-service", "feedback-service", "web", "messaging");
    private static final Pattern REMOVES =
            Pattern.compile("\\b(?:delete(?:One|Many)|findOneAndDelete|drop)\\(|DeleteOneModel<");
    private static final Pattern EXPIRES = Pattern.compile("expireAfter|expireAfterSeconds|expire\\(");
    private static final Map<String, Path> SOURCES = sources();
    private static final String OPERATIONS = NamedTests.read(NamedTests.TOP.resolve("docs/operations.md"));

    /** Each class that removes rows, with the collections whose rows these are. */
    private static final Map<String, List<String>> REMOVING = Map.ofEntries(
            Map.entry("MongoSignInAsks", List.of("sign_in_ask")),
            Map.entry("MongoSignInRequests", List.of("sign_in_request")),
            Map.entry("MongoPeople", List.of("person", "person_address", "person_attendance")),
            Map.entry("MongoStrayPeople", List.of("person", "person_address", "person_attendance")),
            Map.entry("MongoDoorCodes", List.of("door_code")),
            Map.entry("MongoBookingRequests", List.of("booking_request")),
            Map.entry("MongoMailQueue", List.of("mail_queue")),
            Map.entry("MongoMailboxRecords", List.of("mail_day", "mail_refused", "mail_stopped")),
            Map.entry("Leases", List.of("relay_lease")),
            Map.entry("ReadModel", List.of("history_entry…", "history_room…")),
            Map.entry("MongoAttempts", List.of("attempt")),
            Map.entry("MongoSignInCodes", List.of("sign_in_code")),
            Map.entry("MongoPasswordLinks", List.of("password_link")),
            Map.entry("MongoAllowances", List.of("allowance")),
            Map.entry("MongoOrganisers", List.of("organiser")),
            Map.entry("MongoDoorLinks", List.of("door_link")),
            Map.entry("MongoSessions", List.of("session")),
            Map.entry("MongoKnownBrowsers", List.of("known_browser")));

    @Test
    void whatIsRemovedIsNamed() {
        assertThat(whichMatch(REMOVES))
                .as("classes that remove rows: name each here, and its collections in docs/operations.md")
                .containsExactlyElementsOf(new TreeSet<>(REMOVING.keySet()));
        REMOVING.forEach(
                (name, collections) -> assertThat(named(OPERATIONS)).as(name).containsAll(collections));
    }

    @Test
    void whatIsNamedIsThere() {
        var sources = new StringBuilder();
        SOURCES.values().forEach(file -> sources.append(NamedTests.read(file)));

        assertThat(named(OPERATIONS))
                .isNotEmpty()
                .allMatch(name -> sources.indexOf("\"" + name.replace("…", "") + "\"") >= 0);
    }

    @Test
    void noStoreRemovesAnythingByItself() {
        assertThat(whichMatch(EXPIRES)).isEmpty();
        assertThat("new IndexOptions().expireAfter(1L, TimeUnit.DAYS)").containsPattern(EXPIRES);
    }

    @Test
    void aRemovalThatNobodyNamedIsFound() {
        assertThat("rows.deleteMany(Filters.lt(\"at\", then));").containsPattern(REMOVES);
        assertThat("attempts.worked(key); // deleted").doesNotContainPattern(REMOVES);
        assertThat(
                        named(
                                "## What ends by itself\n\n| web | `kettle` | when it boils |\n\n## Next\n\n| web | `pot` | |\n"))
                .containsExactly("kettle");
    }

    private static List<String> named(String operations) {
        var named = new ArrayList<String>();
        var section =
                operations.replaceFirst("(?s).*\n?## What ends by itself\n", "").replaceFirst("(?s)\n## .*", "");
        section.lines()
                .filter(line -> line.startsWith("|"))
                .map(line -> Saying.cells(line).get(1))
                .forEach(cell -> named.addAll(NamedTests.codeIn(cell)));
        return named;
    }

    private static List<String> whichMatch(Pattern pattern) {
        return SOURCES.entrySet().stream()
                .filter(source ->
                        pattern.matcher(NamedTests.read(source.getValue())).find())
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Map<String, Path> sources() {
        var sources = new TreeMap<String, Path>();
        for (var application : APPLICATIONS) {
            try (var files = Files.walk(NamedTests.TOP.resolve(application).resolve("src/main/java"))) {
                files.filter(file -> file.toString().endsWith(".java"))
                        .forEach(file -> sources.merge(
                                file.getFileName().toString().replace(".java", ""), file, (one, other) -> one));
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        return sources;
    }
}
