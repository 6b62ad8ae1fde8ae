package org.natter.local.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The folder that holds everything one installation keeps: log of the broker, file of the store, mails, keys.
 *
 * <p>Only its owner can read it. Two processes never use it at once.
 */
public final class DataDirectory implements AutoCloseable {

    private static final long MEGABYTE = 1L << 20;
    private static final long NEEDED_MEGABYTES = 200;
    private static final String MARK = "natter-data";
    private static final String LOCK = "natter.lock";

    private final Path folder;
    private final FileChannel channel;

    private DataDirectory(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /**
     * Opens the folder, made if absent, for this process alone.
     *
     * @throws CannotStart if it cannot be written, is nearly full, holds something else or is in use
     */
    public static DataDirectory open(Path folder) {
        var whole = folder.toAbsolutePath().normalize();
        try {
            makeIfAbsent(whole);
            requireSpace(whole);
            return new DataDirectory(whole, lock(whole));
        } catch (IOException e) {
            throw CannotStart.because("Natter cannot write in " + whole + " (" + reason(e)
                    + "). Make it writable, or choose another folder with --data.");
        }
    }

    /** Throws away what was kept here, but for the lock. */
    public void empty() {
        try (var all = Files.walk(folder)) {
            var deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
            for (var path : deepestFirst) {
                if (!path.equals(folder)
                        && !List.of(MARK, LOCK).contains(folder.relativize(path).toString())) {
                    Files.delete(path);
                }
            }
        } catch (IOException e) {
            throw CannotStart.because("Natter cannot empty " + folder + " (" + reason(e) + ").");
        }
    }

    /**
     * Gives what is kept under a name another one, so that it begins anew and nothing is lost.
     *
     * @return where it lies now
     * @throws CannotStart if there is nothing of that name, or it cannot be moved
     */
    public Path setAside(String name) {
        var kept = folder.resolve(name);
        if (!Files.exists(kept)) {
            throw CannotStart.because(folder + " has no " + name + " to set aside.");
        }
        for (int number = 1; ; number++) {
            var aside = folder.resolve(name + "-aside-" + number);
            if (!Files.exists(aside)) {
                try {
                    return Files.move(kept, aside);
                } catch (IOException e) {
                    throw CannotStart.because("Natter cannot move " + kept + " (" + reason(e) + ").");
                }
            }
        }
    }

    /** Whether there is no such file, or nothing in it. */
    boolean isEmpty(String file) {
        try {
            var path = folder.resolve(file);
            return !Files.exists(path) || Files.size(path) == 0;
        } catch (IOException e) {
            throw CannotStart.because("Natter cannot read " + folder + " (" + reason(e) + ").");
        }
    }

    /** Whether a log of the broker in this folder, in one of its folders that begin like this, has anything in it. */
    boolean holdsLog(String name, String beginning) {
        var kept = folder.resolve(name);
        if (!Files.isDirectory(kept)) {
            return false;
        }
        try (var files = Files.walk(kept, 2)) {
            return files.filter(file -> file.toString().endsWith(".log"))
                    .filter(file -> kept.relativize(file).toString().startsWith(beginning))
                    .anyMatch(file -> file.toFile().length() > 0);
        } catch (IOException e) {
            throw CannotStart.because("Natter cannot read " + kept + " (" + reason(e) + ").");
        }
    }

    /** A file or folder of the given name in here. */
    public Path path(String name) {
        return folder.resolve(name);
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void makeIfAbsent(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder);
            if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            }
        }
    }

    private static void requireSpace(Path folder) throws IOException {
        var left = Files.getFileStore(folder).getUsableSpace() / MEGABYTE;
        if (left < NEEDED_MEGABYTES) {
            throw CannotStart.because(
                    "The disk that holds " + folder + " is nearly full: " + left + " MB left, Natter needs "
                            + NEEDED_MEGABYTES + ". Make room, or choose another folder with --data.");
        }
    }

    private static FileChannel lock(Path folder) throws IOException {
        var channel = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (!locks(channel)) {
                throw CannotStart.because(
                        "Another Natter is using " + folder + ". Stop it first, or choose another folder with --data.");
            }
            requireOurs(folder);
            return channel;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static boolean locks(FileChannel channel) throws IOException {
        try {
            @Nullable FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false; // by this very process
        }
    }

    private static void requireOurs(Path folder) throws IOException {
        var mark = folder.resolve(MARK);
        if (Files.exists(mark)) {
            return;
        }
        try (var inside = Files.list(folder)) {
            if (inside.anyMatch(path -> !path.getFileName().toString().equals(LOCK))) {
                throw CannotStart.because(
                        folder + " holds something that is not Natter's. Choose an empty folder with --data.");
            }
        }
        Files.writeString(mark, "Everything one Natter keeps. Stop it before you copy or delete this folder.\n");
    }

    private static String reason(IOException e) {
        return e instanceof java.nio.file.AccessDeniedException ? "permission denied" : String.valueOf(e.getMessage());
    }
}
