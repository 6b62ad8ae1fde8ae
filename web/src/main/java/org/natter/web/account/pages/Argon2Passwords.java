package org.natter.web.account.pages;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.natter.ids.HexId;
import org.natter.web.account.HashingCost;
import org.natter.web.account.Passwords;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/** Argon2id with one lane; two at a time and of strangers one, so that sign-ins cannot eat the machine, nor strangers all of them. */
@Component
class Argon2Passwords implements Passwords {

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int LANES = 1;
    private static final long PATIENCE_SECONDS = 3;

    private final Argon2PasswordEncoder argon2;
    private final Semaphore turns = new Semaphore(2, true);
    private final Semaphore strangers = new Semaphore(1, true);
    private final String nobodys;

    Argon2Passwords(HashingCost cost) {
        argon2 = new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, cost.kibibytes(), cost.passes());
        nobodys = argon2(HexId.random());
    }

    @Override
    public String hash(String password) {
        return inTurn(turns, () -> argon2(password));
    }

    @Override
    public boolean matches(String password, String hash) {
        return inTurn(turns, () -> argon2.matches(password, hash));
    }

    @Override
    public boolean matchesForStranger(String password, String hash) {
        return inTurn(strangers, () -> matches(password, hash));
    }

    @Override
    public String nobodys() {
        return nobodys;
    }

    private String argon2(String password) {
        var hash = argon2.encode(password);
        if (hash == null) {
            throw new IllegalStateException("Argon2 gave no hash");
        }
        return hash;
    }

    private static <T> T inTurn(Semaphore turns, Supplier<T> work) {
        try {
            if (!turns.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw TooBusy.hashing();
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw TooBusy.hashing();
        }
        try {
            return work.get();
        } finally {
            turns.release();
        }
    }
}
