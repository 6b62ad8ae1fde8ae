package org.natter.event.region;

/** There is no such region, or the caller may not know of it; both read alike. */
public final class UnknownRegion extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private UnknownRegion(String message) {
        super(message);
    }

    public static UnknownRegion withId(RegionId id) {
        return new UnknownRegion("No region " + id.value());
    }
}
