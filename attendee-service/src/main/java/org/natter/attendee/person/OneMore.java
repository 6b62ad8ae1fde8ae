package org.natter.attendee.person;

import java.util.Map;

/** Keeps what somebody writes down from growing for ever. */
public final class OneMore {

    private OneMore() {}

    /**
     * Whether what is kept has this key, or room for it. Two at once may be one more than the most; what counts is that there
     * is an end.
     *
     * @param most how many entries there may be
     */
    public static boolean fits(Map<String, ?> kept, String key, int most) {
        return kept.size() < most || kept.containsKey(key);
    }
}
