package org.natter.attendee.history;

import java.util.Collection;
import java.util.Map;
import org.natter.attendee.person.EventId;
import org.natter.attendee.person.OutcomeId;
import org.natter.attendee.person.PersonId;

/** Everybody's notebooks, each for its owner alone. Whatever is written twice is written once. */
public interface Notebooks {

    /** The owner's, empty before the first word. */
    Notebook of(PersonId owner);

    /** What the histories of others have to know, in one read; those who never wrote anything are left out. */
    Map<PersonId, Notebook.Shared> sharedBy(Collection<PersonId> owners);

    /** Sets what the page says and leaves alone what it does not say. */
    void write(PersonId owner, AcquaintanceId about, Notebook.Page page);

    /** Keeps somebody or a meeting; the same id again replaces it. */
    void add(PersonId owner, AcquaintanceId id, Notebook.Added added);

    /** Keeps what came of it; the same id again replaces it. */
    void tell(PersonId owner, OutcomeId id, Notebook.OwnOutcome outcome);

    /** One aim an event; the newest replaces it. */
    void aim(PersonId owner, EventId event, Notebook.Aim aim);

    void share(PersonId owner, Notebook.Sharing sharing);
}
