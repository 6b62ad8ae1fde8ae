package org.natter.local.story;

import java.net.URI;
import java.time.Clock;
import org.natter.local.stack.Application;
import org.natter.local.stack.Ports;
import org.natter.local.stack.StackKeys;
import org.natter.web.services.BookingApi;
import org.natter.web.services.CpdApi;
import org.natter.web.services.DoorApi;
import org.natter.web.services.EventApi;
import org.natter.web.services.FeedbackApi;
import org.natter.web.services.HistoryApi;
import org.natter.web.services.ServiceAddresses;
import org.natter.web.services.ServiceClients;
import org.natter.web.services.SignInApi;
import org.natter.web.services.WritersApi;

/** The three services as web asks them, with more patience: the story stops and starts them, and asks more at once. */
record ServiceApis(
        EventApi events,
        BookingApi bookings,
        SignInApi signIns,
        HistoryApi histories,
        WritersApi writers,
        CpdApi records,
        DoorApi door,
        FeedbackApi feedback) {

    static ServiceApis of(Ports ports, StackKeys keys, Clock clock) {
        var once = askedOnce(ports, keys, clock);
        return new ServiceApis(
                Patience.with(EventApi.class, once.events),
                Patience.with(BookingApi.class, once.bookings),
                Patience.with(SignInApi.class, once.signIns),
                Patience.with(HistoryApi.class, once.histories),
                Patience.with(WritersApi.class, once.writers),
                Patience.with(CpdApi.class, once.records),
                Patience.with(DoorApi.class, once.door),
                Patience.with(FeedbackApi.class, once.feedback));
    }

    /** The same without that patience, for whoever counts how often a service is away or busy. */
    static ServiceApis askedOnce(Ports ports, StackKeys keys, Clock clock) {
        var clients = ServiceClients.signedWith(
                keys.accessPrivate().toString(),
                new ServiceAddresses(
                        address(ports, Application.EVENT_SERVICE),
                        address(ports, Application.ATTENDEE_SERVICE),
                        address(ports, Application.FEEDBACK_SERVICE)),
                clock,
                Patience.FOR_AN_ANSWER);
        return new ServiceApis(
                clients.events(),
                clients.attendee(BookingApi.class),
                clients.attendee(SignInApi.class),
                clients.attendee(HistoryApi.class),
                clients.attendee(WritersApi.class),
                clients.attendee(CpdApi.class),
                clients.attendee(DoorApi.class),
                clients.feedback());
    }

    private static URI address(Ports ports, Application service) {
        return URI.create(ports.addressOf(service));
    }
}
