package org.natter.attendee.checkin;

/** Who said that somebody is here. The constants are those of the messages. */
public enum ArrivedBy {
    HELPER,
    SELF
}
