package org.natter.web.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whoever sets the network up has to know a word that only the start says, to the person who started it. */
public final class FirstVisit {

    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final int GROUPS = 3;
    private static final int IN_GROUP = 4;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Organisers organisers;
    private final String word;

    /** @param setting the word, or an empty text to have one made up */
    public FirstVisit(Organisers organisers, String setting) {
        this.organisers = organisers;
        this.word = setting.isBlank() ? madeUp() : setting.strip();
    }

    /** Where to go for it, with the word; nothing once the network has been set up. */
    public Optional<String> path() {
        return organisers.any() ? Optional.empty() : Optional.of("/set-up?word=" + word);
    }

    /** Whether that is the word. */
    public boolean knows(String typed) {
        return MessageDigest.isEqual(bytes(word), bytes(typed.strip()));
    }

    private static byte[] bytes(String text) {
        return text.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
    }

    private static String madeUp() {
        return Stream.generate(FirstVisit::group).limit(GROUPS).collect(Collectors.joining("-"));
    }

    private static String group() {
        return RANDOM.ints(IN_GROUP, 0, LETTERS.length())
                .mapToObj(LETTERS::charAt)
                .map(String::valueOf)
                .collect(Collectors.joining());
    }
}
