package org.natter.web.live;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.natter.messaging.Effect;
import org.natter.messaging.MessageMetadata;
import org.natter.web.services.Caller;
import org.natter.web.services.EventId;

/**
 * Who watches which event, and where something has happened since the last look. However many messages arrive between
 * two looks, there is one look; several follow each other for a while, since event-service may hear the news later.
 * Duplicates and any order end in the same numbers, because the numbers are read, never counted here.
 */
public final class Watching {

    /** How many quick looks follow the last news; a slow one at every so many chances comes after them, for half a minute. */
    static final int LOOKS = 4;

    private static final int CHANCES = 64;

    private final Map<EventId, Audience> audiences = new ConcurrentHashMap<>();

    /** Something happened at an event; of no interest while nobody watches it. */
    public Effect on(SomethingHappened news, MessageMetadata source) {
        var audience = audiences.get(news.event());
        if (audience == null) {
            return Effect.IGNORED;
        }
        audience.news();
        return Effect.APPLIED;
    }

    void join(EventId event, Watcher watcher) {
        audiences.compute(event, (id, before) -> {
            var audience = before == null ? new Audience() : before;
            audience.watchers.add(watcher);
            return audience;
        });
    }

    void leave(EventId event, Watcher watcher) {
        audiences.computeIfPresent(event, (id, audience) -> {
            audience.watchers.remove(watcher);
            return audience.watchers.isEmpty() ? null : audience;
        });
    }

    Map<EventId, Audience> audiences() {
        return Map.copyOf(audiences);
    }

    /** One open page: what it is told, and on whose behalf it was opened. */
    interface Watcher {

        Caller caller();

        /** Shows the numbers. */
        void show(Fragments fragments);

        /** Says that the line is open. */
        void stillHere();

        /** Closes the line; the page asks again by itself. */
        void close();
    }

    /** Those who watch one event. */
    static final class Audience {

        private final Set<Watcher> watchers = ConcurrentHashMap.newKeySet();
        private int chances;
        private Fragments shown = new Fragments("", "");

        synchronized void news() {
            chances = CHANCES;
        }

        /** Whether it is time to look; asked twice a second. */
        synchronized boolean look() {
            if (chances == 0) {
                return false;
            }
            chances--;
            return chances >= CHANCES - LOOKS || chances % LOOKS == 0;
        }

        /** Shows the numbers to everybody, unless they are what they see already. */
        synchronized void show(Fragments fragments) {
            if (!fragments.equals(shown)) {
                shown = fragments;
                watchers.forEach(watcher -> watcher.show(fragments));
            }
        }

        void stillHere() {
            watchers.forEach(Watcher::stillHere);
        }

        void close() {
            watchers.forEach(Watcher::close);
        }

        Optional<Caller> anyCaller() {
            return watchers.stream().map(Watcher::caller).findFirst();
        }
    }
}
