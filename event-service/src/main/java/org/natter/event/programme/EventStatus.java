package org.natter.event.programme;

/** Where an event stands in its life. Only a draft is hidden from the public. */
public enum EventStatus {
    DRAFT,
    PUBLISHED,
    CANCELLED,
    CONCLUDED;

    public boolean isPublic() {
        return this != DRAFT;
    }
}
