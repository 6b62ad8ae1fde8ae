package org.natter.web.account;

import org.natter.ids.HexId;
import org.natter.web.services.Caller;
import org.natter.web.services.EventId;

/**
 * What a phone has that opened a door link: the door of one event, and nothing that tells who holds it.
 *
 * @param link the id of the link, by which arrivals are noted; no secret
 */
public record DoorPass(EventId event, String link) implements Doorkeeper {

    /** Where a session keeps it. */
    public static final String IN_SESSION = "natter.door";

    public DoorPass {
        HexId.require(link);
    }

    /** What {@link #text} wrote. */
    public static DoorPass of(String text) {
        var parts = text.split("\\.", 2);
        return new DoorPass(new EventId(parts[0]), parts.length == 1 ? "" : parts[1]);
    }

    @Override
    public Caller caller() {
        return Caller.door(link, event.value());
    }

    /** As a session keeps it. */
    public String text() {
        return event + "." + link;
    }
}
