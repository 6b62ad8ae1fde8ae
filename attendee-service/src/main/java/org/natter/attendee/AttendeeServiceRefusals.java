package org.natter.attendee;

import org.natter.access.RefusalTable;
import org.natter.attendee.booking.AlreadyHere;
import org.natter.attendee.booking.BookingClosed;
import org.natter.attendee.booking.KeyReused;
import org.natter.attendee.booking.NoPlaceLeft;
import org.natter.attendee.booking.RoomIsFull;
import org.natter.attendee.booking.UnknownLink;
import org.natter.attendee.cpd.NotPrintable;
import org.natter.attendee.mail.AddressStays;
import org.natter.attendee.mail.UnknownMail;
import org.natter.attendee.person.ChangedMeanwhile;
import org.natter.attendee.person.LinkRunOut;
import org.natter.attendee.person.UnknownAttendance;
import org.natter.attendee.person.UnknownEvent;
import org.natter.attendee.person.UnknownPerson;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;

/** How the service's refusals reach its callers, by names that never change. */
@Configuration(proxyBeanMethods = false)
class AttendeeServiceRefusals {

    @Bean
    RefusalTable refusalTable() {
        return RefusalTable.empty()
                .on(UnknownEvent.class, HttpStatus.NOT_FOUND, "unknown-event")
                .on(UnknownLink.class, HttpStatus.NOT_FOUND, "unknown-link")
                .on(UnknownPerson.class, HttpStatus.NOT_FOUND, "unknown-person")
                .on(UnknownAttendance.class, HttpStatus.NOT_FOUND, "not-found")
                .on(LinkRunOut.class, HttpStatus.NOT_FOUND, "link-run-out")
                .on(BookingClosed.class, HttpStatus.CONFLICT, "booking-closed")
                .on(UnknownMail.class, HttpStatus.NOT_FOUND, "unknown-mail")
                .on(AddressStays.class, HttpStatus.CONFLICT, "address-stays")
                .on(ChangedMeanwhile.class, HttpStatus.CONFLICT, "changed-meanwhile")
                .on(NotPrintable.class, HttpStatus.CONFLICT, "not-printable")
                .on(AlreadyHere.class, HttpStatus.CONFLICT, "already-here")
                .on(RoomIsFull.class, HttpStatus.CONFLICT, "over-limit")
                .on(NoPlaceLeft.class, HttpStatus.CONFLICT, "no-place-left")
                .on(KeyReused.class, HttpStatus.UNPROCESSABLE_CONTENT, "key-reused");
    }
}
