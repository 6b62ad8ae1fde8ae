package org.natter.web.account;

import org.natter.ids.HexId;
import org.natter.web.services.Caller;
import org.natter.web.services.EventId;

/**
 * What a phone has that opened a door link: the door of one event, and nothing that tells who holds it.
 *
 * @param link the id of the link, by which arrivals are noted; no secret
 * @param phone an id made up when the door was opened, so that one phone's presses count as its own; no secret
 */
public record DoorPass(EventId event, String link, String phone) implements Doorkeeper {

    /** Where a session keeps it. */
    public static final String IN_SESSION = "natter.door";

    public DoorPass {
        HexId.require(link);
        HexId.require(phone);
    }

    /** What a phone gets that has just opened the door. */
    public static DoorPass opened(EventId event, String link) {
        return new DoorPass(event, link, HexId.random());
    }

    /** What {@link #text} wrote; sessions of an earlier version have no phone, and count as one. */
    public static DoorPass of(String text) {
        var parts = text.split("\\.", 3);
        return new DoorPass(new EventId(parts[0]), parts[1], parts[parts.length - 1]);
    }

    @Override
    public Caller caller() {
        return Caller.door(link, event.value());
    }

    /** As a session keeps it. */
    public String text() {
        return event + "." + link + "." + phone;
    }
}
