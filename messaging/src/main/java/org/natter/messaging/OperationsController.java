package org.natter.messaging;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * The owner's commands about messages; each service's security lets only the owner in.
 *
 * <p>A refusal is described by its status and its names, which the description of the API makes problems of.
 */
@RestController
@RequestMapping("/operations")
class OperationsController {

    private static final String UNKNOWN = "unknown-dead-letter";
    private static final String STAYS = "dead-letter-stays";
    private static final String NO_REASON = "reason-missing";

    private static final String GOING_ON = "already-republishing";
    private static final String NEVER = "never-republished";

    private static final String ID = "^" + DeadLetters.ID_FORM + "$";

    private final Republishing republishing;
    private final DeadLetters deadLetters;

    OperationsController(Republishing republishing, DeadLetters deadLetters) {
        this.republishing = republishing;
        this.deadLetters = deadLetters;
    }

    /** It goes on by itself, also after a restart. */
    @Operation(summary = "Send the history again: all, of one aggregate, or since an instant")
    @ApiResponse(responseCode = "202", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "409", description = GOING_ON)
    @PostMapping("/republish")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Republishing.Progress republish(@RequestBody Republish wish) {
        return republishing
                .ask(wish.aggregate(), wish.since())
                .orElseThrow(() ->
                        refused(problem(HttpStatus.CONFLICT, GOING_ON, "The history is being sent again already")));
    }

    @Operation(summary = "Read how far the sending of the history is")
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "404", description = NEVER)
    @GetMapping("/republish")
    Republishing.Progress republishing() {
        return republishing
                .progress()
                .orElseThrow(
                        () -> refused(problem(HttpStatus.NOT_FOUND, NEVER, "The history has never been sent again")));
    }

    @Operation(summary = "List the messages set aside that nobody has decided about")
    @GetMapping("/dead-letters")
    List<DeadLetters.DeadLetter> list() {
        return deadLetters.undecided();
    }

    @Operation(summary = "Read why a message was set aside and where it came from")
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "404", description = UNKNOWN)
    @GetMapping("/dead-letters/{id}")
    DeadLetters.DeadLetter show(@Parameter(schema = @Schema(type = "string", pattern = ID)) @PathVariable String id) {
        return deadLetters.find(id).orElseThrow(OperationsController::unknown);
    }

    /** A conflict says that it failed again and stays where it is. */
    @Operation(summary = "Apply a message set aside once more")
    @ApiResponse(responseCode = "404", description = UNKNOWN)
    @ApiResponse(responseCode = "409", description = STAYS)
    @PostMapping("/dead-letters/{id}/replay")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void replay(@Parameter(schema = @Schema(type = "string", pattern = ID)) @PathVariable String id) {
        boolean found;
        try {
            found = deadLetters.replay(id);
        } catch (RuntimeException failed) {
            if (Transient.is(failed)) {
                throw failed;
            }
            throw stays(failed);
        }
        if (!found) {
            throw unknown();
        }
    }

    /** Never without a reason: it is what is left of the message's fate. */
    @Operation(summary = "Discard a message set aside, with a reason")
    @ApiResponse(responseCode = "404", description = UNKNOWN)
    @ApiResponse(responseCode = "422", description = NO_REASON)
    @PostMapping("/dead-letters/{id}/discard")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void discard(
            @Parameter(schema = @Schema(type = "string", pattern = ID)) @PathVariable String id,
            @RequestBody Discard wish) {
        if (wish.reason() == null) {
            throw refused(problem(HttpStatus.UNPROCESSABLE_CONTENT, NO_REASON, "Say why it can go"));
        }
        if (!deadLetters.discard(id, wish.reason())) {
            throw unknown();
        }
    }

    private static ErrorResponseException unknown() {
        return refused(problem(HttpStatus.NOT_FOUND, UNKNOWN, "There's no such message set aside"));
    }

    private static ErrorResponseException stays(RuntimeException failed) {
        var problem = problem(HttpStatus.CONFLICT, STAYS, "It failed again and stays where it is");
        problem.setProperty("reason", DeadLetterReason.of(failed).name());
        return refused(problem);
    }

    private static ProblemDetail problem(HttpStatus status, String name, String title) {
        var problem = ProblemDetail.forStatus(status);
        problem.setType(URI.create("urn:natter:problem:" + name));
        problem.setTitle(title);
        return problem;
    }

    private static ErrorResponseException refused(ProblemDetail problem) {
        return new ErrorResponseException(HttpStatus.valueOf(problem.getStatus()), problem, null);
    }

    record Republish(@Nullable String aggregate, @Nullable Instant since) {}

    record Discard(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            DeadLetters.@Nullable DiscardReason reason) {}
}
