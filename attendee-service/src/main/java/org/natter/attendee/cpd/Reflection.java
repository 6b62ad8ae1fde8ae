package org.natter.attendee.cpd;

import java.util.List;

/**
 * What its owner thinks of one entry, in their own words; empty texts are not said.
 *
 * @param heading any heading, such as one of a scheme's own
 * @param helps whom it helps, each once
 */
public record Reflection(String heading, String happened, String soWhat, String nowWhat, List<Helps> helps) {

    public static final Reflection NONE = new Reflection("", "", "", "", List.of());

    public Reflection {
        helps = helps.stream().distinct().sorted().toList();
    }

    /** Whom something learned helps. */
    public enum Helps {
        OWN_PERFORMANCE,
        OWN_ORGANISATION,
        WIDER_PROFESSION
    }

    @Override
    public String toString() {
        return "Reflection[…]";
    }
}
