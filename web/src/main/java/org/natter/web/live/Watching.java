package org.natter.web.live;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
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

    /** How many quick looks follow the last news, and the opening of a page. */
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

    /** It was published, changed or called off: event-service knew it before it said so. */
    public Effect onProgramme(EventNews news, MessageMetadata source) {
        return onFeedback(news, source);
    }

    /** Somebody was asked or has answered: feedback-service, which says how many, knew it before it said so. */
    public Effect onFeedback(EventNews news, MessageMetadata source) {
        var audience = audiences.get(news.event());
        if (audience == null) {
            return Effect.IGNORED;
        }
        audience.newsOfWhoeverTellsTheNumber();
        return Effect.APPLIED;
    }

    /**
     * Lets a page watch and shows it the numbers. It is among the watchers before they are read, so no news falls between.
     *
     * @return whether there is such an event; a page without one does not watch
     */
    boolean open(EventId event, Watcher watcher, Supplier<Optional<Fragments>> reading) {
        var opened = false;
        try {
            opened = join(event, watcher).show(reading);
            return opened;
        } finally {
            if (!opened) {
                leave(event, watcher);
            }
        }
    }

    private Audience join(EventId event, Watcher watcher) {
        return audiences.compute(event, (id, before) -> {
            var audience = before == null ? new Audience() : before;
            audience.join(watcher);
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

        private static final Fragments NOTHING = new Fragments("", "", "", null);

        /** The pages, each with what it shows. */
        private final Map<Watcher, Fragments> watchers = new ConcurrentHashMap<>();

        private final Object telling = new Object();
        private int chances;
        private boolean looking;
        private long begun;
        private long newest;
        private Instant news = Instant.MIN;
        private Instant asOf = Instant.MIN;
        private Fragments latest = NOTHING;

        /** The numbers that a page opens with may be behind news that nobody was there to hear. */
        synchronized void join(Watcher watcher) {
            chances = 0;
            watchers.put(watcher, NOTHING);
        }

        /** Something was said at that moment. */
        synchronized void news(Instant at) {
            chances = 0;
            news = at.isAfter(news) ? at : news;
        }

        /** Something was said by the very service whose number is shown: quick looks do. */
        synchronized void newsOfWhoeverTellsTheNumber() {
            chances = 0;
        }

        /** Whether it is time to look; asked twice a second. A look that is still under way is not joined by another. */
        synchronized boolean look() {
            if (looking) {
                return false;
            }
            chances = Math.min(chances + 1, Integer.MAX_VALUE - 1);
            looking = chances <= LOOKS || asOf.isBefore(news) && chances % SLOW == 0;
            return looking;
        }

        /** The look is over, whatever came of it. */
        synchronized void looked() {
            looking = false;
        }

        /**
         * Reads the numbers and shows them to everybody who does not see them already. Of two readings at once the one
         * that began later counts, whichever ends last.
         *
         * @return whether there were any to read
         */
        boolean show(Supplier<Optional<Fragments>> reading) {
            var turn = begin();
            var read = reading.get();
            read.ifPresent(fragments -> {
                keep(turn, fragments);
                tell();
            });
            return read.isPresent();
        }

        private synchronized long begin() {
            return ++begun;
        }

        private synchronized void keep(long turn, Fragments fragments) {
            if (turn > newest) {
                newest = turn;
                latest = fragments;
                asOf = fragments.asOf() == null ? asOf : fragments.asOf();
            }
        }

        private synchronized Fragments latest() {
            return latest;
        }

        /** A page that takes its time holds up those who are told after it, but no news. */
        private void tell() {
            synchronized (telling) {
                var now = latest();
                watchers.forEach((watcher, seen) -> {
                    if (!now.looksLike(seen) && watchers.replace(watcher, now) != null) {
                        watcher.show(now);
                    }
                });
            }
        }

        void stillHere() {
            watchers.keySet().forEach(Watcher::stillHere);
        }

        void close() {
            watchers.keySet().forEach(Watcher::close);
        }

        Optional<Caller> anyCaller() {
            return watchers.keySet().stream().map(Watcher::caller).findFirst();
        }
    }
}
