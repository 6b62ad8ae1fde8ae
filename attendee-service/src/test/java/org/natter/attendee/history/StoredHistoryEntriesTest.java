package org.natter.attendee.history;

import org.natter.attendee.WholeService;
import org.springframework.beans.factory.annotation.Autowired;

/** The projection as the service has it. */
@WholeService
class StoredHistoryEntriesTest implements HistoryEntriesContract {

    private final HistoryEntries entries;

    @Autowired
    StoredHistoryEntriesTest(HistoryEntries entries) {
        this.entries = entries;
    }

    @Override
    public HistoryEntries entries() {
        return entries;
    }
}
