package org.natter.access;

import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.natter.access.kit.MovableClock;
import org.natter.ids.HexId;
import org.natter.ids.TypedIds;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
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
                .row(GET, "/pots", Role.ATTENDEE, Role.OWNER)
                .row(GET, "/pots/*", Role.ATTENDEE, Role.OWNER)
                .row(POST, "/pots", Role.OWNER)
                .row(POST, "/pots/*", Role.OWNER)
                .row(POST, "/brews", Role.OWNER)
                .row(POST, "/orders", Role.OWNER, Role.DOOR)
                .row(GET, "/shelves/*", Role.OWNER)
                .row("/kitchen/**", Role.OWNER);
    }

    @Bean
    RefusalTable refusalTable() {
        return RefusalTable.empty()
                .on(
                        PotRefused.class,
                        HttpStatus.CONFLICT,
                        PotRefused::why,
                        Map.of(Why.COLD, "pot-cold", Why.SPILT, "pot-spilt"));
    }

    @Bean
    TypedIds ids() {
        return TypedIds.of(PotId.class);
    }

    @Bean
    Clock clock() {
        return CLOCK;
    }

    record PotId(String value) {
        PotId {
            HexId.require(value);
        }
    }

    enum Why {
        COLD,
        SPILT
    }

    static final class PotRefused extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final Why why;

        PotRefused(Why why) {
            this.why = why;
        }

        Why why() {
            return why;
        }
    }

    record Order(
            @Nullable String guest,
            @Nullable Integer cups,
            @Nullable String pot,
            @Nullable String note) {}

    @Holds("""
            {"if": {"properties": {"leaf": {"enum": ["LOOSE"]}}, "required": ["leaf"]},
             "then": {"required": ["grams"], "properties": {"guest": {"pattern": "{seen}"}}}}
            """)
    record Brew(
            @Nullable Instant at,
            @Nullable LocalDateTime wall,
            @Nullable ZoneId zone,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, maxLength = 20, pattern = Shortcomings.SEEN) @Nullable
            String guest,

            @Nullable Integer grams,
            @Nullable Boolean milk,
            @Nullable Leaf leaf) {}

    enum Leaf {
        BAG,
        LOOSE
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

        @PostMapping("/pots/{state}")
        @Refuses(PotRefused.class)
        String refuse(@PathVariable String state) {
            if (state.equals("broken")) {
                throw new IllegalStateException("hush");
            }
            throw new PotRefused(Why.valueOf(state.toUpperCase(Locale.ROOT)));
        }

        @PostMapping("/orders")
        String order(@RequestBody Order order, Caller caller) {
            var wrong = new Shortcomings("order");
            wrong.optional("note", order.note(), 20);
            var guest = wrong.text("guest", order.guest(), 20);
            var cups = wrong.between("cups", order.cups(), 1, 12);
            var pot = wrong.needed("pot", order.pot());
            return wrong.orElse(() -> guest.get() + " " + cups.get() + " "
                    + pot.get().length() + " " + caller.role() + " " + caller.subject() + " " + caller.region() + " "
                    + caller.event() + " " + caller.generation());
        }

        @PostMapping("/brews")
        String brew(@RequestBody Brew brew) {
            var wrong = new Shortcomings("order");
            wrong.text("guest", brew.guest(), 20);
            wrong.done();
            return String.valueOf(brew.grams());
        }

        @GetMapping("/shelves/{pot}")
        String shelved(@PathVariable PotId pot) {
            return pot.getClass().getSimpleName();
        }

        @GetMapping({"/kitchen", "/kitchen/shelf", "/cellar"})
        String shelf() {
            return "sugar";
        }
    }
}
