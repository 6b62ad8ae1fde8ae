package org.natter.attendee.history;

/**
 * P1 of {@code measures.md}, section 6: people somebody spoke to at one event. Counts of people, always defined; a report
 * of one side counts, since it is the writer's memory.
 *
 * @param people N, named and unnamed
 * @param newPeople those not known before; all unnamed ones among them
 */
public record SpokenTo(int people, int newPeople) {

    private static final int UNNAMED_CAP = 50;

    /**
     * @param named people ticked or labelled
     * @param knownNamed of them, known before by the writer's own word or own earlier encounters
     * @param unnamed people whose names were missed; more than fifty count as fifty
     */
    public static SpokenTo of(int named, int knownNamed, int unnamed) {
        var others = Math.min(unnamed, UNNAMED_CAP);
        return new SpokenTo(named + others, named - knownNamed + others);
    }

    public int known() {
        return people - newPeople;
    }
}
