package org.natter.web.account;

/**
 * What one hash of a password by Argon2id costs.
 *
 * @param kibibytes memory, in KiB
 * @param passes over that memory
 */
public record HashingCost(int kibibytes, int passes) {

    /** The least that OWASP's Password Storage Cheat Sheet asks of Argon2id with one lane: 19 MiB, two passes. */
    public static final HashingCost OF_OWASP = new HashingCost(19 * 1024, 2);
}
