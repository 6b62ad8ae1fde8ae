package org.natter.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.natter.local.CommandLine.Command;
import org.natter.local.clock.AdjustableClock;
import org.natter.local.stack.CannotStart;
import org.natter.local.stack.DataDirectory;
import org.natter.local.stack.LocalStack;
import org.natter.local.stack.Ports;
import org.natter.local.stack.RealParts;
import org.natter.local.story.Figures;
import org.natter.local.story.Journey;
import org.natter.local.story.Story;

/**
 * What {@code ./natter} runs: {@code up}, {@code demo}, {@code demo --check} or {@code figures}.
 *
 * <p>Says on the console what it is doing and where to look; everything else goes to the log in the data folder. Ctrl-C
 * and SIGTERM stop it cleanly with exit code 0. What prevents a start is one line and exit code 1.
 */
public final class Launcher {

    private static final String STORY_TOLD = "story-told";

    private final CommandLine commandLine;
    private final long started = System.nanoTime();
    private final AtomicInteger exitCode = new AtomicInteger();
    private final AtomicBoolean stopping = new AtomicBoolean();
    private @Nullable LocalStack stack;
    private @Nullable DataDirectory data;

    private Launcher(CommandLine commandLine) {
        this.commandLine = commandLine;
    }

    public static void main(String[] words) {
        try {
            var launcher = new Launcher(CommandLine.parse(List.of(words)));
            Runtime.getRuntime().addShutdownHook(new Thread(launcher::stop, "stop"));
            launcher.run();
        } catch (CannotStart e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private void run() {
        try {
            var folder = DataDirectory.open(commandLine
                    .data()
                    .map(Launcher::seenByTheCaller)
                    .or(commandLine::ownFolder)
                    .orElseGet(Launcher::temporaryFolder));
            data = folder;
            switch (commandLine.command()) {
                case UP -> up(folder);
                case DEMO -> demo(folder);
                case CHECK -> check(folder);
                case FIGURES -> figures(folder);
            }
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            if (stopping.get()) {
                return; // the story was cut short by Ctrl-C
            }
            exitCode.set(1);
            if (e instanceof CannotStart) {
                throw e;
            }
            throw CannotStart.because(
                    String.valueOf(e.getMessage()) + (data == null ? "" : " (log: " + data.path("natter.log") + ")"));
        }
    }

    private void up(DataDirectory folder) throws InterruptedException {
        logInto(folder);
        var all = LocalStack.lasting(
                folder, Ports.shiftedBy(commandLine.shift()), RealParts.namedIn(System.getenv()), this::say);
        stack = all;
        if (commandLine.acceptRestored()) {
            all.acceptRestored();
        }
        if (commandLine.sayAgain()) {
            say("Kafka's log is kept in " + all.setLogAside() + "; everything is said again on a new one.");
        }
        start(all);
        if (commandLine.sayAgain()) {
            all.sayAgain();
            say("Everything is being said again, in the background.");
        }
        all.restored()
                .forEach(service -> say("RESTORED  " + service
                        + ": the store is older than what was told; it takes no commands. See \"After a restore\" in"
                        + " docs/operations.md"));
        say("Everything is up. Data is kept in " + folder.path(".").normalize() + ". Ctrl-C stops Natter.");
        var web = all.reachedAt();
        all.firstVisit()
                .ifPresentOrElse(
                        path -> say("Set up   " + web + path + " (once, for the owner)"),
                        () -> say("Pages    " + web + "/organise"));
        sayMailbox(all);
        if (commandLine.buildHistories()) {
            say("The histories are being built anew; people read the old ones meanwhile.");
            say(all.buildHistoriesAnew()
                    .map(built -> "The histories were built anew " + built + ".")
                    .orElseGet(
                            () -> "The histories are not built anew yet: nothing has come for ten minutes, and the new"
                                    + " ones lack " + all.lackingInHistories()
                                    + ". People go on reading the old ones. See"
                                    + " \"Messages set aside\" in docs/operations.md"));
        }
    }

    private void demo(DataDirectory folder) {
        var goOn = commandLine.keep() && Files.exists(folder.path(STORY_TOLD));
        if (!goOn) {
            folder.empty();
        }
        logInto(folder);
        var clock = AdjustableClock.keptIn(folder.path("clock"), Story.BEGINS, Story.ZONE);
        var all = LocalStack.onClock(
                folder, Ports.shiftedBy(commandLine.shift()), realPartsOfTheDemo(), clock, this::say);
        start(all);
        var told = folder.path(STORY_TOLD);
        List<String> signposts;
        try {
            if (goOn) {
                signposts = Files.readAllLines(told);
            } else {
                signposts = new Story(all, clock, this::say).play();
                Files.write(told, signposts);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        signposts.forEach(System.out::println);
        say("The clock is moved on the mailbox page. Ctrl-C stops the demo.");
    }

    private void check(DataDirectory folder) {
        logInto(folder);
        var clock = AdjustableClock.keptIn(folder.path("clock"), Journey.BEGINS, Story.ZONE);
        var all = LocalStack.onClock(folder, Ports.free(), RealParts.none(), clock, this::say);
        start(all);
        var passed = new Journey(all, clock, System.out::println).run();
        exitCode.set(passed ? 0 : 1);
        System.exit(exitCode.get());
    }

    private void figures(DataDirectory folder) {
        logInto(folder);
        var clock = AdjustableClock.keptIn(folder.path("clock"), Journey.BEGINS, Story.ZONE);
        var born = Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime());
        var all = LocalStack.onClock(folder, Ports.free(), RealParts.none(), clock, this::say);
        start(all);
        new Figures(all, clock, System.out::println)
                .measure(Duration.between(born, all.firstPageAt().orElseThrow()));
        System.exit(0);
    }

    private void start(LocalStack all) {
        stack = all;
        all.start();
        markUp();
    }

    /** Tells the start script that the classes of this run are worth keeping for the next. */
    private static void markUp() {
        var mark = System.getProperty("natter.up");
        if (mark != null) {
            try {
                Files.write(Path.of(mark), new byte[0]);
            } catch (IOException unwritable) {
                // nor can an archive be written there: the next start is as slow as this one
            }
        }
    }

    private RealParts realPartsOfTheDemo() {
        var real = RealParts.namedIn(System.getenv());
        if (real.smtp().isPresent()) {
            throw CannotStart.because("The demo reads its own mails: unset NATTER_SMTP_URL, or use ./natter up.");
        }
        return real.onThisMachine(); // the story follows mailed links
    }

    private boolean isTemporary() {
        return commandLine.command() == Command.CHECK || commandLine.command() == Command.FIGURES;
    }

    /** The launcher script goes to the repository's root first. */
    private static Path seenByTheCaller(Path given) {
        return Path.of(System.getProperty("natter.called-from", "")).resolve(given);
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("natter-check");
        } catch (IOException e) {
            throw CannotStart.because("Natter cannot write in " + System.getProperty("java.io.tmpdir") + ".");
        }
    }

    private static void logInto(DataDirectory folder) {
        System.setProperty("natter.log", folder.path("natter.log").toString());
    }

    private void sayMailbox(LocalStack all) {
        if (System.getenv("NATTER_SMTP_URL") == null) {
            say("Mailbox  " + all.mailbox().pageAddress() + "/ (every mail Natter sends lands here)");
        }
    }

    private void say(String line) {
        var since = Duration.ofNanos(System.nanoTime() - started);
        System.out.printf("%3d.%d s  %s%n", since.toSeconds(), since.toMillisPart() / 100, line);
    }

    private void stop() {
        stopping.set(true);
        if (stack != null && exitCode.get() == 0 && !isTemporary()) {
            System.out.println("Stopping…");
        }
        try {
            if (stack != null) {
                stack.close();
            }
            if (data != null) {
                if (isTemporary() && commandLine.data().isEmpty() && exitCode.get() == 0) {
                    data.empty();
                }
                data.close();
            }
        } finally {
            // A signal alone would make the exit code 130 or 143, though everything has ended well.
            Runtime.getRuntime().halt(exitCode.get());
        }
    }
}
