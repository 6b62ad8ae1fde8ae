package org.natter.attendee.booking.kafka;

import java.time.Clock;
import java.time.Instant;
import java.util.function.Consumer;
import org.natter.attendee.booking.BookingDomainEvent;
import org.natter.attendee.booking.BookingDomainEvent.BookedListingChosen;
import org.natter.attendee.booking.BookingDomainEvent.HoldLapsed;
import org.natter.attendee.booking.BookingDomainEvent.OfferLapsed;
import org.natter.attendee.booking.BookingDomainEvent.OfferedListingChosen;
import org.natter.attendee.booking.BookingDomainEvent.PlaceAskedFor;
import org.natter.attendee.booking.BookingDomainEvent.PlaceBooked;
import org.natter.attendee.booking.BookingDomainEvent.PlaceCancelled;
import org.natter.attendee.booking.BookingDomainEvent.PlaceOffered;
import org.natter.attendee.booking.BookingDomainEvent.ProgrammeObeyed;
import org.natter.attendee.booking.BookingDomainEvent.WaitingListJoined;
import org.natter.attendee.booking.BookingDomainEvent.WaitingListingChosen;
import org.natter.attendee.booking.BookingDomainEvent.WalkInAdmitted;
import org.natter.attendee.booking.BookingDomainEvent.WishChanged;
import org.natter.attendee.booking.BookingDomainEvent.WishForgotten;
import org.natter.attendee.booking.BookingDomainEvent.WishTakenBack;
import org.natter.attendee.booking.CancelReason;
import org.natter.attendee.booking.ObeyingTheProgramme;
import org.natter.attendee.booking.ProgrammeNews;
import org.natter.attendee.booking.Seat;
import org.natter.attendee.person.EventId;
import org.natter.messaging.Announcements;
import org.natter.messaging.Inbound;
import org.natter.messaging.MessageHandlers;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

/** What booking tells on natter.attendees, and what it obeys from natter.events. */
@Configuration(proxyBeanMethods = false)
class BookingMessages {

    @Bean
    Announcements<BookingDomainEvent> bookingAnnouncements() {
        return Announcements.of(BookingDomainEvent.class)
                .tell(
                        PlaceBooked.class,
                        AttendanceBooked.TYPE,
                        told -> subject(told.seat()),
                        told -> booked(told.event(), told.seat()))
                .tell(
                        WalkInAdmitted.class,
                        AttendanceBooked.TYPE,
                        told -> subject(told.seat()),
                        told -> booked(told.event(), told.seat()))
                .tell(
                        BookedListingChosen.class,
                        AttendanceBooked.TYPE,
                        told -> subject(told.seat()),
                        told -> booked(told.event(), told.seat()))
                .tell(
                        WaitingListJoined.class,
                        AttendanceWaitlisted.TYPE,
                        told -> subject(told.seat()),
                        told -> waiting(told.event(), told.seat()))
                .tell(
                        WaitingListingChosen.class,
                        AttendanceWaitlisted.TYPE,
                        told -> subject(told.seat()),
                        told -> waiting(told.event(), told.seat()))
                .tell(
                        PlaceOffered.class,
                        AttendanceOffered.TYPE,
                        told -> subject(told.seat()),
                        told -> offered(told.event(), told.seat(), told.until()))
                .tell(
                        OfferedListingChosen.class,
                        AttendanceOffered.TYPE,
                        told -> subject(told.seat()),
                        told -> offered(told.event(), told.seat(), told.until()))
                .tell(
                        PlaceCancelled.class,
                        AttendanceCancelled.TYPE,
                        told -> subject(told.seat()),
                        told -> cancelled(told.event(), told.seat(), AttendanceCancelled.By.ATTENDEE, told.reason()))
                .tell(
                        OfferLapsed.class,
                        AttendanceCancelled.TYPE,
                        told -> subject(told.seat()),
                        told -> cancelled(
                                told.event(), told.seat(), AttendanceCancelled.By.OFFER_LAPSED, CancelReason.NOT_SAID))
                .keepPrivate(ProgrammeObeyed.class)
                .keepPrivate(PlaceAskedFor.class)
                .keepPrivate(HoldLapsed.class)
                .keepPrivate(WishForgotten.class)
                .keepPrivate(WishTakenBack.class)
                .keepPrivate(WishChanged.class);
    }

    @Bean
    Consumer<Message<byte[]>> bookingEvents(Inbound inbound, ObeyingTheProgramme programme, Clock clock) {
        return inbound.from("natter.events", handlers(programme, clock));
    }

    static MessageHandlers handlers(ObeyingTheProgramme programme, Clock clock) {
        return MessageHandlers.handle(
                        "event.published.v1",
                        ProgrammeNews.class,
                        (news, source) -> programme.onOpen(news, source, clock.instant()))
                .on(
                        "event.changed.v1",
                        ProgrammeNews.class,
                        (news, source) -> programme.onOpen(news, source, clock.instant()))
                .on(
                        "event.cancelled.v1",
                        ProgrammeNews.class,
                        (news, source) -> programme.onCancelled(news, source, clock.instant()))
                .on(
                        "event.concluded.v1",
                        ProgrammeNews.class,
                        (news, source) -> programme.onConcluded(news, source, clock.instant()));
    }

    private static String subject(Seat seat) {
        return seat.attendance().value();
    }

    private static AttendanceBooked booked(EventId event, Seat seat) {
        return new AttendanceBooked(
                seat.attendance().value(),
                event.value(),
                seat.since(),
                seat.choices().sector(),
                seat.choices().newcomer(),
                seat.choices().listed(),
                seat.walkIn());
    }

    private static AttendanceWaitlisted waiting(EventId event, Seat seat) {
        return new AttendanceWaitlisted(
                seat.attendance().value(),
                event.value(),
                seat.since(),
                seat.choices().sector(),
                seat.choices().newcomer(),
                seat.choices().listed());
    }

    private static AttendanceOffered offered(EventId event, Seat seat, Instant until) {
        return new AttendanceOffered(
                seat.attendance().value(),
                event.value(),
                seat.since(),
                seat.choices().sector(),
                seat.choices().newcomer(),
                seat.choices().listed(),
                until);
    }

    private static AttendanceCancelled cancelled(
            EventId event, Seat seat, AttendanceCancelled.By by, CancelReason reason) {
        return new AttendanceCancelled(seat.attendance().value(), event.value(), seat.since(), by, reason);
    }
}
