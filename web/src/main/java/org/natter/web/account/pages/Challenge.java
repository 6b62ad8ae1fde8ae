package org.natter.web.account.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.natter.web.account.webauthn.PasskeyCeremonies;

/** What this browser's passkey is to sign: kept in its session for five minutes, for one purpose and one answer. */
enum Challenge {
    TO_SIGN_IN("natter.passkey.sign-in"),
    TO_ADD("natter.passkey.add");

    private static final Duration LIFE = Duration.ofMinutes(5);

    private final String name;

    Challenge(String name) {
        this.name = name;
    }

    void begin(HttpServletRequest request, Instant now) {
        var until = now.plus(LIFE).getEpochSecond();
        request.getSession().setAttribute(name, PasskeyCeremonies.challenge() + "." + until);
    }

    /** The challenge, unless none was begun or its time is over. */
    Optional<String> of(HttpServletRequest request, Instant now) {
        return Optional.ofNullable(request.getSession(false))
                .map(session -> session.getAttribute(name))
                .map(kept -> kept.toString().split("\\.", 2))
                .filter(parts -> now.getEpochSecond() < Long.parseLong(parts[1]))
                .map(parts -> parts[0]);
    }

    /** The challenge, for the one answer it is good for. */
    Optional<String> take(HttpServletRequest request, Instant now) {
        var challenge = of(request, now);
        var session = request.getSession(false);
        if (session != null) {
            session.removeAttribute(name);
        }
        return challenge;
    }
}
