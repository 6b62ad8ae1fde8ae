package org.natter.event.programme;

import org.natter.ids.Unseen;

/** Tidies what organisers type, so that a title cannot carry a line break or a control character into a mail header. */
final class TypedText {

    private TypedText() {}

    static String onOneLine(String typed) {
        return Unseen.leftOut(typed.replaceAll("[\\p{Cntrl}\\u2028\\u2029\\s]+", " "))
                .strip();
    }

    static String inLines(String typed) {
        return Unseen.leftOut(typed.replaceAll("\\r\\n?|\\u2028|\\u2029", "\n")).strip();
    }
}
