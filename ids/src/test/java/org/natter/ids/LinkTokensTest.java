package org.natter.ids;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LinkTokensTest {

    private static final String SETTING = "natter.links.own-keys";
    private static final String ID = "c0ffee00c0ffee00c0ffee00c0ffee00";
    private static final String FRESH = Base64.getEncoder().encodeToString(new byte[32]);
    private static final JsonNode VECTORS = vectors();
    private static final String PUBLISHED =
            VECTORS.at("/key/id").asString() + ":" + VECTORS.at("/key/base64").asString();
    private static final LinkTokens TOKENS = LinkTokens.parse(SETTING, PUBLISHED);

    @Test
    void everyVectorIsWrittenAndReadAlike() {
        assertThat(VECTORS.get("vectors")).isNotEmpty().allSatisfy(vector -> {
            var purpose = vector.get("purpose").asString();
            var generation = vector.get("generation").asInt();
            var id = vector.get("attendance").asString();
            var token = vector.get("token").asString();

            assertThat(TOKENS.sign(purpose, generation, id)).isEqualTo(token);
            assertThat(TOKENS.verify(purpose, token)).contains(new LinkTokens.Verified(id, generation));
        });
    }

    /** A key called own-2026 signed links that nobody could open. */
    @Test
    void whateverKeyIdIsTakenAlsoVerifies() {
        for (var name : List.of("own-2026", "k_1", "A", "x".repeat(32))) {
            var tokens = LinkTokens.under(SETTING, name + ":" + FRESH);

            assertThat(tokens.verify("booking", tokens.sign("booking", 3, ID)))
                    .contains(new LinkTokens.Verified(ID, 3));
        }
    }

    @Test
    void whateverIsNotExactlyOurTokenIsNothing() {
        var token = TOKENS.sign("booking", 1, ID);
        var parts = token.split("\\.");
        var refused = List.of(
                "",
                ".",
                "....",
                " " + token,
                token + " ",
                token + ".",
                token + "A",
                token.substring(1),
                "k2." + token.substring(3),
                String.join(".", parts[0], "2", parts[2], parts[3]),
                String.join(".", parts[0], "01", parts[2], parts[3]),
                String.join(".", parts[0], "-1", parts[2], parts[3]),
                String.join(".", parts[0], "99999999999", parts[2], parts[3]),
                String.join(".", parts[0], "1", parts[2].substring(0, 21) + "B", parts[3]),
                String.join(".", parts[0], "1", parts[2], parts[3].substring(0, 21) + "B"),
                String.join(".", parts[0], "1", "A".repeat(22), parts[3]),
                token.toUpperCase(Locale.ROOT),
                "{\"$ne\":null}",
                "k1.1." + "A".repeat(100_000));

        assertThat(refused)
                .allSatisfy(text -> assertThat(TOKENS.verify("booking", text)).isEmpty());
        assertThat(TOKENS.verify("sign-in", token)).isEmpty();
        assertThat(TOKENS.verify("booking", token)).isPresent();
    }

    @Test
    void anOldKeyStillReadsWhileTheNewOneWrites() {
        var rotated = LinkTokens.parse(SETTING, "k2:" + FRESH + ", " + PUBLISHED);

        assertThat(rotated.verify("booking", TOKENS.sign("booking", 1, ID))).isPresent();
        assertThat(rotated.sign("booking", 1, ID)).startsWith("k2.");
        assertThat(LinkTokens.under(SETTING, "k2:" + FRESH).verify("booking", TOKENS.sign("booking", 1, ID)))
                .isEmpty();
    }

    @Test
    void aKeyThatWouldNotDoIsRefusedByTheSettingsNameAndNeverQuoted() {
        var weak = Base64.getEncoder().encodeToString(new byte[31]);

        for (var wrong : List.of(
                "",
                "k1",
                "k1:" + weak,
                "k.1:" + FRESH,
                ":" + FRESH,
                "k1:***",
                "k1:" + FRESH + ",k1:" + FRESH,
                PUBLISHED)) {
            assertThatThrownBy(() -> LinkTokens.under(SETTING, wrong))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith(SETTING + ": ")
                    .hasMessageNotContainingAny(weak, FRESH);
        }
        assertThat(TOKENS).hasToString("LinkTokens[k1]");
    }

    private static JsonNode vectors() {
        try (var in = LinkTokensTest.class.getResourceAsStream("/contracts/links/vectors.json")) {
            return JsonMapper.builder().build().readTree(in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
