package org.natter.access.kit;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.natter.access.AccessConfiguration;
import org.natter.access.AccessTable;
import org.natter.access.Role;
import org.natter.access.Shortcomings;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A service with a fault for each of {@link ApiRules}' kinds, planted at a route of its name. */
@SpringBootConfiguration
@EnableAutoConfiguration
@Import({AccessConfiguration.class, FaultyRoom.Faults.class})
class FaultyRoom {

    static ConfigurableApplicationContext start(String publicKeys) {
        return new SpringApplicationBuilder(FaultyRoom.class)
                .run(
                        "--natter.access.public-keys=" + publicKeys,
                        "--server.port=0",
                        "--management.server.port=0",
                        "--spring.main.banner-mode=off",
                        "--spring.mvc.problemdetails.enabled=true",
                        "--spring.jackson.deserialization.fail-on-unknown-properties=true");
    }

    @Bean
    AccessTable accessTable() {
        return AccessTable.of("tea-room").row("/**", Role.OWNER, Role.DOOR);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    /** The table lets in the door as well, and the owner is not described at all of one. */
    @Bean
    GlobalOpenApiCustomizer otherCallers() {
        return api -> api.getPaths()
                .forEach((path, item) -> item.readOperations().stream()
                        .filter(operation -> path.equals("/CALLER"))
                        .forEach(operation -> operation.getSecurity().remove(1)));
    }

    record Cup(String colour) {}

    record Order(
            @Schema(requiredMode = REQUIRED, maxLength = 9) @Nullable
            String guest,

            @Schema(minimum = "1", maximum = "9") @Nullable Integer cups) {

        Cup read() {
            var wrong = new Shortcomings("order");
            if (guest == null) {
                wrong.refuse("guest", Shortcomings.MISSING);
            }
            wrong.optional("guest", guest, 9);
            if (cups != null) {
                wrong.between("cups", cups, 1, 9);
            }
            wrong.done();
            return new Cup("blue");
        }
    }

    @RestController
    static class Faults {

        @GetMapping("/NO_SUCCESS")
        @ApiResponse(responseCode = "404", description = "no-cup")
        Cup noSuccess() {
            return new Order(null, null).read();
        }

        @GetMapping("/FAILS")
        Cup fails() {
            throw new IllegalStateException("hush");
        }

        @GetMapping("/STATUS")
        ResponseEntity<Cup> status() {
            return ResponseEntity.accepted().body(new Cup("blue"));
        }

        @GetMapping("/CONTENT")
        ResponseEntity<String> content() {
            return ResponseEntity.ok().contentType(MediaType.TEXT_PLAIN).body("\"blue\"");
        }

        @GetMapping("/ANSWER")
        @ApiResponse(
                responseCode = "200",
                content = @Content(mediaType = "application/json", schema = @Schema(implementation = Order.class)))
        Cup answer() {
            return new Cup("blue");
        }

        @GetMapping("/HEADER")
        @ApiResponse(
                responseCode = "200",
                useReturnTypeSchema = true,
                headers = @Header(name = "Location", schema = @Schema(type = "string")))
        Cup header() {
            return new Cup("blue");
        }

        @GetMapping("/CALLER")
        Cup caller() {
            return new Cup("blue");
        }

        @GetMapping("/METHOD")
        Cup method() {
            return new Cup("blue");
        }

        @Hidden
        @RequestMapping(path = "/METHOD", method = RequestMethod.PUT)
        Cup secret() {
            return new Cup("blue");
        }

        @GetMapping("/ALLOW")
        Cup allow() {
            return new Cup("blue");
        }

        @Hidden
        @RequestMapping(path = "/ALLOW", method = RequestMethod.PUT)
        ResponseEntity<Void> silent() {
            return ResponseEntity.status(405).build();
        }

        @PostMapping("/MEDIA_TYPE")
        Cup mediaType(@RequestBody Order order) {
            return order.read();
        }

        @Hidden
        @PostMapping(path = "/MEDIA_TYPE", consumes = "text/plain")
        Cup otherMediaType(@RequestBody String order) {
            return new Cup("blue");
        }

        @PostMapping("/NO_JSON")
        Cup noJson(@RequestBody(required = false) @Nullable Order order, HttpServletRequest request) {
            return order == null && request.getContentLength() < 1
                    ? new Cup("blue")
                    : Objects.requireNonNullElse(order, new Order(null, null)).read();
        }

        @PostMapping("/BODY_TAKEN/required")
        Cup required(@RequestBody Order order) {
            return order.guest() == null ? new Cup("blue") : order.read();
        }

        @PostMapping("/BODY_TAKEN/bounds")
        Cup bounds(@RequestBody Order order) {
            return new Order(order.guest(), null).read();
        }

        @PostMapping("/BODY_REFUSED")
        Cup bodyRefused(@RequestBody Order order) {
            var cup = order.read();
            if (order.guest() != null && order.guest().length() > 5) {
                new Order("x".repeat(10), null).read();
            }
            return cup;
        }

        @GetMapping("/PARAMETER_TAKEN/{id}")
        Cup path(@Parameter(schema = @Schema(type = "string", pattern = "^[0-9a-f]{32}$")) @PathVariable String id) {
            return new Cup(id);
        }

        @GetMapping("/PARAMETER_TAKEN/query")
        Cup query(@Parameter(required = true) @RequestParam(required = false) @Nullable String colour) {
            return new Cup("blue");
        }

        @GetMapping("/PARAMETER_TAKEN/header")
        Cup key(
                @Parameter(schema = @Schema(type = "string", maxLength = 9))
                        @RequestHeader(name = "Idempotency-Key", required = false)
                        @Nullable
                        String key) {
            return new Cup("blue");
        }

        @GetMapping("/PARAMETER_REFUSED")
        Cup parameterRefused(@RequestParam(required = false) @Nullable String colour) {
            var wrong = new Shortcomings("order");
            wrong.optional("colour", colour, 20);
            return wrong.orElse(() -> new Cup("blue"));
        }

        @GetMapping("/PARAMETER_REFUSED/{cup}")
        Cup anyPath(@PathVariable String cup) {
            return new Cup(cup);
        }

        @GetMapping("/faultless/{cup}")
        Cup faultless(
                @Parameter(schema = @Schema(type = "string", pattern = "^[^/\\\\\\x00]+$")) @PathVariable String cup,
                @RequestParam(required = false) @Nullable Integer cups) {
            return new Cup(cup);
        }

        @PostMapping("/faultless")
        Cup faultless(@RequestBody Order order) {
            return order.read();
        }
    }
}
