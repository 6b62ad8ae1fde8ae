package org.natter.attendee.cpd;

import java.util.List;

/** What is read on paper, from its top to its bottom. Prints nothing of it. */
public record Sheet(String title, List<Part> parts) {

    public Sheet {
        parts = List.copyOf(parts);
    }

    /** One heading or paragraph; its words may have ends of lines. */
    public record Part(Kind kind, String words) {

        @Override
        public String toString() {
            return "Part[" + kind + "]";
        }
    }

    /** What a part is for whoever has it read out: sections, what they are made of, words, and what stands below in small. */
    public enum Kind {
        SECTION,
        LABEL,
        WORDS,
        SMALL
    }

    @Override
    public String toString() {
        return "Sheet[…]";
    }
}
