package org.natter.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * {@code docs/held.md} names what holds each sentence and each row of {@code docs/operations.md} and {@code docs/privacy.md},
 * and nothing else: whoever changes what is said there is asked by which test it is so.
 *
 * <p>A row of it begins with the first words of what it is about, as they stand there, and belongs to that under the same
 * heading which begins so. It names a test, or the command by which somebody sees it; what tells its reader what to do is
 * {@code advice}, what only leads to the next thing {@code leads on}.
 */
class HeldTest {

    private static final List<String> DOCUMENTS = List.of("operations.md", "privacy.md");
    private static final List<String> BY_THEMSELVES = List.of("advice", "leads on");
    private static final List<Row> HELD = rows(document("held.md"));

    /** A row of the table about one heading of one document. */
    private record Row(String document, String heading, String words, String heldBy) {

        boolean isAbout(Saying saying) {
            return heading.equals(saying.heading())
                    && !words.isEmpty()
                    && saying.text().startsWith(words);
        }
    }

    @Test
    void everySentenceHasItsRow() {
        var without = new ArrayList<String>();
        DOCUMENTS.forEach(name -> without.addAll(withoutRow(name, document(name), HELD)));

        assertThat(without).isEmpty();
    }

    @Test
    void everyRowHasItsSentence() {
        var without = new ArrayList<String>();
        DOCUMENTS.forEach(name -> without.addAll(withoutSentence(name, document(name), HELD)));

        assertThat(without).isEmpty();
        assertThat(HELD).extracting(Row::document).hasSameElementsAs(DOCUMENTS);
    }

    @Test
    void whateverHoldsSomethingIsThere() {
        assertThat(HELD.stream().flatMap(row -> faultsOf(row).stream())).isEmpty();
    }

    @Test
    void bothDocumentsAndTheReadmeLeadToIt() {
        assertThat(List.of(document("operations.md"), document("privacy.md")))
                .allMatch(text -> text.contains("(held.md)"));
        assertThat(NamedTests.read(NamedTests.TOP.resolve("README.md"))).contains("(docs/held.md)");
    }

    @Test
    void aSentenceThatNobodyHoldsIsMissed() {
        var said =
                "# Tea\n\nIt is hot. It is\nstrong: see `Pot`.\n\n    boil it\n\n```\nPour it.\n```\n\n* Who wants some?\n"
                        + "\n| What | How |\n|---|---|\n| milk | cold |\n| | sugar |\n";
        var tea = rows("## tea.md\n\n### Tea\n\n| What is said | Held by |\n|---|---|\n| It is hot | `PromisesTest` |\n"
                + "| Who wants | advice |\n| milk cold | `PromisesTest` |\n");

        assertThat(withoutRow("tea.md", said, tea))
                .hasSize(2)
                .allSatisfy(complaint -> assertThat(complaint)
                        .startsWith("docs/tea.md says under \"Tea\": \"")
                        .contains("docs/held.md"));
        assertThat(withoutRow("tea.md", said, tea).toString()).contains("It is strong: see `Pot`.", "\"sugar\"");
        assertThat(withoutSentence("tea.md", said, tea)).isEmpty();
    }

    @Test
    void aRowOfWhatIsSaidNoMoreOrTwiceIsFound() {
        var said = "## Tea\n\nIt is hot. It is strong. It stands on the table.\n";
        var tea =
                rows("## tea.md\n\n### Tea\n\n| What is said | Held by |\n|---|---|\n| It is cold | `PromisesTest` |\n"
                        + "| It is | `PromisesTest` |\n| It stands | advice |\n| It stands on | advice |\n\n### Coffee\n\n"
                        + "| What is said | Held by |\n|---|---|\n| It stands | advice |\n");

        assertThat(withoutSentence("tea.md", said, tea))
                .hasSize(3)
                .anyMatch(complaint -> complaint.contains("\"It is cold\"") && complaint.contains("Tea"))
                .anyMatch(complaint -> complaint.contains("\"It is\"") && complaint.contains("more words"))
                .anyMatch(complaint -> complaint.contains("\"It stands\"") && complaint.contains("Coffee"));
        assertThat(withoutRow("tea.md", said, tea))
                .singleElement()
                .asString()
                .contains("It stands on the table.", "2 rows");
    }

    @Test
    void whatHoldsNothingIsFound() {
        for (var good : List.of(
                "`PromisesTest.everyTestThatAPromiseNamesExists`, `aNameOf…`",
                "`local-stack/kills`, as printed below it",
                "`./natter demo --check`",
                "`docker-compose.yml`",
                "advice",
                "leads on")) {
            assertThat(faultsOf(new Row("tea.md", "Tea", "It is hot", good)))
                    .as(good)
                    .isEmpty();
        }
        for (var bad : List.of(
                "",
                "everybody knows",
                "`PromisesTest.nobodyWroteThis`",
                "`NoSuchTest`",
                "`local-stack/kettles`",
                "`PromisesTests`",
                "`aNameOfNoTestIsMissed`",
                "advice: boil it")) {
            assertThat(faultsOf(new Row("tea.md", "Tea", "It is hot", bad)))
                    .as(bad)
                    .singleElement()
                    .asString()
                    .contains("It is hot");
        }
    }

    private static List<String> withoutRow(String name, String markdown, List<Row> held) {
        var complaints = new ArrayList<String>();
        for (var saying : Saying.in(markdown)) {
            var about = rowsOf(name, held).stream()
                    .filter(row -> row.isAbout(saying))
                    .count();
            if (about != 1) {
                complaints.add("docs/" + name + " says under \"" + saying.heading() + "\": \"" + saying.text() + "\". "
                        + (about == 0
                                ? "Nothing holds it: add a row to docs/held.md under \"## " + name + "\", \"### "
                                        + saying.heading() + "\", such as | " + firstWords(saying.text())
                                        + " | `SomeTest.theTestThatHoldsIt` |"
                                : about + " rows of docs/held.md are about it: leave one"));
            }
        }
        return complaints;
    }

    private static List<String> withoutSentence(String name, String markdown, List<Row> held) {
        var said = Saying.in(markdown);
        var complaints = new ArrayList<String>();
        for (var row : rowsOf(name, held)) {
            var about = said.stream().filter(row::isAbout).count();
            if (about != 1) {
                complaints.add("The row \"" + row.words() + "\" of docs/held.md "
                        + (about == 0
                                ? "is about nothing that docs/" + name + " still says under \"" + row.heading()
                                        + "\": give it the first words of what is said there now, or take it out"
                                : "begins " + about + " things that docs/" + name + " says under \"" + row.heading()
                                        + "\": give it more words"));
            }
        }
        return complaints;
    }

    private static List<String> faultsOf(Row row) {
        var holding = NamedTests.codeIn(row.heldBy());
        var missing = new ArrayList<>(NamedTests.missingIn(row.heldBy()));
        holding.stream()
                .filter(code -> !NamedTests.looksLikeOne(code) && !isCommand(code))
                .forEach(missing::add);
        holding.stream()
                .filter(NamedTests::looksLikeOne)
                .findFirst()
                .filter(first -> !NamedTests.isWithItsClass(first))
                .ifPresent(missing::add);
        if (missing.isEmpty() && (!holding.isEmpty() || BY_THEMSELVES.contains(row.heldBy()))) {
            return List.of();
        }
        return List.of("docs/held.md has for \"" + row.words() + "\" of docs/" + row.document() + " "
                + (missing.isEmpty()
                        ? "no test and no command"
                        : "what is neither a test that there is nor a command: " + String.join(", ", missing)));
    }

    /** Its first word is a file of the repository. */
    private static boolean isCommand(String code) {
        return Files.isRegularFile(NamedTests.TOP.resolve(code.split(" ")[0]));
    }

    private static String firstWords(String text) {
        return Saying.SPACES.splitAsStream(text).limit(6).collect(Collectors.joining(" "));
    }

    private static List<Row> rowsOf(String name, List<Row> held) {
        return held.stream().filter(row -> row.document().equals(name)).toList();
    }

    /** Below a heading of the second order, a document's name, one of the third for each heading of that document. */
    private static List<Row> rows(String markdown) {
        var rows = new ArrayList<Row>();
        var document = "";
        var heading = "";
        var lines = markdown.lines().toList();
        for (var at = 0; at < lines.size(); at++) {
            var line = lines.get(at);
            if (line.startsWith("## ")) {
                document = line.substring(3);
            } else if (line.startsWith("### ")) {
                heading = line.substring(4);
            } else if (line.startsWith("|") && !Saying.isOfTheHead(lines, at)) {
                var cells = Saying.cells(line);
                rows.add(new Row(document, heading, cells.get(0), cells.size() > 1 ? cells.get(1) : ""));
            }
        }
        return rows;
    }

    private static String document(String name) {
        return NamedTests.read(NamedTests.TOP.resolve("docs").resolve(name));
    }
}
