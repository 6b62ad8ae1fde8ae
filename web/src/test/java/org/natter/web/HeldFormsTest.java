package org.natter.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.Test;

/** Forms whose last bytes are held back: by whom they were sent is asked when they are whole, and they stop nobody else. */
class HeldFormsTest extends WholeWebBody {

    private static final String FORM = "name=Mal&email=mal@reeds.example&password=a+second+way+in+again&role=OWNER";

    @Test
    void whoeverIsRemovedWhileTheyHoldAFormBackDoesNothingWithIt() throws Exception {
        ownerIn();
        var cookie = "natter=" + browser.getCookieManager().getCookie("natter").getValue();
        try (var line = begin("/organise/team", FORM.length(), cookie)) {
            send(line, FORM.substring(0, 10));
            mongo.getCollection("organiser").deleteMany(new Document());

            send(line, FORM.substring(10));

            assertThat(firstLine(line)).contains(" 302");
            assertThat(mongo.getCollection("organiser").countDocuments()).isZero();
        }
    }

    @Test
    void formsThatOneNetworkNeverFinishesTakePartOfTheThreadsAndNotAll() throws Exception {
        setUp();
        var held = new ArrayList<Socket>();
        try {
            for (var begun = 0; begun < 300; begun++) {
                held.add(begin("/account/sign-in", 500, ""));
            }

            assertThat(status("/account/sign-in")).as("while they stand").isIn(200, 503);
        } finally {
            for (var line : held) {
                line.close();
            }
        }
        Awaitility.await("all as before").atMost(Duration.ofSeconds(30)).until(() -> status("/account/sign-in") == 200);
    }

    private int status(String path) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(address(path)))
                .timeout(Duration.ofSeconds(10))
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private Socket begin(String path, int length, String cookie) throws IOException {
        var line = new Socket(InetAddress.getLoopbackAddress(), port);
        line.setSoTimeout(20_000);
        send(
                line,
                "POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + port
                        + "\r\nSec-Fetch-Site: same-origin\r\nContent-Type: application/x-www-form-urlencoded"
                        + (cookie.isEmpty() ? "" : "\r\nCookie: " + cookie)
                        + "\r\nContent-Length: " + length + "\r\n\r\n");
        return line;
    }

    private static void send(Socket line, String bytes) throws IOException {
        line.getOutputStream().write(bytes.getBytes(StandardCharsets.US_ASCII));
        line.getOutputStream().flush();
    }

    private static String firstLine(Socket line) throws IOException {
        return new BufferedReader(new InputStreamReader(line.getInputStream(), StandardCharsets.US_ASCII)).readLine();
    }
}
