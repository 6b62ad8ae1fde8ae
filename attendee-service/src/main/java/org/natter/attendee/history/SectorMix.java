package org.natter.attendee.history;

import java.util.Collection;
import java.util.Optional;
import java.util.OptionalDouble;
import org.natter.attendee.person.Sector;

/**
 * P6 of {@code measures.md}, section 6: talks with other kinds of library, against the room.
 *
 * @param withKnownSector the people it rests on
 * @param elsewhere x = ext/(ext + int), named and unnamed, from 0 to 1; undefined without a known sector
 * @param room x* = (n − n_own)/(n − 1), n_own with oneself, from 0 to 1; undefined in a room with nobody else or without
 *     an own sector
 * @param ratio x/x*; undefined without either and for x* = 0
 */
public record SectorMix(int withKnownSector, OptionalDouble elsewhere, OptionalDouble room, OptionalDouble ratio) {

    private static final int SHOWN_FROM = 3;

    /**
     * @param own the writer's sector at the event
     * @param named sectors of the named people, unknown ones among them
     * @param unnamed sectors of the unnamed people, one a person
     * @param inTheRoom sectors of everybody there, the writer's among them
     */
    public static SectorMix of(
            Sector own, Collection<Sector> named, Collection<Sector> unnamed, Collection<Sector> inTheRoom) {
        if (own == Sector.NOT_SAID) {
            return new SectorMix(0, OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty());
        }
        var known = known(named) + known(unnamed);
        var elsewhere = share(elsewhere(own, named) + elsewhere(own, unnamed), known);
        var ownKind = inTheRoom.stream().filter(sector -> sector == own).count();
        var room = share(inTheRoom.size() - ownKind, inTheRoom.size() - 1);
        var defined = elsewhere.isPresent() && room.isPresent() && room.getAsDouble() > 0;
        return new SectorMix(
                known,
                elsewhere,
                room,
                defined ? OptionalDouble.of(elsewhere.getAsDouble() / room.getAsDouble()) : OptionalDouble.empty());
    }

    /** The personal E-I index 2x − 1, from −1, all of one's own sector, to 1 (Krackhardt and Stern 1988); undefined without x. */
    public OptionalDouble externalInternal() {
        return index(elsewhere);
    }

    /** What that index would be by chance, 2x* − 1; undefined without x*. */
    public OptionalDouble expectedExternalInternal() {
        return index(room);
    }

    private static OptionalDouble index(OptionalDouble share) {
        return share.isPresent() ? OptionalDouble.of(2 * share.getAsDouble() - 1) : share;
    }

    /** Nothing under three people with a known sector. */
    public Optional<Band> band() {
        return withKnownSector >= SHOWN_FROM && ratio.isPresent()
                ? Optional.of(Band.of(ratio.getAsDouble()))
                : Optional.empty();
    }

    private static OptionalDouble share(long part, int whole) {
        return whole < 1 ? OptionalDouble.empty() : OptionalDouble.of((double) part / whole);
    }

    private static int known(Collection<Sector> sectors) {
        return (int)
                sectors.stream().filter(sector -> sector != Sector.NOT_SAID).count();
    }

    private static long elsewhere(Sector own, Collection<Sector> sectors) {
        return sectors.stream()
                .filter(sector -> sector != Sector.NOT_SAID && sector != own)
                .count();
    }
}
