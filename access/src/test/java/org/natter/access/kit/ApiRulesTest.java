package org.natter.access.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.natter.access.kit.ApiRoutes.Route;
import org.natter.access.kit.ApiRules.Fault;
import org.natter.access.kit.ApiRules.Kind;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/** Each kind of faults is found at the route where it is planted, and at no other. */
class ApiRulesTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Tokens WEB = new Tokens("tea-room");

    private static ConfigurableApplicationContext service;
    private static HttpCalls calls;
    private static OpenApi api;

    @BeforeAll
    static void read() {
        service = FaultyRoom.start(WEB.publicKeys());
        calls = new HttpCalls(service.getEnvironment(), WEB, Clock.systemUTC());
        api = new OpenApi(calls.openApi());
    }

    @AfterAll
    static void close() {
        service.close();
    }

    @Test
    void eachKindIsFoundWhereItIsPlantedAndNowhereElse() {
        for (var route : api.routes()) {
            var kinds =
                    faults(route, Set.of()).stream().map(Fault::kind).distinct().toList();
            var planted = route.path().split("/")[1];

            assertThat(kinds)
                    .as(route.name())
                    .isEqualTo(planted.equals("faultless") ? List.of() : List.of(Kind.valueOf(planted)));
        }
    }

    @Test
    void everyKindIsPlanted() {
        var planted = new EnumMap<Kind, Route>(Kind.class);
        api.routes().stream()
                .filter(route -> !route.path().startsWith("/faultless"))
                .forEach(route -> planted.put(Kind.valueOf(route.path().split("/")[1]), route));

        assertThat(planted.keySet()).containsAll(Arrays.asList(Kind.values()));
    }

    @Test
    void whatNoSchemaCanSayIsNoFault() {
        var refuses = api.routes().stream()
                .filter(route -> route.path().equals("/BODY_REFUSED"))
                .findFirst()
                .orElseThrow();

        assertThat(faults(refuses, Set.of("TOO_LONG"))).isEmpty();
    }

    private static List<Fault> faults(Route route, Set<String> beyondForm) {
        var request = JSON.createObjectNode();
        request.set("body", JSON.readTree("{\"guest\": \"Wren\", \"cups\": 2}"));
        var good = new RestSample(
                "tea-room",
                "",
                "good",
                route.name(),
                "OWNER",
                request,
                JSON.createObjectNode().put("status", 200));
        return new ApiRules(calls, api, new OddValues(api), List.of(good), beyondForm, Map.of()).faults(route);
    }
}
