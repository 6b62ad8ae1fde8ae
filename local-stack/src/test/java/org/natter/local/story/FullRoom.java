package org.natter.local.story;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.IntStream;
import org.natter.local.stack.LocalStack;
import org.natter.web.services.EventApi.EventKind;

/** A hall that is booked out, for tests of pages with many people on them. */
public final class FullRoom {

    private FullRoom() {}

    /** Fills an event of its own in the region that was set up before; its address below the dashboard and its names. */
    public static Booked of(LocalStack stack, Clock clock, int people, LocalDateTime starts) {
        var services = ServiceApis.of(stack.ports(), stack.keys(), clock);
        var mails = new MailReader(stack.mailbox());
        try (var region = NetworkSetUp.founded(mails, clock, services, people)) {
            var hall = RegionPeople.venue("The Corn Hall", "Market Hill, Fenbridge", "");
            var event = region.publish(
                    EventKind.CONFERENCE,
                    "A full house",
                    "A whole day for everybody.",
                    starts,
                    starts.plusHours(7),
                    people,
                    hall);
            var guests = IntStream.range(0, people)
                    .mapToObj(number -> BusyEvent.guest(people, number))
                    .toList();
            region.book(event, guests);
            region.awaitBooked(event, people);
            return new Booked(
                    "/organise/events/" + event.id().value(),
                    guests.stream().map(Guest::name).toList(),
                    guests.stream().map(Guest::email).toList());
        }
    }

    /** Where the event's pages are, who is on its list, and where their mails go. */
    public record Booked(String path, List<String> names, List<String> emails) {}
}
