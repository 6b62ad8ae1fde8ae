package org.natter.local;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A process of our own, so that it can be killed as the machine would kill it. What it prints is always read, so that it
 * never waits for a reader; nobody waits longer than {@link #PATIENCE} for it.
 */
public final class ChildJvm implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final String END = "\0";

    private final Process process;
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();

    private ChildJvm(Process process) {
        this.process = process;
        var reader = new Thread(this::read, "output-of-" + process.pid());
        reader.setDaemon(true);
        reader.start();
    }

    /** Runs the class's main method on this JVM's class path. */
    public static ChildJvm running(Class<?> main, List<String> options, List<String> arguments) throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:ReservedCodeCacheSize=128m"));
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(arguments);
        return new ChildJvm(
                new ProcessBuilder(command).redirectErrorStream(true).start());
    }

    private void read() {
        try (var output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            output.lines().forEach(lines::add);
        } catch (IOException | UncheckedIOException killed) {
            // it says no more
        }
        lines.add(END);
    }

    /**
     * Reads on until a line begins with the words, and returns that line.
     *
     * @throws TimeoutException if no such line comes
     */
    public String awaitLine(String words) throws InterruptedException, TimeoutException {
        var seen = new StringBuilder();
        for (var line = next(); line != null && !line.equals(END); line = next()) {
            if (line.startsWith(words)) {
                return line;
            }
            seen.append(line).append('\n');
        }
        throw new TimeoutException("The process ended or hung without saying \"" + words + "\":\n" + seen);
    }

    private @Nullable String next() throws InterruptedException {
        return lines.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    /** Says a line to the process, on its standard input. */
    public void say(String line) throws IOException {
        var input = process.outputWriter(StandardCharsets.UTF_8);
        input.write(line);
        input.newLine();
        input.flush();
    }

    /** When the process began. */
    public Instant began() {
        return process.info().startInstant().orElseThrow();
    }

    /** What the process holds in memory now and has held at most, in kilobytes as Linux counts resident pages. */
    public Map<String, Long> memory() throws IOException {
        var found = new TreeMap<String, Long>();
        for (var line : Files.readAllLines(Path.of("/proc/" + process.pid() + "/status"))) {
            if (line.startsWith("VmRSS:") || line.startsWith("VmHWM:")) {
                found.put(line.substring(0, line.indexOf(':')), Long.parseLong(line.replaceAll("[^0-9]", "")));
            }
        }
        return found;
    }

    /** How long processors have worked for it since it began, all of them together. */
    public Duration machineTime() {
        return process.info().totalCpuDuration().orElseThrow();
    }

    /** SIGKILL: nothing in the process gets to finish. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /**
     * SIGTERM; returns the exit code.
     *
     * @throws TimeoutException if it does not end
     */
    public int terminate() throws InterruptedException, TimeoutException {
        process.destroy();
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new TimeoutException("The process did not end");
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
