package org.natter.feedback;

import java.util.Set;
import org.natter.messaging.kit.HouseRules;
import org.natter.messaging.kit.HouseRulesContract;

/** The service keeps the rules of the house. */
class ArchitectureTest extends HouseRulesContract {

    ArchitectureTest() {
        super(HouseRules.of("org.natter.feedback", "invitation", "answer", "outcome"));
    }

    @Override
    protected Set<String> notYet() {
        return Set.of("what is equal by its values is a record", "the web edge uses what it is for");
    }
}
