package org.natter.event.region;

import java.util.List;

/** A region cannot be added as it was typed in. Carries at least one flaw. */
public final class UnfitRegion extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<RegionFlaw> flaws;

    private UnfitRegion(List<RegionFlaw> flaws) {
        super("Unfit region: " + flaws);
        this.flaws = List.copyOf(flaws);
    }

    static UnfitRegion because(List<RegionFlaw> flaws) {
        return new UnfitRegion(flaws);
    }

    public List<RegionFlaw> flaws() {
        return flaws;
    }
}
