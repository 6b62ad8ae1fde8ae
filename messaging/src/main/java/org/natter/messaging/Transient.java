package org.natter.messaging;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoConnectionPoolClearedException;
import com.mongodb.MongoException;
import com.mongodb.MongoExecutionTimeoutException;
import com.mongodb.MongoInterruptedException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoOperationTimeoutException;
import com.mongodb.MongoServerUnavailableException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.MongoWriteConcernException;
import java.io.IOException;
import java.util.List;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.common.errors.FencedMemberEpochException;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.StaleMemberEpochException;
import org.apache.kafka.common.errors.UnknownMemberIdException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;

/** The listed kinds of trouble that pass by themselves: store, network and group. Everything else is final. */
final class Transient {

    /** MongoDB's code for a disk that is full, which somebody will make room on. */
    private static final int NO_ROOM = 14031;

    private static final List<Class<? extends Throwable>> KINDS = List.of(
            MongoSocketException.class,
            MongoTimeoutException.class,
            MongoOperationTimeoutException.class,
            MongoExecutionTimeoutException.class,
            MongoNotPrimaryException.class,
            MongoNodeIsRecoveringException.class,
            MongoServerUnavailableException.class,
            MongoWriteConcernException.class,
            MongoInterruptedException.class,
            MongoConnectionPoolClearedException.class,
            TransientDataAccessException.class,
            DataAccessResourceFailureException.class,
            RetriableException.class,
            // The group went on without this reader, as after a restart of the broker; its record has done nothing
            // wrong.
            CommitFailedException.class,
            RebalanceInProgressException.class,
            StaleMemberEpochException.class,
            FencedMemberEpochException.class,
            UnknownMemberIdException.class,
            IOException.class,
            AggregateContended.class,
            StoreRestored.class);

    private Transient() {}

    /** Whether this or one of its causes is listed. */
    static boolean is(@Nullable Throwable thrown) {
        for (var cause = thrown; cause != null; cause = cause.getCause()) {
            // Jackson's exceptions are no IOExceptions since version 3; an undecodable body never passes by itself.
            if (cause instanceof UndecodableMessage || cause instanceof MessageFork) {
                return false;
            }
            if (isListed(cause)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isListed(Throwable thrown) {
        return KINDS.stream().anyMatch(kind -> kind.isInstance(thrown))
                || thrown instanceof MongoException trouble && trouble.getCode() == NO_ROOM
                || thrown instanceof MongoBulkWriteException several && passes(several);
    }

    /** Of several writes in one command each has an error of its own, and how safe they are is said of all of them. */
    private static boolean passes(MongoBulkWriteException several) {
        return several.getWriteConcernError() != null
                || several.getWriteErrors().stream().anyMatch(error -> error.getCode() == NO_ROOM);
    }
}
