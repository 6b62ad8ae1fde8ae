package org.natter.attendee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.natter.attendee.booking.BookingChoices;
import org.natter.attendee.booking.BookingDomainEvent;
import org.natter.attendee.booking.BookingDomainEvent.ProgrammeObeyed;
import org.natter.attendee.booking.CancelReason;
import org.natter.attendee.booking.LedgerState;
import org.natter.attendee.booking.SeatLedger;
import org.natter.attendee.booking.SeatLedgerFixture;
import org.natter.attendee.booking.SeatLedgers;
import org.natter.attendee.checkin.Arrival;
import org.natter.attendee.checkin.CheckInId;
import org.natter.attendee.checkin.CheckIns;
import org.natter.attendee.checkin.HostLists;
import org.natter.attendee.history.CountBook;
import org.natter.attendee.history.FrozenCounts;
import org.natter.attendee.history.SeasonBook;
import org.natter.attendee.history.SeasonCounts;
import org.natter.attendee.person.AttendanceId;
import org.natter.attendee.person.EventId;
import org.natter.attendee.person.RegionId;
import org.natter.attendee.person.Sector;
import org.natter.ids.HexId;
import org.natter.messaging.kit.ContractSamples;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;

/**
 * What is decided reaches the log as the golden samples say, through the production mapping, but for the id of each test's
 * event. Newcomer and listed differ in every case, so that one cannot stand for the other.
 */
@WholeService
class ProducedSamplesTest {

    private static final AttendanceId WREN = new AttendanceId("9f8e7d6c5b4a39281706f5e4d3c2b1a0");
    private static final AttendanceId SAMIR = new AttendanceId("1a2b3c4d5e6f708192a3b4c5d6e7f809");
    private static final AttendanceId VIVIEN = new AttendanceId("c0ffee00c0ffee00c0ffee00c0ffee00");
    private static final AttendanceId MAURICE = new AttendanceId("5a17b0c3d4e5f60718293a4b5c6d7e8f");
    private static final AttendanceId TOBIAS = new AttendanceId("70b1a5c0ffee70b1a5c0ffee70b1a5c0");
    private static final BookingChoices COLLEGE = new BookingChoices(Sector.COLLEGE, false, true);

    private final SeatLedgers ledgers;
    private final CheckIns checkIns;
    private final HostLists hosts;
    private final CountBook counts;
    private final SeasonBook seasons;
    private final MongoOperations mongo;
    private EventId event = SeatLedgerFixture.RIVERSIDE;

    @Autowired
    ProducedSamplesTest(
            SeatLedgers ledgers,
            CheckIns checkIns,
            HostLists hosts,
            CountBook counts,
            SeasonBook seasons,
            MongoOperations mongo) {
        this.ledgers = ledgers;
        this.checkIns = checkIns;
        this.hosts = hosts;
        this.counts = counts;
        this.seasons = seasons;
        this.mongo = mongo;
    }

    @BeforeEach
    void anEventOfItsOwnWithOnePlace() {
        event = new EventId(HexId.random());
        var card = SeatLedgerFixture.riverside(event, SeatLedgerFixture.STARTS);
        ledgers.changeOrOpen(
                event,
                () -> SeatLedger.opened(card, 0, LedgerState.OPEN, 0),
                ledger -> ledger.obey(new ProgrammeObeyed(card, 1, LedgerState.OPEN, 1), Instant.EPOCH));
    }

    @Test
    void aPlaceIsBooked() {
        books(WREN, "2026-09-28T11:04:07Z");

        told("seats/" + event, "attendance.booked.v1", "wren");
    }

    @Test
    void aWalkInIsBooked() {
        var choices = new BookingChoices(Sector.PUBLIC, true, true);
        ledgers.change(event, ledger -> ledger.admit(MAURICE, choices, Instant.parse("2026-10-15T17:52:00Z")));

        told("seats/" + event, "attendance.booked.v1", "walk-in");
    }

    @Test
    void aPlaceInLineIsTaken() {
        books(WREN, "2026-09-28T11:04:07Z");
        books(SAMIR, "2026-10-13T07:30:00Z");

        told("seats/" + event, "attendance.waitlisted.v1", "samir");
    }

    @Test
    void aFreedPlaceIsOffered() {
        books(WREN, "2026-09-28T11:04:07Z");
        books(SAMIR, "2026-10-13T07:30:00Z");
        cancels(WREN, CancelReason.NOT_SAID, "2026-10-13T15:11:00Z");

        told("seats/" + event, "attendance.offered.v1", "samir");
    }

    @Test
    void aPlaceIsCancelled() {
        books(VIVIEN, "2026-09-28T11:04:07Z");
        cancels(VIVIEN, CancelReason.COVER_AT_WORK, "2026-10-14T15:10:00Z");

        told("seats/" + event, "attendance.cancelled.v1", "vivien");
    }

    @Test
    void anOrganiserCancelsForSomebody() {
        books(VIVIEN, "2026-09-28T11:04:07Z");
        ledgers.change(event, ledger -> ledger.cancelFor(VIVIEN, Instant.parse("2026-10-14T15:20:00Z")));

        told("seats/" + event, "attendance.cancelled.v1", "organiser");
    }

    @Test
    void anOfferLapses() {
        books(WREN, "2026-09-28T11:04:07Z");
        books(SAMIR, "2026-09-29T07:30:00Z");
        cancels(WREN, CancelReason.NOT_SAID, "2026-10-01T11:30:00Z");
        ledgers.change(event, ledger -> ledger.sweep(Instant.parse("2026-10-13T18:00:00Z")));

        told("seats/" + event, "attendance.cancelled.v1", "offer-lapsed");
    }

    @Test
    void whoWasLetInIsNotInAfterAll() {
        var choices = new BookingChoices(Sector.PUBLIC, true, true);
        ledgers.change(event, ledger -> ledger.admit(MAURICE, choices, Instant.parse("2026-10-15T17:52:00Z")));
        ledgers.change(event, ledger -> ledger.takeAdmissionBack(MAURICE, Instant.parse("2026-10-15T17:53:00Z")));

        told("seats/" + event, "attendance.cancelled.v1", "door");
    }

    @Test
    void theDoorChecksInAndTakesItBack() {
        arrives(WREN, "2026-10-15T17:42:00Z", true);
        arrives(MAURICE, "2026-10-15T17:51:00Z", false);
        checkIns.change(WREN, event, checkIn -> checkIn.undo(Instant.parse("2026-10-15T17:43:00Z")));

        told("check-in/" + WREN, "attendance.checked-in.v1", "wren");
        told("check-in/" + MAURICE, "attendance.checked-in.v1", "maurice");
        told("check-in/" + WREN, "attendance.check-in-undone.v1", "wren");
    }

    @Test
    void anOrganiserSaysWhoHosts() {
        names(List.of(TOBIAS), "2026-10-15T16:30:00Z");
        names(List.of(), "2026-10-15T16:31:00Z");

        told("hosts/" + event, "attendance.hosts-named.v1", "tobias");
        told("hosts/" + event, "attendance.hosts-named.v1", "nobody");
    }

    @Test
    void whatIsCountedAcrossEventsIsSettledOnce() {
        var at = Instant.parse("2026-11-05T06:00:00Z");
        var familiar = List.of(new FrozenCounts.Familiarity(435, 82, 16, 35, 22, 26));
        counts.freeze(new FrozenCounts(event, at, familiar, List.of(new FrozenCounts.MetAgain(24, 9, 12, 18))));
        counts.freeze(new FrozenCounts(event, at.plusSeconds(1), List.of(), List.of()));

        told("history-counts/" + event, "history.counts-frozen.v1", "riverside");
    }

    @Test
    void whatTooFewStandBehindIsNotSaid() {
        var quiet = new EventId("8d3c2b1a0f9e8d7c6b5a493827160504");
        var region = new RegionId("0f1e2d3c4b5a69788796a5b4c3d2e1f0");
        counts.freeze(new FrozenCounts(quiet, Instant.parse("2026-11-05T06:00:00Z"), List.of(), List.of()));
        seasons.settle(new SeasonCounts(region, 2025, Instant.parse("2026-08-14T05:00:00Z"), List.of(), List.of()));

        told("history-counts/" + quiet, "history.counts-frozen.v1", "too-few");
        told("history-season/1c005df10310bba28c10aae93a8a107e", "history.season-counted.v1", "too-few");
    }

    @Test
    void whatSpansARegionsYearIsSettledOnce() {
        var region = new RegionId("0f1e2d3c4b5a69788796a5b4c3d2e1f0");
        var at = Instant.parse("2027-08-14T05:00:00Z");
        seasons.settle(new SeasonCounts(
                region,
                2026,
                at,
                List.of(new SeasonCounts.Returned(24, 11)),
                List.of(new SeasonCounts.Behind(12, false))));
        seasons.settle(new SeasonCounts(region, 2026, at.plusSeconds(1), List.of(), List.of()));

        told("history-season/a1f2c87b764e031a6108c17985ad623c", "history.season-counted.v1", "fenland");
    }

    private void names(List<AttendanceId> hosting, String at) {
        hosts.change(event, list -> list.name(hosting, Instant.parse(at)));
    }

    private void books(AttendanceId attendance, String at) {
        var now = Instant.parse(at);
        ledgers.change(
                event,
                inOneWrite(ledger -> ledger.ask(attendance, COLLEGE, now), ledger -> ledger.confirm(attendance, now)));
    }

    private void cancels(AttendanceId attendance, CancelReason reason, String at) {
        ledgers.change(event, ledger -> ledger.cancel(attendance, reason, Instant.parse(at)));
    }

    private void arrives(AttendanceId attendance, String at, boolean reachable) {
        var arrival = new Arrival(new CheckInId(HexId.random()), Instant.parse(at), "asha");
        checkIns.change(attendance, event, checkIn -> checkIn.arrive(arrival, reachable));
    }

    /** Two decisions at once, so that no sweep comes in between. */
    private static Function<SeatLedger, List<BookingDomainEvent>> inOneWrite(
            Function<SeatLedger, List<BookingDomainEvent>> first,
            Function<SeatLedger, List<BookingDomainEvent>> second) {
        return ledger -> {
            var facts = new ArrayList<>(first.apply(ledger));
            facts.addAll(second.apply(SeatLedgerFixture.after(ledger, facts)));
            return facts;
        };
    }

    private void told(String aggregate, String type, String name) {
        var sample = ContractSamples.read("natter.attendees", type, name);
        await(type + " is told")
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(rows(aggregate))
                        .filteredOn(row -> type.equals(row.getString("type")))
                        .anySatisfy(row -> ContractSamples.assertBody(body(row), sample)));
    }

    private byte[] body(Document row) {
        return new String(row.get("bytes", Binary.class).getData(), StandardCharsets.UTF_8)
                .replace(event.value(), SeatLedgerFixture.RIVERSIDE.value())
                .getBytes(StandardCharsets.UTF_8);
    }

    private List<Document> rows(String aggregate) {
        return mongo.getCollection("event_log")
                .find(new Document("aggregate", aggregate))
                .into(new ArrayList<>());
    }
}
