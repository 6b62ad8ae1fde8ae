package org.natter.web.account;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Which passwords are taken: 12 to 200 characters of any kind, and not one that everybody tries first. */
final class PasswordRule {

    static final int SHORTEST = 12;
    static final int LONGEST = 200;

    private static final List<String> TRIED_FIRST = List.of(
            "password",
            "passw0rd",
            "qwerty",
            "letmein",
            "welcome",
            "abc123",
            "123456",
            "111111",
            "iloveyou",
            "admin",
            "library",
            "natter",
            "secret",
            "changeme",
            "monkey",
            "dragon");

    private PasswordRule() {}

    /** The key of the sentence that says what to do, or nothing if the password will do. */
    static Optional<String> objectionTo(String password) {
        if (password.length() < SHORTEST) {
            return Optional.of("account.password.short");
        }
        if (password.length() > LONGEST) {
            return Optional.of("account.password.long");
        }
        return commonplace(password) ? Optional.of("account.password.common") : Optional.empty();
    }

    private static boolean commonplace(String password) {
        var letters = password.toLowerCase(Locale.ROOT);
        for (var word : TRIED_FIRST) {
            letters = letters.replace(word, "");
        }
        return letters.replaceAll("[\\d\\W_]", "").length() < 4
                && password.chars().distinct().count() < 12;
    }
}
