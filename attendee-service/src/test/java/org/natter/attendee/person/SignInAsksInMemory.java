package org.natter.attendee.person;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Asks to sign in, in memory; passes {@link SignInAsksContract} like the stored ones. */
final class SignInAsksInMemory implements SignInAsks {

    private final Map<String, SignInAsk> all = new LinkedHashMap<>();

    @Override
    public void note(SignInAsk ask) {
        all.put(ask.id(), ask);
    }

    @Override
    public List<String> left(Collection<String> apart) {
        return all.values().stream()
                .filter(ask -> !apart.contains(ask.id()))
                .sorted(Comparator.comparing(SignInAsk::at))
                .map(SignInAsk::id)
                .toList();
    }

    @Override
    public Optional<SignInAsk> find(String id) {
        return Optional.ofNullable(all.get(id));
    }

    @Override
    public void done(String id) {
        all.remove(id);
    }

    @Override
    public void forgetBefore(Instant then) {
        all.values().removeIf(ask -> ask.at().isBefore(then));
    }
}
