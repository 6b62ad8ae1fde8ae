package org.natter.local.story;

import java.util.Locale;
import org.natter.web.services.Sector;

/**
 * Somebody who comes to events. All names are invented.
 *
 * @param listed whether they stand on the who-was-there list
 */
record Guest(String name, Sector sector, String organisation, boolean listed) {

    /** Their address, made of their name; each organisation has a domain of its own. */
    String email() {
        return letters(name).replace(' ', '.') + "@" + letters(organisation).replace(' ', '-') + ".example";
    }

    private static String letters(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z ]", "");
    }
}
