package org.natter.attendee.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LinkKeysTest {

    private static final JsonNode VECTORS = read();
    private static final LinkKeys KEYS = LinkKeys.parse(
            VECTORS.at("/key/id").asString() + ":" + VECTORS.at("/key/base64").asString());

    @Test
    void everyVectorIsWrittenAndReadAlike() {
        assertThat(VECTORS.get("vectors")).isNotEmpty().allSatisfy(vector -> {
            LinkPurpose purpose = purpose(vector.get("purpose").asString());
            int generation = vector.get("generation").asInt();
            String attendance = vector.get("attendance").asString();
            String token = vector.get("token").asString();

            assertThat(KEYS.token(purpose, generation, attendance)).isEqualTo(token);
            assertThat(KEYS.verify(purpose, token)).contains(new LinkKeys.VerifiedLink(attendance, generation));
        });
    }

    @Test
    void aTokenIsWorthNothingForAnotherPurposeOrGenerationOrId() {
        String token = KEYS.token(LinkPurpose.BOOKING, 1, "c0ffee00c0ffee00c0ffee00c0ffee00");
        String[] parts = token.split("\\.");

        assertThat(KEYS.verify(LinkPurpose.SIGN_IN, token)).isEmpty();
        assertThat(KEYS.verify(LinkPurpose.BOOKING, token.replaceFirst("\\.1\\.", ".2.")))
                .isEmpty();
        assertThat(KEYS.verify(LinkPurpose.BOOKING, token.replace(parts[2], "A".repeat(22))))
                .isEmpty();
        assertThat(KEYS.verify(LinkPurpose.BOOKING, "k2." + token.substring(3))).isEmpty();
        assertThat(KEYS.verify(LinkPurpose.BOOKING, token + "A")).isEmpty();
        assertThat(KEYS.verify(LinkPurpose.BOOKING, "")).isEmpty();
    }

    @Test
    void anOldKeyStillReadsWhileTheNewOneWrites() {
        String fresh = "k2:" + Base64.getEncoder().encodeToString(new byte[32]);
        LinkKeys rotated = LinkKeys.parse(fresh + "," + VECTORS.at("/key/id").asString() + ":"
                + VECTORS.at("/key/base64").asString());
        String old = KEYS.token(LinkPurpose.BOOKING, 1, "c0ffee00c0ffee00c0ffee00c0ffee00");

        assertThat(rotated.verify(LinkPurpose.BOOKING, old)).isPresent();
        assertThat(rotated.token(LinkPurpose.BOOKING, 1, "c0ffee00c0ffee00c0ffee00c0ffee00"))
                .startsWith("k2.");
    }

    @Test
    void aShortKeyIsRefusedWithoutBeingQuoted() {
        String weak = Base64.getEncoder().encodeToString(new byte[31]);

        assertThatThrownBy(() -> LinkKeys.parse("k1:" + weak))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining(weak);
        assertThat(KEYS.toString()).doesNotContain(VECTORS.at("/key/base64").asString());
    }

    @Test
    void personalTypesPrintMasked() {
        EmailAddress address = new EmailAddress(" Wren.Hadley@Library.Example ");

        assertThat(address.value()).isEqualTo("wren.hadley@library.example");
        assertThat(address.toString()).doesNotContain("wren", "library");
        assertThat(new Details("Wren Hadley", "", Sector.COLLEGE).toString()).doesNotContain("Wren");
        assertThat(EmailAddress.isAddress("wren@library")).isFalse();
        assertThat(EmailAddress.isAddress("wren library@x.example")).isFalse();
    }

    private static LinkPurpose purpose(String word) {
        return Arrays.stream(LinkPurpose.values())
                .filter(purpose -> purpose.word().equals(word))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode read() {
        try (InputStream vectors = LinkKeysTest.class.getResourceAsStream("/contracts/links/vectors.json")) {
            return JsonMapper.builder().build().readTree(vectors);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
