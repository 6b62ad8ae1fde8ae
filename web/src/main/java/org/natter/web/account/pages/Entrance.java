package org.natter.web.account.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import org.natter.web.account.Organiser;
import org.natter.web.account.SignedIn;
import org.natter.web.account.SigningIn;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.stereotype.Component;

/** Lets an organiser in who has shown who they are: a new session, a new form cookie, and a browser known from now on. */
@Component
class Entrance {

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

    /** Nothing of the former session is left. */
    static HttpSession freshSession(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        return request.getSession(true);
    }
}
