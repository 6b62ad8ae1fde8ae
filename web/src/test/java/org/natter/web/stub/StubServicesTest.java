package org.natter.web.stub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The stubs answer as golden exchanges do, and tell whoever strays from them. */
class StubServicesTest {

    private static final Sampled OUTBOX = Sampled.of("attendee-service/get-outbox/none");
    private static final Sampled REGIONS = Sampled.of("event-service/get-regions/one");
    private static final Sampled PEOPLE = Sampled.of("attendee-service/get-events-event-attendees/before");

    private final StubServices services = new StubServices(fresh -> fresh.answer("GET /event/regions", REGIONS));

    @AfterEach
    void stop() {
        services.close();
    }

    @Test
    void anAnswerMaySayOtherValues() {
        var person =
                PEOPLE.first().with("name", "Jory Eastrea").with("position", 4).with("checkedInAt", null);

        assertThat(person.json().path("name").asString()).isEqualTo("Jory Eastrea");
        assertThat(PEOPLE.holding(List.of(person, person)).json()).hasSize(2);
        assertThat(PEOPLE.first().json().path("name").asString()).isEqualTo("Amara Teal");
        assertThat(OUTBOX.with("counts", Map.of("SENT", 7)).json().path("counts"))
                .hasToString("{\"SENT\":7}");
        assertThat(Sampled.of("event-service/get-events-event/a-draft")
                        .with("venue.name", "The Crown")
                        .json()
                        .at("/venue/name")
                        .asString())
                .isEqualTo("The Crown");
    }

    @Test
    void anAnswerHasTheFieldsAndKindsOfTheExchanges() {
        assertThatThrownBy(() -> PEOPLE.first().with("nickname", "Jo"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("nickname");
        assertThatThrownBy(() -> PEOPLE.first().with("name", 7)).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> PEOPLE.first().with("name", null)).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> OUTBOX.with("counts", Map.of("SENT", "many"))).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> REGIONS.holding(List.of(PEOPLE.first()))).isInstanceOf(AssertionError.class);
        assertThatThrownBy(
                        () -> PEOPLE.holding(List.of(Sampled.of("attendee-service/get-events-event-roster/two-others")
                                .first())))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("here");
        assertThatThrownBy(() -> Sampled.of("event-service/get-regions/twelve")).isInstanceOf(AssertionError.class);
    }

    @Test
    void anAnswerBelongsToItsRoute() {
        assertThatThrownBy(() -> services.answer("GET /event/programme", REGIONS))
                .isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> services.answer("GET /attendee/regions", REGIONS))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void whatIsSetUpIsAnsweredAndKept() throws Exception {
        var answer = call("GET", "/event/regions", "");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(REGIONS.json().toString());
        assertThat(services.calls()).extracting(Call::name).containsExactly("GET /event/regions");
        services.sendToSleep("event");
        assertThat(call("GET", "/event/regions", "").statusCode()).isEqualTo(500);
        services.expectNoFaults();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET    | /event/kitchen       |                              | No exchange has GET /event/kitchen",
                "GET    | /attendee/me         |                              | Nothing is set up to answer GET /attendee/me",
                "GET    | /event/regions?all=1 |                              | ?all",
                "POST   | /event/regions       | {\"name\": \"A\", \"motto\": \"B\"} | motto",
                "POST   | /event/regions       | {\"name\": 7}                | name NUMBER"
            })
    void whatNoExchangeHasIsAFault(String method, String path, String body, String fault) throws Exception {
        services.answer("POST /event/regions", Sampled.of("event-service/post-regions/a-region"));

        assertThat(call(method, path, body == null ? "" : body).statusCode()).isEqualTo(500);

        assertThatThrownBy(services::expectNoFaults)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(fault);
        services.reset();
        services.expectNoFaults();
    }

    private HttpResponse<String> call(String method, String path, String body) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(services.address("") + path.substring(1)))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }
}
