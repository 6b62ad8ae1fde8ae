package org.natter.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.natter.access.kit.HttpCalls;
import org.natter.access.kit.Tokens;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/** What a service's description of its API says without a word from its controllers. */
class ApiDescriptionTest {

    private static final Tokens WEB = new Tokens("tea-room");

    private static ConfigurableApplicationContext service;
    private static JsonNode api;

    @BeforeAll
    static void read() {
        service = TeaRoom.start(WEB.publicKeys());
        api = new HttpCalls(service.getEnvironment(), WEB, TeaRoom.CLOCK).openApi();
    }

    @AfterAll
    static void close() {
        service.close();
    }

    @Test
    void everyRouteSaysWhatEveryRouteRefuses() {
        var look = api.at("/paths/~1pots/get/responses");
        var pour = api.at("/paths/~1pots/post/responses");

        assertThat(look.propertyNames())
                .containsExactlyInAnyOrder("200", "400", "401", "403", "404", "405", "406", "422");
        assertThat(pour.propertyNames())
                .containsExactlyInAnyOrder("200", "400", "401", "403", "404", "405", "406", "413", "415", "422");
        assertThat(types(pour.path("401"))).isEqualTo("[\"urn:natter:problem:no-token\"]");
        assertThat(pour.at("/405/headers").propertyNames()).containsExactly("Allow");
    }

    @Test
    void aRouteSaysWhatItRefusesItself() {
        var refused = api.at("/paths/~1pots~1{state}/post/responses/409");

        assertThat(types(refused)).isEqualTo("[\"urn:natter:problem:pot-cold\",\"urn:natter:problem:pot-spilt\"]");
        assertThat(refused.path("description").asString()).isEqualTo("pot-cold, pot-spilt");
    }

    @Test
    void aRecordIsDescribedAsItIsWritten() {
        var pot = api.at("/components/schemas/Pot");
        var order = api.at("/components/schemas/Order");

        assertThat(pot.path("required").toString()).isEqualTo("[\"cups\",\"lids\"]");
        assertThat(pot.path("additionalProperties").asBoolean(true)).isFalse();
        assertThat(order.path("required").isMissingNode()).isTrue();
        assertThat(order.at("/properties/guest/type").toString()).contains("string", "null");
    }

    @Test
    void aRequestIsDescribedAsItIsRead() {
        var brew = api.at("/components/schemas/Brew");

        assertThat(brew.path("required").toString()).isEqualTo("[\"guest\"]");
        assertThat(brew.at("/properties/guest/type").toString()).isEqualTo("\"string\"");
        assertThat(brew.at("/properties/guest/pattern").asString()).isEqualTo(Shortcomings.SEEN);
        assertThat(brew.at("/properties/at/pattern").asString()).isEqualTo(Texts.INSTANT);
        assertThat(brew.at("/properties/wall/pattern").asString()).isEqualTo(Texts.WALL_TIME);
        assertThat(brew.at("/properties/zone/anyOf/0/$ref").asString()).isEqualTo("#/components/schemas/Zone");
        assertThat(brew.at("/if/properties/leaf/enum/0").asString()).isEqualTo("LOOSE");
        assertThat(brew.at("/then/required/0").asString()).isEqualTo("grams");
        assertThat(brew.at("/then/properties/guest/pattern").asString()).isEqualTo(Shortcomings.SEEN);
        assertThat(api.at("/components/schemas/Zone/enum").toString()).contains("\"Europe/London\"");
    }

    @Test
    void itNamesTheServiceAndWhoMayCallEachRoute() {
        assertThat(api.at("/info/title").asString()).isEqualTo("tea-room");
        assertThat(api.at("/paths/~1pots/get/security").toString())
                .isEqualTo("[{\"token\":[\"ATTENDEE\"]},{\"token\":[\"OWNER\"]}]");
        assertThat(api.at("/paths/~1pots~1{state}/post/security").toString()).isEqualTo("[{\"token\":[\"OWNER\"]}]");
        assertThat(api.at("/paths/~1error").isMissingNode()).isTrue();
    }

    @Test
    void anIdIsATextAndTheCallerIsNoParameter() {
        var shelf = api.at("/paths/~1shelves~1{pot}/get/parameters");

        assertThat(shelf).hasSize(1);
        assertThat(shelf.at("/0/schema/pattern").asString()).isEqualTo("^[0-9a-f]{32}$");
        assertThat(api.at("/components/schemas").propertyNames()).doesNotContain("Caller", "PotId");
        assertThat(api.at("/components/securitySchemes/token/scheme").asString())
                .isEqualTo("bearer");
    }

    private static String types(JsonNode response) {
        return response.at("/content/application~1problem+json/schema/allOf/1/properties/type/enum")
                .toString();
    }
}
