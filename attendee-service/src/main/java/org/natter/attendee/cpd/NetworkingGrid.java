package org.natter.attendee.cpd;

/**
 * The grid of P11 in {@code measures.md}, section 6, after Wolff and Moser 2009: counts, each from 0. It has one column: a
 * history does not know who works for its owner's own organisation, see {@code docs/measures.md}.
 *
 * @param building people met for the first time, each once
 * @param maintaining people met again or kept in touch with, each once
 * @param using what else came of it: advice, help, a visit, work
 */
public record NetworkingGrid(int building, int maintaining, int using) {

    public static final NetworkingGrid EMPTY = new NetworkingGrid(0, 0, 0);
}
