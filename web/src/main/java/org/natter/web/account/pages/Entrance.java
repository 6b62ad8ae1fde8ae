package org.natter.web.account.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import org.natter.web.account.DoorPass;
import org.natter.web.account.Organiser;
import org.natter.web.account.SignedIn;
import org.natter.web.account.SigningIn;
import org.natter.web.forms.Stranger;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.stereotype.Component;

/**
 * Lets an organiser in who has shown who they are: a new session, a new form cookie, and a browser known from now on; and
 * whoever brings a door link, to that door.
 */
@Component
class Entrance {

    /** A session lasts no longer anyway. */
    private static final Duration AT_THE_DOOR = Duration.ofDays(1);

    private final SigningIn signingIn;
    private final CsrfTokenRepository formTokens;
    private final OwnBrowser ownBrowser;
    private final Clock clock;

    Entrance(SigningIn signingIn, CsrfTokenRepository formTokens, OwnBrowser ownBrowser, Clock clock) {
        this.signingIn = signingIn;
        this.formTokens = formTokens;
        this.ownBrowser = ownBrowser;
        this.clock = clock;
    }

    void admit(Organiser organiser, HttpServletRequest request, HttpServletResponse response) {
        var session = freshSession(request);
        session.setAttribute(OrganiserContexts.SIGNED_IN, SignedIn.as(organiser).text());
        formTokens.saveToken(null, request, response);
        signingIn.remember(organiser, ownBrowser.keep(request, response), clock.instant());
    }

    /** Lets a phone have a door for the day: it does not end with a quiet half hour, and nobody else's pages stay open on it. */
    void lend(DoorPass door, HttpServletRequest request, HttpServletResponse response) {
        var session = freshSession(request);
        session.setMaxInactiveInterval((int) AT_THE_DOOR.toSeconds());
        session.setAttribute(OrganiserContexts.DOOR, door.text());
        formTokens.saveToken(null, request, response);
    }

    /**
     * A session for somebody who has just shown that they belong here, by a password, a code, a passkey or a door link; there
     * is always one for them. Nothing of the former session is left.
     */
    static HttpSession freshSession(HttpServletRequest request) {
        Stranger.isNone(request);
        var session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        return request.getSession(true);
    }
}
