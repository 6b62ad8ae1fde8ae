package org.natter.web.services;

import java.util.Locale;

/** One of the three services that web asks; its name is the audience of a token for it. */
public enum Backend {
    EVENT("event-service"),
    ATTENDEE("attendee-service"),
    FEEDBACK("feedback-service");

    private final String audience;

    Backend(String audience) {
        this.audience = audience;
    }

    /** The service's name on the wire. */
    public String audience() {
        return audience;
    }

    /** Its short name in keys and addresses: event, attendee or feedback. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The key of the sentence people read while it is down. */
    public String downMessage() {
        return "down." + key();
    }
}
