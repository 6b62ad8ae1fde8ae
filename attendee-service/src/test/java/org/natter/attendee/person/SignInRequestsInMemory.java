package org.natter.attendee.person;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Wishes to sign in, in memory; passes {@link SignInRequestsContract} like the stored ones. */
final class SignInRequestsInMemory implements SignInRequests {

    private final Map<String, SignInRequest> all = new HashMap<>();
    private final Set<String> used = new HashSet<>();

    @Override
    public synchronized void keep(SignInRequest request) {
        all.putIfAbsent(request.id(), request);
    }

    @Override
    public synchronized Optional<SignInRequest> find(String id) {
        return Optional.ofNullable(all.get(id)).filter(request -> !used.contains(id));
    }

    @Override
    public synchronized boolean use(String id) {
        return all.containsKey(id) && used.add(id);
    }

    @Override
    public synchronized void forgetBefore(Instant then) {
        all.values().removeIf(request -> request.at().isBefore(then));
        used.retainAll(all.keySet());
    }
}
