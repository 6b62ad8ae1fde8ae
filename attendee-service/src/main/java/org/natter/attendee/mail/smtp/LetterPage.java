package org.natter.attendee.mail.smtp;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Everything that is read in one mail, in both parts.
 *
 * @param words what organisers wrote to everybody, a paragraph each; lines within one end with a line feed, as in facts
 * @param facts labels and values, in reading order
 * @param question what can be answered by pressing in the mail; empty in most
 * @param answers what one can say to it, and where that leads, in reading order: a page that saves nothing until its button
 *     is pressed
 * @param besideLink where something that paragraphs speak of is to be seen; empty in most
 * @param stopLink where this stream is stopped; empty for booking mail
 */
record LetterPage(
        String region,
        String subject,
        String preheader,
        String first,
        List<String> words,
        List<String> paragraphs,
        Map<String, String> facts,
        String question,
        Map<String, String> answers,
        String buttonLabel,
        String buttonLink,
        String besideLabel,
        String besideLink,
        String why,
        String stopLabel,
        String stopLink) {

    /** What stands after it in a sentence is no part of it. */
    private static final Pattern LINK = Pattern.compile("https?://[^\\s\"<>]*[^\\s\"<>.,;:!?)]");

    LetterPage {
        words = List.copyOf(words);
        paragraphs = List.copyOf(paragraphs);
        facts = new LinkedHashMap<>(facts);
        answers = new LinkedHashMap<>(answers);
    }

    /** A piece of a line: words, or an address that a browser opens. */
    public record Piece(String words, boolean link) {}

    /** A line of a fact in its pieces, so that an address in it can be opened from the HTML part. */
    public List<Piece> pieces(String line) {
        var pieces = new ArrayList<Piece>();
        var links = LINK.matcher(line);
        var at = 0;
        while (links.find()) {
            pieces.add(new Piece(line.substring(at, links.start()), false));
            pieces.add(new Piece(links.group(), true));
            at = links.end();
        }
        pieces.add(new Piece(line.substring(at), false));
        return pieces.stream().filter(piece -> !piece.words().isEmpty()).toList();
    }

    /** Paragraphs in the text part, a blank line between two. */
    public String inText(List<String> all) {
        return String.join("\n\n", all);
    }
}
