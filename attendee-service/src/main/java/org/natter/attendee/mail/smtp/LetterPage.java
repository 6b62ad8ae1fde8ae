package org.natter.attendee.mail.smtp;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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

    LetterPage {
        words = List.copyOf(words);
        paragraphs = List.copyOf(paragraphs);
        facts = new LinkedHashMap<>(facts);
        answers = new LinkedHashMap<>(answers);
    }

    /** Paragraphs in the text part, a blank line between two. */
    public String inText(List<String> all) {
        return String.join("\n\n", all);
    }
}
