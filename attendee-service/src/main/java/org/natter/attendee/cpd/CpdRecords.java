package org.natter.attendee.cpd;

import java.util.function.UnaryOperator;
import org.natter.attendee.person.PersonId;

/** Everybody's CPD records, each for its owner alone. */
public interface CpdRecords {

    /** The owner's, empty before the first word. */
    CpdRecord of(PersonId owner);

    /**
     * Decides on the owner's record and writes what became of it, in one conditional write; a lost race decides again, and
     * what stays the same is not written.
     *
     * @return the record afterwards
     */
    CpdRecord change(PersonId owner, UnaryOperator<CpdRecord> decision);
}
