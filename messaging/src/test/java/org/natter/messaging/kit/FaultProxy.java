package org.natter.messaging.kit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A line between two parts that can be slow, dark or cut, and well again.
 *
 * <p>Guarantee: what is sent while it is dark goes nowhere and nobody hears of it; a cut line is cut for both sides, and new
 * ones are refused; {@link #mend()} cuts the dark ones, as a router does that comes back. {@link #bytes()} tells that the
 * line was used at all.
 */
public final class FaultProxy implements AutoCloseable {

    private enum State {
        WELL,
        SLOW,
        DARK,
        CUT
    }

    private final ServerSocket listening;
    private final InetSocketAddress target;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicLong bytes = new AtomicLong();
    private volatile State state = State.WELL;
    private volatile Duration delay = Duration.ZERO;

    /** A well line from a free port to this one. */
    public FaultProxy(String host, int port) {
        this(0, host, port);
    }

    /** The same, listening at a port of the caller's choice. */
    public FaultProxy(int at, String host, int port) {
        target = new InetSocketAddress(host, port);
        try {
            listening = new ServerSocket(at, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        daemon("accept", this::accept);
    }

    public int port() {
        return listening.getLocalPort();
    }

    /** How much has come through, both ways. */
    public long bytes() {
        return bytes.get();
    }

    /** Each piece that is sent waits so long. */
    public void slow(Duration each) {
        delay = each;
        state = State.SLOW;
    }

    /** A black hole: lines stay open, nothing comes through. */
    public void dark() {
        state = State.DARK;
    }

    /** Nobody listens, and whoever was connected is no more. */
    public void cut() {
        state = State.CUT;
        cutAll();
    }

    /** Well again. */
    public void mend() {
        var before = state;
        state = State.WELL;
        if (before == State.DARK) {
            cutAll();
        }
    }

    @Override
    public void close() {
        try {
            listening.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        cutAll();
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                var client = listening.accept();
                if (state == State.CUT) {
                    reset(client);
                    continue;
                }
                open.add(client);
                daemon("line", () -> connect(client));
            } catch (IOException e) {
                if (!listening.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private void connect(Socket client) {
        try {
            var server = new Socket();
            server.connect(target, 2000);
            server.setTcpNoDelay(true);
            client.setTcpNoDelay(true);
            open.add(server);
            daemon("back", () -> carry(server, client));
            carry(client, server);
        } catch (IOException e) {
            drop(client);
        }
    }

    private void carry(Socket from, Socket to) {
        var piece = new byte[16_384];
        try {
            var in = from.getInputStream();
            var out = to.getOutputStream();
            for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                if (state == State.SLOW) {
                    TimeUnit.NANOSECONDS.sleep(delay.toNanos());
                }
                if (state != State.DARK) {
                    out.write(piece, 0, read);
                    out.flush();
                    bytes.addAndGet(read);
                }
            }
        } catch (IOException | InterruptedException ended) {
            bytes.addAndGet(0); // one end has hung up, and so does the other
        } finally {
            drop(from);
            drop(to);
        }
    }

    private void cutAll() {
        open.forEach(FaultProxy::reset);
        open.clear();
    }

    private void drop(Socket socket) {
        open.remove(socket);
        reset(socket);
    }

    private static void reset(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void daemon(String name, Runnable work) {
        var thread = new Thread(work, "fault-proxy-" + name);
        thread.setDaemon(true);
        thread.start();
    }
}
