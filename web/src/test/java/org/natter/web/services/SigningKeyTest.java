package org.natter.web.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SigningKeyTest {

    @TempDir
    Path folder;

    private Path privateKey;
    private Path publicKeys;

    @BeforeEach
    void nameFiles() {
        privateKey = folder.resolve("private").resolve("key.json");
        publicKeys = folder.resolve("public").resolve("keys.json");
    }

    @Test
    void firstStartMakesTheKeyForItsOwnerAloneAndPublishesItsPublicHalf() throws Exception {
        var key = key();

        assertThat(key.isPrivate()).isTrue();
        assertThat(permissions(privateKey)).isEqualTo("rw-------");
        assertThat(permissions(publicKeys)).isEqualTo("rw-r--r--");
        assertThat(published()).containsExactly(key.toPublicJWK().toString());
        assertThat(Files.readString(publicKeys)).doesNotContain("\"d\"");
        assertThat(everyFile()).containsExactlyInAnyOrder("key.json", "keys.json");
    }

    @Test
    void nextStartKeepsTheKeyAndTouchesNothing() throws Exception {
        var first = key();
        var before = Files.getLastModifiedTime(publicKeys);

        var second = key();

        assertThat(second).isEqualTo(first);
        assertThat(Files.getLastModifiedTime(publicKeys)).isEqualTo(before);
    }

    @Test
    void lostPublicFileIsWrittenAgain() throws Exception {
        var key = key();
        Files.delete(publicKeys);

        key();

        assertThat(published()).containsExactly(key.toPublicJWK().toString());
    }

    @Test
    void newKeyIsPublishedBesideTheOneBeforeAndNoOlderOne() throws Exception {
        key();
        Files.delete(privateKey);
        var before = key();
        Files.delete(privateKey);

        var now = key();

        assertThat(published())
                .containsExactly(
                        now.toPublicJWK().toString(), before.toPublicJWK().toString());
    }

    @Test
    void keyOfTheInstallationItselfIsUsedAsItIs() throws Exception {
        var own = new ECKeyGenerator(Curve.P_256).keyID("own").generate();

        var key = SigningKey.of(new AccessSettings(own.toJSONString(), ""));

        assertThat(key).isEqualTo(own);
        assertThat(everyFile()).isEmpty();
    }

    @Test
    void whatCannotSignIsRefusedByTheSettingsName() throws Exception {
        var publicHalf = new ECKeyGenerator(Curve.P_256).generate().toPublicJWK();
        var otherCurve = new ECKeyGenerator(Curve.P_384).generate();

        for (var unfit : new String[] {publicHalf.toJSONString(), otherCurve.toJSONString(), "{}"}) {
            assertThatThrownBy(() -> SigningKey.of(new AccessSettings(unfit, "")))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageStartingWith("natter.access.private-key ");
        }
    }

    @Test
    void folderThatCannotBeWrittenIsNamed() throws Exception {
        Files.writeString(folder.resolve("private"), "a file where the folder should be");

        assertThatThrownBy(this::key)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("natter.access.private-key")
                .hasMessageContaining(privateKey.toString());
    }

    private ECKey key() {
        return SigningKey.of(new AccessSettings(privateKey.toString(), publicKeys.toString()));
    }

    private Stream<String> published() throws Exception {
        return JWKSet.parse(Files.readString(publicKeys)).getKeys().stream().map(Object::toString);
    }

    private Stream<String> everyFile() throws Exception {
        try (var files = Files.walk(folder)) {
            return files
                    .filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .toList()
                    .stream();
        }
    }

    private static String permissions(Path file) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
