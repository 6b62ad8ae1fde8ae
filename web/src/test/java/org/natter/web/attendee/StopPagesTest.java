package org.natter.web.attendee;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

class StopPagesTest extends AttendeePagesBody {

    private static final String STOP = "POST /attendee/stop-links/stop";

    @Test
    void theMailedLinkAsksAndStopsOnlyWhatIsPressed() throws Exception {
        var page = open("/unsubscribe/" + PubEvening.LINK);
        assertThat(words(page)).contains("Stop these emails?", "Riverside pub evening");
        assertThat(buttons(page))
                .contains("Don't ask me about Riverside pub evening again", "No feedback emails at all");

        var event = press(page, "Don't ask me about Riverside pub evening again");
        assertThat(words(event)).contains("We won't ask you about Riverside pub evening again.");
        assertThat(SERVICES.sent(STOP).path("stop").asString()).isEqualTo("EVENT");

        var all = press(event, "No feedback emails at all");
        assertThat(words(all)).contains("No more feedback emails");
        assertThat(SERVICES.sent(STOP).path("stop").asString()).isEqualTo("ALL");
        assertThat(words(open("/unsubscribe/" + PubEvening.LINK))).contains("No more feedback emails");
    }

    @Test
    void oneClickOfAMailProgramNeedsNoCookieAndNoFormAndMayBeRepeated() throws Exception {
        for (var time = 0; time < 2; time++) {
            var answer = post("/unsubscribe/" + PubEvening.LINK, "List-Unsubscribe=One-Click");

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().allValues("Set-Cookie")).noneMatch(cookie -> cookie.contains("SESSION"));
            assertThat(SERVICES.sent(STOP).path("stop").asString()).isEqualTo("ALL");
        }
    }

    @Test
    void aPostThatIsNotTheOneClickStopsNothing() throws Exception {
        assertThat(post("/unsubscribe/" + PubEvening.LINK, "").statusCode()).isEqualTo(200);
        assertThat(EVENING.writes()).isEmpty();

        assertThat(post("/unsubscribe/k1.1.wrong.wrong", "List-Unsubscribe=One-Click")
                        .statusCode())
                .isEqualTo(404);
    }

    private HttpResponse<String> post(String path, String body) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(address(path)))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }
}
