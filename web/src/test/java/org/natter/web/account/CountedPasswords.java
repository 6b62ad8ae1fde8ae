package org.natter.web.account;

import java.util.concurrent.atomic.AtomicInteger;

/** The real ones, which also say how often something was hashed. */
public final class CountedPasswords implements Passwords {

    private final Passwords passwords;
    private final AtomicInteger hashed = new AtomicInteger();

    public CountedPasswords(Passwords passwords) {
        this.passwords = passwords;
    }

    /** How often, so far. */
    public int hashed() {
        return hashed.get();
    }

    @Override
    public String hash(String password) {
        hashed.incrementAndGet();
        return passwords.hash(password);
    }

    @Override
    public boolean matches(String password, String hash) {
        hashed.incrementAndGet();
        return passwords.matches(password, hash);
    }

    @Override
    public boolean matchesForStranger(String password, String hash) {
        hashed.incrementAndGet();
        return passwords.matchesForStranger(password, hash);
    }

    @Override
    public String nobodys() {
        return passwords.nobodys();
    }
}
