package org.natter.local.stack;

import com.nimbusds.jose.jwk.JWKSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import org.natter.web.services.SigningKey;

/**
 * The secrets of one installation: the key pair behind web's tokens and the keys behind mailed links. Made at the first
 * start, kept in files that only their owner can read.
 */
public final class StackKeys {

    private static final int LINK_KEY_BYTES = 32;

    private final Path folder;

    private StackKeys(Path folder) {
        this.folder = folder;
    }

    /** The keys in the folder; what is missing is made. */
    public static StackKeys keptIn(Path folder) {
        var keys = new StackKeys(folder);
        try {
            Files.createDirectories(folder);
            if (!Files.exists(keys.accessPrivate())) {
                var pair = SigningKey.fresh();
                keys.keep(keys.accessPublic(), new JWKSet(pair.toPublicJWK()).toString());
                keys.keep(keys.accessPrivate(), pair.toJSONString());
            }
            for (var link : new String[] {"links-feedback", "links-own"}) {
                if (!Files.exists(folder.resolve(link))) {
                    var key = new byte[LINK_KEY_BYTES];
                    new SecureRandom().nextBytes(key);
                    keys.keep(folder.resolve(link), "k1:" + Base64.getEncoder().encodeToString(key));
                }
            }
            return keys;
        } catch (IOException e) {
            throw new UncheckedIOException("The keys in " + folder + " can be neither read nor made.", e);
        }
    }

    /** File of web's signing key, a JWK. */
    public Path accessPrivate() {
        return folder.resolve("access-private.json");
    }

    /** File of the keys that services check tokens with, a JWK set. */
    public Path accessPublic() {
        return folder.resolve("access-public.json");
    }

    /** Keys of feedback and follow-up links, as {@code id:base64}. */
    String feedbackLinks() {
        return read(folder.resolve("links-feedback"));
    }

    /** Keys of booking and sign-in links, as {@code id:base64}. */
    String ownLinks() {
        return read(folder.resolve("links-own"));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void keep(Path file, String secret) throws IOException {
        var posix = Files.getFileStore(folder).supportsFileAttributeView("posix");
        var fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        if (posix) {
            Files.createFile(fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Files.writeString(fresh, secret + "\n");
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
