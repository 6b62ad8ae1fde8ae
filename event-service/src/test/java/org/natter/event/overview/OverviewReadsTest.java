package org.natter.event.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.natter.event.WholeService;
import org.natter.event.programme.EventId;
import org.natter.ids.HexId;
import org.natter.messaging.kit.RequestWork;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.messaging.Message;

/** What the figures of a page of events read, counted. */
@WholeService
class OverviewReadsTest {

    private static final int EVENTS = 50;
    private static final int GUESTS = 20;
    private static final int AN_ATTENDANCE = 200;

    private final EventOverviews overviews;
    private final RequestWork work;
    private final Consumer<Message<byte[]>> attendees;

    @Autowired
    OverviewReadsTest(EventOverviews overviews, RequestWork work, Map<String, Consumer<Message<byte[]>>> functions) {
        this.overviews = overviews;
        this.work = work;
        this.attendees = functions.get("overviewAttendees");
    }

    @Test
    void aPageOfEventsIsOneQuestionAndNoLongerThanItsFacts() throws Exception {
        var events = new ArrayList<EventId>();
        for (var number = 0; number < EVENTS; number++) {
            events.add(anEvening());
        }
        var asked = new ArrayList<String>();
        var read = new ArrayList<RequestWork.Read>();

        answering(() -> asked.addAll(work.of(() -> overviews.of(events))));
        answering(() -> read.addAll(work.readsOf(() -> overviews.of(events))));

        assertThat(asked.stream().filter(command -> !command.startsWith("getMore")))
                .containsExactly("find event_overview");
        assertThat(read.stream().mapToInt(RequestWork.Read::documents).sum()).isEqualTo(EVENTS * 16);
        assertThat(read.stream().mapToInt(RequestWork.Read::bytes).sum())
                .as("bytes: what is kept of messages is not read")
                .isLessThan(EVENTS * GUESTS * AN_ATTENDANCE + EVENTS * 16 * AN_ATTENDANCE);
    }

    private EventId anEvening() {
        var event = new EventId(HexId.random());
        var said = new Said(event.value());
        for (var guest = 0; guest < GUESTS; guest++) {
            attendees.accept(said.about(Said.attendance(guest), "attendance.booked.v1", guest + 1)
                    .message());
            attendees.accept(said.about(Said.attendance(guest), "attendance.checked-in.v1", 1)
                    .message());
        }
        return event;
    }

    /** As a request does it. */
    private static void answering(Runnable work) throws InterruptedException {
        var thread = new Thread(work, "test-exec-1");
        thread.start();
        thread.join();
    }
}
