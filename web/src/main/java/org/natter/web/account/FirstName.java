package org.natter.web.account;

/** What somebody is called where only that is to be said: the part of their name before its first blank, of whatever width. */
public final class FirstName {

    private FirstName() {}

    public static String of(String name) {
        return name.strip().split("[\\s\\p{Z}]+", 2)[0];
    }
}
