package org.natter.attendee.history;

/** The double keeps the promises of the projection it stands for. */
class HistoryEntriesInMemoryTest implements HistoryEntriesContract {

    private final HistoryEntries entries = new HistoryEntriesInMemory();

    @Override
    public HistoryEntries entries() {
        return entries;
    }
}
