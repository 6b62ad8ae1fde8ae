package org.natter.local.story;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.bson.Document;
import org.bson.types.Binary;
import org.natter.local.story.RegionOnPaper.Became;
import org.natter.local.story.RegionOnPaper.Evening;
import org.natter.local.story.RegionOnPaper.Place;
import org.natter.local.story.RegionOnPaper.Said;
import org.natter.local.story.RegionOnPaper.Side;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the three services keep of an evening that is long over: its aggregates, what they told, and the rows that were made
 * of it, as documents of their collections.
 *
 * <p>{@link TenYears} has one evening played by HTTP and compares what the product kept of it with what stands here, so this
 * is what the product writes.
 */
final class StoredEvening {

    static final String EVENTS = "natter_event";
    static final String ATTENDEES = "natter_attendee";
    static final String FEEDBACK = "natter_feedback";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final DateTimeFormatter IN_SUBJECTS = DateTimeFormatter.ofPattern("d MMMM", Locale.UK);
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm");
    private static final String ADDRESS = "Quayside 4, Fenbridge";
    private static final String VENUE = "The Moorhen";
    private static final int SIXTEEN = 16;

    private final Evening evening;
    private final String region;
    private final Instant now;
    private final BiConsumer<String, Document> rows;
    private final Map<String, Document> spread = new LinkedHashMap<>();

    /**
     * @param now up to when it has gone on: whoever answered is asked again after three and after nine months
     * @param rows takes each document, by {@code database.collection}
     */
    StoredEvening(Evening evening, String region, Instant now, BiConsumer<String, Document> rows) {
        this.evening = evening;
        this.region = region;
        this.now = now;
        this.rows = rows;
    }

    /** A message that was told, as rows remember it. */
    private record Told(String source, String id, int version, String hash) {}

    void write() {
        event();
        var seats = seats();
        var hosts = hosts();
        row(ATTENDEES + ".history_room", "").append("facts", facts());
        remember(row(ATTENDEES + ".history_room", ""), concluded, "facts");
        row(FEEDBACK + ".room", "").append("gathering", gathering());
        remember(row(FEEDBACK + ".room", ""), concluded, "gathering");
        row(FEEDBACK + ".evidence", "").append("hosts", hosts.body());
        remember(row(FEEDBACK + ".evidence", ""), hosts.told(), "hosts");
        for (var number = 0; number < evening.places().size(); number++) {
            var place = evening.places().get(number);
            taken(place, Objects.requireNonNull(seats.get(place.attendance())));
            if (place.came()) {
                came(place);
            }
            if (place.became() != Became.CANCELLED) {
                asked(place);
            }
        }
        spread.forEach((name, row) -> {
            var collection = name.substring(0, name.indexOf(' '));
            row.append("v", (long) ((Document) row.get("src")).size());
            rows.accept(collection, row);
        });
    }

    // ---- event-service ----

    private Told concluded = new Told("", "", 0, "");

    private void event() {
        var id = evening.id();
        var state = new Document("_id", id)
                .append("region", region)
                .append("regionName", NetworkSetUp.REGION_NAME)
                .append(
                        "details",
                        new Document("kind", evening.kind().name())
                                .append("title", evening.title())
                                .append("description", "")
                                .append(
                                        "times",
                                        new Document("startsAt", at(18, 30).format(MINUTES))
                                                .append("endsAt", at(21, 0).format(MINUTES))
                                                .append("zone", Story.ZONE.getId())
                                                .append("whenAmbiguous", "NOT_ASKED")
                                                .append("startsAtInstant", date(at(18, 30)))
                                                .append("endsAtInstant", date(at(21, 0))))
                                .append(
                                        "venue",
                                        new Document("name", VENUE)
                                                .append("address", ADDRESS)
                                                .append(
                                                        "facts",
                                                        new Document("stepFree", "NOT_KNOWN")
                                                                .append("toilets", "NOT_KNOWN")
                                                                .append("hearingLoop", "NOT_KNOWN")
                                                                .append("quietCorner", "NOT_KNOWN")
                                                                .append("alcoholFree", "NOT_KNOWN"))
                                                .append("nearestStop", "")
                                                .append("findUs", ""))
                                .append("places", 400))
                .append("status", "CONCLUDED")
                .append("sequence", 0)
                .append("version", 3L)
                .append("reason", "")
                .append("fingerprint", hash(("plan " + id).getBytes(StandardCharsets.UTF_8)));
        aggregate(EVENTS + ".event", id, 3, state);
        var published = tell(EVENTS, "event", id, 2, "event.published.v1", id, before(7), announced());
        var over = announced();
        over.put("at", text(at(21, 0).toInstant()));
        concluded = tell(EVENTS, "event", id, 3, "event.concluded.v1", id, at(21, 1), over);
        var known = new Document("_id", id)
                .append("v", 1L)
                .append(
                        "announced",
                        new Document("version", 2L)
                                .append(
                                        "facts",
                                        new Document("startsAt", date(at(18, 30)))
                                                .append("endsAt", date(at(21, 0)))
                                                .append("zone", Story.ZONE.getId())
                                                .append("venueName", VENUE)
                                                .append("venueAddress", ADDRESS)));
        remember(known, published, "announced");
        rows.accept(ATTENDEES + ".mail_told", known);
    }

    private Map<String, Object> announced() {
        var words = new LinkedHashMap<String, Object>();
        words.put("regionName", NetworkSetUp.REGION_NAME);
        words.put("title", evening.title());
        words.put("description", "");
        words.put("venueName", VENUE);
        words.put("venueAddress", ADDRESS);
        words.put("findUs", "");
        var body = new LinkedHashMap<String, Object>();
        body.put("event", evening.id());
        body.put("region", region);
        body.put("kind", evening.kind().name());
        body.put("startsAt", text(at(18, 30).toInstant()));
        body.put("endsAt", text(at(21, 0).toInstant()));
        body.put("zone", Story.ZONE.getId());
        body.put("places", 400);
        body.put("sequence", 0);
        body.put("published", words);
        return body;
    }

    private Document facts() {
        return new Document("title", evening.title())
                .append("startsAt", date(at(18, 30)))
                .append("endsAt", date(at(21, 0)))
                .append("zone", Story.ZONE.getId())
                .append("venueName", VENUE)
                .append("region", region);
    }

    private Document gathering() {
        return new Document("region", region)
                .append("endsAt", date(at(21, 0)))
                .append("zone", Story.ZONE.getId())
                .append("standing", "OVER");
    }

    /** The event in the rows of its region, of which there are sixteen: the row's name, its fact and the mark of it. */
    Document inTheRegion() {
        var marks = new Document();
        remember(marks, concluded, "events." + evening.id());
        return new Document(
                        "row", region + "/" + evening.id().charAt(evening.id().length() - 1))
                .append("fact", gathering())
                .append("source", concluded.source())
                .append("mark", ((Document) marks.get("src")).get(concluded.source()));
    }

    // ---- attendee-service: places, door, hosts ----

    private Map<String, Told> seats() {
        var seats = new ArrayList<Document>();
        var told = new HashMap<String, Told>();
        var version = 1 + evening.places().size();
        for (var place : evening.places()) {
            var booked = since(place);
            told.put(
                    place.attendance(),
                    tell(
                            ATTENDEES,
                            "seats",
                            evening.id(),
                            ++version,
                            "attendance.booked.v1",
                            place.attendance(),
                            booked,
                            fields(
                                    "attendance", place.attendance(),
                                    "event", evening.id(),
                                    "at", text(booked.toInstant()),
                                    "sector", sector(place),
                                    "newcomer", place.newcomer(),
                                    "listed", true,
                                    "walkIn", false)));
        }
        for (var place : evening.places()) {
            var seat = new Document("attendance", place.attendance())
                    .append("standing", place.became() == Became.CANCELLED ? "CANCELLED" : "BOOKED")
                    .append(
                            "choices",
                            new Document("sector", sector(place))
                                    .append("newcomer", place.newcomer())
                                    .append("listed", true))
                    .append("walkIn", false)
                    .append("since", date(since(place)));
            if (place.became() == Became.CANCELLED) {
                seat.append("was", "BOOKED").append("turns", 1);
                told.put(
                        place.attendance(),
                        tell(
                                ATTENDEES,
                                "seats",
                                evening.id(),
                                ++version,
                                "attendance.cancelled.v1",
                                place.attendance(),
                                before(3),
                                fields(
                                        "attendance", place.attendance(),
                                        "event", evening.id(),
                                        "at", text(before(3).toInstant()),
                                        "by", "ATTENDEE",
                                        "reason", "OTHER")));
            }
            seats.add(seat);
        }
        var card = new Document("event", evening.id())
                .append("region", region)
                .append("kind", evening.kind().name())
                .append("title", evening.title())
                .append("startsAt", date(at(18, 30)))
                .append("endsAt", date(at(21, 0)))
                .append("zone", Story.ZONE.getId())
                .append("regionName", NetworkSetUp.REGION_NAME)
                .append("venueName", VENUE)
                .append("venueAddress", ADDRESS)
                .append("findUs", "")
                .append("sequence", 0);
        aggregate(
                ATTENDEES + ".seats",
                evening.id(),
                version + 1,
                new Document("card", card)
                        .append("places", 400)
                        .append("state", "CONCLUDED")
                        .append("obeyed", 3L)
                        .append("seats", seats));
        return told;
    }

    private record Hosts(Document body, Told told) {}

    private Hosts hosts() {
        var hosts = evening.hosts().stream().map(Place::attendance).toList();
        var body = new Document("event", evening.id()).append("hosts", hosts);
        aggregate(ATTENDEES + ".hosts", evening.id(), 1, body);
        var told = tell(
                ATTENDEES,
                "hosts",
                evening.id(),
                1,
                "attendance.hosts-named.v1",
                evening.id(),
                before(2),
                fields("event", evening.id(), "at", text(before(2).toInstant()), "hosts", hosts));
        return new Hosts(body, told);
    }

    private void taken(Place place, Told seat) {
        var one = place.attendance();
        var cancelled = place.became() == Became.CANCELLED;
        rows.accept(
                ATTENDEES + ".door_code",
                new Document("_id", code(one)).append("attendances", new Document(one, true)));
        rows.accept(
                ATTENDEES + ".person_attendance",
                new Document("_id", one)
                        .append("v", someVersion(one))
                        .append("person", place.who().id())
                        .append("event", evening.id()));
        var overview = row(EVENTS + ".event_overview", one);
        within(overview, "place")
                .append(one, new Document("is", cancelled ? "NONE" : "BOOKED").append("at", date(since(place))));
        remember(overview, seat, "place." + one);
        var guest = within(within(row(ATTENDEES + ".history_room", one), "guests"), one);
        guest.append("seat", new Document("sector", sector(place)).append("newcomer", place.newcomer()));
        var room = row(FEEDBACK + ".room", one);
        within(room, "seats").append(one, cancelled ? "CANCELLED" : "BOOKED");
        remember(room, seat, "seats." + one);
        var evidence = row(FEEDBACK + ".evidence", one);
        within(evidence, "seats")
                .append(
                        one,
                        cancelled
                                ? new Document("absence", "OTHER")
                                : new Document(
                                        "guest",
                                        new Document("attendance", one)
                                                .append("event", evening.id())
                                                .append("sector", sector(place))
                                                .append("newcomer", place.newcomer())));
        remember(evidence, seat, "seats." + one);
        remember(
                row(ATTENDEES + ".history_room", one),
                cancelled ? bookedBefore(place) : seat,
                "guests." + one + ".seat");
        mail(
                place,
                "confirm-booking/" + one + "/" + idOf("ask " + one),
                "CONFIRM_BOOKING",
                before(7),
                "",
                "Confirm your place: " + evening.title());
        mail(
                place,
                "booked/" + one + "/" + since(place).toInstant().toEpochMilli(),
                "BOOKED",
                since(place),
                "",
                "You're booked: " + evening.title() + ", " + evening.day().format(IN_SUBJECTS));
        mail(
                place,
                "day-before/" + one + "/" + evening.day().minusDays(1),
                "DAY_BEFORE",
                before(1),
                "",
                cancelled ? "" : "Tomorrow: " + evening.title());
        if (cancelled) {
            mail(
                    place,
                    "cancelled-by-you/" + one + "/" + before(3).toInstant().toEpochMilli(),
                    "CANCELLED_BY_YOU",
                    before(3),
                    "",
                    "You're not coming: " + evening.title());
        }
    }

    /** What was told of a place that was given up later, as the history keeps it: it passes over the cancellation. */
    private Told bookedBefore(Place place) {
        return Objects.requireNonNull(firstTold.get("seats " + place.attendance()));
    }

    private void came(Place place) {
        var one = place.attendance();
        var at = at(18, 35);
        var tap = new Document("_id", idOf("tap " + one)).append("at", date(at)).append("helper", idOf("helper"));
        aggregate(
                ATTENDEES + ".check-in",
                one,
                1,
                new Document("attendance", one)
                        .append("event", evening.id())
                        .append("since", List.of(tap))
                        .append("seen", List.of(tap))
                        .append("undone", List.of()));
        var told = tell(
                ATTENDEES,
                "check-in",
                one,
                1,
                "attendance.checked-in.v1",
                one,
                at,
                fields(
                        "attendance",
                        one,
                        "event",
                        evening.id(),
                        "at",
                        text(at.toInstant()),
                        "by",
                        "HELPER",
                        "reachable",
                        true));
        var overview = row(EVENTS + ".event_overview", one);
        within(overview, "door").append(one, new Document("is", true).append("at", date(at)));
        remember(overview, told, "door." + one);
        var history = row(ATTENDEES + ".history_room", one);
        within(within(history, "guests"), one).append("door", new Document("here", true));
        remember(history, told, "guests." + one + ".door");
        var room = row(FEEDBACK + ".room", one);
        within(room, "checkIns").append(one, "HERE");
        remember(room, told, "checkIns." + one);
        var evidence = row(FEEDBACK + ".evidence", one);
        within(evidence, "here").append(one, true);
        remember(evidence, told, "here." + one);
    }

    // ---- feedback-service: asked, answered, asked again ----

    private void asked(Place place) {
        var one = place.attendance();
        var said = place.said();
        var kind = place.came() ? "HOW_WAS_IT" : "DID_YOU_MAKE_IT";
        var asks = after(1, LocalTime.of(10, 0));
        var closes = after(14, LocalTime.of(23, 59));
        var reminded = said == null && place.came();
        aggregate(
                FEEDBACK + ".invitation",
                one,
                reminded ? 2 : 1,
                new Document("attendance", one)
                        .append("event", evening.id())
                        .append("generation", 1)
                        .append("kind", kind)
                        .append("askedAt", date(asks))
                        .append("validUntil", date(closes))
                        .append("reminded", reminded)
                        .append("stopped", false));
        var body = fields(
                "attendance",
                one,
                "event",
                evening.id(),
                "generation",
                1,
                "kind",
                kind,
                "at",
                text(asks.toInstant()),
                "validUntil",
                text(closes.toInstant()));
        var told = tell(FEEDBACK, "invitation", one, 1, "feedback.invitation-due.v1", one, asks, body);
        var entry = new Document("_id", one)
                .append(
                        "invited",
                        new Document("attendance", one)
                                .append("event", evening.id())
                                .append("generation", 1)
                                .append("validUntil", date(closes)));
        remember(entry, told, "invited");
        mail(
                place,
                "feedback-invitation/" + one + "/1",
                kind,
                asks,
                "",
                place.came() ? "How was last night?" : "Did you make it last night?");
        if (reminded) {
            var again = after(5, LocalTime.of(10, 0));
            var reminder = new LinkedHashMap<>(body);
            reminder.put("at", text(again.toInstant()));
            tell(FEEDBACK, "invitation", one, 2, "feedback.reminder-due.v1", one, again, reminder);
            mail(place, "feedback-reminder/" + one + "/1", "STILL_TIME", again, "", "Still time to say");
        }
        if (said != null) {
            answered(place, said, entry);
        }
        rows.accept(ATTENDEES + ".history_entry", entry.append("v", said == null ? 1L : 7L));
    }

    private void answered(Place place, Said said, Document entry) {
        var one = place.attendance();
        var at = after(3, LocalTime.of(12, 0));
        var fresh =
                said.met().stream().filter(side -> side.before().equals("NEW")).toList();
        // step by step: how it was, whom they met, whom they knew, their talks, anything else; then it is sent
        step(place, said, 1, at, List.of(), false, "NOT_SAID", false);
        step(place, said, 2, at, fresh, false, "NOT_SAID", false);
        step(place, said, 3, at, said.met(), false, "NOT_SAID", false);
        step(place, said, 4, at, said.met(), true, "NOT_SAID", false);
        step(place, said, 5, at, said.met(), true, "NOT_SAID", false);
        var told = step(place, said, 6, at, said.met(), true, "NOT_SAID", true);
        aggregate(
                FEEDBACK + ".answer",
                one,
                6,
                new Document("writer", one)
                        .append("event", evening.id())
                        .append("at", date(at))
                        .append(
                                "overall",
                                new Document("worthComing", said.worthComing())
                                        .append("feltWelcome", said.feltWelcome()))
                        .append("met", said.met().stream().map(this::inAnswer).toList())
                        .append("others", List.of())
                        .append("knownBefore", "NOT_SAID")
                        .append("evening", new Document("familiarFaces", "NOT_SAID").append("came", "NOT_SAID"))
                        .append("steps", List.of(1, 2, 3, 4, 5))
                        .append("sent", true));
        entry.append(
                "answer",
                new Document("writer", one)
                        .append("event", evening.id())
                        .append("at", date(at))
                        .append("met", said.met().stream().map(this::inHistory).toList())
                        .append("others", List.of())
                        .append("knownBefore", "NOT_SAID")
                        .append("familiarFaces", "NOT_SAID")
                        .append("came", "NOT_SAID")
                        .append("sent", true)
                        .append("saysWhom", true));
        remember(entry, told, "answer");
        var evidence = row(FEEDBACK + ".evidence", one);
        within(evidence, "answers")
                .append(
                        one,
                        new Document("writer", one)
                                .append("event", evening.id())
                                .append("at", date(at))
                                .append("worthComing", said.worthComing())
                                .append("feltWelcome", said.feltWelcome())
                                .append(
                                        "met",
                                        said.met().stream()
                                                .map(this::inEvidence)
                                                .toList())
                                .append("others", List.of())
                                .append("familiarFaces", "NOT_SAID"));
        remember(evidence, told, "answers." + one);
        var known = new Document("_id", one).append("v", 1L).append("answered", new Document("version", 6L));
        remember(known, told, "answered");
        rows.accept(ATTENDEES + ".mail_told", known);
        if (!said.met().isEmpty()) {
            askedAgain(place);
        }
    }

    private Told step(
            Place place,
            Said said,
            int version,
            ZonedDateTime at,
            List<Side> met,
            boolean talks,
            String familiarFaces,
            boolean sent) {
        var one = place.attendance();
        return tell(
                FEEDBACK,
                "answer",
                one,
                version,
                "feedback.answered.v1",
                one,
                at,
                fields(
                        "writer",
                        one,
                        "event",
                        evening.id(),
                        "at",
                        text(at.toInstant()),
                        "worthComing",
                        said.worthComing(),
                        "feltWelcome",
                        said.feltWelcome(),
                        "met",
                        met.stream().map(side -> onTheWire(side, talks)).toList(),
                        "others",
                        List.of(),
                        "knownBefore",
                        "NOT_SAID",
                        "familiarFaces",
                        familiarFaces,
                        "came",
                        "NOT_SAID",
                        "sent",
                        sent,
                        "saysWhom",
                        version > 1));
    }

    private Map<String, Object> onTheWire(Side side, boolean talks) {
        return fields(
                "who",
                fields("kind", "ATTENDANCE", "id", attendance(side)),
                "before",
                side.before(),
                "talk",
                talks ? side.talk() : "NOT_SAID",
                "again",
                talks ? side.again() : "NOT_SAID",
                "introduced",
                fields("by", "NOT_SAID", "id", ""),
                "askAgain",
                true,
                "late",
                false);
    }

    private Document inHistory(Side side) {
        return new Document("who", who(side))
                .append("before", side.before())
                .append("talk", side.talk())
                .append("again", side.again())
                .append("introduced", new Document("_id", "").append("by", "NOT_SAID"));
    }

    private Document inAnswer(Side side) {
        return inHistory(side).append("askAgain", true);
    }

    private Document inEvidence(Side side) {
        return new Document("who", who(side))
                .append("before", side.before())
                .append("talk", side.talk())
                .append("askAgain", true)
                .append("late", false);
    }

    private Document who(Side side) {
        return new Document("_id", attendance(side)).append("kind", "ATTENDANCE");
    }

    private String attendance(Side side) {
        return evening.places().get(side.place()).attendance();
    }

    private void askedAgain(Place place) {
        var one = place.attendance();
        var asked = new ArrayList<Integer>();
        var closes = at(10, 0);
        for (var months : List.of(3, 9)) {
            var day = evening.day().plusMonths(months);
            var asks = ZonedDateTime.of(day, LocalTime.of(10, 0), Story.ZONE);
            if (asks.toInstant().isAfter(now)) {
                break;
            }
            asked.add(months);
            closes = asks.plusDays(30);
            tell(
                    FEEDBACK,
                    "follow-up",
                    one,
                    asked.size(),
                    "feedback.follow-up-due.v1",
                    one,
                    asks,
                    fields(
                            "attendance",
                            one,
                            "event",
                            evening.id(),
                            "generation",
                            1,
                            "monthsAfter",
                            months,
                            "at",
                            text(asks.toInstant()),
                            "validUntil",
                            text(closes.toInstant())));
            mail(
                    place,
                    "follow-up/" + one + "/" + months + "/1",
                    "FOLLOW_UP",
                    asks,
                    String.valueOf(months),
                    "Did anything come of it?");
        }
        if (!asked.isEmpty()) {
            aggregate(
                    FEEDBACK + ".follow-up",
                    one,
                    asked.size(),
                    new Document("attendance", one)
                            .append("event", evening.id())
                            .append("asked", asked)
                            .append("replied", List.of())
                            .append("closesAt", date(closes)));
        }
    }

    // ---- how it is kept ----

    private final Map<String, Told> firstTold = new HashMap<>();

    private Told tell(
            String service,
            String type,
            String id,
            int version,
            String message,
            String subject,
            ZonedDateTime at,
            Map<String, Object> body) {
        var bytes = JSON.writeValueAsBytes(body);
        var name = type + "/" + id + "/" + version;
        var told = new Told(type + "/" + subject, name, version, hash(bytes));
        firstTold.putIfAbsent(type + " " + subject, told);
        rows.accept(
                service + ".event_log",
                new Document("_id", name)
                        .append("aggregate", type + "/" + id)
                        .append("id", name)
                        .append("n", (long) version)
                        .append("i", 0)
                        .append("type", message)
                        .append("subject", subject)
                        .append("at", date(at))
                        .append("bytes", new Binary(bytes))
                        .append("hash", told.hash())
                        .append("sentAt", date(at)));
        return told;
    }

    private void aggregate(String collection, String id, int version, Document state) {
        rows.accept(
                collection,
                new Document("_id", id)
                        .append("v", (long) version)
                        .append("state", state)
                        .append("out", List.of()));
    }

    /** The event's own row of a read model, or that of the sixteen in which somebody is. */
    private Document row(String collection, String attendance) {
        var id = attendance.isEmpty()
                ? evening.id()
                : evening.id() + "/"
                        + Integer.toHexString(Character.digit(attendance.charAt(attendance.length() - 1), SIXTEEN));
        return spread.computeIfAbsent(collection + " " + id, first -> new Document("_id", id));
    }

    private static Document within(Document row, String field) {
        return (Document) row.computeIfAbsent(field, first -> new Document());
    }

    private static void remember(Document row, Told told, String path) {
        within(within(row, "src"), told.source())
                .append(
                        path.replace('.', '/'),
                        new Document("v", (long) told.version())
                                .append("id", told.id())
                                .append("hash", told.hash()));
    }

    private void mail(Place place, String cause, String kind, ZonedDateTime at, String detail, String subject) {
        var stopped = subject.isEmpty();
        rows.accept(
                ATTENDEES + ".mail",
                new Document("_id", cause)
                        .append("v", stopped ? 3L : 4L)
                        .append("status", stopped ? "STOPPED" : "SENT")
                        .append("nextAttemptAt", date(at))
                        .append("kind", kind)
                        .append("to", place.who().id())
                        .append("generation", 1)
                        .append("detail", detail)
                        .append("at", date(at))
                        .append("notBefore", date(at))
                        .append("validUntil", date(at.plusDays(3)))
                        .append("attempts", 0)
                        .append("unknowns", 0)
                        .append("stopped", stopped ? "BOOKING_CANCELLED" : "NONE")
                        .append("subject", subject)
                        .append("event", evening.id())
                        .append("attendance", place.attendance())
                        .append("told", null)
                        .append("goingTo", null)
                        .append("claimedBy", null)
                        .append("claimedUntil", null)
                        .append("aheadSince", null)
                        .append("finishedAt", date(at))
                        .append("mark", idOf("mark " + cause)));
    }

    private static String sector(Place place) {
        return place.who().guest().sector().name();
    }

    private ZonedDateTime since(Place place) {
        return place.became() == Became.CANCELLED ? before(3) : before(7);
    }

    private ZonedDateTime at(int hour, int minute) {
        return ZonedDateTime.of(evening.day(), LocalTime.of(hour, minute), Story.ZONE);
    }

    private ZonedDateTime before(int days) {
        return ZonedDateTime.of(evening.day().minusDays(days), LocalTime.of(12, 0), Story.ZONE);
    }

    private ZonedDateTime after(int days, LocalTime time) {
        return ZonedDateTime.of(evening.day().plusDays(days), time, Story.ZONE);
    }

    private static Date date(ZonedDateTime at) {
        return Date.from(at.toInstant());
    }

    private static String text(Instant at) {
        return at.toString();
    }

    private static Map<String, Object> fields(Object... namesAndValues) {
        var fields = new LinkedHashMap<String, Object>();
        for (var one = 0; one < namesAndValues.length; one += 2) {
            fields.put((String) namesAndValues[one], namesAndValues[one + 1]);
        }
        return fields;
    }

    static String idOf(String words) {
        return hash(words.getBytes(StandardCharsets.UTF_8)).substring(0, 32);
    }

    static long someVersion(String of) {
        return Long.parseLong(of.substring(0, 12), SIXTEEN);
    }

    private static String hash(byte[] bytes) {
        return HexFormat.of().formatHex(digest(bytes));
    }

    private static byte[] digest(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The six letters by which somebody is known at the door. */
    private static String code(String attendance) {
        var letters = "BCDFGHJKLMNPQRSTVWXZ";
        var digest = digest(("door\0" + attendance).getBytes(StandardCharsets.UTF_8));
        var code = new StringBuilder();
        for (var one = 0; one < 6; one++) {
            code.append(
                    letters.charAt(((digest[2 * one] & 0xff) << 8 | digest[2 * one + 1] & 0xff) % letters.length()));
        }
        return code.toString();
    }
}
