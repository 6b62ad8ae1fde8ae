package org.natter.attendee.history;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.natter.attendee.person.ChangedMeanwhile;
import org.natter.attendee.person.EventId;
import org.natter.attendee.person.OutcomeId;
import org.natter.attendee.person.PersonId;

/**
 * Everybody's notebooks, each for its owner alone. Whatever is written twice is written once. More than anybody would write
 * by hand is not taken, so that a notebook can always be read in one go.
 */
public interface Notebooks {

    /** Pages about people, and people and meetings that were added. */
    int MOST = 1_000;

    /** Things that came of it. */
    int MOST_OUTCOMES = 500;

    /** The owner's, empty before the first word. */
    Notebook of(PersonId owner);

    /** What the histories of others have to know, in one read; those who never wrote anything are left out. */
    Map<PersonId, Notebook.Shared> sharedBy(Collection<PersonId> owners);

    /**
     * Sets what the page says but whom they really are, and leaves alone what it does not say; false if there are {@link #MOST} others.
     *
     * @param beside other pages about the same person: what is said here holds there, too, and a note stands once
     */
    boolean write(PersonId owner, AcquaintanceId about, Notebook.Page page, Set<AcquaintanceId> beside);

    /**
     * The same in the place of this note, that the owner has seen on these pages. Once more changes nothing.
     *
     * @throws ChangedMeanwhile if something else stands there by now; it stays, and nothing else of the page is set
     */
    boolean write(
            PersonId owner, AcquaintanceId about, Notebook.Page page, Set<AcquaintanceId> beside, String insteadOf);

    /**
     * Says whom this label or meeting really is; themselves, to be nobody else. False if there are {@link #MOST} other pages.
     */
    boolean join(PersonId owner, AcquaintanceId label, AcquaintanceId really);

    /** Keeps somebody or a meeting; the same id again replaces it. False if there are {@link #MOST} others. */
    boolean add(PersonId owner, AcquaintanceId id, Notebook.Added added);

    /**
     * Takes back somebody or a meeting that was added. Once more changes nothing. With whoever was met nowhere else their pages
     * go for good, and what came of it; else the meeting alone goes, and what stands under its id stays with whom it is about.
     */
    void takeBack(PersonId owner, TakenBack taken);

    /** Keeps what came of it; the same id again replaces it. False if there are {@link #MOST_OUTCOMES} others. */
    boolean tell(PersonId owner, OutcomeId id, Notebook.OwnOutcome outcome);

    /** Takes back what was told to have come of it. Once more changes nothing. */
    void forget(PersonId owner, OutcomeId id);

    /** One aim an event; the newest replaces it. */
    void aim(PersonId owner, EventId event, Notebook.Aim aim);

    /**
     * The same in the place of this one, that the owner has seen; without words it is none. Once more changes nothing.
     *
     * @throws ChangedMeanwhile if there is another by now; it stays
     */
    void aim(PersonId owner, EventId event, Notebook.Aim aim, Notebook.Aim insteadOf);

    void share(PersonId owner, Notebook.Sharing sharing);

    /**
     * The same in the place of what the owner has seen. Once more changes nothing.
     *
     * @throws ChangedMeanwhile if they share something else by now; that stays
     */
    void share(PersonId owner, Notebook.Sharing sharing, Notebook.Sharing insteadOf);
}
