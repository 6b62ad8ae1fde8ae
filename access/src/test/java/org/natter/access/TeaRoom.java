package org.natter.access;

import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.natter.access.kit.MovableClock;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The smallest service that wants to know who calls: guests look, the host pours. */
@SpringBootConfiguration
@EnableAutoConfiguration
@Import({AccessConfiguration.class, TeaRoom.Counter.class})
class TeaRoom {

    static final MovableClock CLOCK = new MovableClock(Instant.parse("2026-10-01T11:30:00Z"));

    static ConfigurableApplicationContext start(String publicKeys) {
        return new SpringApplicationBuilder(TeaRoom.class)
                .run(
                        "--natter.access.public-keys=" + publicKeys,
                        "--server.port=0",
                        "--management.server.port=0",
                        "--management.endpoints.web.exposure.include=health",
                        "--spring.main.banner-mode=off",
                        "--spring.mvc.problemdetails.enabled=true",
                        "--spring.jackson.deserialization.fail-on-unknown-properties=true");
    }

    @Bean
    AccessTable accessTable() {
        return AccessTable.of("tea-room")
                .row(GET, "/pots", "GUEST", "HOST")
                .row(GET, "/pots/*", "GUEST", "HOST")
                .row(POST, "/pots", "HOST")
                .row("/kitchen/**", "HOST");
    }

    @Bean
    Clock clock() {
        return CLOCK;
    }

    record Lid(String colour) {}

    record Pot(int cups, List<Lid> lids) {}

    @RestController
    static class Counter {

        @GetMapping("/pots")
        List<String> pots(@RequestParam int cups) {
            return List.of("assam");
        }

        @GetMapping("/pots/{number}")
        String pot(@PathVariable int number) {
            throw new AccessDeniedException("not this one");
        }

        @PostMapping("/pots")
        Pot pour(@RequestBody Pot pot) {
            return pot;
        }

        @GetMapping({"/kitchen", "/kitchen/shelf", "/cellar"})
        String shelf() {
            return "sugar";
        }

        @GetMapping("/v3/api-docs")
        String docs() {
            return "what can be asked";
        }
    }
}
