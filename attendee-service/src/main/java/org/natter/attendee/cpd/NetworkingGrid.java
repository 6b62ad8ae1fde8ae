package org.natter.attendee.cpd;

/**
 * The grid of P11 in {@code measures.md}, section 6, after Wolff and Moser 2009: counts, each from 0. It has one column: a
 * history does not know who works for its owner's own organisation, see {@code docs/measures.md}.
 *
 * @param building people met for the first time
 * @param maintaining people met again, and what was told of keeping in touch
 * @param using what else came of it: advice, help, a visit, work
 */
public record NetworkingGrid(int building, int maintaining, int using) {

    public static final NetworkingGrid EMPTY = new NetworkingGrid(0, 0, 0);

    public NetworkingGrid plus(NetworkingGrid other) {
        return new NetworkingGrid(building + other.building, maintaining + other.maintaining, using + other.using);
    }
}
