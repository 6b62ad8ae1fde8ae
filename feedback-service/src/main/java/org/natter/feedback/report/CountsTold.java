package org.natter.feedback.report;

import java.util.List;
import org.natter.feedback.invitation.EventId;
import org.natter.feedback.measure.Again;
import org.natter.feedback.measure.Pull;

/**
 * What we read of the numbers that need the memory of earlier events, counted once by whoever has it.
 *
 * <p>Each list holds one entry, or none where too few people stand behind it or behind its rest.
 */
public record CountsTold(EventId event, List<Pull> familiar, List<Again> again) {

    public CountsTold {
        familiar = List.copyOf(familiar);
        again = List.copyOf(again);
    }

    /** Nothing that may be told. */
    static CountsTold none(EventId event) {
        return new CountsTold(event, List.of(), List.of());
    }
}
