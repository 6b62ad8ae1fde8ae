package org.natter.web.attendee;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.natter.web.WholeWebBody;
import org.natter.web.stub.Sampled;

/** Two presses of a mailed link at once, in a browser where somebody is signed in already. */
class PressesAtOnceTest extends WholeWebBody {

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void whicheverAnswerTheBrowserKeepsNobodyIsSignedOut() throws Exception {
        ownerIn();
        var cookie = "natter=" + browser.getCookieManager().getCookie("natter").getValue();
        var both = new CyclicBarrier(2);
        SERVICES.answer("POST /attendee/sign-ins", sent -> {
            meet(both);
            return Sampled.of("attendee-service/post-sign-ins/orla");
        });

        SERVICES.answer("GET /attendee/me", Sampled.of("attendee-service/get-me/orla"));

        var one = press(cookie);
        var other = press(cookie);

        for (var pressed : new String[] {one.join(), other.join()}) {
            assertThat(pressed).isNotEqualTo(cookie);
            assertThat(status("/organise", pressed)).as("the owner").isEqualTo(200);
            assertThat(status("/privacy-and-choices/name", pressed))
                    .as("the guest")
                    .isEqualTo(200);
        }
        assertThat(status("/organise", cookie)).as("before either answer came").isEqualTo(200);
        assertThat(status("/history", cookie)).as("who knew the former id").isEqualTo(302);
    }

    /** The cookie that the answer brings. */
    private CompletableFuture<String> press(String cookie) {
        var request = HttpRequest.newBuilder(URI.create(address("/in")))
                .header("Sec-Fetch-Site", "same-origin")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Cookie", cookie)
                .POST(HttpRequest.BodyPublishers.ofString("token=k1.1.wren.secret&press=yes"))
                .build();
        return client.sendAsync(request, HttpResponse.BodyHandlers.discarding()).thenApply(answer -> {
            assertThat(answer.headers().firstValue("Location")).contains("/history");
            return answer.headers().allValues("Set-Cookie").stream()
                    .filter(kept -> kept.startsWith("natter="))
                    .map(kept -> kept.split(";")[0])
                    .findFirst()
                    .orElseThrow();
        });
    }

    private int status(String path, String cookie) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(address(path)))
                .header("Cookie", cookie)
                .build();
        return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    private static void meet(CyclicBarrier both) {
        try {
            both.await(10, TimeUnit.SECONDS);
        } catch (Exception alone) {
            throw new IllegalStateException(alone);
        }
    }
}
