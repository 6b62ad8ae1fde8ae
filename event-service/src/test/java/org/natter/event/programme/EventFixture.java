package org.natter.event.programme;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.OptionalLong;
import org.natter.event.programme.VenueFacts.Known;
import org.natter.event.region.Region;
import org.natter.event.region.RegionId;

/** Riverside pub evenings: {@code aPubEvening().places(30).published()}. Planned and published on 20 September 2026. */
public final class EventFixture {

    public static final EventId RIVERSIDE = new EventId("4be3f1d09c5a4e7f8a6b2c1d0e9f8a7b");
    public static final ZoneId LONDON = ZoneId.of("Europe/London");
    public static final Region FENLAND =
            new Region(new RegionId("0f1e2d3c4b5a69788796a5b4c3d2e1f0"), "Fenland and Cam", LONDON);
    public static final Instant IN_SEPTEMBER = Instant.parse("2026-09-20T08:00:00Z");
    public static final Instant DURING_IT = Instant.parse("2026-10-15T18:00:00Z");
    public static final Instant AFTER_IT = Instant.parse("2026-10-15T20:00:00Z");

    private EventId id = RIVERSIDE;
    private Region region = FENLAND;
    private EventKind kind = EventKind.SOCIAL;
    private String title = "Riverside pub evening";
    private String description = "A relaxed evening; come alone, most people do.";
    private String startsAt = "2026-10-15T18:30";
    private String endsAt = "2026-10-15T21:00";
    private ZoneId zone = LONDON;
    private WhenAmbiguous choice = WhenAmbiguous.NOT_ASKED;
    private String venue = "The Moorhen";
    private VenueFacts facts =
            new VenueFacts(Known.NOT_KNOWN, Known.NOT_KNOWN, Known.NOT_KNOWN, Known.NOT_KNOWN, Known.NOT_KNOWN);
    private String findUs = "The long table by the window; look for the yellow lantern.";
    private int places = 24;

    private EventFixture() {}

    public static EventFixture aPubEvening() {
        return new EventFixture();
    }

    public EventFixture withId(EventId id) {
        this.id = id;
        return this;
    }

    public EventFixture in(Region region) {
        this.region = region;
        return this;
    }

    public EventFixture kind(EventKind kind) {
        this.kind = kind;
        return this;
    }

    public EventFixture called(String title) {
        this.title = title;
        return this;
    }

    public EventFixture described(String description) {
        this.description = description;
        return this;
    }

    public EventFixture from(String startsAt) {
        this.startsAt = startsAt;
        return this;
    }

    public EventFixture until(String endsAt) {
        this.endsAt = endsAt;
        return this;
    }

    public EventFixture inZone(String zone) {
        this.zone = ZoneId.of(zone);
        return this;
    }

    public EventFixture meaning(WhenAmbiguous choice) {
        this.choice = choice;
        return this;
    }

    public EventFixture at(String venue) {
        this.venue = venue;
        return this;
    }

    public EventFixture knowing(VenueFacts facts) {
        this.facts = facts;
        return this;
    }

    public EventFixture findUs(String findUs) {
        this.findUs = findUs;
        return this;
    }

    public EventFixture places(int places) {
        this.places = places;
        return this;
    }

    public EventDetails details() {
        var times = EventTimes.between(LocalDateTime.parse(startsAt), LocalDateTime.parse(endsAt), zone, choice);
        var address = venue.isEmpty() ? "" : "2 Sluice Lane, Ousebridge";
        return new EventDetails(kind, title, description, times, new Venue(venue, address, facts, "", findUs), places);
    }

    public PlanEvent wish() {
        return new PlanEvent(id, region, details(), "f".repeat(64), IN_SEPTEMBER);
    }

    public EventDomainEvent.EventPlanned planned() {
        return Event.plan(wish());
    }

    public Event draft() {
        return planned().draft();
    }

    public Event published() {
        return after(draft(), draft().publish(OptionalLong.empty(), IN_SEPTEMBER));
    }

    public Event cancelled() {
        return after(
                published(), published().cancel("The pub's cellar has flooded.", OptionalLong.empty(), IN_SEPTEMBER));
    }

    public Event concluded() {
        return after(published(), published().conclude(AFTER_IT));
    }

    /** The event as it stands after a decision that must have decided exactly one thing. */
    static Event after(Event before, List<EventDomainEvent> decided) {
        if (decided.size() != 1) {
            throw new AssertionError("Exactly one thing should have happened, but was " + decided);
        }
        return decided.get(0).applyTo(before);
    }
}
