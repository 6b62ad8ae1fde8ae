package org.natter.attendee.cpd;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.natter.attendee.person.PersonId;

/** CPD records in memory; passes {@link CpdRecordsContract} like the stored ones. */
public final class CpdRecordsInMemory implements CpdRecords {

    private final Map<PersonId, CpdRecord> all = new ConcurrentHashMap<>();

    @Override
    public CpdRecord of(PersonId owner) {
        return all.getOrDefault(owner, CpdRecord.EMPTY);
    }

    @Override
    public CpdRecord change(PersonId owner, UnaryOperator<CpdRecord> decision) {
        return all.compute(owner, (id, record) -> decision.apply(record == null ? CpdRecord.EMPTY : record));
    }
}
