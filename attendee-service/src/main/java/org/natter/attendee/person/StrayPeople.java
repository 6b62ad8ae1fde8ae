package org.natter.attendee.person;

import java.util.Set;

/**
 * What a crash in the middle of a wish can leave of people: somebody without any attendance who never confirmed anything,
 * an address that is nobody's, an attendance that its person knows nothing of, somebody gone on the list of who shares an
 * address. No ledger's line leads to any of them.
 */
public interface StrayPeople {

    /** Rows that stand alone at this moment; some may belong to a wish that is just being written. */
    Set<Stray> look();

    /** Removes a row, or from a list who is gone, if it still stands as it was seen. */
    void remove(Stray stray);

    /**
     * One row.
     *
     * @param kind the kind of row
     * @param id of the row; an address is one, so this prints masked
     * @param state the row's version, which whoever is about to make the row somebody's changes first
     */
    record Stray(Kind kind, String id, String state) {

        @Override
        public String toString() {
            return "Stray[" + kind + "]";
        }
    }

    /** In the order in which they are removed. */
    enum Kind {
        ATTENDANCE,
        PERSON,
        ADDRESS,
        LIST
    }
}
