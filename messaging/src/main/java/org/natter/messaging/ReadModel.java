package org.natter.messaging;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Collections that are read together and built anew together, beside those that are read.
 *
 * <p>Guarantee: while they are built anew whatever is heard is written to both, and read from the old ones alone. The new ones
 * are read from the moment in which they hold all that the old ones do, each fact as new or newer, and all of them at once;
 * what is read in {@link #whole} is of the old ones or of the new ones, never of both. The old ones stay as they were then
 * for an hour and are dropped then, so whoever reads in that moment ends with what they began with. After a crash, or in
 * several processes, the row {@code read_model/<name>} says where it is: whoever builds anew has taken that row first, and
 * collections of a name that nobody has had before, so whoever comes too late takes nothing away.
 */
public final class ReadModel {

    private static final Logger LOG = LoggerFactory.getLogger(ReadModel.class);
    private static final String STATES = "read_model";
    private static final int AT_ONCE = 500;
    private static final int WORDS = 100;
    private static final int LONGEST = 60;
    private static final Duration KEPT = Duration.ofHours(1);

    private final String name;
    private final Supplier<MongoCollection<Document>> states;
    private final Function<String, MongoCollection<Document>> access;
    private final Projections projections;
    private final List<String> collections = new CopyOnWriteArrayList<>();
    private final String wordAtStart;
    private volatile boolean asked;
    private volatile String lacking = "";
    private int inVain;
    private int letBy;
    private final ThreadLocal<@Nullable State> pinned = new ThreadLocal<>();

    /** @param wordAtStart whose word it is to be built anew by from the start, empty for nobody's */
    ReadModel(
            String name,
            String wordAtStart,
            Function<String, MongoCollection<Document>> access,
            Projections projections) {
        this.name = name;
        this.wordAtStart = wordAtStart.strip();
        this.states = () -> access.apply(STATES);
        this.access = access;
        this.projections = projections;
    }

    /**
     * How a building anew ended.
     *
     * @param rows rows that are read now
     * @param facts facts in them, each the newest message about something
     */
    public record Rebuilt(long rows, long facts, Duration took) {

        /** Facts a second. */
        public long perSecond() {
            return Math.round(facts * 1000.0 / Math.max(1, took.toMillis()));
        }
    }

    /**
     * Where it is.
     *
     * @param present the set that is read
     * @param next the set that is being built, 0 for none
     * @param last the highest number that a set has ever had
     * @param keptUntil how long the sets that were read before are kept; empty if they are gone
     * @param words by which it was asked for, the newest last
     */
    private record State(
            int present,
            int next,
            int last,
            List<String> words,
            Instant begunAt,
            Optional<Instant> keptUntil,
            long version) {

        static final State FIRST = new State(1, 0, 1, List.of(), Instant.EPOCH, Optional.empty(), 0);

        static State of(@Nullable Document row) {
            if (row == null) {
                return FIRST;
            }
            var sets = row.containsKey("present") ? row : ofTwo(row);
            return new State(
                    sets.getInteger("present"),
                    sets.getInteger("next"),
                    sets.getInteger("last"),
                    row.containsKey("words") ? row.getList("words", String.class) : List.of(row.getString("word")),
                    row.getDate("begunAt").toInstant(),
                    row.getBoolean("kept", true)
                            ? Optional.of(row.get("switchedAt", row.getDate("begunAt"))
                                    .toInstant()
                                    .plus(KEPT))
                            : Optional.empty(),
                    RowChange.versionOf(row));
        }

        /** A row of a release that had two sets and changed from one to the other. */
        private static Document ofTwo(Document row) {
            var present = row.getBoolean("second", false) ? 2 : 1;
            return new Document("present", present)
                    .append("next", row.getBoolean("building", false) ? 3 - present : 0)
                    .append("last", 2);
        }

        Document asFields() {
            return new Document("v", version)
                    .append("present", present)
                    .append("next", next)
                    .append("last", last)
                    .append("words", words)
                    .append("begunAt", Date.from(begunAt))
                    .append("kept", keptUntil.isPresent())
                    .append(
                            "switchedAt",
                            Date.from(keptUntil.orElse(begunAt.plus(KEPT)).minus(KEPT)));
        }

        State building(String by, Instant now) {
            var all = new ArrayList<>(words);
            all.add(by);
            var remembered = List.copyOf(all.subList(Math.max(0, all.size() - WORDS), all.size()));
            return new State(present, last + 1, last + 1, remembered, now, Optional.empty(), version + 1);
        }

        State built(Instant now) {
            return new State(next, 0, last, words, begunAt, Optional.of(now.plus(KEPT)), version + 1);
        }

        State alone() {
            return new State(present, next, last, words, begunAt, Optional.empty(), version + 1);
        }

        boolean isToBeAlone(Instant now) {
            return keptUntil.filter(until -> !until.isAfter(now)).isPresent();
        }

        boolean isBuilding() {
            return next != 0;
        }

        /** The sets that are neither read nor built. */
        IntStream old() {
            return IntStream.rangeClosed(1, last).filter(set -> set != present && set != next);
        }

        String present(String collection) {
            return named(collection, present);
        }

        String next(String collection) {
            return named(collection, next);
        }

        static String named(String collection, int set) {
            return set == 1 ? collection : collection + "_" + set;
        }
    }

    /** Guarded writes into one of its collections, and beside it while that is built anew. */
    public GuardedUpsert into(String collection) {
        collections.add(collection);
        return projections.into(collection, this);
    }

    /** The same for a read model about subjects with many members; it reads too. */
    public SpreadRows spread(String collection) {
        collections.add(collection);
        return projections.spread(collection, this);
    }

    /** What the collection that is read now is called in the store. */
    public String present(String collection) {
        return state().present(collection);
    }

    /** Everything that is read in there, by this thread, is of one building. */
    public <T> T whole(Supplier<T> reading) {
        if (pinned.get() != null) {
            return reading.get();
        }
        pinned.set(read());
        try {
            return reading.get();
        } finally {
            pinned.remove();
        }
    }

    /**
     * From now on it is built anew by whatever is heard; whoever asked for it has everything said again.
     *
     * @param word whoever asks; the same word twice asks once, also if others asked since; a hundred are remembered
     * @return false if it was asked for by this word before
     */
    public boolean buildAnew(String word, Instant now) {
        while (true) {
            var state = read();
            if (state.words().contains(word)) {
                return false;
            }
            var building = state.building(word, now);
            if (write(state, building)) {
                LOG.info("{} are built anew beside the old ones: have everything said again", name);
                drop(building.old());
                return true;
            } // somebody was quicker, look again
        }
    }

    private void dropOld(Instant now) {
        var state = read();
        if (state.isToBeAlone(now)) {
            drop(state.old());
            write(state, state.alone());
        }
    }

    /** Nobody reads or writes them any more, and their names are not used again. */
    private void drop(IntStream sets) {
        sets.forEach(set -> collections.forEach(
                collection -> access.apply(State.named(collection, set)).drop()));
    }

    public boolean isBeingBuilt() {
        return read().isBuilding();
    }

    /** Whether there is anything for {@link #advance} to do. */
    public boolean isAsked(Instant now) {
        var state = read();
        return !wordAtStart.isEmpty() && !asked || state.isBuilding() || state.isToBeAlone(now);
    }

    /**
     * Takes it a step further: begins what the start asked for, drops old ones whose hour is over, and has the new ones read
     * from now on, if they hold all that the old ones do; empty before, and if nothing is built.
     */
    public Optional<Rebuilt> advance(Instant now) {
        if (!wordAtStart.isEmpty() && !asked) {
            buildAnew(wordAtStart, now);
            asked = true;
        }
        dropOld(now);
        var built = switchIfWhole(now);
        built.ifPresent(done -> LOG.info(
                "{} were built anew: {} rows, {} facts in {} s, {} a second",
                name,
                done.rows(),
                done.facts(),
                done.took().toSeconds(),
                done.perSecond()));
        return built;
    }

    /**
     * Does {@link #advance} each time it is called, and while the same fact lacks less and less often, at last every sixtieth
     * time; now and then the log says which.
     */
    public synchronized void look(Instant now) {
        if (letBy > 0) {
            letBy--;
            return;
        }
        var lacked = lacking;
        advance(now);
        inVain = !lacking.isEmpty() && lacking.equals(lacked) ? inVain + 1 : 0;
        letBy = Math.min(LONGEST, 1 << Math.min(inVain, 10)) - 1;
        if (inVain % 10 == 9) {
            LOG.warn("{} are still read from the old ones: the new ones lack {}", name, lacking);
        }
    }

    /** The first fact that the new ones lacked when they were last looked at, by its collection and message; empty if none. */
    public Optional<String> lacking() {
        return Optional.of(lacking).filter(fact -> !fact.isEmpty());
    }

    private Optional<Rebuilt> switchIfWhole(Instant now) {
        var state = read();
        if (!state.isBuilding()) {
            lacking = "";
            return Optional.empty();
        }
        var rows = 0L;
        var facts = 0L;
        for (var collection : collections) {
            var found = compared(access.apply(state.present(collection)), access.apply(state.next(collection)));
            if (found.lack().isPresent()) {
                lacking = collection + ": " + found.lack().get();
                return Optional.empty();
            }
            rows += found.rows();
            facts += found.facts();
        }
        lacking = "";
        return write(state, state.built(now))
                ? Optional.of(new Rebuilt(rows, facts, Duration.between(state.begunAt(), now)))
                : Optional.empty();
    }

    /** Where what is heard goes, first to what is read. */
    List<String> writing(String collection) {
        var state = read();
        return state.isBuilding()
                ? List.of(state.present(collection), state.next(collection))
                : List.of(state.present(collection));
    }

    private State state() {
        var held = pinned.get();
        return held == null ? read() : held;
    }

    private State read() {
        return State.of(states.get().find(Filters.eq("_id", name)).first());
    }

    private boolean write(State before, State after) {
        if (before.version() == 0) {
            var row = new Document("_id", name);
            row.putAll(after.asFields());
            return Inserts.unlessThere(states.get(), row);
        }
        return states.get()
                        .updateOne(GuardedRows.guard(name, before.version()), new Document("$set", after.asFields()))
                        .getMatchedCount()
                == 1;
    }

    private record Compared(long rows, long facts, Optional<String> lack) {}

    /** How much there is in the new one, or the first fact of the old one that is not there, or older there. */
    private static Compared compared(MongoCollection<Document> old, MongoCollection<Document> fresh) {
        for (var after = ""; ; ) {
            var some = marksBehind(after, old);
            if (some.isEmpty()) {
                break;
            }
            var lack = lack(fresh, some);
            if (lack.isPresent()) {
                return new Compared(0, 0, lack);
            }
            after = some.lastKey();
        }
        var rows = 0L;
        var facts = 0L;
        for (var some = marksBehind("", fresh); !some.isEmpty(); some = marksBehind(some.lastKey(), fresh)) {
            rows += some.size();
            facts += some.values().stream().mapToLong(Map::size).sum();
        }
        return new Compared(rows, facts, Optional.empty());
    }

    /** Some rows' marks, in the order of their names: never more at once, since the first that lacks ends it. */
    private static TreeMap<String, Map<String, Long>> marksBehind(String name, MongoCollection<Document> rows) {
        var marks = new TreeMap<String, Map<String, Long>>();
        rows.find(Filters.gt("_id", name))
                .sort(Sorts.ascending("_id"))
                .limit(AT_ONCE)
                .projection(com.mongodb.client.model.Projections.include("src"))
                .forEach(row -> marks.put(row.getString("_id"), versions(row)));
        return marks;
    }

    private static Optional<String> lack(MongoCollection<Document> fresh, Map<String, Map<String, Long>> old) {
        var found = new HashMap<String, Map<String, Long>>();
        if (!old.isEmpty()) {
            fresh.find(Filters.in("_id", old.keySet()))
                    .projection(com.mongodb.client.model.Projections.include("src"))
                    .forEach(row -> found.put(row.getString("_id"), versions(row)));
        }
        return old.entrySet().stream()
                .flatMap(row -> row.getValue().entrySet().stream()
                        .filter(mark -> !holds(found.getOrDefault(row.getKey(), Map.of()), mark)))
                .map(mark -> mark.getKey() + ", version " + mark.getValue())
                .findFirst();
    }

    /** Also by a path around it: what is newer there has taken its place. */
    private static boolean holds(Map<String, Long> there, Map.Entry<String, Long> mark) {
        for (var path = mark.getKey(); !path.isEmpty(); path = path.substring(0, Math.max(0, path.lastIndexOf('/')))) {
            if (there.getOrDefault(path, -1L) >= mark.getValue()) {
                return true;
            }
        }
        return false;
    }

    /** By source and path, the version it was last taken over with. */
    private static Map<String, Long> versions(Document row) {
        var versions = new LinkedHashMap<String, Long>();
        if (row.get("src") instanceof Document sources) {
            sources.forEach((source, paths) -> ((Document) paths)
                    .forEach((path, mark) -> versions.put(
                            source + " " + path,
                            ((Document) mark).get("v", Number.class).longValue())));
        }
        return versions;
    }
}
