package org.natter.local.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.WriteModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.natter.local.ChildJvm;
import org.natter.local.FreePort;
import org.natter.local.clock.AdjustableClock;
import org.natter.local.mailbox.Mailbox;
import org.natter.local.stack.Application;
import org.natter.local.stack.DataDirectory;
import org.natter.local.stack.LocalStack;
import org.natter.local.stack.Ports;
import org.natter.local.stack.RealParts;
import org.natter.local.stack.StackKeys;
import org.natter.local.store.EmbeddedStore;
import org.natter.local.story.RegionOnPaper.Evening;
import org.natter.local.story.RegionOnPaper.Somebody;
import org.natter.web.services.EventApi.EventKind;
import tools.jackson.databind.json.JsonMapper;

/**
 * Measures Natter with ten years of a region in its store, in a process of its own with the memory that {@code ./natter} gives
 * it: how long the histories take to be built anew while people read, how quick the pages are after that, and what it needs
 * of memory and disk. No part of a build: {@code local-stack/tenyears} runs it.
 *
 * <p>To play ten years by HTTP would take hours, so they are put into the store as the product keeps them
 * ({@link StoredEvening}). The first evening is played by HTTP, and what the product kept of it is compared with that.
 *
 * <p>{@code -Dnatter.folder} keeps what was put in for another time, {@code -Dnatter.pages-alone=true} leaves out the
 * building anew, {@code -Dnatter.pages} all pages but those with this word in their name; {@code -Dnatter.clients} says how many
 * open a page at once.
 */
@Timeout(value = 4, unit = TimeUnit.HOURS) // run by hand, on whatever else the machine does
class TenYears {

    private static final int EVENTS = Integer.getInteger("natter.events", 1_000);
    private static final int PEOPLE = Integer.getInteger("natter.people", 30_000);
    private static final int ENCOUNTERS = Integer.getInteger("natter.encounters", 1_000_000);
    private static final long SEED = Long.getLong("natter.seed", 2026);
    private static final boolean BUILT_ANEW = !Boolean.getBoolean("natter.pages-alone");
    private static final String PAGES = System.getProperty("natter.pages", "");
    private static final String HISTORY = "the busiest's own history";

    private static final LocalDate PLAYED = LocalDate.of(2016, 9, 15);
    private static final LocalDate FIRST = PLAYED.plusDays(30);
    private static final LocalDate LAST = LocalDate.of(2026, 9, 14);
    private static final Instant NOW = Journey.BEGINS;
    private static final int OPENINGS = 200;
    private static final int CLIENTS = Integer.getInteger("natter.clients", 4);
    private static final int TONIGHT = 40;
    private static final int COMING = 3;
    private static final long PATIENCE_WITH_A_PAGE = TimeUnit.SECONDS.toNanos(60);
    private static final double NANOS = 1e9;
    private static final double NANOS_IN_A_MILLISECOND = 1e6;
    private static final double SLOWEST = 200; // milliseconds, of 95 in a hundred
    private static final double OF_THE_CEILING = 0.7;
    private static final long BUILT_WITHIN = TimeUnit.MINUTES.toSeconds(10);
    private static final long MOST_MEMORY = 1L << 20; // kilobytes
    private static final Path RESULT = Path.of("target", "tenyears.json");

    /** What is counted across evenings, and a mail that an answer overtook; the rest of an evening is as it stands on paper. */
    private static final String NOT_ON_PAPER = ".*(history-counts|history\\.counts-frozen|\\.counts\\.|"
            + "\\.bytes\\.(again|familiar) = \\[]|\\.stopped = ANSWERED).*";

    @TempDir
    private Path temporary;

    private final Map<String, Object> figures = new LinkedHashMap<>();
    private final List<String> missed = new ArrayList<>();

    @Test
    void tenYearsOfARegion() throws Exception {
        var kept = System.getProperty("natter.folder", "");
        var folder = kept.isEmpty() ? temporary : Path.of(kept);
        var paper = RegionOnPaper.of(SEED, EVENTS, PEOPLE, ENCOUNTERS, FIRST, LAST);
        say("events", EVENTS);
        say("people", PEOPLE);
        say("places", paper.places());
        say("names in answers", paper.named());
        say("encounters", paper.encounters());
        if (!Files.exists(folder.resolve("filled"))) {
            var region = playOne(folder);
            fill(folder, paper, region);
            Files.createFile(folder.resolve("filled"));
        }
        measure(folder, paper);
        figures.put("missed", missed);
        keep();
        missed.forEach(bar -> System.out.println("MISSED  " + bar));
    }

    // ---- how it is filled ----

    /** Plays an evening with everything in it and compares what is kept of it; says the region's id. */
    private String playOne(Path folder) {
        var paper = RegionOnPaper.ofOneEvening(PLAYED);
        var begins = PLAYED.minusDays(20).atTime(LocalTime.NOON).atZone(Story.ZONE);
        try (var data = DataDirectory.open(folder.resolve("data"))) {
            var clock = AdjustableClock.keptIn(data.path("clock"), begins.toInstant(), Story.ZONE);
            try (var stack = LocalStack.onClock(data, Ports.free(), RealParts.none(), clock, line -> {})) {
                stack.start();
                var services = ServiceApis.of(stack.ports(), stack.keys(), clock);
                try (var region = NetworkSetUp.setUp(stack, new MailReader(stack.mailbox()), clock, services, SEED);
                        var store = MongoClients.create(address(stack.ports()))) {
                    var played = new PlayedEvening(paper.evenings.get(0), stack, services, region, clock);
                    played.play();
                    compare(paper, played.region().value(), clock.instant(), store);
                    return played.region().value();
                }
            } finally {
                clock.moveTo(NOW);
            }
        }
    }

    private void compare(RegionOnPaper paper, String region, Instant now, MongoClient store) {
        var onPaper = new TreeMap<String, List<Document>>();
        var evening = paper.evenings.get(0);
        var stored = new StoredEvening(evening, region, now, (collection, row) -> add(onPaper, collection, row));
        stored.write();
        FilledStore.people(paper.evenings, (collection, row) -> add(onPaper, collection, row));
        var differences = new ArrayList<String>();
        onPaper.forEach((collection, rows) -> {
            var written = StoredLines.of(rows);
            var kept = StoredLines.of(collection(store, collection).find().into(new ArrayList<>()));
            written.stream()
                    .filter(line -> !kept.contains(line))
                    .forEach(line -> differences.add(collection + " has not: " + line));
            kept.stream()
                    .filter(line -> !written.contains(line) && !line.matches(NOT_ON_PAPER))
                    .forEach(line -> differences.add(collection + " has: " + line));
        });
        assertThat(differences)
                .as("what the product keeps of the evening that was played")
                .isEmpty();
        say("kinds of documents compared with the product's own", onPaper.size());
    }

    private static void add(Map<String, List<Document>> all, String collection, Document row) {
        all.computeIfAbsent(collection, first -> new ArrayList<>()).add(row);
    }

    private void fill(Path folder, RegionOnPaper paper, String region) throws IOException {
        var begun = System.nanoTime();
        var embedded = new EmbeddedStore(folder.resolve("data/store/natter.mv"), FreePort.any(), false);
        embedded.start();
        try (embedded;
                var store = MongoClients.create(embedded.address())) {
            say("documents put into the store", new FilledStore(store).fill(paper, region, NOW));
        }
        say("seconds to fill it", seconds(begun));
        say("megabytes of the store's file, filled", Files.size(folder.resolve("data/store/natter.mv")) >> 20);
    }

    // ---- what is measured ----

    private void measure(Path folder, RegionOnPaper paper) throws Exception {
        var clock = AdjustableClock.keptIn(folder.resolve("data/clock"), NOW, Story.ZONE);
        var shift = FreePort.shift();
        var ports = Ports.shiftedBy(shift);
        try (var mailbox = Mailbox.keptIn(temporary.resolve("mail"), clock, FreePort.any(), FreePort.any())) {
            mailbox.start();
            var mails = new MailReader(mailbox);
            try (var stack = start(folder, shift, mailbox, "the first time");
                    var store = MongoClients.create(address(ports));
                    var region = NetworkSetUp.founded(
                            mails,
                            clock,
                            ServiceApis.of(ports, StackKeys.keptIn(folder.resolve("data/keys")), clock),
                            System.nanoTime())) { // a folder that was kept knows earlier forms
                catchUp(store, clock);
                memory(stack, "caught up");
                var tonight = plan(region, paper);
                var readers = readers(ports, mails, clock, paper);
                if (BUILT_ANEW) {
                    build(stack, store, readers, paper);
                    memory(stack, "built anew");
                }
                pages(readers, paper, tonight);
                memory(stack, "after all pages");
                stack.terminate();
            }
            say("megabytes of the data folder", megabytes(folder.resolve("data")));
            try (var stack = start(folder, shift, mailbox, "with what was built")) {
                memory(stack, "started again");
                stack.terminate();
            }
        }
    }

    private ChildJvm start(Path folder, int shift, Mailbox mailbox, String when) throws Exception {
        var begun = System.nanoTime();
        var stack = StackChild.start(folder, shift, mailbox);
        var browser = new Browser(Ports.shiftedBy(shift).addressOf(Application.WEB));
        Patience.untilTrue("the first page", () -> browser.open("/").status() == 200);
        say("seconds from start to first page, " + when, seconds(begun));
        return stack;
    }

    /** What came due while nobody was there, most of all the reports of ten years. */
    private void catchUp(MongoClient store, AdjustableClock clock) {
        var begun = System.nanoTime();
        Patience.until(
                "the reports of ten years",
                Duration.ofHours(1),
                () -> Optional.of(collection(store, "natter_feedback.agenda")
                                .countDocuments(Filters.lte("due", Date.from(clock.instant()))))
                        .filter(due -> due == 0));
        say("seconds to catch up with what was due", seconds(begun));
        say("reports", collection(store, "natter_feedback.event_report").countDocuments());
        say("seasons", collection(store, "natter_feedback.season_report").countDocuments());
    }

    /** Events that are coming, with people who have booked for tonight's. */
    private PublishedEvent plan(RegionPeople region, RegionOnPaper paper) {
        var all = new ArrayList<PublishedEvent>();
        for (var number = 0; number < COMING; number++) {
            var starts =
                    LocalDate.ofInstant(NOW, Story.ZONE).plusDays(7L * number).atTime(18, 30);
            all.add(region.publish(
                    EventKind.SOCIAL,
                    "Pub evening to come " + number + " " + System.nanoTime() % 100_000,
                    "",
                    starts,
                    starts.plusMinutes(150),
                    60,
                    RegionPeople.venue("The Moorhen", "Quayside 4, Fenbridge", "")));
        }
        var event = all.get(0);
        region.book(
                event, paper.people.stream().limit(TONIGHT).map(Somebody::guest).toList());
        region.awaitBooked(event, TONIGHT);
        return event;
    }

    // ---- built anew ----

    private void build(ChildJvm stack, MongoClient store, Readers readers, RegionOnPaper paper) throws Exception {
        var over = new AtomicBoolean();
        var failed = new AtomicInteger();
        var took = new CopyOnWriteArrayList<Double>();
        var threads = new ArrayList<Thread>();
        for (var reader : List.of(
                reading(readers.attendee, "/history", over, failed, took),
                reading(readers.organiser, "/organise", over, failed, took))) {
            var thread = new Thread(reader, "reader");
            thread.start();
            threads.add(thread);
        }
        stack.say(StackChild.BUILD);
        var begun = System.nanoTime();
        var built = stack.awaitLine(StackChild.BUILT);
        var lasted = seconds(begun);
        over.set(true);
        for (var thread : threads) {
            thread.join();
        }
        System.out.println("the histories were " + built);
        say("seconds to build the histories anew", lasted);
        say("encounters a second", paper.encounters() / lasted);
        say("pages read meanwhile", took.size());
        say("of these failed", failed.get());
        var sorted = took.stream().mapToDouble(one -> one).sorted().toArray();
        say("their median in milliseconds", at(sorted, 50));
        say("their 95th percentile in milliseconds", at(sorted, 95));
        var ceiling = ceiling(store);
        say("seconds the bare driver takes for as many documents of their size", ceiling);
        say("encounters a second, by the bare driver", paper.encounters() / ceiling);
        say("of the ceiling", ceiling / lasted);
        bar(
                "the histories are built anew at " + OF_THE_CEILING + " of the ceiling",
                ceiling / lasted >= OF_THE_CEILING);
        bar("the histories are built anew within " + BUILT_WITHIN + " s", lasted <= BUILT_WITHIN);
        bar("no page failed meanwhile", failed.get() == 0);
    }

    private static Runnable reading(
            Browser browser, String page, AtomicBoolean over, AtomicInteger failed, List<Double> took) {
        return () -> {
            while (!over.get()) {
                var begun = System.nanoTime();
                try {
                    var found = browser.open(page);
                    if (found.status() != 200) {
                        failed(page, String.valueOf(found.status()), failed);
                    }
                } catch (IllegalStateException trouble) {
                    failed(page, String.valueOf(trouble), failed);
                }
                took.add((System.nanoTime() - begun) / NANOS_IN_A_MILLISECOND);
                pause(200);
            }
        };
    }

    private static void failed(String page, String how, AtomicInteger failed) {
        if (failed.incrementAndGet() <= 3) {
            System.out.println(page + " failed: " + how);
        }
    }

    /** Bulk upserts of as many documents as the histories have, each as large, into the same store. */
    private double ceiling(MongoClient store) {
        var sizes = new ArrayList<Integer>();
        var histories = Objects.requireNonNull(collection(store, "natter_attendee.read_model")
                .find(Filters.eq("_id", "histories"))
                .first());
        for (var name : List.of("history_entry", "history_room")) {
            var rows = store.getDatabase("natter_attendee")
                    .getCollection(name + "_" + histories.getInteger("present"), RawBsonDocument.class);
            var after = "";
            for (var some = behind(after, rows); !some.isEmpty(); some = behind(after, rows)) {
                some.forEach(row -> sizes.add(row.getByteBuffer().remaining()));
                after = some.get(some.size() - 1).getString("_id").getValue();
            }
        }
        say("documents of the histories", sizes.size());
        say("megabytes of the histories", sizes.stream().mapToLong(size -> size).sum() >> 20);
        var rows = collection(store, "ceiling.row");
        var begun = System.nanoTime();
        for (var from = 0; from < sizes.size(); from += 500) {
            var writes = new ArrayList<WriteModel<Document>>();
            for (var one = from; one < Math.min(from + 500, sizes.size()); one++) {
                writes.add(new UpdateOneModel<>(
                        Filters.eq("_id", "row " + one),
                        new Document("$set", ofSize(sizes.get(one))),
                        new UpdateOptions().upsert(true)));
            }
            rows.bulkWrite(writes, new BulkWriteOptions().ordered(false));
        }
        var took = seconds(begun);
        store.getDatabase("ceiling").drop();
        return took;
    }

    /** Some of them: the embedded store gathers all that a question matches. */
    private static List<RawBsonDocument> behind(String name, MongoCollection<RawBsonDocument> rows) {
        return rows.find(Filters.gt("_id", name))
                .sort(Sorts.ascending("_id"))
                .limit(500)
                .into(new ArrayList<>());
    }

    /** Fields of a history's kind: ids of 32 letters. */
    private static Document ofSize(int bytes) {
        var fields = new Document();
        for (var size = 0; size < bytes; size += 64) {
            fields.append("field" + size, new Document("who", "0123456789abcdef0123456789abcdef"));
        }
        return fields;
    }

    // ---- pages ----

    private record Readers(Browser organiser, Browser attendee) {}

    private Readers readers(Ports ports, MailReader mails, AdjustableClock clock, RegionOnPaper paper) {
        var busiest = busy(paper).guest().email();
        var organiser = new Browser(ports.addressOf(Application.WEB));
        Patience.until("the owner's code", Duration.ofMinutes(12), () -> {
            var since = clock.instant();
            var asked = organiser.submit(
                    organiser.open("/account/sign-in"),
                    "/account/sign-in",
                    Map.of(
                            "email", List.of(NetworkSetUp.OWNER_EMAIL),
                            "password", List.of(NetworkSetUp.OWNER_PASSWORD)));
            for (var looks = 0; looks < 40; looks++) {
                var mail = mails.find(NetworkSetUp.OWNER_EMAIL, "Your code", since);
                if (mail.isPresent()) {
                    organiser.submit(asked, "/account/code", Map.of("code", List.of(MailReader.digits(mail.get()))));
                    return Optional.of(true);
                }
                pause(500);
            }
            System.out.println("no code came: " + asked.text());
            return Optional.empty();
        });
        var attendee = new Browser(ports.addressOf(Application.WEB));
        var since = clock.instant();
        attendee.submit(attendee.open("/sign-in"), "/sign-in", Map.of("email", List.of(busiest)));
        var link = mails.await(busiest, "Your sign-in link", since);
        attendee.submit(attendee.open(MailReader.link(link, "/in/")), "/in", Map.of("press", List.of("yes")));
        return new Readers(organiser, attendee);
    }

    /** Who was at the most evenings. */
    private Somebody busy(RegionOnPaper paper) {
        var busiest = paper.busiest();
        say("evenings of the busiest", busiest.getValue());
        say("people they met", met(paper, busiest.getKey()));
        return busiest.getKey();
    }

    private static int met(RegionOnPaper paper, Somebody who) {
        var met = new HashSet<Somebody>();
        for (var evening : paper.evenings) {
            var places = evening.places();
            for (var place : places) {
                if (place.said() != null) {
                    for (var side : place.said().met()) {
                        var other = places.get(side.place()).who();
                        if (place.who().equals(who)) {
                            met.add(other);
                        } else if (other.equals(who)) {
                            met.add(place.who());
                        }
                    }
                }
            }
        }
        return met.size();
    }

    private void pages(Readers readers, RegionOnPaper paper, PublishedEvent tonight) throws Exception {
        var evening = last(paper, EventKind.SOCIAL);
        var conference = last(paper, EventKind.CONFERENCE);
        var pages = new LinkedHashMap<String, String>();
        pages.put("the overview", "/organise");
        pages.put("the programme, coming", "/organise/events");
        pages.put("the programme, past", "/organise/events?show=past");
        pages.put("one event: its evening's bookings", "/organise/events/" + evening.id());
        pages.put("a conference's bookings", "/organise/events/" + conference.id());
        pages.put("how it was", "/organise/events/" + evening.id() + "/feedback");
        pages.put("who mixed", "/organise/events/" + evening.id() + "/mixing");
        pages.put("the door", "/organise/events/" + tonight.id() + "/check-in");
        pages.put("the outbox", "/organise/outbox");
        pages.put("does chatting count", "/organise/chatting");
        for (var page : pages.entrySet()) {
            measure(page.getKey(), readers.organiser, page.getValue());
        }
        measure("what's on", readers.attendee, "/");
        measure(HISTORY, readers.attendee, "/history");
    }

    private static Evening last(RegionOnPaper paper, EventKind kind) {
        return paper.evenings.stream()
                .filter(evening -> evening.kind() == kind)
                .reduce((one, other) -> other)
                .orElseThrow();
    }

    private void measure(String what, Browser browser, String page) throws Exception {
        if (!what.contains(PAGES)) {
            return;
        }
        var took = new CopyOnWriteArrayList<Double>();
        var failed = new AtomicInteger();
        var length = new AtomicInteger();
        open(browser, page, 5, new CopyOnWriteArrayList<>(), failed, length);
        open(browser, page, OPENINGS / CLIENTS, took, failed, length);
        var sorted = took.stream().mapToDouble(one -> one).sorted().toArray();
        say(
                "page: " + what,
                Map.of(
                        "p50", at(sorted, 50),
                        "p95", at(sorted, 95),
                        "failed", failed.get(),
                        "opened", took.size(),
                        "kilobytes", length.get() >> 10));
        bar(what + " within " + SLOWEST + " ms, 95 of 100", at(sorted, 95) <= SLOWEST);
        bar(what + " never fails", failed.get() == 0);
    }

    private static void open(
            Browser browser, String page, int times, List<Double> took, AtomicInteger failed, AtomicInteger length)
            throws InterruptedException {
        var threads = IntStream.range(0, CLIENTS)
                .mapToObj(client -> new Thread(
                        () -> {
                            var end = System.nanoTime() + PATIENCE_WITH_A_PAGE;
                            for (var time = 0; time < times && System.nanoTime() < end; time++) {
                                var begun = System.nanoTime();
                                var found = browser.open(page);
                                took.add((System.nanoTime() - begun) / NANOS_IN_A_MILLISECOND);
                                length.set(found.html().length());
                                if (found.status() != 200
                                        || found.address().getPath().contains("sign-in")) {
                                    failed.incrementAndGet();
                                }
                            }
                        },
                        "client"))
                .toList();
        threads.forEach(Thread::start);
        for (var thread : threads) {
            thread.join();
        }
    }

    private static double at(double[] sorted, int percent) {
        return sorted.length == 0 ? 0 : sorted[Math.max(0, (int) Math.ceil(sorted.length * percent / 100.0) - 1)];
    }

    // ---- what is said ----

    private void memory(ChildJvm stack, String when) throws IOException {
        var memory = stack.memory();
        say(
                "memory in megabytes, " + when,
                new TreeMap<>(Map.of(
                        "most", memory.getOrDefault("VmHWM", 0L) >> 10,
                        "now", memory.getOrDefault("VmRSS", 0L) >> 10)));
        bar("less than a gigabyte of memory, " + when, memory.getOrDefault("VmHWM", 0L) < MOST_MEMORY);
    }

    private void bar(String what, boolean held) {
        if (!held) {
            missed.add(what);
        }
    }

    private void say(String what, Object figure) {
        figures.put(what, figure);
        System.out.println(String.format(Locale.ROOT, "%-72s  %s", what, words(figure)));
    }

    private static String words(Object figure) {
        if (figure instanceof Map<?, ?> several) {
            var words = new StringBuilder();
            new TreeMap<>(several)
                    .forEach((name, one) ->
                            words.append(name).append(' ').append(words(one)).append("  "));
            return words.toString().strip();
        }
        return figure instanceof Double real
                ? String.format(Locale.ROOT, "%,.2f", real)
                : String.format(Locale.ROOT, "%,d", ((Number) figure).longValue());
    }

    private void keep() throws IOException {
        var all = new LinkedHashMap<String, Object>();
        all.put("commit", System.getProperty("natter.commit", "unknown"));
        all.put("at", Instant.now().toString());
        all.put("processors", Runtime.getRuntime().availableProcessors());
        all.put("java", System.getProperty("java.vm.version"));
        all.put("figures", figures);
        Files.createDirectories(RESULT.getParent());
        Files.writeString(
                RESULT,
                JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(all));
        System.out.println("written to local-stack/" + RESULT);
    }

    /** As the disk has them: much of a broker's log is reserved and empty. */
    private static long megabytes(Path folder) throws IOException, InterruptedException {
        var disk = new ProcessBuilder("du", "-sm", folder.toString()).start();
        try (var said = disk.inputReader()) {
            var figure = said.readLine().split("\\s+")[0];
            disk.waitFor();
            return Long.parseLong(figure);
        }
    }

    private static void pause(int millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted.", e);
        }
    }

    private static double seconds(long begun) {
        return (System.nanoTime() - begun) / NANOS;
    }

    private static String address(Ports ports) {
        return "mongodb://127.0.0.1:" + ports.mongodb() + "/?retryWrites=false";
    }

    private static MongoCollection<Document> collection(MongoClient store, String name) {
        var dot = name.indexOf('.');
        return store.getDatabase(name.substring(0, dot)).getCollection(name.substring(dot + 1));
    }
}
