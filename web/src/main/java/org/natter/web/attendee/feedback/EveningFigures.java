package org.natter.web.attendee.feedback;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.natter.web.services.AnswerPass;
import org.natter.web.services.ServiceDown;
import org.natter.web.services.ServiceRefusal;
import org.natter.web.services.WritersApi;
import org.natter.web.services.WritersApi.EveningInWords;
import org.springframework.stereotype.Component;

/**
 * What the history says about one evening, in its words. An answer reaches the history a moment after it is saved, so it is
 * looked for a few times, for a second and a half at most.
 */
@Component
class EveningFigures {

    private static final int LOOKS = 6;
    private static final Duration BETWEEN = Duration.ofMillis(300);

    private final WritersApi writers;

    EveningFigures(WritersApi writers) {
        this.writers = writers;
    }

    /** Nothing while the history does not know the answer that was saved then, or cannot be asked. */
    Optional<EveningInWords> of(AnswerPass pass, @Nullable Instant savedAt) {
        try {
            for (var look = 0; look < LOOKS; look++) {
                if (look > 0) {
                    Thread.sleep(BETWEEN.toMillis());
                }
                var told = writers.evening(pass.caller(), pass.attendance(), savedAt);
                if (told.answerKnown()) {
                    return Optional.of(told);
                }
            }
        } catch (ServiceDown | ServiceRefusal unreadable) {
            return Optional.empty();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        return Optional.empty();
    }
}
