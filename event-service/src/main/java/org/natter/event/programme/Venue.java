package org.natter.event.programme;

import java.util.Objects;

/**
 * Where an event is held and what somebody needs to know before coming. Texts are never null; an empty one reads "not
 * known, ask" on a page.
 *
 * @param name empty only in a draft
 * @param findUs how to spot us, one or more lines
 */
public record Venue(String name, String address, VenueFacts facts, String nearestStop, String findUs) {

    public static final int LONGEST_NAME = 120;
    public static final int LONGEST_ADDRESS = 300;
    public static final int LONGEST_STOP = 200;
    public static final int LONGEST_FIND_US = 500;

    public Venue {
        name = TypedText.onOneLine(name);
        address = TypedText.onOneLine(address);
        Objects.requireNonNull(facts);
        nearestStop = TypedText.onOneLine(nearestStop);
        findUs = TypedText.inLines(findUs);
    }

    boolean isSamePlaceAs(Venue other) {
        return name.equals(other.name) && address.equals(other.address);
    }
}
