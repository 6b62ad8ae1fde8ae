package org.natter.web.attendee;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** One answer to choose: what the form sends, the bundle's key of its words, and the words themselves. */
public record Choice(String value, String message, String words) {

    private static Choice of(String value, String key, Phrases phrases) {
        return new Choice(value, "attendee." + key, phrases.say(key));
    }

    /** These values in this order; their words stand under {@code keys.value}. */
    public static List<Choice> list(Phrases phrases, String keys, List<String> values) {
        return values.stream()
                .map(value -> of(value, keys + "." + value, phrases))
                .toList();
    }

    static List<Choice> yesNo(Phrases phrases) {
        return List.of(of("yes", "yes", phrases), of("no", "no", phrases));
    }

    /** All sectors, and first the wish to choose one. */
    static List<Choice> sectors(Phrases phrases) {
        var choices = new ArrayList<Choice>();
        choices.add(of("", "choose", phrases));
        Arrays.stream(Sector.values())
                .map(sector -> new Choice(
                        sector.name(), "attendee.sector." + sector, InWords.capital(phrases.sector(sector.name()))))
                .forEach(choices::add);
        return choices;
    }
}
