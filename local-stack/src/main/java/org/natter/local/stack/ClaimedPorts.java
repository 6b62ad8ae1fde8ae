package org.natter.local.stack;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Ports that one of the processes of this machine has picked and will listen on in a moment, so that no other picks them meanwhile.
 *
 * <p>A claim is a lock on one byte of a file, at the port's number; the system takes it back when the process ends, however it ends.
 * Where there can be no such file, everybody is on their own, as everybody else's programs are.
 */
final class ClaimedPorts {

    private static final @Nullable FileChannel FILE = opened();

    private ClaimedPorts() {}

    /** Whether the port is now this caller's, and was nobody's before. */
    static boolean claim(int port) {
        if (FILE == null) {
            return true;
        }
        try {
            return FILE.tryLock(port, 1, false) != null;
        } catch (OverlappingFileLockException ofThisProcess) {
            return false;
        } catch (IOException noLocksHere) {
            return true;
        }
    }

    /** It stays open: a process that closes a file gives up its locks on it. */
    private static @Nullable FileChannel opened() {
        try {
            return FileChannel.open(
                    Path.of(System.getProperty("java.io.tmpdir"), "natter-ports"),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE);
        } catch (IOException ofSomebodyElse) {
            return null;
        }
    }
}
