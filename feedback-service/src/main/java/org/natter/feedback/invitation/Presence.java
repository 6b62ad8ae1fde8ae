package org.natter.feedback.invitation;

/**
 * What the door has said of an attendance.
 *
 * <p>{@link #HERE_UNREACHABLE} is somebody who left no address: counted among those who came, and never asked.
 */
public enum Presence {
    HERE,
    HERE_UNREACHABLE,
    NOT_HERE;

    public boolean isHere() {
        return this != NOT_HERE;
    }
}
