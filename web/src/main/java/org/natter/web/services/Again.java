package org.natter.web.services;

/** Whether two people would know each other again. */
public enum Again {
    YES,
    MAYBE,
    NO,
    NOT_SAID;

    /** Whether they might not recognise each other. */
    public boolean isDoubtful() {
        return this == MAYBE;
    }
}
