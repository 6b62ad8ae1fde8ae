package org.natter.attendee.cpd;

import org.jspecify.annotations.Nullable;

/**
 * What its owner wrote about one event, or about something of their own; all else about an event is known elsewhere.
 *
 * @param version higher than that of whatever stood there before; 1 for the first words of a record
 * @param own absent for an event of the network's
 * @param quarters hours in quarters, by the owner's own word; absent as long as what is suggested stands
 */
public record CpdEntry(
        int version, @Nullable Activity own, @Nullable Integer quarters, Reflection reflection) {

    /** Nothing written yet. */
    static final CpdEntry NOTHING = new CpdEntry(0, null, null, Reflection.NONE);

    /**
     * Something that was no event of the network's.
     *
     * @param on its day, such as 2026-05-20
     */
    public record Activity(String title, String on) {

        @Override
        public String toString() {
            return "Activity[…]";
        }
    }

    /** Whether it says the same, whichever version it is. */
    boolean saysTheSameAs(CpdEntry other) {
        return equals(other.inVersion(version));
    }

    boolean saysNothing() {
        return saysTheSameAs(NOTHING);
    }

    CpdEntry inVersion(int other) {
        return new CpdEntry(other, own, quarters, reflection);
    }

    @Override
    public String toString() {
        return "CpdEntry[" + version + "]";
    }
}
