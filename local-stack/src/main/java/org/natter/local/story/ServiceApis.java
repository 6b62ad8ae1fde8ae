package org.natter.local.story;

import java.net.URI;
import java.time.Clock;
import org.natter.local.stack.Application;
import org.natter.local.stack.Ports;
import org.natter.local.stack.StackKeys;
import org.natter.web.services.BookingApi;
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
        DoorApi door,
        FeedbackApi feedback) {

    static ServiceApis of(Ports ports, StackKeys keys, Clock clock) {
        var clients = ServiceClients.signedWith(
                keys.accessPrivate().toString(),
                new ServiceAddresses(
                        address(ports, Application.EVENT_SERVICE),
                        address(ports, Application.ATTENDEE_SERVICE),
                        address(ports, Application.FEEDBACK_SERVICE)),
                clock,
                Patience.FOR_AN_ANSWER);
        return new ServiceApis(
                Patience.with(EventApi.class, clients.events()),
                Patience.with(BookingApi.class, clients.attendee(BookingApi.class)),
                Patience.with(SignInApi.class, clients.attendee(SignInApi.class)),
                Patience.with(HistoryApi.class, clients.attendee(HistoryApi.class)),
                Patience.with(WritersApi.class, clients.attendee(WritersApi.class)),
                Patience.with(DoorApi.class, clients.attendee(DoorApi.class)),
                Patience.with(FeedbackApi.class, clients.feedback()));
    }

    private static URI address(Ports ports, Application service) {
        return URI.create(ports.addressOf(service));
    }
}
