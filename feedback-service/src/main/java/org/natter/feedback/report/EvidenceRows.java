package org.natter.feedback.report;

import org.natter.feedback.invitation.EventNews;
import org.natter.feedback.invitation.EventStanding;
import org.natter.messaging.Effect;
import org.natter.messaging.MessageMetadata;

/**
 * What reports are taken of, kept from what all three services tell.
 *
 * <p>Each fact is guarded by the version of its source: told twice is told once, an older fact never replaces a newer one, and
 * any order ends in the same rows. A crash before the offset is committed brings the message once more.
 */
public interface EvidenceRows extends EventEvidence {

    Effect on(EventNews event, EventStanding standing, MessageMetadata source);

    Effect on(GuestTold guest, MessageMetadata source);

    Effect on(AbsenceTold absence, MessageMetadata source);

    Effect on(ArrivalTold arrival, boolean here, MessageMetadata source);

    Effect on(AnswerTold answer, MessageMetadata source);

    Effect on(OutcomeTold outcome, MessageMetadata source);

    Effect on(HostsTold hosts, MessageMetadata source);

    Effect on(CountsTold counts, MessageMetadata source);

    Effect on(SeasonTold season, MessageMetadata source);
}
