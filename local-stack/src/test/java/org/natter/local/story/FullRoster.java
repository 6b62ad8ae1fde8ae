package org.natter.local.story;

import java.time.LocalDate;
import java.util.List;
import org.natter.local.clock.AdjustableClock;
import org.natter.local.stack.LocalStack;
import org.natter.web.services.EventApi.EventKind;
import org.natter.web.services.Sector;

/** An evening with many people on its list, for tests of the form that one of them fills in. */
public final class FullRoster {

    private static final Guest ELLIS = new Guest("Ellis Marchbank", Sector.SCHOOL, "Lode School", false);
    private static final Guest FATIMA = new Guest("Fatima Heron", Sector.SCHOOL, "Lode School", false);

    private FullRoster() {}

    /**
     * In the region that was set up before, from the clock's moment on: Ellis and Fatima book, so many others walk in and are
     * listed, and the morning after has come.
     */
    public static Forms of(LocalStack stack, AdjustableClock clock, int listed) {
        var services = ServiceApis.of(stack.ports(), stack.keys(), clock);
        var mails = new MailReader(stack.mailbox());
        try (var region = NetworkSetUp.founded(mails, clock, services, listed)) {
            var starts =
                    LocalDate.ofInstant(clock.instant(), Story.ZONE).plusDays(2).atTime(18, 30);
            var event = region.publish(
                    EventKind.CONFERENCE,
                    "A full house",
                    "An evening for everybody.",
                    starts,
                    starts.plusMinutes(150),
                    listed + 2,
                    RegionPeople.venue("The Corn Hall", "Market Hill, Fenbridge", ""));
            var both = List.of(region.book(event, ELLIS), region.book(event, FATIMA));
            clock.moveTo(event.startsAt().plusSeconds(300));
            region.arrive(both);
            var others = Cast.delegates(listed).stream()
                    .map(guest -> new Guest(guest.name(), guest.sector(), guest.organisation(), true))
                    .toList();
            region.crowd().sideBySide(others, guest -> {
                region.walkIn(event, guest, false);
                return guest;
            });
            region.awaitHere(event, listed + 2);
            clock.moveTo(event.endsAt().plusSeconds(60));
            region.awaitConcluded(event);
            var night = clock.instant();
            clock.moveToNextMorning();
            return new Forms(
                    MailReader.link(mails.await(ELLIS.email(), Answers.HOW_WAS_IT, night), "/f/"),
                    MailReader.link(mails.await(FATIMA.email(), Answers.HOW_WAS_IT, night), "/f/"),
                    others.stream().map(Guest::name).toList());
        }
    }

    /** Where the two forms are, and who is on their lists. */
    public record Forms(String ofEllis, String ofFatima, List<String> names) {}
}
