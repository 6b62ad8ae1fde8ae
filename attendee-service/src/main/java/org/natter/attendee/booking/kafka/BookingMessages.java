package org.natter.attendee.booking.kafka;

import java.time.Clock;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.natter.attendee.booking.BookingDomainEvent;
import org.natter.attendee.booking.BookingDomainEvent.AdmissionTakenBack;
import org.natter.attendee.booking.BookingDomainEvent.BookedListingChosen;
import org.natter.attendee.booking.BookingDomainEvent.HoldLapsed;
import org.natter.attendee.booking.BookingDomainEvent.OfferLapsed;
import org.natter.attendee.booking.BookingDomainEvent.OfferPutBack;
import org.natter.attendee.booking.BookingDomainEvent.OfferedListingChosen;
import org.natter.attendee.booking.BookingDomainEvent.PlaceAskedFor;
import org.natter.attendee.booking.BookingDomainEvent.PlaceBooked;
import org.natter.attendee.booking.BookingDomainEvent.PlaceCancelled;
import org.natter.attendee.booking.BookingDomainEvent.PlaceOffered;
import org.natter.attendee.booking.BookingDomainEvent.ProgrammeObeyed;
import org.natter.attendee.booking.BookingDomainEvent.PutBackInLine;
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
import org.natter.attendee.booking.SeatStanding;
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
        return Announcements.of(BookingDomainEvent.class, BookingMessages::subject)
                .tell(PlaceBooked.class, SeatMessage.BOOKED, SeatMessage::of)
                .tell(WalkInAdmitted.class, SeatMessage.BOOKED, SeatMessage::of)
                .tell(BookedListingChosen.class, SeatMessage.BOOKED, SeatMessage::of)
                .tell(WaitingListJoined.class, SeatMessage.WAITLISTED, SeatMessage::of)
                .tell(WaitingListingChosen.class, SeatMessage.WAITLISTED, SeatMessage::of)
                .tell(PutBackInLine.class, SeatMessage.WAITLISTED, SeatMessage::of)
                .tell(
                        AdmissionTakenBack.class,
                        AttendanceCancelledMessage.TYPE,
                        told -> AttendanceCancelledMessage.of(told, told.at(), By.DOOR, CancelReason.NOT_SAID))
                .tell(OfferPutBack.class, SeatMessage.OFFERED, SeatMessage::of)
                .tell(PlaceOffered.class, SeatMessage.OFFERED, SeatMessage::of)
                .tell(OfferedListingChosen.class, SeatMessage.OFFERED, SeatMessage::of)
                .tell(
                        PlaceCancelled.class,
                        AttendanceCancelledMessage.TYPE,
                        told -> AttendanceCancelledMessage.of(told, by(told), told.reason()))
                .tell(
                        OfferLapsed.class,
                        AttendanceCancelledMessage.TYPE,
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

    private static By by(PlaceCancelled told) {
        return told.seat().standing() == SeatStanding.TAKEN_OFF ? By.ORGANISER : By.ATTENDEE;
    }

    /** Nothing but a seat is told of. */
    private static String subject(BookingDomainEvent told) {
        return ((SeatFact) told).seat().attendance().value();
    }
}
