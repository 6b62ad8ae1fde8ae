package org.natter.web.attendee;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The sentences of the message bundle that code chooses; keys without "attendee." in front. */
@Component("attendeePhrases")
public class Phrases {

    private final MessageSource bundle;

    Phrases(MessageSource bundle) {
        this.bundle = bundle;
    }

    /** One sentence with its facts put in. */
    public String say(String key, Object... facts) {
        return bundle.getMessage("attendee." + key, facts, Locale.UK);
    }

    /** "public library" for {@code PUBLIC}; empty for {@code NOT_SAID}. */
    public String sector(String sector) {
        return Sector.knows(sector) ? say("sector." + sector) : "";
    }
}
