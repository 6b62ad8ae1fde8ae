package org.natter.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.natter.web.account.SessionKeys;
import org.springframework.test.context.TestPropertySource;

/** What an installation sets is what web goes by: whom it believes that others ask through them, and whose events it shows. */
@TestPropertySource(properties = {"NATTER_PROXIES=127.0.0.1,10.0.0.0/8", "NATTER_REGION=" + InstallationTest.REGION})
class InstallationTest extends WholeWebBody {

    static final String REGION = "00000000000000000000000000000001";

    /** What a stranger writes before it is not looked at; what a proxy has put behind it is. */
    @Test
    void limitsAreKeptByTheFirstAddressFromTheRightThatIsNoProxy() throws Exception {
        for (var tries = 0; tries < 30; tries++) {
            assertThat(guess("203.0.113." + tries + ", 198.51.100.7, 10.1.2.3")).isEqualTo(404);
        }

        assertThat(guess("203.0.113.99, 198.51.100.7, 10.4.5.6")).isEqualTo(429);
        assertThat(guess("198.51.100.7, 198.51.100.8, 10.1.2.3")).isEqualTo(404);
    }

    @Test
    void publicPagesShowTheEventsOfTheRegionThatIsSet() throws Exception {
        open("/");

        assertThat(SERVICES.calls("GET", "/event/programme"))
                .isNotEmpty()
                .allSatisfy(call -> assertThat(call.rawQuery()).contains("region=" + REGION));
    }

    private int guess(String forwardedFor) throws Exception {
        var request = HttpRequest.newBuilder(
                        URI.create(address("/door/" + OrganisersSeason.WINTER + "." + SessionKeys.fresh())))
                .header("X-Forwarded-For", forwardedFor)
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).statusCode();
    }
}
