package org.natter.attendee;

import java.util.Set;
import org.natter.messaging.kit.HouseRules;
import org.natter.messaging.kit.HouseRulesContract;

/** The service keeps the rules of the house. */
class ArchitectureTest extends HouseRulesContract {

    ArchitectureTest() {
        super(HouseRules.of("org.natter.attendee", "person", "booking", "checkin", "mail", "history"));
    }

    @Override
    protected Set<String> notYet() {
        return Set.of("nothing looks up to the root package");
    }
}
