package org.natter.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.natter.web.stub.Sampled;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** A name, an address and what stands in links go through everything, also through what fails, and are looked for in the log. */
@ExtendWith(OutputCaptureExtension.class)
class NothingPersonalInLogsTest extends WholeWebBody {

    private static final String ADDRESS = "xanthippe.seeded@library.example";

    @Test
    void noWordOfAnybodyIsLogged(CapturedOutput log) throws Exception {
        ownerIn();
        var team = open("/organise/team");
        type(team, "name", "Xanthippe Seeded");
        type(team, "email", ADDRESS);
        type(team, "password", "xanthippe's own shelves");
        press(team, "Add");
        press(open("/organise"), "Sign out");
        password(ADDRESS, "xanthippe was here");
        POSTS_LINE.cut();
        password(ADDRESS, "xanthippe's own shelves");
        POSTS_LINE.mend();
        SERVICES.answer("POST /attendee/sign-in-links", Sampled.of("attendee-service/post-sign-in-links/accepted"));
        askToSignIn();
        SERVICES.sendToSleep("attendee");
        askToSignIn();
        SERVICES.sendToSleep("event");
        SERVICES.sendToSleep("feedback");
        for (var path : List.of(
                "/f/k1.1.xanthippe.xanthippe",
                "/b/k1.1.xanthippe.xanthippe",
                "/door/" + OrganisersSeason.WINTER + ".xanthippe",
                "/sign-in/xanthippe",
                "/account/password/xanthippe",
                "/events/xanthippe",
                "/xanthippe?email=" + ADDRESS)) {
            assertThat(open(path).getWebResponse().getStatusCode()).as(path).isBetween(200, 503);
        }
        SERVICES.wake();
        for (var method : List.of("PUT", "DELETE", "POST", "PROPFIND")) {
            for (var path :
                    List.of("/f/k1.1.xanthippe.xanthippe", "/unsubscribe/xanthippe", "/sign-in?email=" + ADDRESS)) {
                assertThat(asked(method, path)).as("%s %s", method, path).isBetween(400, 499);
            }
        }

        assertThat(log.getAll()).as("there is a log").contains("A page could not be shown");
        assertThat(log.getAll()).doesNotContainIgnoringCase("xanthippe");
    }

    private int asked(String method, String path) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(address(path)))
                .header("Content-Type", "application/xanthippe")
                .header("Accept", "text/xanthippe")
                .header("Cookie", "natter=xanthippe")
                .method(method, BodyPublishers.ofString("xanthippe=" + ADDRESS))
                .build();
        return HttpClient.newHttpClient()
                .send(request, BodyHandlers.discarding())
                .statusCode();
    }

    private void askToSignIn() throws Exception {
        var page = open("/sign-in");
        type(page, "email", ADDRESS);
        press(page, "Email me a link");
    }
}
