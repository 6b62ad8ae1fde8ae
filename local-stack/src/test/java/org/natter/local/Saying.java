package org.natter.local;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One thing that a document of ours says: a sentence, or a row of a table.
 *
 * <p>A sentence ends at a full stop, a question or an exclamation mark before a space; a row is its cells one after the other,
 * empty ones left out. Code blocks, headings and the head of a table say nothing.
 *
 * @param heading the heading that it stands under
 * @param text as it stands in the document, its lines joined by spaces
 */
record Saying(String heading, String text) {

    static final Pattern SPACES = Pattern.compile(" +");

    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.?!][\")*]{0,3}) +");
    private static final Pattern LINE_UNDER_HEAD = Pattern.compile("[|][-:| ]+[|]");
    private static final Pattern LIST_MARK = Pattern.compile("^(?:[*-]|\\d+[.]) +");

    /** All that the Markdown of a document says, in its order. */
    static List<Saying> in(String markdown) {
        var said = new ArrayList<Saying>();
        var paragraph = new ArrayList<String>();
        var heading = "";
        var fenced = false;
        var lines = markdown.lines().toList();
        for (var at = 0; at < lines.size(); at++) {
            var line = lines.get(at);
            var begins =
                    LIST_MARK.matcher(line).find() || Stream.of("#", "|", "```").anyMatch(line::startsWith);
            if (begins || fenced || line.isBlank()) {
                end(paragraph, heading, said);
            }
            if (line.startsWith("```")) {
                fenced = !fenced;
            } else if (fenced || line.isBlank() || paragraph.isEmpty() && line.startsWith("    ")) {
                continue;
            } else if (line.startsWith("#")) {
                heading = line.replaceFirst("^#+ *", "");
            } else if (!line.startsWith("|")) {
                paragraph.add(LIST_MARK.matcher(line.strip()).replaceFirst(""));
            } else if (!isOfTheHead(lines, at)) {
                said.add(new Saying(heading, row(line)));
            }
        }
        end(paragraph, heading, said);
        return said;
    }

    /** The cells of a row of a table, each without the spaces around it. */
    static List<String> cells(String line) {
        return Stream.of(line.strip().replaceFirst("^[|]", "").split("[|]"))
                .map(String::strip)
                .toList();
    }

    private static String row(String line) {
        return String.join(
                " ", cells(line).stream().filter(cell -> !cell.isEmpty()).toList());
    }

    static boolean isOfTheHead(List<String> lines, int at) {
        return isUnderHead(lines.get(at)) || at + 1 < lines.size() && isUnderHead(lines.get(at + 1));
    }

    private static boolean isUnderHead(String line) {
        return LINE_UNDER_HEAD.matcher(line).matches();
    }

    private static void end(List<String> paragraph, String heading, List<Saying> said) {
        if (!paragraph.isEmpty()) {
            SENTENCE_END
                    .splitAsStream(String.join(" ", paragraph))
                    .map(sentence -> new Saying(heading, sentence))
                    .forEach(said::add);
            paragraph.clear();
        }
    }
}
