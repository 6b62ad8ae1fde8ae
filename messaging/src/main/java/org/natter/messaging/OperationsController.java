package org.natter.messaging;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The owner's commands about messages; each service's security lets only the owner in. */
@RestController
@RequestMapping("/operations")
class OperationsController {

    private final EventLog log;
    private final DeadLetters deadLetters;

    OperationsController(EventLog log, DeadLetters deadLetters) {
        this.log = log;
        this.deadLetters = deadLetters;
    }

    /** Sends the history again: all, of one aggregate, or since an instant. */
    @PostMapping("/republish")
    Republished republish(@RequestBody(required = false) @Nullable Republish wish) {
        return new Republished(
                wish == null ? log.republish(null, null) : log.republish(wish.aggregate(), wish.since()));
    }

    @GetMapping("/dead-letters")
    List<DeadLetters.DeadLetter> list() {
        return deadLetters.undecided();
    }

    @GetMapping("/dead-letters/{id}")
    ResponseEntity<?> show(@PathVariable String id) {
        var found = deadLetters.find(id);
        return found.isPresent() ? ResponseEntity.ok(found.get()) : unknown();
    }

    /** Runs it once more; a conflict says that it failed again and stays where it is. */
    @PostMapping("/dead-letters/{id}/replay")
    ResponseEntity<?> replay(@PathVariable String id) {
        try {
            return deadLetters.replay(id) ? ResponseEntity.noContent().build() : unknown();
        } catch (RuntimeException e) {
            if (Transient.is(e)) {
                throw e;
            }
            var problem = problem(HttpStatus.CONFLICT, "dead-letter-stays", "It failed again and stays where it is");
            problem.setProperty("reason", DeadLetterReason.of(e).name());
            return ResponseEntity.status(HttpStatus.CONFLICT).body(problem);
        }
    }

    /** Never without a reason: it is what is left of the message's fate. */
    @PostMapping("/dead-letters/{id}/discard")
    ResponseEntity<?> discard(@PathVariable String id, @RequestBody Discard wish) {
        if (wish.reason() == null) {
            return ResponseEntity.unprocessableContent()
                    .body(problem(HttpStatus.UNPROCESSABLE_CONTENT, "reason-missing", "Say why it can go"));
        }
        return deadLetters.discard(id, wish.reason())
                ? ResponseEntity.noContent().build()
                : unknown();
    }

    private static ResponseEntity<?> unknown() {
        return ResponseEntity.status(HttpStatus.NOT_FOUND)
                .body(problem(HttpStatus.NOT_FOUND, "unknown-dead-letter", "There's no such message set aside"));
    }

    private static ProblemDetail problem(HttpStatus status, String name, String title) {
        var problem = ProblemDetail.forStatus(status);
        problem.setType(URI.create("urn:natter:problem:" + name));
        problem.setTitle(title);
        return problem;
    }

    record Republish(@Nullable String aggregate, @Nullable Instant since) {}

    record Republished(int sent) {}

    record Discard(DeadLetters.@Nullable DiscardReason reason) {}
}
