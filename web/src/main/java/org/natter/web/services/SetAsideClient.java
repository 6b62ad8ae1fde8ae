package org.natter.web.services;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;

/**
 * The messages that a service's features have set aside, and what an owner decides about them. Throws {@link ServiceDown},
 * and {@link ServiceRefusal} with status 403 for everybody but an owner.
 */
@Component
public class SetAsideClient {

    private final Map<Backend, ServiceCalls> calls;

    SetAsideClient(ServiceAddresses settings, ServiceToken token) {
        var services = settings;
        this.calls = Map.of(
                Backend.EVENT, new ServiceCalls(Backend.EVENT, services.event(), token),
                Backend.ATTENDEE, new ServiceCalls(Backend.ATTENDEE, services.attendee(), token),
                Backend.FEEDBACK, new ServiceCalls(Backend.FEEDBACK, services.feedback(), token));
    }

    /** Whether the service answers this caller at all: asks for a letter that cannot be, which needs neither Kafka nor a store. */
    public boolean answers(Caller caller, Backend service) {
        try {
            find(caller, service, "none");
            return true;
        } catch (ServiceRefusal notForThisCaller) {
            return true;
        } catch (ServiceDown down) {
            return false;
        }
    }

    /** Those nobody has decided about, oldest first. Needs Kafka: {@link ServiceDown} without it. */
    public List<Letter> undecided(Caller owner, Backend service) {
        return at(service).list(owner, Letter.class, "/operations/dead-letters");
    }

    /** One of them, decided or not. */
    public Optional<Letter> find(Caller owner, Backend service, String id) {
        try {
            return Optional.of(at(service).get(owner, Letter.class, "/operations/dead-letters/{id}", id));
        } catch (ServiceRefusal refusal) {
            if (refusal.notFound()) {
                return Optional.empty();
            }
            throw refusal;
        }
    }

    /** Applies it once more. @throws ServiceRefusal {@code dead-letter-stays} if that did not work; it is still there then */
    public void replay(Caller owner, Backend service, String id) {
        at(service).send(owner, HttpMethod.POST, null, "/operations/dead-letters/{id}/replay", id);
    }

    /** Decides that it is not needed; {@code reason} is one of the service's four. */
    public void discard(Caller owner, Backend service, String id, String reason) {
        at(service).send(owner, HttpMethod.POST, new Discard(reason), "/operations/dead-letters/{id}/discard", id);
    }

    private ServiceCalls at(Backend service) {
        return Optional.ofNullable(calls.get(service)).orElseThrow();
    }

    /** One message set aside: where it came from and why. Never what stands in it. */
    public record Letter(
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

    private record Discard(String reason) {}
}
