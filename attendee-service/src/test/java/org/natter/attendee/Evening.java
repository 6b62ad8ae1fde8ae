package org.natter.attendee;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import org.natter.access.kit.MovableClock;
import org.natter.attendee.booking.EventKind;
import org.natter.attendee.booking.ObeyingTheProgramme;
import org.natter.attendee.booking.ProgrammeNews;
import org.natter.attendee.person.AttendanceId;
import org.natter.attendee.person.EmailAddress;
import org.natter.attendee.person.EventId;
import org.natter.attendee.person.People;
import org.natter.attendee.person.Person;
import org.natter.attendee.person.PersonalLinks;
import org.natter.attendee.person.RegionId;
import org.natter.attendee.person.Sector;
import org.natter.messaging.MessageMetadata;
import org.springframework.boot.test.context.TestComponent;

/** Opens pub evenings as event-service would, and asks for places as web would. */
@TestComponent
public final class Evening {

    public static final RegionId FENLAND = new RegionId("0f1e2d3c4b5a69788796a5b4c3d2e1f0");

    private final ObeyingTheProgramme programme;
    private final People people;
    private final PersonalLinks links;
    private final MovableClock clock;
    private final Calls calls;
    private final SecureRandom random = new SecureRandom();

    Evening(ObeyingTheProgramme programme, People people, PersonalLinks links, MovableClock clock, Calls calls) {
        this.programme = programme;
        this.people = people;
        this.links = links;
        this.clock = clock;
        this.calls = calls;
    }

    public String newId() {
        var bytes = new byte[16];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** An hour two weeks ahead that is joined by a link. */
    public EventId openOnline(int places, String link) {
        var event = new EventId(newId());
        programme.onOpen(news(event, places, "Online", link), source(event, 1), clock.instant());
        return event;
    }

    /** A pub evening two weeks ahead with so many places. */
    public EventId open(int places) {
        var event = new EventId(newId());
        programme.onOpen(news(event, places), source(event, 1), clock.instant());
        return event;
    }

    public void callOff(EventId event) {
        programme.onCancelled(news(event, 1), source(event, 9), clock.instant());
    }

    public void conclude(EventId event, int places) {
        programme.onConcluded(news(event, places), source(event, 9), clock.instant());
    }

    private ProgrammeNews news(EventId event, int places) {
        return news(event, places, "The Moorhen", "2 Sluice Lane");
    }

    private ProgrammeNews news(EventId event, int places, String venue, String address) {
        var starts = clock.instant().plus(Duration.ofDays(14));
        return new ProgrammeNews(
                event,
                FENLAND,
                EventKind.SOCIAL,
                starts,
                starts.plus(Duration.ofMinutes(150)),
                "Europe/London",
                places,
                0,
                new ProgrammeNews.Published(
                        "Fenland and Cam", "Riverside pub evening", venue, address, "By the window"));
    }

    private static MessageMetadata source(EventId event, long version) {
        return new MessageMetadata(
                "event/" + event + "/" + version,
                "event.published.v1",
                "event",
                event.value(),
                version,
                event.value(),
                Instant.EPOCH,
                "0");
    }

    /** A complete request for a place. */
    public static Map<String, Object> aWish(EventId event, String name) {
        var wish = new HashMap<String, Object>();
        wish.put("event", event.value());
        wish.put("name", name);
        wish.put("email", address(name));
        wish.put("organisation", "Ousebridge College");
        wish.put("sector", "COLLEGE");
        wish.put("newcomer", true);
        wish.put("listed", true);
        wish.put("adult", true);
        return wish;
    }

    public static String address(String name) {
        return name.toLowerCase(Locale.ROOT).replace(' ', '.') + "@library.example";
    }

    public Calls.Answer ask(EventId event, String name) {
        return calls.visitor().post("/bookings", aWish(event, name));
    }

    /** The token of the booking link that this person gets by mail. */
    public String token(EventId event, String name) {
        return link(people.byAddress(new EmailAddress(address(name))).orElseThrow(), event);
    }

    /** The same for somebody who is known already. */
    String link(Person person, EventId event) {
        var link = links.booking(person.attendanceAt(event).orElseThrow(), person.moved());
        return link.substring(link.lastIndexOf('/') + 1);
    }

    public AttendanceId attendance(EventId event, String name) {
        return people.byAddress(new EmailAddress(address(name)))
                .flatMap(person -> person.attendanceAt(event))
                .orElseThrow();
    }

    public Calls.Answer press(String verb, EventId event, String name) {
        return calls.visitor().post("/booking-links/" + verb, Map.of("token", token(event, name)));
    }

    /** Asked and confirmed. */
    public AttendanceId book(EventId event, String name) {
        return book(event, name, Sector.COLLEGE);
    }

    /** The same from another kind of library. */
    public AttendanceId book(EventId event, String name, Sector sector) {
        var wish = aWish(event, name);
        wish.put("sector", sector.name());
        calls.visitor().post("/bookings", wish);
        press("confirm", event, name);
        return attendance(event, name);
    }
}
