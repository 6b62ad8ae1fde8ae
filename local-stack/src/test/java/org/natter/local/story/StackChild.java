package org.natter.local.story;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
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
 * as that of {@code ./natter up} does: data folder, shift of the ports, where mail goes.
 */
final class StackChild {

    /** What whoever sets its network up has to know. */
    static final String SET_UP_WORD = "reed-moor-dusk";

    private StackChild() {}

    /** Starts it with its data in the folder, and waits until it is there. */
    static ChildJvm start(Path folder, int shift, Mailbox mailbox)
            throws IOException, InterruptedException, TimeoutException {
        var child = ChildJvm.running(
                StackChild.class,
                List.of("-Xmx512m", "-Xss512k"),
                List.of(folder.resolve("data").toString(), String.valueOf(shift), mailbox.smtpAddress()));
        child.awaitLine("ready");
        return child;
    }

    public static void main(String[] arguments) throws InterruptedException {
        System.setProperty("natter.set-up-word", SET_UP_WORD);
        var data = DataDirectory.open(Path.of(arguments[0]));
        var clock = AdjustableClock.keptIn(data.path("clock"), Journey.BEGINS, Story.ZONE);
        var mail = new RealParts(Optional.empty(), Optional.empty(), Optional.of(arguments[2]), Optional.empty());
        try {
            LocalStack.lastingOnClock(data, Ports.shiftedBy(Integer.parseInt(arguments[1])), mail, clock, line -> {})
                    .start();
        } catch (CannotStart cannot) {
            cannot.printStackTrace(System.out);
            Runtime.getRuntime().halt(1); // some parts run already and would go on for ever
        }
        System.out.println("ready");
        Thread.currentThread().join();
    }
}
