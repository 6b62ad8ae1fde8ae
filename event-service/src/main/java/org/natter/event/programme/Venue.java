package org.natter.event.programme;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Where an event is held and what somebody needs to know before coming. Texts are never null; an empty one reads "not
 * known, ask" on a page.
 *
 * @param name empty only in a draft
 * @param findUs how to spot us, one or more lines
 */
public record Venue(String name, String address, VenueFacts facts, String nearestStop, String findUs) {

    private static final Pattern LINK = Pattern.compile("https?://|www\\.", Pattern.CASE_INSENSITIVE);

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

    /**
     * What everybody may read of it: the link by which an online event is joined is for whoever has a place, and so is how it
     * is found; attendee-service tells them.
     */
    public Venue shownToThePublic() {
        return takesPlaceOnline()
                ? new Venue(name, "", facts, nearestStop, "")
                : LINK.matcher(address).find() ? new Venue(name, "", facts, nearestStop, findUs) : this;
    }

    /** The form for an event tells organisers to write "Online". */
    private boolean takesPlaceOnline() {
        return name.strip().equalsIgnoreCase("online");
    }

    boolean isSamePlaceAs(Venue other) {
        return name.equals(other.name) && address.equals(other.address);
    }
}
