package org.natter.web.live;

import java.time.Instant;
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
 * two looks, there is one look; several follow each other, since event-service may hear the news later, and slow ones go on
 * until its overview is as new as the news.
 * Duplicates and any order end in the same numbers, because the numbers are read, never counted here.
 */
public final class Watching {

    /** How many quick looks follow the last news. */
    static final int LOOKS = 4;

    /** Every so many chances a slow look, as long as the overview is behind. */
    static final int SLOW = 8;

    private final Map<EventId, Audience> audiences = new ConcurrentHashMap<>();

    /** Something happened at an event; of no interest while nobody watches it. */
    public Effect on(EventNews news, MessageMetadata source) {
        var audience = audiences.get(news.event());
        if (audience == null) {
            return Effect.IGNORED;
        }
        audience.news(source.time());
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
        private Instant news = Instant.MIN;
        private Instant asOf = Instant.MIN;
        private Fragments shown = new Fragments("", "", null);

        /** Something was said at that moment. */
        synchronized void news(Instant at) {
            chances = 0;
            news = at.isAfter(news) ? at : news;
        }

        /** Whether it is time to look; asked twice a second. */
        synchronized boolean look() {
            chances = Math.min(chances + 1, Integer.MAX_VALUE - 1);
            return news != Instant.MIN && (chances <= LOOKS || asOf.isBefore(news) && chances % SLOW == 0);
        }

        /** Shows the numbers to everybody, unless they are what they see already. */
        synchronized void show(Fragments fragments) {
            asOf = fragments.asOf() == null ? asOf : fragments.asOf();
            if (!fragments.looksLike(shown)) {
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
