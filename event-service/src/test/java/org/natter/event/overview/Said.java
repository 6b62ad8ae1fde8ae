package org.natter.event.overview;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.natter.messaging.kit.ContractSamples;
import org.natter.messaging.kit.ContractSamples.Sample;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Messages as attendee-service would say them about one event: golden samples, re-addressed. */
public final class Said {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String TOPIC = "natter.attendees";
    private static final Map<String, String> SAMPLES = Map.of(
            "attendance.booked.v1", "wren",
            "attendance.waitlisted.v1", "samir",
            "attendance.offered.v1", "samir",
            "attendance.cancelled.v1", "vivien",
            "attendance.checked-in.v1", "wren",
            "attendance.check-in-undone.v1", "wren");

    private final String event;

    public Said(String event) {
        this.event = event;
    }

    /** A message of this type about this attendance, in this version of its aggregate. */
    public Sample about(String attendance, String type, long version) {
        var golden = ContractSamples.read(TOPIC, type, SAMPLES.get(type));
        var body = (ObjectNode) JSON.readTree(golden.bytes());
        body.put("event", event);
        body.put("attendance", attendance);
        var aggregateType = golden.headers().get("ce_id").split("/")[0];
        var aggregate = aggregateType.equals("seats") ? event : attendance;
        var headers = new LinkedHashMap<>(golden.headers());
        headers.put("ce_id", aggregateType + "/" + aggregate + "/" + version);
        headers.put("ce_subject", attendance);
        headers.put("ce_time", Instant.parse("2026-01-05T12:00:00Z").toString());
        return new Sample(TOPIC, aggregate, headers, body);
    }

    /** A walk-in's place, in this version of the seats. */
    public Sample walkIn(String attendance, long version) {
        var told = about(attendance, "attendance.booked.v1", version);
        ((ObjectNode) told.body()).put("walkIn", true);
        return told;
    }

    /** An attendance id that ends in this number. */
    public static String attendance(int number) {
        return String.format("%032x", number);
    }
}
