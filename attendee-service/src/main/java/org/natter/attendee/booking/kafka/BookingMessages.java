package org.natter.attendee.booking.kafka;

import java.time.Clock;
import java.util.List;
import java.util.function.BiFunction;
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
import org.natter.attendee.booking.BookingDomainEvent.SeatDropped;
import org.natter.attendee.booking.BookingDomainEvent.SeatFact;
import org.natter.attendee.booking.BookingDomainEvent.WaitingListJoined;
import org.natter.attendee.booking.BookingDomainEvent.WaitingListingChosen;
import org.natter.attendee.booking.BookingDomainEvent.WalkInAdmitted;
import org.natter.attendee.booking.BookingDomainEvent.WishChanged;
import org.natter.attendee.booking.BookingDomainEvent.WishForgotten;
import org.natter.attendee.booking.BookingDomainEvent.WishTakenBack;
import org.natter.attendee.booking.CancelReason;
import org.natter.attendee.booking.ObeyingTheProgramme;
import org.natter.attendee.booking.ProgrammeNews;
import org.natter.attendee.booking.kafka.AttendanceCancelledMessage.By;
import org.natter.messaging.Announcements;
import org.natter.messaging.Effect;
import org.natter.messaging.Inbound;
import org.natter.messaging.MessageHandlers;
import org.natter.messaging.MessageMetadata;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

/** What booking tells on natter.attendees, and what it obeys from natter.events. */
@Configuration(proxyBeanMethods = false)
class BookingMessages {

    @Bean
    Announcements<BookingDomainEvent> bookingAnnouncements() {
        var all = Announcements.of(BookingDomainEvent.class);
        for (var booked : List.<Class<? extends SeatFact>>of(
                PlaceBooked.class, WalkInAdmitted.class, BookedListingChosen.class)) {
            all = all.tell(booked, AttendanceBookedMessage.TYPE, BookingMessages::subject, AttendanceBookedMessage::of);
        }
        for (var waiting : List.<Class<? extends SeatFact>>of(WaitingListJoined.class, WaitingListingChosen.class)) {
            all = all.tell(
                    waiting,
                    AttendanceWaitlistedMessage.TYPE,
                    BookingMessages::subject,
                    AttendanceWaitlistedMessage::of);
        }
        return all.tell(
                        PlaceOffered.class,
                        AttendanceOfferedMessage.TYPE,
                        BookingMessages::subject,
                        told -> AttendanceOfferedMessage.of(told, told.until()))
                .tell(
                        OfferedListingChosen.class,
                        AttendanceOfferedMessage.TYPE,
                        BookingMessages::subject,
                        told -> AttendanceOfferedMessage.of(told, told.until()))
                .tell(
                        PlaceCancelled.class,
                        AttendanceCancelledMessage.TYPE,
                        BookingMessages::subject,
                        told -> AttendanceCancelledMessage.of(told, By.ATTENDEE, told.reason()))
                .tell(
                        OfferLapsed.class,
                        AttendanceCancelledMessage.TYPE,
                        BookingMessages::subject,
                        told -> AttendanceCancelledMessage.of(told, By.OFFER_LAPSED, CancelReason.NOT_SAID))
                .keepPrivate(ProgrammeObeyed.class)
                .keepPrivate(PlaceAskedFor.class)
                .keepPrivate(HoldLapsed.class)
                .keepPrivate(WishForgotten.class)
                .keepPrivate(SeatDropped.class)
                .keepPrivate(WishTakenBack.class)
                .keepPrivate(WishChanged.class);
    }

    @Bean
    Consumer<Message<byte[]>> bookingEvents(Inbound inbound, ObeyingTheProgramme programme, Clock clock) {
        return inbound.from("natter.events", handlers(programme, clock));
    }

    static MessageHandlers handlers(ObeyingTheProgramme programme, Clock clock) {
        BiFunction<ProgrammeNews, MessageMetadata, Effect> open =
                (news, source) -> programme.onOpen(news, source, clock.instant());
        return MessageHandlers.handle("event.published.v1", ProgrammeNews.class, open)
                .on("event.changed.v1", ProgrammeNews.class, open)
                .on(
                        "event.cancelled.v1",
                        ProgrammeNews.class,
                        (news, source) -> programme.onCancelled(news, source, clock.instant()))
                .on(
                        "event.concluded.v1",
                        ProgrammeNews.class,
                        (news, source) -> programme.onConcluded(news, source, clock.instant()));
    }

    private static String subject(SeatFact told) {
        return told.seat().attendance().value();
    }
}
