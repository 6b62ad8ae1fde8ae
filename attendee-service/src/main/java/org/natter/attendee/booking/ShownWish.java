package org.natter.attendee.booking;

import org.jspecify.annotations.Nullable;
import org.natter.attendee.person.PersonDetails;
import org.natter.attendee.person.Sector;

/** A wish as its owner was shown it before they pressed the button; what is absent was not shown. Prints nothing of it. */
public record ShownWish(
        @Nullable String name,
        @Nullable Boolean listed,
        @Nullable Sector sector) {

    /** Of whoever was shown nothing. */
    public static final ShownWish NOTHING = new ShownWish(null, null, null);

    /** Whether it still is what was shown: anybody may have asked again with the same address since. */
    boolean isStill(PersonDetails said, BookingChoices choices) {
        return (name == null || name.equals(said.name()))
                && (listed == null || listed == choices.listed())
                && (sector == null || sector == choices.sector());
    }

    @Override
    public String toString() {
        return "ShownWish[…]";
    }
}
