package org.natter.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoWriteException;
import com.mongodb.ServerAddress;
import com.mongodb.WriteError;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.bulk.WriteConcernError;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.FencedMemberEpochException;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.errors.StaleMemberEpochException;
import org.apache.kafka.common.errors.UnknownMemberIdException;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpHeaders;

class TransientTest {

    private static final MongoCommandException FULL = new MongoCommandException(
            new BsonDocument("ok", new BsonInt32(0))
                    .append("code", new BsonInt32(14031))
                    .append("errmsg", new BsonString("no room")),
            new ServerAddress());

    @Test
    void aFullDiskPassesOnceThereIsRoom() {
        var write = new MongoWriteException(
                new WriteError(14031, "no room", new BsonDocument()), new ServerAddress(), List.of());

        assertThat(List.of(FULL, write, new IllegalStateException(FULL))).allMatch(Transient::is);
        assertThat(new TroubleAdvice().store(FULL)).satisfies(answer -> {
            assertThat(answer.getStatusCode().value()).isEqualTo(503);
            assertThat(answer.getHeaders().getFirst(HttpHeaders.RETRY_AFTER)).isEqualTo("5");
        });
    }

    @Test
    void soDoSeveralWritesInOneCommandThatFoundNoRoomOrAreNotSafeYet() {
        var full = List.of(new BulkWriteError(14031, "no room", new BsonDocument(), 0));
        var unsafe = new WriteConcernError(64, "WriteConcernTimeout", "waiting", new BsonDocument());

        assertThat(List.of(several(full, null), several(List.of(), unsafe))).allMatch(Transient::is);
        assertThat(Transient.is(several(List.of(new BulkWriteError(121, "no", new BsonDocument(), 0)), null)))
                .isFalse();
    }

    private static MongoBulkWriteException several(List<BulkWriteError> errors, @Nullable WriteConcernError unsafe) {
        return new MongoBulkWriteException(
                BulkWriteResult.unacknowledged(), errors, unsafe, new ServerAddress(), Set.of());
    }

    /** Seen after a restart of the broker: the record had been taken in, its place in the log could not be kept. */
    @Test
    void aReaderThatTheGroupWentOnWithoutReadsAgain() {
        assertThat(List.of(
                        new CommitFailedException("the group went on"),
                        new KafkaException("wrapped", new StaleMemberEpochException("stale")),
                        new FencedMemberEpochException("fenced"),
                        new RebalanceInProgressException(),
                        new UnknownMemberIdException()))
                .allMatch(Transient::is);
    }

    @Test
    void whatBreaksARuleDoesNot() {
        assertThat(Transient.is(new DataIntegrityViolationException("twice"))).isFalse();
    }
}
