package org.natter.messaging;

/** Which aggregate: its type and its id. */
record Aggregate(String type, String id) {

    /** As leases and the event log know it: {@code seats/9f…}. */
    String name() {
        return type + "/" + id;
    }

    @Override
    public String toString() {
        return name();
    }
}
