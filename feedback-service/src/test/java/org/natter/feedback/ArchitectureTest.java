package org.natter.feedback;

import org.natter.messaging.kit.HouseRules;
import org.natter.messaging.kit.HouseRulesContract;

/** The service keeps the rules of the house. */
class ArchitectureTest extends HouseRulesContract {

    ArchitectureTest() {
        super(HouseRules.of("org.natter.feedback", "invitation", "question", "answer", "outcome", "measure", "report"));
    }
}
