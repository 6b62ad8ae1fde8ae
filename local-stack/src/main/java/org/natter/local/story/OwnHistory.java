package org.natter.local.story;

import static org.natter.local.stack.Application.ATTENDEE_SERVICE;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.natter.local.mailbox.ReceivedMail;
import tools.jackson.databind.JsonNode;

/** Somebody's own networking history, read as nobody else can: signed in by a mailed link, once. */
final class OwnHistory {

    private final Guest owner;
    private final Services services;
    private final MailReader mails;
    private final Clock clock;
    private @Nullable String person;

    OwnHistory(Guest owner, Services services, MailReader mails, Clock clock) {
        this.owner = owner;
        this.services = services;
        this.mails = mails;
        this.clock = clock;
    }

    JsonNode read() {
        return services.get(ATTENDEE_SERVICE, Pass.attendee(person()), "/me/history");
    }

    /** Waits until the history has all these words in it, and returns it as it was sent. */
    String awaitWords(String... words) {
        return Patience.until(
                "the history to say " + String.join(" and ", words),
                () -> Optional.of(read().toString())
                        .filter(history -> Stream.of(words).allMatch(history::contains)));
    }

    private String person() {
        if (person == null) {
            person = signIn();
        }
        return person;
    }

    /** Signs in by a mailed link, as its owner would, and says which person that is. */
    private String signIn() {
        Instant before = clock.instant();
        String browser = "b".repeat(64);
        services.post(
                ATTENDEE_SERVICE,
                Pass.everybody(),
                "/sign-in-links",
                Map.of("email", owner.email(), "browser", browser));
        ReceivedMail mail = mails.await(owner.email(), "Your sign-in link", before);
        JsonNode signedIn = services.post(
                ATTENDEE_SERVICE,
                Pass.everybody(),
                "/sign-ins",
                Map.of("token", MailReader.token(mail, "/in/"), "browser", browser));
        return signedIn.get("person").asString();
    }
}
