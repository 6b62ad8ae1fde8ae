package org.natter.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoCollection;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.natter.access.kit.HttpCalls.Answer;
import org.natter.event.overview.Said;
import org.natter.messaging.kit.ContractSamples.Sample;
import org.natter.messaging.kit.TestBroker;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;

/** The golden exchanges of an owner's commands about messages, with two that the overview has set aside. */
@WholeService
class OperationsSamplesTest {

    private static final String LETTERS = "/operations/dead-letters";
    private static final String AGAIN = "/operations/republish";
    private static final String TOPIC = "natter.attendees.event-service.overview.dlt";
    private static final String WREN = Said.attendance(1);

    private final Calls calls;
    private final TestBroker broker;
    private final MongoOperations mongo;
    private final Clock clock;

    @Autowired
    OperationsSamplesTest(Calls calls, TestBroker broker, MongoOperations mongo, Clock clock) {
        this.calls = calls;
        this.broker = broker;
        this.mongo = mongo;
        this.clock = clock;
    }

    @Test
    void anOwnerDecidesAboutEachMessageSetAside() {
        setAside("UNDECODABLE", "{}".getBytes(StandardCharsets.UTF_8));
        setAside("FAILED", arrived().bytes());

        var letters = calls.owner().sample("two").get(LETTERS).json();
        assertThat(letters).hasSize(2);
        var broken = LETTERS + "/" + letters.get(0).path("id").asString();
        var mended = LETTERS + "/" + letters.get(1).path("id").asString();

        assertThat(calls.owner().sample("undecodable").get(broken).at("reason")).isEqualTo("UNDECODABLE");
        var stays = calls.owner().sample("stays").post(broken + "/replay", "");
        assertThat(stays.problem()).isEqualTo("dead-letter-stays");
        assertThat(calls.owner().sample("mended").post(mended + "/replay", "").status())
                .isEqualTo(204);
        assertThat(calls.owner()
                        .sample("no-reason")
                        .post(broken + "/discard", Map.of())
                        .problem())
                .isEqualTo("reason-missing");
        assertThat(discard(calls.owner().sample("a-test"), broken).status()).isEqualTo(204);
        assertThat(calls.owner().sample("none").get(LETTERS).json()).isEmpty();
    }

    @Test
    void whatWasNeverSetAsideIsUnknown() {
        var never = LETTERS + "/" + TOPIC + "-0-999";

        assertThat(calls.owner().sample("unknown-dead-letter").get(never).problem())
                .isEqualTo("unknown-dead-letter");
        assertThat(calls.owner()
                        .sample("unknown-dead-letter")
                        .post(never + "/replay", "")
                        .problem())
                .isEqualTo("unknown-dead-letter");
        assertThat(discard(calls.owner().sample("unknown-dead-letter"), never).problem())
                .isEqualTo("unknown-dead-letter");
    }

    @Test
    void historyIsToldAgainInTheBackground() {
        nothingWasEverAskedFor();
        assertThat(calls.owner().sample("never").get(AGAIN).problem()).isEqualTo("never-republished");
        var wish =
                Map.of("aggregate", "event/" + calls.aPublishedEvent(calls.aRegion()), "since", "2026-01-01T00:00:00Z");
        await("it is told once").until(() -> {
            if (isThrough() && calls.owner().get(AGAIN).at("sent").equals("1")) {
                return true;
            }
            calls.owner().post(AGAIN, wish);
            return false;
        });

        var asked = calls.owner().sample("one-event").post(AGAIN, wish);

        assertThat(asked.status()).isEqualTo(202);
        await("it is told again").until(this::isThrough);
        var finished = calls.owner().sample("finished").get(AGAIN);
        assertThat(finished.at("askedAt")).isEqualTo(asked.at("askedAt"));
        assertThat(finished.at("sent")).isEqualTo("1");
    }

    @Test
    void whileItGoesOnAnotherWishIsRefused() {
        nothingWasEverAskedFor();
        republishing()
                .insertOne(new Document("_id", "republish")
                        .append("v", 1L)
                        .append("askedAt", Date.from(clock.instant()))
                        .append("sent", 0)
                        .append("until", Date.from(clock.instant().plusSeconds(50))));

        assertThat(calls.owner().sample("going-on").post(AGAIN, Map.of()).problem())
                .isEqualTo("already-republishing");

        nothingWasEverAskedFor();
    }

    private boolean isThrough() {
        return !calls.owner().get(AGAIN).json().path("finishedAt").isNull();
    }

    private void nothingWasEverAskedFor() {
        republishing().deleteMany(new Document());
    }

    private MongoCollection<Document> republishing() {
        return mongo.getCollection("republish");
    }

    private static Answer discard(Calls.As owner, String letter) {
        return owner.post(letter + "/discard", Map.of("reason", "TEST"));
    }

    /** As the feature would: the message's own headers, and why. */
    private void setAside(String reason, byte[] body) {
        var headers = new LinkedHashMap<>(arrived().headers());
        headers.put("dead-letter-reason", reason);
        headers.put("dead-letter-topic", "natter.attendees");
        headers.put("dead-letter-partition", "0");
        headers.put("dead-letter-offset", "7");
        broker.send(TOPIC, WREN, body, headers);
    }

    private static Sample arrived() {
        return new Said("f".repeat(32)).about(WREN, "attendance.checked-in.v1", 1);
    }
}
