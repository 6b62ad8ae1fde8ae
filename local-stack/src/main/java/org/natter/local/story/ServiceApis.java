package org.natter.local.story;

import java.net.URI;
import java.time.Clock;
import org.natter.local.stack.Application;
import org.natter.local.stack.Ports;
import org.natter.local.stack.StackKeys;
import org.natter.web.services.AttendeeApi;
import org.natter.web.services.EventApi;
import org.natter.web.services.FeedbackApi;
import org.natter.web.services.ServiceAddresses;
import org.natter.web.services.ServiceClients;

/** The three services as web asks them, with more patience: the story stops and starts them, and asks more at once. */
record ServiceApis(EventApi events, AttendeeApi attendees, FeedbackApi feedback) {

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
                Patience.with(AttendeeApi.class, clients.attendees()),
                Patience.with(FeedbackApi.class, clients.feedback()));
    }

    private static URI address(Ports ports, Application service) {
        return URI.create(ports.addressOf(service));
    }
}
