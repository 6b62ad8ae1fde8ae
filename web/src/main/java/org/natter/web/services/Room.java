package org.natter.web.services;

/** What room there is for somebody new: full is what is full, not what is kept for those in line. */
public enum Room {
    FREE,
    OTHERS_FIRST,
    ON_OFFER,
    FULL;

    public boolean isFull() {
        return this == FULL;
    }
}
