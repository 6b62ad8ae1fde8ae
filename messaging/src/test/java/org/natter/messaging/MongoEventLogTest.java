package org.natter.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.ServerAddress;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.bulk.WriteConcernError;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.result.UpdateResult;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.bson.BsonDocument;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the log makes of a store that has kept some of its rows, or is not sure of them. */
class MongoEventLogTest {

    private static final Entry ENTRY = new Entry(
            "teapot/f00d/1",
            "teapot/f00d",
            1,
            0,
            "tea.poured.v1",
            "f00d",
            Instant.parse("2026-11-27T10:00:00Z"),
            new byte[] {1},
            "hash",
            null);
    private static final BulkWriteError THERE =
            new BulkWriteError(11000, "E11000 duplicate key", new BsonDocument(), 0);
    private static final WriteConcernError UNSAFE =
            new WriteConcernError(64, "WriteConcernTimeout", "waiting for the others", new BsonDocument());

    private final List<String> asked = new ArrayList<>();

    @Test
    void rowsThatWereThereReceiveTheTime() {
        logThatFailsWith(List.of(THERE), null).sent(List.of(ENTRY));

        assertThat(asked).containsExactly("insertMany", "updateMany");
    }

    @Test
    void rowsOfWhichTheStoreIsNotSureWereNotThere() {
        var log = logThatFailsWith(List.of(), UNSAFE);

        assertThatThrownBy(() -> log.sent(List.of(ENTRY))).isInstanceOf(MongoBulkWriteException.class);
        assertThat(asked).containsExactly("insertMany");
    }

    @Test
    void norIsItSureOfTheOthersWhereSomeWere() {
        var log = logThatFailsWith(List.of(THERE), UNSAFE);

        assertThatThrownBy(() -> log.sent(List.of(ENTRY))).isInstanceOf(MongoBulkWriteException.class);
    }

    @SuppressWarnings("unchecked")
    private MongoEventLog logThatFailsWith(List<BulkWriteError> errors, @Nullable WriteConcernError unsafe) {
        var rows = (MongoCollection<Document>) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {MongoCollection.class}, (proxy, method, arguments) -> {
                    asked.add(method.getName());
                    if (method.getName().equals("insertMany")) {
                        throw new MongoBulkWriteException(
                                BulkWriteResult.unacknowledged(), errors, unsafe, new ServerAddress(), Set.of());
                    }
                    return UpdateResult.unacknowledged();
                });
        return new MongoEventLog(() -> rows, Clock.systemUTC());
    }
}
