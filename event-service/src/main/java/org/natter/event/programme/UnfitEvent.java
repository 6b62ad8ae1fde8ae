package org.natter.event.programme;

import java.util.List;

/** An event cannot be kept or published as it was typed in. Carries at least one flaw, in the order of the form. */
public final class UnfitEvent extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Flaw> flaws;

    private UnfitEvent(List<Flaw> flaws) {
        super("Unfit event: " + flaws);
        this.flaws = List.copyOf(flaws);
    }

    public static UnfitEvent because(List<Flaw> flaws) {
        return new UnfitEvent(flaws);
    }

    public List<Flaw> flaws() {
        return flaws;
    }
}
