package org.natter.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackKeysTest {

    @TempDir
    private Path folder;

    @Test
    void areMadeOnceAndReadByTheirOwnerOnly() throws Exception {
        var first = StackKeys.keptIn(folder);
        var signingKey = Files.readString(first.accessPrivate());
        var feedbackLinks = first.feedbackLinks();
        var again = StackKeys.keptIn(folder);

        assertThat(again.accessPrivate()).hasContent(signingKey);
        assertThat(again.feedbackLinks()).isEqualTo(feedbackLinks);
        try (var files = Files.list(folder)) {
            assertThat(files)
                    .hasSize(4)
                    .allSatisfy(file -> assertThat(Files.getPosixFilePermissions(file))
                            .isEqualTo(PosixFilePermissions.fromString("rw-------")));
        }
    }

    @Test
    void whatServicesGetHoldsNoSecret() throws Exception {
        var keys = StackKeys.keptIn(folder);

        var handedOut = JWKSet.parse(Files.readString(keys.accessPublic()));
        var signingKey = ECKey.parse(Files.readString(keys.accessPrivate()));

        assertThat(handedOut.getKeys()).singleElement().satisfies(key -> {
            assertThat(key.isPrivate()).isFalse();
            assertThat(key.getKeyID()).isEqualTo(signingKey.getKeyID());
        });
    }

    @Test
    void linkKeysAreLongAndDifferent() {
        var keys = StackKeys.keptIn(folder);

        assertThat(keys.feedbackLinks()).startsWith("k1:").isNotEqualTo(keys.ownLinks());
        assertThat(Base64.getDecoder().decode(keys.ownLinks().substring(3))).hasSize(32);
    }
}
