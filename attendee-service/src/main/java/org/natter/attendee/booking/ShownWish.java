package org.natter.attendee.booking;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.natter.attendee.person.PersonDetails;
import org.natter.ids.Sha256;

/**
 * A wish as its owner was shown it before they pressed the button: a mark of everything that the press takes over, which
 * tells nothing of it.
 *
 * @param mark absent for whoever was shown nothing
 */
public record ShownWish(@Nullable String mark) {

    /** Of whoever was shown nothing. */
    public static final ShownWish NOTHING = new ShownWish(null);

    /** The mark of the wish as it stands. */
    static String markOf(PersonDetails said, BookingChoices choices) {
        return Sha256.hex(Stream.of(
                        said.name(),
                        said.organisation(),
                        said.sector().name(),
                        choices.sector().name(),
                        String.valueOf(choices.newcomer()),
                        String.valueOf(choices.listed()))
                .map(part -> part.length() + ":" + part)
                .collect(Collectors.joining()));
    }

    /** Whether it still is what was shown: anybody may have asked again with the same address since. */
    boolean isStill(PersonDetails said, BookingChoices choices) {
        return mark == null || mark.equals(markOf(said, choices));
    }
}
