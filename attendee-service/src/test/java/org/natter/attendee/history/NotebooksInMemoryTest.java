package org.natter.attendee.history;

/** The double keeps the promises of the store it stands for. */
class NotebooksInMemoryTest implements NotebooksContract {

    private final Notebooks notebooks = new NotebooksInMemory();

    @Override
    public Notebooks notebooks() {
        return notebooks;
    }
}
