package org.natter.event.programme;

/** Tidies what organisers type, so that a title cannot carry a line break or a control character into a mail header. */
final class TypedText {

    private TypedText() {}

    static String onOneLine(String typed) {
        return typed.replaceAll("[\\p{Cntrl}\\u2028\\u2029\\s]+", " ")
                .replaceAll("[\\u202A-\\u202E\\u2066-\\u2069]", "")
                .strip();
    }

    static String inLines(String typed) {
        return typed.replaceAll("\\r\\n?|\\u2028|\\u2029", "\n")
                .replaceAll("[\\p{Cntrl}&&[^\\n\\t]]", "")
                .replaceAll("[\\u202A-\\u202E\\u2066-\\u2069]", "")
                .strip();
    }
}
