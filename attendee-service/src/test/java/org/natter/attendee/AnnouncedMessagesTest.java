package org.natter.attendee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.Test;
import org.natter.attendee.person.AttendanceId;
import org.natter.attendee.person.EventId;
import org.natter.messaging.kit.ContractSamples;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;
import tools.jackson.databind.json.JsonMapper;

/** What the world hears of one evening: every type, as its schema says, and not one word of anybody. */
@WholeService
class AnnouncedMessagesTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Calls calls;
    private final Evening evening;
    private final MongoOperations mongo;

    @Autowired
    AnnouncedMessagesTest(Calls calls, Evening evening, MongoOperations mongo) {
        this.calls = calls;
        this.evening = evening;
        this.mongo = mongo;
    }

    @Test
    void oneEveningTellsEveryTypeByIdsAlone() {
        var event = evening.open(1);
        var wren = evening.book(event, "Wren Hadley");
        var samir = evening.book(event, "Samir Marsh");
        evening.press("cancel", event, "Wren Hadley");
        evening.press("accept", event, "Samir Marsh");
        calls.owner()
                .post("/events/" + event + "/check-ins", Map.of("id", evening.newId(), "attendance", samir.value()));
        calls.owner().delete("/events/" + event + "/check-ins/" + samir);

        await("all is sent and logged")
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(told(event, wren, samir))
                        .extracting(row -> row.getString("type"))
                        .containsExactlyInAnyOrder(
                                "attendance.booked.v1",
                                "attendance.waitlisted.v1",
                                "attendance.cancelled.v1",
                                "attendance.offered.v1",
                                "attendance.booked.v1",
                                "attendance.checked-in.v1",
                                "attendance.check-in-undone.v1"));
        assertThat(told(event, wren, samir)).allSatisfy(AnnouncedMessagesTest::asTheSchemaSays);
    }

    @Test
    void theDoorTellsWhoeverLeftAnAddressFromWhoeverDidNot() {
        var event = evening.open(3);
        var maurice = walkIn(event, Map.of("id", evening.newId(), "name", "Maurice Tydd"));
        var jory = walkIn(
                event, Map.of("id", evening.newId(), "name", "Jory Eastrea", "email", Evening.address("Jory Eastrea")));
        var wren = evening.book(event, "Wren Hadley");
        calls.owner()
                .post("/events/" + event + "/check-ins", Map.of("id", evening.newId(), "attendance", wren.value()));

        await("all are told of")
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(Stream.of(maurice, jory, wren).map(this::isReachable))
                        .containsExactly(Optional.of(false), Optional.of(true), Optional.of(true)));
    }

    @Test
    void aHoldIsToldToNobody() {
        var event = evening.open(1);
        evening.ask(event, "Wren Hadley");
        var wren = evening.attendance(event, "Wren Hadley");

        evening.press("cancel", event, "Wren Hadley");

        assertThat(mongo.getCollection("seats")
                        .find(new Document("_id", event.value()))
                        .first()
                        .getList("out", Document.class))
                .isEmpty();
        assertThat(told(event, wren)).isEmpty();
    }

    private AttendanceId walkIn(EventId event, Map<String, Object> press) {
        return new AttendanceId(
                calls.owner().post("/events/" + event + "/walk-ins", press).at("attendance"));
    }

    private Optional<Boolean> isReachable(AttendanceId attendance) {
        return Optional.ofNullable(mongo.getCollection("event_log")
                        .find(new Document("aggregate", "check-in/" + attendance))
                        .first())
                .map(row -> JSON.readTree(row.get("bytes", Binary.class).getData())
                        .get("reachable")
                        .asBoolean());
    }

    private List<Document> told(EventId event, AttendanceId... attendances) {
        List<Document> rows = mongo.getCollection("event_log")
                .find(new Document("aggregate", "seats/" + event))
                .into(new ArrayList<>());
        for (var attendance : attendances) {
            mongo.getCollection("event_log")
                    .find(new Document("aggregate", "check-in/" + attendance))
                    .into(rows);
        }
        return rows;
    }

    private static void asTheSchemaSays(Document row) {
        var body = new String(row.get("bytes", Binary.class).getData(), StandardCharsets.UTF_8);
        var type = row.getString("type");

        assertThat(ContractSamples.types("natter.attendees")).contains(type);
        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(schema(type), InputFormat.JSON)
                        .validate(body, InputFormat.JSON))
                .as(type)
                .isEmpty();
        assertThat(body).doesNotContainIgnoringCase("wren", "samir", "library.example", "Ousebridge");
    }

    private static String schema(String type) {
        try (var schema = AnnouncedMessagesTest.class.getResourceAsStream(
                "/contracts/natter.attendees/" + type + "/schema.json")) {
            return new String(schema.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
