package org.natter.web.attendee;

import java.util.Arrays;
import java.util.regex.Pattern;

/** How many words somebody has written. The script that counts while they write does the same. */
final class WordCount {

    private static final Pattern BLANKS = Pattern.compile("\\s+", Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]");

    private WordCount() {}

    /** Of these texts together; what has neither a letter nor a number is no word. */
    static int of(String... texts) {
        return (int) BLANKS.splitAsStream(String.join(" ", Arrays.asList(texts)))
                .filter(word -> WORD.matcher(word).find())
                .count();
    }
}
