package org.natter.access;

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
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
                .isInstanceOf(UnreadableKeys.class)
                .hasMessageStartingWith("natter.access.public-keys ")
                .hasMessageContaining(file.toString());
    }

    @Test
    void folderInPlaceOfTheFileIsNamedInOneLine() {
        assertThatThrownBy(() -> AccessKeys.of(folder.toString()))
                .isInstanceOf(UnreadableKeys.class)
                .hasNoCause()
                .hasMessageStartingWith("natter.access.public-keys ")
                .hasMessageContaining(folder.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  \n"})
    void settingThatIsEmptyIsNamedInOneLine(String setting) {
        assertThatThrownBy(() -> AccessKeys.of(setting))
                .isInstanceOf(UnreadableKeys.class)
                .hasMessage("natter.access.public-keys is not set; it names the file with web's public keys");
    }

    @Test
    void keyThatWebChangesWhileWeRunIsKnown() throws Exception {
        var file = folder.resolve("keys.json");
        write(file, aKey("first"));
        var keys = AccessKeys.of(file.toString());
        assertThat(select(keys, "second")).isEmpty();

        var second = aKey("second");
        write(file, second, aKey("first"));
        Files.setLastModifiedTime(file, FileTime.fromMillis(1));

        assertThat(select(keys, "second")).containsExactly(second.toPublicJWK());
        assertThat(select(keys, "third")).isEmpty();
    }

    @Test
    void fileIsReadAgainOnlyForAKeyThatIsNotKnown() throws Exception {
        var file = folder.resolve("keys.json");
        var first = aKey("first");
        write(file, first);
        var keys = AccessKeys.of(file.toString());

        write(file, aKey("first"));
        Files.setLastModifiedTime(file, FileTime.fromMillis(1));

        assertThat(select(keys, "first")).containsExactly(first.toPublicJWK());
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
    void spoiltFileLeavesTheKeysWeKnowUntilItIsMended() throws Exception {
        var file = folder.resolve("keys.json");
        write(file, aKey("first"));
        var keys = AccessKeys.of(file.toString());
        Files.writeString(file, "no keys");
        Files.setLastModifiedTime(file, FileTime.fromMillis(1));

        assertThat(select(keys, "second")).isEmpty();
        assertThat(select(keys, "first")).hasSize(1);

        write(file, aKey("second"));
        Files.setLastModifiedTime(file, FileTime.fromMillis(2));
        assertThat(select(keys, "second")).hasSize(1);
    }

    @Test
    void keysMayBeTheSettingItself() throws Exception {
        var key = aKey("first");

        var keys = AccessKeys.of(new JWKSet(key).toString(false));

        assertThat(select(keys, "first")).containsExactly(key.toPublicJWK());
        assertThat(select(keys, "second")).isEmpty();
    }

    @Test
    void whatIsNoSetIsRefusedByTheSettingsName() throws Exception {
        var file = Files.writeString(folder.resolve("keys.json"), "no keys");

        for (var setting : new String[] {file.toString(), "{}"}) {
            assertThatThrownBy(() -> AccessKeys.of(setting))
                    .isInstanceOf(UnreadableKeys.class)
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

    private static List<JWK> select(AccessKeys keys, String id) {
        return keys.get(new JWKSelector(new JWKMatcher.Builder().keyID(id).build()), null);
    }
}
