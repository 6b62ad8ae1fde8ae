package org.natter.web.account;

/** What an account may do: everything in the network, or everything in one region. */
public enum Role {
    OWNER,
    ORGANISER
}
