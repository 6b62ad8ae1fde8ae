package org.natter.feedback.answer.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.natter.feedback.answer.LinkPurpose;
import org.natter.feedback.answer.PersonalLink;
import org.natter.feedback.invitation.AttendanceId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class HmacPersonalLinksTest {

    private static final JsonNode VECTORS = vectors();
    private static final String KEY =
            VECTORS.at("/key/id").asString() + ":" + VECTORS.at("/key/base64").asString();

    private final HmacPersonalLinks links = new HmacPersonalLinks(new LinkSettings(KEY));

    @Test
    void opensTheLinksOfTheContractAndOnlyForTheirPurpose() {
        var opened = new ArrayList<PersonalLink>();
        for (var vector : VECTORS.get("vectors")) {
            links.verified(vector.get("token").asString()).ifPresent(opened::add);
        }

        var wren = new AttendanceId("9f8e7d6c5b4a39281706f5e4d3c2b1a0");
        var samir = new AttendanceId("1a2b3c4d5e6f708192a3b4c5d6e7f809");
        assertThat(opened)
                .containsExactly(
                        new PersonalLink(LinkPurpose.FEEDBACK, wren, 1),
                        new PersonalLink(LinkPurpose.FEEDBACK, wren, 2),
                        new PersonalLink(LinkPurpose.FOLLOW_UP, samir, 1));
    }

    @Test
    void refusesWhateverIsNotExactlyOneOfOurs() {
        var token = VECTORS.at("/vectors/0/token").asString();
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
                token.toUpperCase(java.util.Locale.ROOT),
                "{\"$ne\":null}",
                "k1.1." + "A".repeat(100_000));

        assertThat(refused).allSatisfy(text -> assertThat(links.verified(text)).isEmpty());
        assertThat(links.verified(token)).isPresent();
    }

    @Test
    void opensLinksUnderEveryKeyWhileKeysChange() {
        var fresh = "k2:" + Base64.getEncoder().encodeToString(new byte[32]);
        var token = VECTORS.at("/vectors/0/token").asString();

        assertThat(new HmacPersonalLinks(new LinkSettings(fresh + ", " + KEY)).verified(token))
                .isPresent();
        assertThat(new HmacPersonalLinks(new LinkSettings(fresh)).verified(token))
                .isEmpty();
    }

    @Test
    void refusesToStartWithoutAKeyOrWithAShortOne() {
        assertThatThrownBy(() -> new HmacPersonalLinks(new LinkSettings("")))
                .hasMessageContaining("natter.links.feedback-keys");
        assertThatThrownBy(() -> new HmacPersonalLinks(
                        new LinkSettings("k1:" + Base64.getEncoder().encodeToString(new byte[31]))))
                .hasMessageContaining("shorter than 32 bytes");
        assertThat(new LinkSettings(KEY)).hasToString("LinkSettings[*]");
    }

    private static JsonNode vectors() {
        try (var in = HmacPersonalLinksTest.class.getResourceAsStream("/contracts/links/vectors.json")) {
            return JsonMapper.builder().build().readTree(in);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
