package org.natter.attendee.cpd.web;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.natter.attendee.cpd.CpdPage;
import org.natter.attendee.cpd.CpdPage.Line;
import org.natter.attendee.cpd.Dates;
import org.natter.attendee.cpd.LearningTime;
import org.natter.attendee.cpd.Sheet;
import org.natter.attendee.cpd.Sheet.Kind;
import org.natter.attendee.cpd.Sheet.Part;
import org.natter.ids.Unseen;
import org.springframework.stereotype.Component;

/** A CPD record as files to hand in: a table (RFC 4180), plain text and paper. All say the same as the page, in its words. */
@Component
class CpdFiles {

    /** By this a spreadsheet reads letters beyond English as they were written. */
    private static final String BYTE_ORDER_MARK = "\ufeff";

    /** By one of these a formula begins, or by one that is another shape of it. */
    private static final String SIGNS = "=+-@\u2212";

    private static final List<String> COLUMNS = List.of(
            "date",
            "until",
            "what",
            "heading",
            "happened",
            "soWhat",
            "nowWhat",
            "helps",
            "people",
            "hours",
            "because",
            "counts");

    private static final String LINE_END = "\r\n";

    private final CpdWords words;

    CpdFiles(CpdWords words) {
        this.words = words;
    }

    /** One line an entry, newest first, under a line of headings. */
    String table(CpdPage page, boolean names) {
        return Stream.concat(
                        Stream.of(COLUMNS.stream()
                                .map(column -> words.say("file." + column))
                                .toList()),
                        page.lines().stream().map(line -> cells(line, names)))
                .map(cells -> cells.stream().map(CpdFiles::cell).collect(Collectors.joining(",")))
                .collect(Collectors.joining(LINE_END, BYTE_ORDER_MARK, LINE_END));
    }

    private List<String> cells(Line line, boolean names) {
        var said = line.written().reflection();
        return List.of(
                line.on().toString(),
                line.until().toString(),
                line.title(),
                said.heading(),
                said.happened(),
                said.soWhat(),
                said.nowWhat(),
                String.join("; ", words.helps(line)),
                String.join("; ", words.people(line.people(), names)),
                LearningTime.hours(line.quarters()),
                words.because(line),
                String.join("; ", words.counts(line.grid())));
    }

    /** In quotes, its own doubled; what would be a formula begins with an apostrophe, and is text. */
    static String cell(String words) {
        var plain = isFormula(words) ? "'" + words : words;
        return '"' + plain.replace("\"", "\"\"") + '"';
    }

    /** What a spreadsheet takes for one, also behind blanks, a line's end and what nobody sees. */
    private static boolean isFormula(String words) {
        var begins = Unseen.withPlainBlanks(Unseen.allLeftOut(words))
                .stripLeading()
                .codePoints()
                .limit(1);
        return words.startsWith("\t")
                || words.startsWith("\r")
                || begins.mapToObj(Character::toString)
                        .map(first -> Normalizer.normalize(first, Normalizer.Form.NFKC))
                        .anyMatch(first -> SIGNS.contains(first.substring(0, 1)));
    }

    /** Reflections first, numbers last. */
    String text(CpdPage page, Dates dates, boolean names) {
        var lines = new ArrayList<String>();
        lines.addAll(List.of(words.say("title"), words.dates(dates), ""));
        page.lines().forEach(line -> lines.addAll(paragraphs(line, names)));
        if (page.lines().isEmpty()) {
            lines.addAll(List.of(words.nothing(dates), ""));
        }
        lines.add(words.lastTwelveMonths(page));
        lines.add(words.inTheseDates(page));
        lines.addAll(words.counts(page));
        lines.addAll(List.of("", words.say("file.how")));
        lines.addAll(words.how());
        return lines.stream()
                .map(line -> line.replace("\n", LINE_END) + LINE_END)
                .collect(Collectors.joining());
    }

    /** The same for paper. */
    Sheet sheet(CpdPage page, Dates dates, boolean names) {
        var parts = new ArrayList<Part>();
        parts.add(new Part(Kind.SMALL, words.dates(dates)));
        page.lines().forEach(line -> parts.addAll(parts(line, names)));
        if (page.lines().isEmpty()) {
            parts.add(new Part(Kind.WORDS, words.nothing(dates)));
        }
        parts.add(new Part(Kind.SECTION, words.say("file.numbers")));
        parts.add(new Part(Kind.WORDS, words.lastTwelveMonths(page)));
        parts.add(new Part(Kind.WORDS, words.inTheseDates(page)));
        words.counts(page).forEach(count -> parts.add(new Part(Kind.WORDS, count)));
        parts.add(new Part(Kind.LABEL, words.say("file.how")));
        words.how().forEach(sentence -> parts.add(new Part(Kind.SMALL, sentence)));
        return new Sheet(words.say("title"), parts);
    }

    private List<Part> parts(Line line, boolean names) {
        var said = line.written().reflection();
        var parts = new ArrayList<Part>();
        parts.add(new Part(Kind.SECTION, line.title()));
        parts.add(new Part(Kind.SMALL, words.days(line)));
        add(parts, said.heading());
        add(parts, "happened", said.happened());
        add(parts, "soWhat", said.soWhat());
        add(parts, "nowWhat", said.nowWhat());
        add(parts, "helps", String.join(", ", words.helps(line)));
        add(parts, "people", String.join("; ", words.people(line.people(), names)));
        add(parts, "hours", LearningTime.hours(line.quarters()) + ". " + words.because(line));
        words.counts(line.grid()).forEach(count -> parts.add(new Part(Kind.SMALL, count)));
        return parts;
    }

    private static void add(List<Part> parts, String said) {
        if (!said.isEmpty()) {
            parts.add(new Part(Kind.WORDS, said));
        }
    }

    private void add(List<Part> parts, String what, String said) {
        if (!said.isEmpty()) {
            parts.add(new Part(Kind.LABEL, words.say("file." + what)));
            parts.add(new Part(Kind.WORDS, said));
        }
    }

    private List<String> paragraphs(Line line, boolean names) {
        var said = line.written().reflection();
        var lines = new ArrayList<String>();
        lines.add(line.title() + ", " + words.days(line));
        write(lines, "heading", said.heading());
        write(lines, "happened", said.happened());
        write(lines, "soWhat", said.soWhat());
        write(lines, "nowWhat", said.nowWhat());
        write(lines, "helps", String.join(", ", words.helps(line)));
        write(lines, "people", String.join("; ", words.people(line.people(), names)));
        write(lines, "hours", LearningTime.hours(line.quarters()) + ". " + words.because(line));
        lines.addAll(words.counts(line.grid()));
        lines.add("");
        return lines;
    }

    private void write(List<String> lines, String what, String said) {
        if (!said.isEmpty()) {
            lines.add(words.say("file." + what) + ": " + said);
        }
    }
}
