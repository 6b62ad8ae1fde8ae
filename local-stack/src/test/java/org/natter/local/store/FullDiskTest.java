package org.natter.local.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import io.netty.channel.embedded.EmbeddedChannel;
import java.util.List;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.Test;

/** A store whose file takes nothing any more: the engine closes itself then, as at a write to a full disk. */
class FullDiskTest {

    @Test
    void answersAsAMongoDbWithoutRoomDoes() {
        var file = MVStore.open(null);
        var store = new WriteThrough(file, false);
        var line = new EmbeddedChannel();
        assertThat(store.handleCommand(line, "natter", "insert", insert("before")))
                .containsEntry("ok", 1.0);

        file.closeImmediately();

        assertThatThrownBy(() -> store.handleCommand(line, "natter", "insert", insert("after")))
                .isInstanceOfSatisfying(
                        MongoServerError.class,
                        error -> assertThat(error.getCode()).isEqualTo(14031));
    }

    private static Document insert(String id) {
        return new Document("insert", "pot").append("documents", List.of(new Document("_id", id)));
    }
}
