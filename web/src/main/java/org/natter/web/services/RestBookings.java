package org.natter.web.services;

import static org.natter.web.services.Asking.flag;
import static org.natter.web.services.Asking.instant;
import static org.natter.web.services.Asking.number;
import static org.natter.web.services.Asking.text;

import java.util.Optional;
import org.natter.web.attendee.AttendanceId;
import org.natter.web.attendee.Bookings;
import org.natter.web.attendee.BrowserMark;
import org.natter.web.attendee.EventId;
import org.natter.web.attendee.FormId;
import org.natter.web.attendee.OutOfReach.Part;
import org.natter.web.attendee.PersonId;
import org.natter.web.attendee.Token;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Booking, its mailed links and sign-in over attendee-service's REST API. */
@Component
class RestBookings implements Bookings {

    private final ServiceCalls calls;
    private final Asking asking = new Asking(Part.NAMES);

    RestBookings(ServiceAddresses settings, ServiceToken token) {
        this.calls = new ServiceCalls(Backend.ATTENDEE, settings.attendee(), token);
    }

    @Override
    public void ask(FormId form, BookingWish wish) {
        var body = new NewBooking(
                wish.event().value(),
                wish.name(),
                wish.email(),
                wish.organisation(),
                wish.sector(),
                wish.newcomer(),
                wish.listed(),
                wish.adult());
        asking.ask(() -> calls.postOnce(Caller.everybody(), form.value(), body, JsonNode.class, "/bookings"));
    }

    @Override
    public Room room(EventId event) {
        var room = asking.ask(
                () -> calls.get(Caller.everybody(), JsonNode.class, "/events/{event}/places", event.value()));
        return new Room(
                number(room, "places"),
                number(room, "booked"),
                number(room, "waiting"),
                number(room, "free"),
                flag(room, "open"));
    }

    @Override
    public Optional<Booking> read(Token link) {
        return asking.find(() -> press("read", new Link(link.value())));
    }

    @Override
    public Booking confirm(Token link) {
        return asking.ask(() -> press("confirm", new Link(link.value())));
    }

    @Override
    public Booking accept(Token link) {
        return asking.ask(() -> press("accept", new Link(link.value())));
    }

    @Override
    public Booking cancel(Token link, String reason) {
        return asking.ask(() -> press("cancel", new Cancel(link.value(), reason)));
    }

    @Override
    public Booking choose(Token link, boolean listed) {
        return asking.ask(() -> press("choices", new Choose(link.value(), listed)));
    }

    @Override
    public void mailSignInLink(String email, BrowserMark browser) {
        asking.ask(() -> calls.post(
                Caller.everybody(), new SignInWish(email, browser.value()), JsonNode.class, "/sign-in-links"));
    }

    @Override
    public Optional<SignedIn> signIn(Token link, BrowserMark browser) {
        return asking.find(() -> calls.post(
                        Caller.everybody(), new SignIn(link.value(), browser.value()), JsonNode.class, "/sign-ins"))
                .map(person -> new SignedIn(new PersonId(text(person, "person")), text(person, "name")));
    }

    private Booking press(String act, Object body) {
        var booking = calls.post(Caller.everybody(), body, JsonNode.class, "/booking-links/" + act);
        return new Booking(
                new EventId(text(booking, "event")),
                new AttendanceId(text(booking, "attendance")),
                Standing.valueOf(text(booking, "status")),
                number(booking, "position"),
                instant(booking, "offerUntil"),
                text(booking, "name"),
                text(booking, "code"),
                flag(booking, "listed"));
    }

    private record NewBooking(
            String event,
            String name,
            String email,
            String organisation,
            String sector,
            boolean newcomer,
            boolean listed,
            boolean adult) {}

    private record Link(String token) {}

    private record Cancel(String token, String reason) {}

    private record Choose(String token, boolean listed) {}

    private record SignInWish(String email, String browser) {}

    private record SignIn(String token, String browser) {}
}
