package org.natter.local.stack;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.natter.local.broker.EmbeddedBroker;
import org.natter.local.clock.AdjustableClock;
import org.natter.local.mailbox.Mailbox;
import org.natter.local.store.EmbeddedStore;
import org.natter.messaging.ReadModel;
import org.natter.messaging.Restored;
import org.natter.messaging.SayingAgain;
import org.natter.web.account.FirstVisit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/**
 * Broker, store, mailbox and the four applications in this JVM.
 *
 * <p>Each application gets what it would get from its environment elsewhere, and one of them can be stopped and started
 * again while the others run. Closing stops all of it, applications first, so that nothing acknowledged is lost.
 */
public final class LocalStack implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LocalStack.class);

    static {
        // One logback configuration for the whole JVM; four applications would each set up their own.
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
    }

    private static final String STORE = "store/natter.mv";
    private static final int LOOK_MILLIS = 100;
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final DataDirectory data;
    private final Ports ports;
    private final RealParts real;
    private final StackKeys keys;
    private final @Nullable AdjustableClock clock;
    private final EmbeddedBroker broker;
    private final EmbeddedStore store;
    private final Mailbox mailbox;
    private final ApplicationSettings settings;
    private final Consumer<String> progress;
    private final Map<Application, ConfigurableApplicationContext> running = new EnumMap<>(Application.class);

    private volatile @Nullable Instant firstPageAt;
    private volatile boolean acceptsRestored;

    private LocalStack(
            DataDirectory data,
            Ports ports,
            RealParts real,
            @Nullable AdjustableClock clock,
            boolean force,
            Consumer<String> progress) {
        this.data = data;
        this.ports = ports;
        this.real = real;
        this.clock = clock;
        this.progress = progress;
        this.keys = StackKeys.keptIn(data.path("keys"));
        this.broker = new EmbeddedBroker(data.path("broker"), ports.kafka(), ports.controller());
        this.store = new EmbeddedStore(data.path(STORE), ports.mongodb(), force);
        this.mailbox = clock == null
                ? Mailbox.keptIn(data.path("mail"), Clock.systemUTC(), ports.smtp(), ports.mailbox())
                : Mailbox.withClock(data.path("mail"), clock, ports.smtp(), ports.mailbox());
        this.settings = new ApplicationSettings(
                ports,
                keys,
                kafka(),
                real.mongodb().orElse(store.address()),
                real.smtp().orElse(mailbox.smtpAddress()),
                real.reachedAt(ports));
    }

    /** A stack on the machine's own time, whose store waits for the disk. */
    public static LocalStack lasting(DataDirectory data, Ports ports, RealParts real, Consumer<String> progress) {
        return new LocalStack(data, ports, real, null, true, progress);
    }

    /** A stack on a clock that can be moved, for looking around and for tests. */
    public static LocalStack onClock(
            DataDirectory data, Ports ports, RealParts real, AdjustableClock clock, Consumer<String> progress) {
        return new LocalStack(data, ports, real, clock, false, progress);
    }

    /** The same with a store that waits for the disk, as that of a lasting one does, for measuring. */
    public static LocalStack lastingOnClock(
            DataDirectory data, Ports ports, RealParts real, AdjustableClock clock, Consumer<String> progress) {
        return new LocalStack(data, ports, real, clock, true, progress);
    }

    /**
     * Starts everything; web first among the applications, so that its first page is there as early as can be.
     *
     * @throws CannotStart if a port is taken or a part does not come up; what had come up by then is stopped again
     */
    public void start() {
        ports.requireFree(real);
        requireTheStoreOfTheLog();
        try {
            startAll();
        } catch (CannotStart why) {
            close();
            throw why;
        }
    }

    /** Web needs the store alone for its first page, so it does not wait for the broker, which takes longest. */
    private void startAll() {
        progress.accept("Starting broker, store, mailbox and web…");
        var store = started(real.mongodb(), this.store::start);
        var broker = started(real.kafka(), this.broker::start);
        var mailbox = started(real.smtp(), this.mailbox::start);
        var web = store.thenRunAsync(() -> {
            start(Application.WEB);
            firstPageAt = Instant.now();
            progress.accept("The first page is open: " + reachedAt() + "/");
        });
        var services = CompletableFuture.allOf(store, broker, mailbox).thenRunAsync(() -> {
            progress.accept("Starting the three services…");
            start(Application.EVENT_SERVICE);
            start(Application.ATTENDEE_SERVICE);
            start(Application.FEEDBACK_SERVICE);
        });
        join(web, services);
    }

    /** @param real what is there in its place, if anything is */
    private static CompletableFuture<Void> started(Optional<?> real, Runnable part) {
        return real.isPresent() ? CompletableFuture.completedFuture(null) : CompletableFuture.runAsync(part);
    }

    /** Starts one application and returns once it serves. */
    public void start(Application application) {
        ConfigurableApplicationContext context;
        try {
            context = application
                    .builder()
                    .web(WebApplicationType.SERVLET)
                    .registerShutdownHook(false)
                    .initializers(this::useOurClock)
                    .run(arguments(application));
        } catch (RuntimeException e) {
            LOG.error("{} did not start", application.label(), e);
            throw CannotStart.because(application.label() + " did not start: " + rootOf(e));
        }
        synchronized (running) {
            running.put(application, context);
        }
        LOG.info("{} serves on {}", application.label(), ports.addressOf(application));
    }

    private String[] arguments(Application application) {
        var arguments = new ArrayList<>(settings.of(application));
        if (acceptsRestored) {
            arguments.add("--natter.messaging.accept-restored=any");
        }
        return arguments.toArray(String[]::new);
    }

    /** Stops one application and returns once it has; a second call does nothing. */
    public void stop(Application application) {
        ConfigurableApplicationContext context;
        synchronized (running) {
            context = running.remove(application);
        }
        if (context != null) {
            context.close();
        }
    }

    /**
     * Puts the broker's log out of the way before the start, whole as it is, so that a new one begins.
     *
     * @return where it lies now
     * @throws CannotStart if there is no log of ours, or it cannot be moved
     */
    public Path setLogAside() {
        if (real.kafka().isPresent()) {
            throw CannotStart.because("--say-again is about the Kafka in here: unset NATTER_KAFKA_BOOTSTRAP.");
        }
        return data.setAside("broker");
    }

    /** With the next start, a store that is older than what was told is taken as it is. */
    public void acceptRestored() {
        acceptsRestored = true;
    }

    /** The services whose store is older than what they have told. */
    public List<String> restored() {
        synchronized (running) {
            return running.entrySet().stream()
                    .filter(one -> one.getValue().getBeansOfType(Restored.class).values().stream()
                            .anyMatch(Restored::isRestored))
                    .map(one -> one.getKey().label())
                    .toList();
        }
    }

    /** Has the services send what they have ever told again, in the background; readers that know it change nothing. */
    public void sayAgain() {
        synchronized (running) {
            running.forEach((application, context) -> {
                if (application != Application.WEB) {
                    context.getBean(SayingAgain.class).sayEverythingAgain();
                }
            });
        }
    }

    /** How histories were built anew: from so many messages, all three services' together. */
    public record BuiltAnew(int messages, Duration took) {

        @Override
        public String toString() {
            var seconds = took.toMillis() / 1000.0;
            return String.format(
                    Locale.ROOT, "from %,d messages in %.1f s, %,.0f a second", messages, seconds, messages / seconds);
        }
    }

    /**
     * Has the histories built anew from everything ever said, while people read the old ones; returns when they read the new.
     * Empty if nothing has come on for ten minutes: then people read the old ones, and {@link #lackingInHistories} says what the new ones lack.
     */
    public Optional<BuiltAnew> buildHistoriesAnew() throws InterruptedException {
        var begun = System.nanoTime();
        var histories = bean(Application.ATTENDEE_SERVICE, ReadModel.class);
        var now = bean(Application.ATTENDEE_SERVICE, Clock.class).instant();
        histories.buildAnew("asked for at " + now, now);
        sayAgain();
        var standing = "";
        var since = begun;
        while (histories.isBeingBuilt()) {
            var stands = said() + " " + histories.lacking().orElse("");
            if (!stands.equals(standing)) {
                standing = stands;
                since = System.nanoTime();
            } else if (System.nanoTime() - since > PATIENCE.toNanos()) {
                return Optional.empty();
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        }
        return Optional.of(new BuiltAnew(said(), Duration.ofNanos(System.nanoTime() - begun)));
    }

    /** The first fact that histories that are being built anew lack, for the operator. */
    public String lackingInHistories() {
        return bean(Application.ATTENDEE_SERVICE, ReadModel.class).lacking().orElse("nothing that is known");
    }

    private int said() {
        return Stream.of(Application.values())
                .filter(application -> application != Application.WEB)
                .mapToInt(application -> bean(application, SayingAgain.class).said())
                .sum();
    }

    private <T> T bean(Application application, Class<T> type) {
        synchronized (running) {
            return Objects.requireNonNull(running.get(application), application::label)
                    .getBean(type);
        }
    }

    /** The applications' broker, to stop and start again. */
    public EmbeddedBroker broker() {
        return broker;
    }

    /** Where every mail ends up. */
    public Mailbox mailbox() {
        return mailbox;
    }

    /** The installation's secrets. */
    public StackKeys keys() {
        return keys;
    }

    /** Where people reach web, as mailed links have it. */
    public String reachedAt() {
        return real.reachedAt(ports);
    }

    /** Where everything listens. */
    public Ports ports() {
        return ports;
    }

    /** Kafka's {@code bootstrap.servers}, the embedded one's or the given one's. */
    public String kafka() {
        return real.kafka().orElse(broker.address());
    }

    /** The page, as a path, on which the first visitor sets the network up, if nobody has yet; web must be running. */
    public Optional<String> firstVisit() {
        synchronized (running) {
            return Optional.ofNullable(running.get(Application.WEB))
                    .flatMap(web -> web.getBean(FirstVisit.class).path());
        }
    }

    /** When web began to serve on the machine's own clock; empty before that. */
    public Optional<Instant> firstPageAt() {
        return Optional.ofNullable(firstPageAt);
    }

    @Override
    public void close() {
        var stopping = new ArrayList<CompletableFuture<Void>>();
        for (var application : Application.values()) {
            stopping.add(CompletableFuture.runAsync(() -> stop(application)));
        }
        try (broker;
                store;
                mailbox) {
            CompletableFuture.allOf(stopping.toArray(CompletableFuture[]::new)).join();
        } catch (CompletionException e) {
            LOG.warn("An application did not stop as it should", e);
        }
    }

    /** An emptied store under a log that is full would look like a new installation, open to its first visitor. */
    private void requireTheStoreOfTheLog() {
        if (real.kafka().isEmpty()
                && real.mongodb().isEmpty()
                && data.isEmpty(STORE)
                && data.holdsLog("broker", "natter.events-")) {
            throw CannotStart.because("The store in " + data.path("store").normalize()
                    + " is gone, though Kafka's log is there: put a backup of it back, or choose an empty folder with"
                    + " --data.");
        }
    }

    private static void join(CompletableFuture<?>... all) {
        try {
            CompletableFuture.allOf(all).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof CannotStart known) {
                throw known;
            }
            LOG.error("A part did not start", e);
            throw CannotStart.because("A part did not start: " + rootOf(e));
        }
    }

    private static String rootOf(Throwable failure) {
        var root = failure;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage())
                .lines()
                .findFirst()
                .orElse(root.getClass().getSimpleName());
    }

    private void useOurClock(ConfigurableApplicationContext context) {
        if (clock != null && context instanceof GenericApplicationContext beans) {
            var ours = clock;
            beans.registerBean("clock", Clock.class, () -> ours);
        }
    }
}
