package org.natter.access;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The public keys that tokens are checked with: a JWK set, in a file that web writes or as JSON itself.
 *
 * <p>A file that is not there yet is waited for, a minute at most. It is read again when it has changed and a token names
 * a key that is not among these, so web may change its key while this service runs. A file that is lost or spoilt by then
 * leaves the keys that are known.
 */
final class AccessKeys implements JWKSource<SecurityContext> {

    private static final Logger LOG = LoggerFactory.getLogger(AccessKeys.class);
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration PAUSE = Duration.ofMillis(200);

    private record Known(JWKSet keys, @Nullable FileTime written) {}

    private final @Nullable Path file;
    private volatile Known known;

    private AccessKeys(@Nullable Path file, Known known) {
        this.file = file;
        this.known = known;
    }

    /** The keys that {@code natter.access.public-keys} names. @throws UnreadableKeys if there are none to be had */
    static AccessKeys of(String setting) {
        return of(setting, PATIENCE);
    }

    static AccessKeys of(String setting, Duration patience) {
        var named = setting.strip();
        if (named.isEmpty()) {
            throw UnreadableKeys.because("is not set; it names the file with web's public keys");
        }
        if (named.startsWith("{")) {
            return new AccessKeys(null, new Known(parse(named, "does not hold"), null));
        }
        var file = Path.of(named);
        await(file, patience);
        return new AccessKeys(file, read(file));
    }

    @Override
    public List<JWK> get(JWKSelector wanted, @Nullable SecurityContext context) {
        var found = wanted.select(known.keys());
        if (found.isEmpty() && file != null && changed(file)) {
            known = readAgain(file);
            found = wanted.select(known.keys());
        }
        return found;
    }

    private boolean changed(Path file) {
        try {
            return !Files.getLastModifiedTime(file).equals(known.written());
        } catch (IOException away) {
            return false;
        }
    }

    /** A caller must not be answered by our trouble with a file: a token whose key is unknown is no good, that is all. */
    private Known readAgain(Path file) {
        try {
            return read(file);
        } catch (UnreadableKeys spoilt) {
            LOG.warn("{}; the keys read before stay in use", spoilt.getMessage());
            return new Known(known.keys(), writtenAt(file));
        }
    }

    private static @Nullable FileTime writtenAt(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException away) {
            return null;
        }
    }

    private static void await(Path file, Duration patience) {
        var deadline = System.nanoTime() + patience.toNanos();
        while (Files.notExists(file)) {
            if (System.nanoTime() > deadline) {
                throw UnreadableKeys.because("names a file that is not there: " + file + ". web makes it at its start");
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw UnreadableKeys.because("names a file that was not there before the start was broken off");
        }
    }

    private static Known read(Path file) {
        try {
            var written = Files.getLastModifiedTime(file);
            return new Known(parse(Files.readString(file), "names a file that is not"), written);
        } catch (IOException unreadable) {
            throw UnreadableKeys.because("names a file that cannot be read: " + file + " ("
                    + unreadable.getClass().getSimpleName() + ")");
        }
    }

    private static JWKSet parse(String json, String what) {
        try {
            return JWKSet.parse(json).toPublicJWKSet();
        } catch (ParseException notASet) {
            throw UnreadableKeys.because(what + " a JWK set");
        }
    }
}
