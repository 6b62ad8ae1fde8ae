package org.natter.local.story;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.natter.local.ChildJvm;
import org.natter.local.clock.AdjustableClock;
import org.natter.local.mailbox.Mailbox;
import org.natter.local.stack.CannotStart;
import org.natter.local.stack.DataDirectory;
import org.natter.local.stack.LocalStack;
import org.natter.local.stack.Ports;
import org.natter.local.stack.RealParts;

/**
 * The whole stack in a process of its own, with the memory that {@code ./natter} gives it and a store that waits for the disk
 * as that of {@code ./natter up} does: data folder, shift of the ports, where mail goes; for one of several instances also its
 * name, and the broker and the store that they share.
 */
final class StackChild {

    /** What whoever sets its network up has to know. */
    static final String SET_UP_WORD = "reed-moor-dusk";

    /** Asks a child, on its standard input, to build the histories anew; it answers with {@link #BUILT} and how long it took. */
    static final String BUILD = "build the histories anew";

    static final String BUILT = "built anew ";

    /** As much as {@code ./natter} gives it. */
    private static final List<String> MEMORY = List.of("-Xmx512m", "-Xss512k");

    private StackChild() {}

    /** Starts it with its data in the folder, and waits until it is there. */
    static ChildJvm start(Path folder, int shift, Mailbox mailbox)
            throws IOException, InterruptedException, TimeoutException {
        return started(List.of(folder.resolve("data").toString(), String.valueOf(shift), mailbox.smtpAddress()));
    }

    /** What several instances have in common: Kafka's address and the store's. */
    record Shared(String kafka, String mongodb) {}

    /** Starts one of several instances, with its keys and its clock in a folder of its name. */
    static ChildJvm startInstance(Path folder, String name, int shift, Mailbox mailbox, Shared parts)
            throws IOException, InterruptedException, TimeoutException {
        return started(List.of(
                folder.resolve(name).toString(),
                String.valueOf(shift),
                mailbox.smtpAddress(),
                name,
                parts.kafka(),
                parts.mongodb()));
    }

    /** {@code -Dnatter.child-options} adds options of the machine's own, such as another heap or another compiler. */
    private static ChildJvm started(List<String> arguments) throws IOException, InterruptedException, TimeoutException {
        var options = new ArrayList<>(MEMORY);
        options.addAll(Stream.of(System.getProperty("natter.child-options", "").split(" "))
                .filter(option -> !option.isEmpty())
                .toList());
        var child = ChildJvm.running(StackChild.class, options, arguments);
        child.awaitLine("ready");
        return child;
    }

    public static void main(String[] arguments) throws InterruptedException {
        System.setProperty("natter.set-up-word", SET_UP_WORD);
        var data = DataDirectory.open(Path.of(arguments[0]));
        var clock = AdjustableClock.keptIn(data.path("clock"), Journey.BEGINS, Story.ZONE);
        var stack = LocalStack.lastingOnClock(
                data, Ports.shiftedBy(Integer.parseInt(arguments[1])), parts(arguments), clock, line -> {});
        try {
            stack.start();
        } catch (CannotStart cannot) {
            cannot.printStackTrace(System.out);
            Runtime.getRuntime().halt(1); // whatever a part that failed has left running
        }
        System.out.println("ready");
        obey(stack);
        Thread.currentThread().join();
    }

    private static RealParts parts(String[] arguments) {
        var mail = Optional.of(arguments[2]);
        if (arguments.length == 3) {
            return new RealParts(Optional.empty(), Optional.empty(), mail, Optional.empty());
        }
        System.setProperty("natter.instance", arguments[3]);
        return new RealParts(Optional.of(arguments[4]), Optional.of(arguments[5]), mail, Optional.empty());
    }

    /** Does what is asked for until nobody is there to ask. */
    private static void obey(LocalStack stack) throws InterruptedException {
        var asked = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (var line = next(asked); line != null; line = next(asked)) {
            if (line.equals(BUILD)) {
                var saying = Executors.newSingleThreadScheduledExecutor();
                saying.scheduleWithFixedDelay(
                        () -> System.out.println("building, lacking " + stack.lackingInHistories()),
                        1,
                        1,
                        TimeUnit.MINUTES);
                System.out.println(stack.buildHistoriesAnew()
                        .map(built -> BUILT + built)
                        .orElseGet(() -> BUILT + "not: lacking " + stack.lackingInHistories()));
                saying.shutdownNow();
            }
        }
    }

    private static @Nullable String next(BufferedReader asked) {
        try {
            return asked.readLine();
        } catch (IOException gone) {
            return null;
        }
    }
}
