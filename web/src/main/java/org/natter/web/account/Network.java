package org.natter.web.account;

/** The whole installation's name. */
public interface Network {

    /** The name, or an empty text before set-up. */
    String name();

    /** Gives the network its name. */
    void call(String name);
}
