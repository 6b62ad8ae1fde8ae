package org.natter.attendee.mail.mail;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Everything that is read in one mail, in both parts.
 *
 * @param facts labels and values, in reading order
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
        String why,
        String stopLabel,
        String stopLink) {

    LetterPage {
        paragraphs = List.copyOf(paragraphs);
        facts = new LinkedHashMap<>(facts);
    }

    Map<String, Object> variables() {
        return Map.ofEntries(
                Map.entry("region", region),
                Map.entry("subject", subject),
                Map.entry("preheader", preheader),
                Map.entry("first", first),
                Map.entry("paragraphs", paragraphs),
                Map.entry("facts", facts),
                Map.entry("buttonLabel", buttonLabel),
                Map.entry("buttonLink", buttonLink),
                Map.entry("why", why),
                Map.entry("stopLabel", stopLabel),
                Map.entry("stopLink", stopLink));
    }
}
