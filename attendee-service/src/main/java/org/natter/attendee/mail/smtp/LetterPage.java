package org.natter.attendee.mail.smtp;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Everything that is read in one mail, in both parts.
 *
 * @param facts labels and values, in reading order
 * @param besideLink where something that paragraphs speak of is to be seen; empty in most
 * @param stopLink where this stream is stopped; empty for booking mail
 */
record LetterPage(
        String region,
        String subject,
        String preheader,
        String first,
        List<String> paragraphs,
        Map<String, String> facts,
        String buttonLabel,
        String buttonLink,
        String besideLabel,
        String besideLink,
        String why,
        String stopLabel,
        String stopLink) {

    LetterPage {
        paragraphs = List.copyOf(paragraphs);
        facts = new LinkedHashMap<>(facts);
    }
}
