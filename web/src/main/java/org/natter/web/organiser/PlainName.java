package org.natter.web.organiser;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A name as somebody in a hurry types it: no accents, no capitals. {@code natter.js} does the same in the browser. */
final class PlainName {

    private static final Map<String, String> LETTERS = Map.of(
            "ł", "l", "ø", "o", "đ", "d", "ð", "d", "þ", "th", "ß", "ss", "æ", "ae", "œ", "oe", "ı", "i", "’", "'");

    private PlainName() {}

    static String of(String written) {
        var plain = Normalizer.normalize(written, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT);
        plain = Normalizer.normalize(plain, Normalizer.Form.NFKD).replaceAll("\\p{M}+", "");
        for (var letter : LETTERS.entrySet()) {
            plain = plain.replace(letter.getKey(), letter.getValue());
        }
        return plain.strip();
    }

    /** Whether both are the same name, however many spaces are in them. */
    static boolean isSame(String typed, String written) {
        return !typed.isBlank()
                && of(typed).replaceAll("\\s+", " ").equals(of(written).replaceAll("\\s+", " "));
    }

    /** Whether each typed word stands somewhere in it. */
    static boolean finds(String typed, String written) {
        var plain = of(written);
        return List.of(of(typed).split("\\s+")).stream().allMatch(plain::contains);
    }
}
