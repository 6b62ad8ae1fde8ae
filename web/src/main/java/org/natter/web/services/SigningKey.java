package org.natter.web.services;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.ParseException;
import java.util.List;
import java.util.stream.Stream;

/**
 * The key that signs web's calls. A file that is not there yet is made, for its owner's eyes only, and the public half is
 * written where the services read it; a file that is there is never changed.
 */
public final class SigningKey {

    /** The key in use and the one before it, so that a change of key refuses nobody. */
    private static final int PUBLISHED = 2;

    private SigningKey() {}

    /** The key as the settings name it, once its public half is published. */
    static ECKey of(AccessSettings access) {
        var setting = access.privateKey().strip();
        var key = setting.startsWith("{") ? parse(setting) : inFile(Path.of(setting));
        var publicKeys = access.publicKeys().strip();
        if (!publicKeys.isEmpty() && !publicKeys.startsWith("{")) {
            publish(key, Path.of(publicKeys));
        }
        return key;
    }

    /** A new key on P-256, named by its thumbprint. */
    public static ECKey fresh() {
        try {
            return new ECKeyGenerator(Curve.P_256).keyIDFromThumbprint(true).generate();
        } catch (JOSEException noSuchCurve) {
            throw new IllegalStateException("This JDK makes no P-256 keys", noSuchCurve);
        }
    }

    private static ECKey inFile(Path file) {
        try {
            if (Files.notExists(file)) {
                make(file);
            }
            return parse(Files.readString(file));
        } catch (IOException unreadable) {
            throw new IllegalStateException(
                    "natter.access.private-key names a file that can be neither read nor made: " + file, unreadable);
        }
    }

    private static void make(Path file) throws IOException {
        var fresh = written(file, fresh().toJSONString(), "rw-------");
        try {
            Files.move(fresh, file);
        } catch (FileAlreadyExistsException somebodyElseMadeIt) {
            Files.delete(fresh);
        }
    }

    private static ECKey parse(String json) {
        try {
            var key = ECKey.parse(json);
            if (!key.isPrivate()) {
                throw new IllegalStateException("natter.access.private-key holds a public key only");
            }
            if (!Curve.P_256.equals(key.getCurve())) {
                throw new IllegalStateException("natter.access.private-key is not on the curve P-256");
            }
            return key;
        } catch (ParseException notAKey) {
            throw new IllegalStateException("natter.access.private-key is not a JWK of an elliptic curve");
        }
    }

    private static void publish(ECKey key, Path file) {
        try {
            var before =
                    Files.exists(file) ? JWKSet.parse(Files.readString(file)).getKeys() : List.<JWK>of();
            var now = key.toPublicJWK();
            if (!before.isEmpty() && before.get(0).equals(now)) {
                return;
            }
            var keys = Stream.concat(Stream.of(now), before.stream().filter(old -> !old.equals(now)))
                    .limit(PUBLISHED)
                    .toList();
            Files.move(written(file, new JWKSet(keys).toString(), "rw-r--r--"), file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException unwritable) {
            throw new IllegalStateException(
                    "natter.access.public-keys names a file that cannot be written: " + file, unwritable);
        } catch (ParseException notASet) {
            throw new IllegalStateException("natter.access.public-keys names a file that is not a JWK set: " + file);
        }
    }

    /** A new file beside the one it is to become, so that nobody ever reads half of it. */
    private static Path written(Path file, String json, String permissions) throws IOException {
        var folder = Files.createDirectories(file.toAbsolutePath().getParent());
        var fresh = Files.createTempFile(folder, "new-", ".json"); // its owner's only, from the beginning
        Files.writeString(fresh, json + "\n");
        if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString(permissions));
        }
        return fresh;
    }
}
