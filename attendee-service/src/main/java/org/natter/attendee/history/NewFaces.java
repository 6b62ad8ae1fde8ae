package org.natter.attendee.history;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * P2 of {@code measures.md}, section 6: new faces against what the room made likely.
 *
 * @param spokenTo the people it rests on
 * @param share s = New/N, from 0 to 1; undefined if nobody was spoken to
 * @param roomShareNew e = (n − 1 − k)/(n − 1), the share of the others in the room one did not know, from 0 to 1; undefined
 *     in a room with nobody else
 * @param lift q = s/e, from 0 to 1/e; undefined without s or e and for e = 0
 */
public record NewFaces(SpokenTo spokenTo, OptionalDouble share, OptionalDouble roomShareNew, OptionalDouble lift) {

    private static final int SHOWN_FROM = 3;
    private static final double SHOWN_FROM_ROOM_SHARE = 0.15;

    /**
     * @param inTheRoom n, people who were there, the writer included
     * @param knownThere k, people there whom the writer knew
     */
    public static NewFaces of(SpokenTo spokenTo, int inTheRoom, int knownThere) {
        var share = spokenTo.people() == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of((double) spokenTo.newPeople() / spokenTo.people());
        var others = inTheRoom - 1;
        var roomShareNew = others < 1
                ? OptionalDouble.empty()
                : OptionalDouble.of((double) (others - Math.min(knownThere, others)) / others);
        var defined = share.isPresent() && roomShareNew.isPresent() && roomShareNew.getAsDouble() > 0;
        var lift =
                defined ? OptionalDouble.of(share.getAsDouble() / roomShareNew.getAsDouble()) : OptionalDouble.empty();
        return new NewFaces(spokenTo, share, roomShareNew, lift);
    }

    /** Nothing under three people, or where hardly anybody was new; low is never bad. */
    public Optional<Band> band() {
        var shown = spokenTo.people() >= SHOWN_FROM && roomShareNew.orElse(0) >= SHOWN_FROM_ROOM_SHARE;
        return shown && lift.isPresent() ? Optional.of(Band.of(lift.getAsDouble())) : Optional.empty();
    }
}
