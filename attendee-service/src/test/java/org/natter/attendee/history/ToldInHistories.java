package org.natter.attendee.history;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.natter.attendee.history.FeedbackAnswered.Again;
import org.natter.attendee.history.FeedbackAnswered.Before;
import org.natter.attendee.history.FeedbackAnswered.Introduction;
import org.natter.attendee.history.FeedbackAnswered.KnownBefore;
import org.natter.attendee.history.FeedbackAnswered.Side;
import org.natter.attendee.history.FeedbackAnswered.Talk;
import org.natter.attendee.history.FeedbackAnswered.Who;
import org.natter.attendee.person.AttendanceId;
import org.natter.attendee.person.EventId;
import org.natter.attendee.person.RegionId;
import org.natter.messaging.MessageMetadata;

/** What a history hears of others: answers and events, in as few words as may be. */
final class ToldInHistories {

    private ToldInHistories() {}

    /** Somebody names these people of an event, met for the first time. */
    static FeedbackAnswered answer(AttendanceId writer, EventId event, AttendanceId... met) {
        return new FeedbackAnswered(
                writer,
                event,
                Instant.parse("2026-03-12T10:00:00Z"),
                Arrays.stream(met)
                        .map(one -> new Side(
                                Who.of(one),
                                Before.NEW,
                                Talk.CHAT,
                                Again.YES,
                                new Introduction(Introduction.By.NOT_SAID, "")))
                        .toList(),
                List.of(),
                KnownBefore.NOT_SAID,
                FamiliarFaces.NOT_SAID,
                FeedbackAnswered.Came.NOT_SAID,
                true,
                true);
    }

    /** An event of an hour. */
    static EventNews event(EventId event, String title, Instant startsAt) {
        return new EventNews(
                event,
                new RegionId("0f1e2d3c4b5a69788796a5b4c3d2e1f0"),
                startsAt,
                startsAt.plusSeconds(3600),
                ZoneId.of("Europe/London"),
                new EventNews.Words(title, "The Moorhen"));
    }

    /** In this version of what is told of this subject. */
    static MessageMetadata message(String aggregate, String id, long version) {
        return new MessageMetadata(
                aggregate + "/" + id + "/" + version,
                aggregate + ".told.v1",
                aggregate,
                id,
                version,
                id,
                Instant.parse("2026-03-12T10:00:00Z"),
                Long.toString(version));
    }
}
