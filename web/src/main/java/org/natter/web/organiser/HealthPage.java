package org.natter.web.organiser;

import java.util.List;
import java.util.Optional;
import org.natter.web.services.Backend;

/** The health page: a sentence first, then one row a service. {@code owner} may look at messages set aside. */
record HealthPage(boolean owner, List<Row> rows) {

    /** How many are down. */
    public long down() {
        return rows.stream().filter(row -> !row.working()).count();
    }

    /** How many messages have been set aside, as far as one may know. */
    public int setAside() {
        return rows.stream().mapToInt(row -> Math.max(0, row.setAside())).sum();
    }

    /** Whether an owner could not be told how many messages are set aside, though the service answers. */
    public boolean unseen() {
        return owner && rows.stream().anyMatch(row -> row.working() && row.setAside() < 0);
    }

    /** One service: its key, whether it answers, and messages set aside; -1 if that is not known. */
    record Row(String key, boolean working, int setAside) {

        static Row of(Backend service, boolean working, Optional<Integer> setAside) {
            return new Row(service.key(), working, working ? setAside.orElse(-1) : -1);
        }
    }
}
