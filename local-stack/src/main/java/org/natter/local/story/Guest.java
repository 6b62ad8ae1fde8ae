package org.natter.local.story;

import java.util.Locale;

/**
 * Somebody who comes to events. All names are invented.
 *
 * @param sector a constant of the services' {@code Sector}
 * @param listed whether they stand on the who-was-there list
 */
record Guest(String name, String sector, String organisation, boolean listed) {

    /** Their address, made of their name; each organisation has a domain of its own. */
    String email() {
        return letters(name).replace(' ', '.') + "@" + letters(organisation).replace(' ', '-') + ".example";
    }

    private static String letters(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z ]", "");
    }
}
