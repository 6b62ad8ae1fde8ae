package org.natter.web.attendee;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class LooksChangeNothingTest extends AttendeePagesBody {

    private static final String LINK = PubEvening.LINK;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/f/" + LINK,
                "/f/" + LINK + "?worth=5",
                "/f/" + LINK + "?there=no",
                "/b/" + LINK,
                "/in/" + LINK,
                "/w/" + LINK + "w",
                "/t/" + PubEvening.EVENT + "/" + LINK,
                "/unsubscribe/" + LINK
            })
    void aMailedLinkOpenedByAnythingTwiceSavesNothingAndOpensNoSession(String link) throws Exception {
        for (var method : List.of("GET", "HEAD", "GET", "HEAD")) {
            var answer = plainly(method, link);

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().allValues("Set-Cookie")).noneMatch(cookie -> cookie.contains("SESSION"));
            assertThat(answer.headers().firstValue("Referrer-Policy")).contains("no-referrer");
            assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
            assertThat(answer.headers().firstValue("X-Robots-Tag").orElse("")).contains("noindex");
        }

        assertThat(EVENING.writes()).isEmpty();
    }

    /** attendee-service's mails have links to these pages and to no others. */
    @Test
    void everyPageThatAMailLeadsToIsThereAndOpeningItChangesNothing() throws Exception {
        String[] pages;
        try (var agreed = LooksChangeNothingTest.class.getResourceAsStream("/contracts/links/mailed-pages.json")) {
            pages = JsonMapper.shared().readValue(agreed, String[].class);
        }

        for (var page : pages) {
            var address = page.replace("{token}", page.startsWith("/w/") ? LINK + "w" : LINK)
                    .replace("{event}", PubEvening.EVENT);
            for (var method : List.of("GET", "HEAD", "GET")) {
                assertThat(plainly(method, address).statusCode())
                        .as(method + " " + page)
                        .isEqualTo(200);
            }
        }

        assertThat(pages).isNotEmpty();
        assertThat(EVENING.writes()).isEmpty();
    }

    @Test
    void theStarOfTheMailPreselectsAndSavesNothing() throws Exception {
        var page = open("/f/" + LINK + "?worth=4");

        assertThat(page.getElementById("worthComing-4").hasAttribute("checked")).isTrue();
        assertThat(EVENING.writes()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/f/" + LINK, "/b/" + LINK, "/in/" + LINK, "/w/" + LINK + "w", "/unsubscribe/" + LINK})
    void aScannerThatSubmitsEveryFormWithoutPressingAButtonSavesNothing(String link) throws Exception {
        for (var standing : List.of("UNCONFIRMED", "BOOKED", "WAITING", "OFFERED")) {
            EVENING.bookingIs(standing);
            var page = open(link);
            for (var form : page.getForms()) {
                browser.getPage(form.getWebRequest(null));
            }
        }

        assertThat(EVENING.writes()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/f/" + LINK, "/b/" + LINK, "/in/" + LINK, "/w/" + LINK + "w", "/unsubscribe/" + LINK})
    void theSecretIsInNoTitleAndNoOnwardAddress(String link) throws Exception {
        var page = open(link);

        assertThat(page.getTitleText()).doesNotContain("secretsecret");
        assertThat(page.getAnchors())
                .noneMatch(anchor -> anchor.getHrefAttribute().contains("secretsecret"));
        assertThat(page.getForms()).noneMatch(form -> form.getActionAttribute().contains("secretsecret"));
    }
}
