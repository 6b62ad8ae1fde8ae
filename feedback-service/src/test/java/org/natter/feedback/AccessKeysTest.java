package org.natter.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccessKeysTest {

    @TempDir
    Path folder;

    @Test
    void fileThatIsMadeLaterIsWaitedFor() throws Exception {
        var key = aKey("first");
        var file = folder.resolve("keys.json");

        var waiting = CompletableFuture.supplyAsync(() -> AccessKeys.of(file.toString(), Duration.ofMinutes(1)));
        write(file, key);

        assertThat(select(waiting.get(), "first")).containsExactly(key.toPublicJWK());
    }

    @Test
    void fileThatNeverComesIsNamedInOneLine() {
        var file = folder.resolve("keys.json");

        assertThatThrownBy(() -> AccessKeys.of(file.toString(), Duration.ZERO))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("natter.access.public-keys")
                .hasMessageContaining(file.toString());
    }

    @Test
    void keyThatWebChangesWhileWeRunIsKnown() throws Exception {
        var file = folder.resolve("keys.json");
        write(file, aKey("first"));
        var keys = AccessKeys.of(file.toString());
        assertThat(select(keys, "second")).isEmpty();

        var second = aKey("second");
        write(file, second, aKey("first"));
        Files.setLastModifiedTime(file, java.nio.file.attribute.FileTime.fromMillis(1));

        assertThat(select(keys, "second")).containsExactly(second.toPublicJWK());
        assertThat(select(keys, "third")).isEmpty();
    }

    @Test
    void lostFileLeavesTheKeysWeKnow() throws Exception {
        var file = folder.resolve("keys.json");
        write(file, aKey("first"));
        var keys = AccessKeys.of(file.toString());
        Files.delete(file);

        assertThat(select(keys, "first")).hasSize(1);
        assertThat(select(keys, "second")).isEmpty();
    }

    @Test
    void keysMayBeTheSettingItself() throws Exception {
        var key = aKey("first");

        var keys = AccessKeys.of(new JWKSet(key).toString(false));

        assertThat(select(keys, "first")).containsExactly(key.toPublicJWK());
    }

    @Test
    void whatIsNoSetIsRefusedByTheSettingsName() throws Exception {
        var file = Files.writeString(folder.resolve("keys.json"), "no keys");

        for (var setting : new String[] {file.toString(), "{}"}) {
            assertThatThrownBy(() -> AccessKeys.of(setting))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageStartingWith("natter.access.public-keys ");
        }
    }

    private static ECKey aKey(String id) throws Exception {
        return new ECKeyGenerator(Curve.P_256).keyID(id).generate();
    }

    private void write(Path file, ECKey... keys) throws Exception {
        var fresh = Files.writeString(
                folder.resolve("fresh"),
                new JWKSet(List.<JWK>of(keys)).toPublicJWKSet().toString());
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static List<JWK> select(AccessKeys keys, String id) throws Exception {
        return keys.get(new JWKSelector(new JWKMatcher.Builder().keyID(id).build()), null);
    }
}
