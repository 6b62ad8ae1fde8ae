package org.natter.attendee;

import org.natter.messaging.kit.HouseRules;
import org.natter.messaging.kit.HouseRulesContract;

/** The service keeps the rules of the house. */
class ArchitectureTest extends HouseRulesContract {

    ArchitectureTest() {
        super(HouseRules.of("org.natter.attendee", "person", "booking", "checkin", "mail", "history", "cpd"));
    }
}
