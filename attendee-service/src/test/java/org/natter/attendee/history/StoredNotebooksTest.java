package org.natter.attendee.history;

import org.natter.attendee.WholeService;
import org.springframework.beans.factory.annotation.Autowired;

/** The notebooks of the service itself. */
@WholeService
class StoredNotebooksTest implements NotebooksContract {

    private final Notebooks notebooks;

    @Autowired
    StoredNotebooksTest(Notebooks notebooks) {
        this.notebooks = notebooks;
    }

    @Override
    public Notebooks notebooks() {
        return notebooks;
    }
}
