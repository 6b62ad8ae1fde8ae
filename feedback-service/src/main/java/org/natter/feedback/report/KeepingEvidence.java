package org.natter.feedback.report;

import org.natter.feedback.invitation.DueEvents;
import org.natter.feedback.invitation.EventNews;
import org.natter.feedback.invitation.EventStanding;
import org.natter.messaging.Effect;
import org.natter.messaging.MessageMetadata;

/**
 * Takes over what is told about events, and has an event looked at again.
 *
 * <p>The due events are told even if the fact was known: a crash between the two writes is made good by the redelivery.
 */
public final class KeepingEvidence {

    private final EvidenceRows rows;
    private final DueEvents dueEvents;

    public KeepingEvidence(EvidenceRows rows, DueEvents dueEvents) {
        this.rows = rows;
        this.dueEvents = dueEvents;
    }

    public Effect on(EventNews event, EventStanding standing, MessageMetadata source) {
        var effect = rows.on(event, standing, source);
        dueEvents.lookAt(event.event());
        return effect;
    }
}
