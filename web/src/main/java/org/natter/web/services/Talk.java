package org.natter.web.services;

/** What sort of talk two people had. */
public enum Talk {
    CHAT,
    USEFUL,
    BOTH,
    NOT_SAID;

    /** Whether it was said. */
    public boolean isSaid() {
        return this != NOT_SAID;
    }

    /** Whether something useful was in it. */
    public boolean isUseful() {
        return this == USEFUL || this == BOTH;
    }
}
