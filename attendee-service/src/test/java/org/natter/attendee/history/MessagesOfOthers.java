package org.natter.attendee.history;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.messaging.Message;
import org.springframework.messaging.support.MessageBuilder;
import tools.jackson.databind.json.JsonMapper;

/** Messages as the other services would send them. */
public final class MessagesOfOthers {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private MessagesOfOthers() {}

    /** One record on its topic. */
    public record Sent(String topic, String key, Map<String, String> headers, Map<String, Object> body) {

        public byte[] bytes() {
            return JSON.writeValueAsBytes(body);
        }

        public Message<byte[]> message() {
            return MessageBuilder.withPayload(bytes()).copyHeaders(headers).build();
        }

        public Map<String, byte[]> headerBytes() {
            var bytes = new LinkedHashMap<String, byte[]>();
            headers.forEach((name, value) -> bytes.put(name, value.getBytes(StandardCharsets.UTF_8)));
            return bytes;
        }
    }

    public static Sent published(String event, long version, String title, String startsAt, String endsAt) {
        return sent(
                "natter.events",
                "event.published.v1",
                "event",
                event,
                version,
                event,
                event(event, title, startsAt, endsAt),
                startsAt);
    }

    public static Sent calledOff(String event, long version, String title, String startsAt, String endsAt) {
        var body = event(event, title, startsAt, endsAt);
        body.put("at", startsAt);
        body.put("reason", "The boiler has gone.");
        return sent("natter.events", "event.cancelled.v1", "event", event, version, event, body, startsAt);
    }

    public static Map<String, Object> event(String event, String title, String startsAt, String endsAt) {
        var body = new LinkedHashMap<String, Object>();
        body.put("event", event);
        body.put("region", "0f1e2d3c4b5a69788796a5b4c3d2e1f0");
        body.put("kind", "SOCIAL");
        body.put("startsAt", startsAt);
        body.put("endsAt", endsAt);
        body.put("zone", "Europe/London");
        body.put("places", 40);
        body.put("sequence", 0);
        body.put(
                "published",
                Map.of(
                        "regionName", "Fenland and Cam",
                        "title", title,
                        "description", "",
                        "venueName", "The Crown",
                        "venueAddress", "",
                        "findUs", ""));
        return body;
    }

    public static Sent booked(
            String event, String attendance, long version, String at, String sector, boolean newcomer) {
        return sent(
                "natter.attendees",
                "attendance.booked.v1",
                "seats",
                event,
                version,
                attendance,
                Map.of(
                        "attendance", attendance,
                        "event", event,
                        "at", at,
                        "sector", sector,
                        "newcomer", newcomer,
                        "listed", true,
                        "walkIn", false),
                at);
    }

    public static Sent checkedIn(String event, String attendance, long version, String at) {
        return door("attendance.checked-in.v1", event, attendance, version, at);
    }

    public static Sent checkInUndone(String event, String attendance, long version, String at) {
        return door("attendance.check-in-undone.v1", event, attendance, version, at);
    }

    private static Sent door(String type, String event, String attendance, long version, String at) {
        return sent(
                "natter.attendees",
                type,
                "check-in",
                attendance,
                version,
                attendance,
                Map.of("attendance", attendance, "event", event, "at", at, "by", "HELPER"),
                at);
    }

    public static Sent answered(
            String event,
            String writer,
            long version,
            String at,
            List<Map<String, Object>> met,
            List<Map<String, Object>> others) {
        var body = new LinkedHashMap<String, Object>();
        body.put("writer", writer);
        body.put("event", event);
        body.put("at", at);
        body.put("worthComing", 4);
        body.put("feltWelcome", 4);
        body.put("met", met);
        body.put("others", others);
        body.put("knownBefore", "NOT_SAID");
        body.put("familiarFaces", "NOT_SAID");
        body.put("came", "NOT_SAID");
        body.put("sent", true);
        return sent("natter.feedback", "feedback.answered.v1", "answer", writer, version, writer, body, at);
    }

    public static Map<String, Object> side(String kind, String id, String before, String talk) {
        return Map.of(
                "who",
                Map.of("kind", kind, "id", id),
                "before",
                before,
                "talk",
                talk,
                "again",
                "YES",
                "introduced",
                Map.of("by", "NOT_SAID", "id", ""),
                "askAgain",
                true,
                "late",
                false);
    }

    public static Sent outcome(
            String outcome, String event, String writer, String kind, String creditedKind, String credited, String at) {
        return outcome(outcome, event, writer, kind, creditedKind, credited, at, false);
    }

    /** The same, taken back. */
    public static Sent withdrawn(
            String outcome, String event, String writer, String kind, String creditedKind, String credited, String at) {
        return outcome(outcome, event, writer, kind, creditedKind, credited, at, true);
    }

    private static Sent outcome(
            String outcome,
            String event,
            String writer,
            String kind,
            String creditedKind,
            String credited,
            String at,
            boolean withdrawn) {
        var body = new LinkedHashMap<String, Object>();
        body.put("outcome", outcome);
        body.put("writer", writer);
        body.put("event", event);
        body.put("at", at);
        body.put("kind", kind);
        body.put("direction", "RECEIVED");
        body.put("year", 2026);
        body.put("month", 9);
        body.put("credited", List.of(Map.of("kind", creditedKind, "id", credited)));
        body.put("withdrawn", withdrawn);
        var version = withdrawn ? 2 : 1;
        return sent("natter.feedback", "feedback.outcome-reported.v1", "outcome", outcome, version, outcome, body, at);
    }

    public static Sent invitationDue(String event, String attendance, int generation, String at, String validUntil) {
        return sent(
                "natter.feedback",
                "feedback.invitation-due.v1",
                "invitation",
                attendance,
                generation,
                attendance,
                Map.of(
                        "attendance", attendance,
                        "event", event,
                        "generation", generation,
                        "kind", "HOW_WAS_IT",
                        "at", at,
                        "validUntil", validUntil),
                at);
    }

    private static Sent sent(
            String topic,
            String type,
            String aggregateType,
            String aggregate,
            long version,
            String subject,
            Map<String, Object> body,
            String at) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("ce_specversion", "1.0");
        headers.put("ce_id", aggregateType + "/" + aggregate + "/" + version);
        headers.put("ce_type", type);
        headers.put("ce_source", "/test");
        headers.put("ce_subject", subject);
        headers.put("ce_time", at);
        headers.put("ce_dataschema", "urn:natter:" + topic + ":" + type);
        headers.put("content-type", "application/json");
        return new Sent(topic, aggregate, headers, body);
    }
}
