package org.natter.web.account.pages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.natter.web.account.HashingCost;

/** What an installation keeps of a password: the cost stands in the hash itself. */
class Argon2PasswordsTest {

    private static final String SHELVES = "quiet shelves at noon";

    private final Argon2Passwords passwords = new Argon2Passwords(HashingCost.OF_OWASP);

    @Test
    void aHashCostsWhatItShould() {
        assertThat(passwords.hash(SHELVES)).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(passwords.nobodys()).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    }

    @Test
    void thePasswordAndNoOtherIsBehindItWhateverItsCostWas() {
        var cheap = new Argon2Passwords(new HashingCost(64, 1)).hash(SHELVES);

        assertThat(passwords.matches(SHELVES, cheap)).isTrue();
        assertThat(passwords.matches("quiet shelves at ten", cheap)).isFalse();
    }
}
