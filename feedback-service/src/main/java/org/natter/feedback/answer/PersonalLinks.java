package org.natter.feedback.answer;

import java.util.Optional;

/**
 * Tells our own personal links from all other text.
 *
 * <p>Compares in constant time and asks no store.
 */
public interface PersonalLinks {

    /** The link in this token; empty if it is not one of ours. */
    Optional<PersonalLink> verified(String token);
}
