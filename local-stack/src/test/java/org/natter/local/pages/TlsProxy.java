package org.natter.local.pages;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;

/**
 * What stands in front of web on the open internet: ends TLS with a certificate of its own and hands every byte on, the
 * {@code Host} that was typed among them.
 */
final class TlsProxy implements AutoCloseable {

    /** The name that browsers are told is this machine. */
    static final String NAME = "natter.test";

    private static final char[] PASSWORD = "only for this test".toCharArray();

    private final int behind;
    private final SSLServerSocket door;
    private final ExecutorService work = Executors.newCachedThreadPool(task -> {
        var thread = new Thread(task, "tls-proxy");
        thread.setDaemon(true);
        return thread;
    });

    private TlsProxy(int behind, SSLServerSocket door) {
        this.behind = behind;
        this.door = door;
    }

    static TlsProxy inFrontOf(int port, Path folder) {
        try {
            var door = (SSLServerSocket) certified(folder)
                    .getServerSocketFactory()
                    .createServerSocket(0, 50, InetAddress.getLoopbackAddress());
            var proxy = new TlsProxy(port, door);
            proxy.work.execute(proxy::welcome);
            return proxy;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("No TLS proxy", e);
        }
    }

    /** Where people reach web, without a slash at the end. */
    String address() {
        return "https://" + NAME + ":" + door.getLocalPort();
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } finally {
            work.shutdownNow();
        }
    }

    private void welcome() {
        while (!door.isClosed()) {
            try {
                var visitor = door.accept();
                work.execute(() -> connect(visitor));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void connect(Socket visitor) {
        try {
            var web = new Socket(InetAddress.getLoopbackAddress(), behind);
            work.execute(() -> carry(web, visitor));
            carry(visitor, web);
        } catch (IOException away) {
            hangUp(visitor);
        }
    }

    private static void carry(Socket from, Socket to) {
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            in.transferTo(out);
        } catch (IOException gone) {
            // One side has hung up, and so does the other.
        } finally {
            hangUp(from);
            hangUp(to);
        }
    }

    private static void hangUp(Socket socket) {
        try {
            socket.close();
        } catch (IOException gone) {
            // It is closed one way or the other.
        }
    }

    private static SSLContext certified(Path folder) throws IOException, GeneralSecurityException {
        var file = folder.resolve("proxy.p12");
        make(file);
        var keys = KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(file)) {
            keys.load(in, PASSWORD);
        }
        var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD);
        var tls = SSLContext.getInstance("TLS");
        tls.init(managers.getKeyManagers(), null, null);
        return tls;
    }

    private static void make(Path file) throws IOException {
        var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var made = new ProcessBuilder(List.of(
                        keytool,
                        "-genkeypair",
                        "-alias",
                        NAME,
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=" + NAME,
                        "-ext",
                        "san=dns:" + NAME,
                        "-validity",
                        "2",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        new String(PASSWORD)))
                .redirectErrorStream(true)
                .start();
        var said = new String(made.getInputStream().readAllBytes());
        try {
            if (made.waitFor() != 0) {
                throw new IOException(said);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IOException(stopping);
        }
    }
}
