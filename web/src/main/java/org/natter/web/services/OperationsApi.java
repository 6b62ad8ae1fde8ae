package org.natter.web.services;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/** The messages that one service's features have set aside, and what an owner decides about them; every service has it. */
@HttpExchange("/operations/dead-letters")
public interface OperationsApi {

    /** Those nobody has decided about, oldest first. Needs Kafka: {@link ServiceDown} without it. */
    @GetExchange
    List<DeadLetter> undecided(Caller owner);

    /** One of them, decided or not. */
    @GetExchange("/{id}")
    Optional<DeadLetter> find(Caller owner, @PathVariable String id);

    /** Applies it once more. @throws ServiceRefusal {@code dead-letter-stays} if that did not work; it is still there then */
    @PostExchange("/{id}/replay")
    void replay(Caller owner, @PathVariable String id);

    /** Decides that it is not needed. */
    @PostExchange("/{id}/discard")
    void discard(Caller owner, @PathVariable String id, @RequestBody Discard discard);

    /** Whether the service answers this caller at all: asks for a letter that cannot be, which needs neither Kafka nor a store. */
    default boolean answers(Caller caller) {
        try {
            find(caller, "none");
            return true;
        } catch (ServiceRefusal notForThisCaller) {
            return true;
        } catch (ServiceDown down) {
            return false;
        }
    }

    enum DiscardReason {
        NOT_OURS,
        SUPERSEDED,
        BROKEN_FOR_GOOD,
        TEST
    }

    record Discard(@Nullable DiscardReason reason) {}

    /** One message set aside: where it came from and why. Never what stands in it. */
    record DeadLetter(
            String id,
            @Nullable String reason,
            @Nullable String topic,
            @Nullable String partition,
            @Nullable String offset,
            @Nullable String messageId,
            @Nullable String messageType,
            @Nullable String subject,
            int bytes,
            Instant at) {}
}
