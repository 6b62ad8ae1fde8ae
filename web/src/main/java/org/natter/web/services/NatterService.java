package org.natter.web.services;

/** One of the three services; its name is the audience of a token for it. */
public enum NatterService {
    EVENT("event-service"),
    ATTENDEE("attendee-service"),
    FEEDBACK("feedback-service");

    private final String audience;

    NatterService(String audience) {
        this.audience = audience;
    }

    /** The service's name on the wire. */
    public String audience() {
        return audience;
    }

    /** The key of the sentence people read while it is down. */
    public String downMessage() {
        return "down." + name().toLowerCase(java.util.Locale.ROOT);
    }
}
