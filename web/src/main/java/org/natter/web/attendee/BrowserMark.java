package org.natter.web.attendee;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of a random cookie, as hexadecimal: binds a mailed sign-in link to the browser that asked for it. */
public record BrowserMark(String value) {

    static BrowserMark of(String cookie) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(cookie.getBytes(StandardCharsets.UTF_8));
            return new BrowserMark(HexFormat.of().formatHex(hash));
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("Every Java has SHA-256", absent);
        }
    }
}
