package org.natter.attendee.mail.smtp;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.stream.StreamSupport;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;
import tools.jackson.databind.json.JsonMapper;

@Testcontainers(disabledWithoutDocker = true)
class MailpitPostTest extends PostContract {

    private static final int SMTP = 1025;
    private static final int API = 8025;

    @Container
    static final GenericContainer<?> MAILPIT =
            new GenericContainer<>("axllent/mailpit:v1.27").withExposedPorts(SMTP, API);

    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = JsonMapper.builder().build();

    @Override
    protected URI server() {
        return URI.create("smtp://" + MAILPIT.getHost() + ":" + MAILPIT.getMappedPort(SMTP));
    }

    @Override
    protected List<Arrived> mailbox() {
        var messages = json.readTree(call("GET", "/api/v1/messages?limit=500")).get("messages");
        return StreamSupport.stream(messages.spliterator(), false)
                .map(message -> message.get("ID").asString())
                .map(id -> new Arrived(call("GET", "/api/v1/message/" + id + "/raw")))
                .toList();
    }

    @Override
    protected void emptyMailbox() {
        call("DELETE", "/api/v1/messages");
    }

    private String call(String method, String path) {
        var address = URI.create("http://" + MAILPIT.getHost() + ":" + MAILPIT.getMappedPort(API) + path);
        try {
            return http.send(
                            HttpRequest.newBuilder(address)
                                    .method(method, HttpRequest.BodyPublishers.noBody())
                                    .build(),
                            BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
