package org.natter.local.story;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.natter.web.services.Caller;
import org.natter.web.services.DoorApi.AtTheDoor;
import org.natter.web.services.DoorApi.Attendee;
import org.natter.web.services.DoorApi.DoorAnswer;
import org.natter.web.services.DoorApi.Hosts;
import org.natter.web.services.DoorApi.WalkIn;
import org.natter.web.services.EventApi.EventKind;
import org.natter.web.services.EventApi.EventStatus;
import org.natter.web.services.EventApi.EventWish;
import org.natter.web.services.EventApi.Known;
import org.natter.web.services.EventApi.Overview;
import org.natter.web.services.EventApi.Venue;
import org.natter.web.services.FeedbackApi.FeedbackReport;
import org.natter.web.services.FeedbackApi.Questions;
import org.natter.web.services.FeedbackApi.QuestionsWish;
import org.natter.web.services.FeedbackApi.ReportState;
import org.natter.web.services.RegionId;

/**
 * One region's people at work: its organisers and its doors here, everybody else in {@link #bookings()} and
 * {@link #answers()}. Each method does what one person or many side by side would do through web, and returns once the
 * services agree that it is done.
 */
final class RegionPeople implements AutoCloseable {

    private final ServiceApis services;
    private final RegionId region;
    private final Crowd crowd;
    private final Caller organiser;
    private final Bookings bookings;
    private final Answers answers;

    RegionPeople(ServiceApis services, MailReader mails, Clock clock, RegionId region, long seed) {
        this.services = services;
        this.region = region;
        this.crowd = new Crowd(seed);
        this.organiser = Caller.organiser(crowd.id(), region.value());
        this.bookings = new Bookings(services.bookings(), mails, clock, crowd);
        this.answers = new Answers(services, mails, crowd);
    }

    Crowd crowd() {
        return crowd;
    }

    Bookings bookings() {
        return bookings;
    }

    Answers answers() {
        return answers;
    }

    /** Where an event takes place; nothing is known of what else people ask about a venue. */
    static Venue venue(String name, String address, String findUs) {
        return new Venue(
                name,
                address,
                Known.NOT_KNOWN,
                Known.NOT_KNOWN,
                Known.NOT_KNOWN,
                Known.NOT_KNOWN,
                Known.NOT_KNOWN,
                "",
                findUs);
    }

    /** Creates an event, publishes it, and waits until it can be booked. */
    PublishedEvent publish(
            EventKind kind,
            String title,
            String description,
            LocalDateTime starts,
            LocalDateTime ends,
            int places,
            Venue venue) {
        var wish = new EventWish(region, kind, title, description, starts, ends, Story.ZONE, null, venue, places);
        var draft = services.events().plan(organiser, crowd.formId(), wish);
        var event = draft.event();
        services.events().publish(organiser, event, draft.version());
        Patience.until("booking to open for " + title, () -> services.bookings().places(Caller.everybody(), event));
        return new PublishedEvent(event, title, starts, ends, places);
    }

    /** @see Bookings#book(PublishedEvent, List) */
    List<GuestBooking> book(PublishedEvent event, List<Guest> guests) {
        return bookings.book(event, guests);
    }

    /** @see Bookings#book(PublishedEvent, Guest) */
    GuestBooking book(PublishedEvent event, Guest guest) {
        return bookings.book(event, guest);
    }

    /** Names somebody who has booked as the one who hosts an event. */
    void hosts(PublishedEvent event, GuestBooking host) {
        services.door().nameHosts(organiser, event.id(), new Hosts(List.of(host.attendance())));
    }

    /** Asks something of the organisers' own and names talks, once feedback-service has heard of the event. */
    Questions ask(PublishedEvent event, QuestionsWish wish) {
        var before = Patience.until(
                event.title() + " to be known where it is asked about",
                () -> services.feedback().questions(organiser, event.id()));
        return services.feedback().ask(organiser, event.id(), before.version(), wish);
    }

    /** A helper at the door of an event. */
    Caller doorOf(PublishedEvent event) {
        return Caller.door(crowd.id(), event.id().value());
    }

    /** Everybody is checked in by their letters, by one helper. */
    void arrive(List<GuestBooking> guests) {
        var door = doorOf(guests.get(0).event());
        crowd.sideBySide(guests, guest -> checkIn(door, guest));
    }

    DoorAnswer checkIn(Caller door, GuestBooking guest) {
        return services.door()
                .checkIn(door, guest.event().id(), new AtTheDoor(crowd.formId(), guest.code(), null, false, false));
    }

    /** Somebody without a booking comes in; without an address if theirs is not to be kept. */
    void walkIn(PublishedEvent event, Guest guest, boolean withAddress) {
        var email = withAddress ? guest.email() : null;
        services.door()
                .walkIn(
                        organiser,
                        event.id(),
                        new WalkIn(crowd.formId(), guest.name(), email, guest.sector(), true, guest.listed(), true));
    }

    /** Everybody who asked for a place, as the organiser sees them. */
    List<Attendee> attendees(PublishedEvent event) {
        return services.door().attendees(organiser, event.id());
    }

    /** One event's figures as the organiser sees them. */
    Overview overview(PublishedEvent event) {
        return services.events()
                .overviewOf(organiser, event.id())
                .orElseThrow(() -> new IllegalStateException("There is no overview of " + event.title() + "."));
    }

    void awaitBooked(PublishedEvent event, int expected) {
        await(event, "booked", expected, Overview::booked);
    }

    void awaitHere(PublishedEvent event, int expected) {
        await(event, "here", expected, Overview::here);
    }

    void awaitAsked(PublishedEvent event, int expected) {
        awaitFeedback(event, "asked", expected, FeedbackReport::asked);
    }

    void awaitAnswered(PublishedEvent event, int expected) {
        awaitFeedback(event, "answered", expected, FeedbackReport::answered);
    }

    void awaitSettled(PublishedEvent event) {
        Patience.untilTrue(
                "the report on " + event.title() + " to be settled",
                () -> report(event)
                        .filter(told -> told.state() == ReportState.PUBLISHED)
                        .isPresent());
    }

    void awaitConcluded(PublishedEvent event) {
        Patience.untilTrue(event.title() + " to be over", () -> overview(event).status() == EventStatus.CONCLUDED);
    }

    private void await(PublishedEvent event, String figure, int expected, ToIntFunction<Overview> read) {
        Patience.untilTrue(
                event.title() + " to show " + figure + " " + expected,
                () -> read.applyAsInt(overview(event)) == expected);
    }

    private void awaitFeedback(PublishedEvent event, String figure, int expected, ToIntFunction<FeedbackReport> read) {
        Patience.untilTrue(
                event.title() + " to show " + figure + " " + expected,
                () -> report(event)
                        .filter(told -> read.applyAsInt(told) == expected)
                        .isPresent());
    }

    /** How far the answers about one event are, as the organiser sees them; nothing before feedback-service has heard of it. */
    Optional<FeedbackReport> report(PublishedEvent event) {
        return services.feedback().feedback(organiser, event.id());
    }

    @Override
    public void close() {
        crowd.close();
    }
}
