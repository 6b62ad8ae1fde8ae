package org.natter.web.account.pages;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.natter.web.account.KnownBrowsers;
import org.natter.web.account.Origin;
import org.natter.web.account.SessionKeys;
import org.natter.web.account.SigningIn.Place;
import org.natter.web.settings.WebSettings;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/** What a browser keeps from an organiser's sign-in: nothing but a secret by which it is known again. */
@Component
class OwnBrowser {

    private final boolean secure;

    OwnBrowser(WebSettings settings) {
        this.secure = settings.secure();
    }

    /** Where this attempt is made. */
    Place place(HttpServletRequest request) {
        return new Place(Origin.at(request.getRemoteAddr()), secret(request).orElse(""));
    }

    /** Has the browser keep its secret, a new one if it has none; the secret. */
    String keep(HttpServletRequest request, HttpServletResponse response) {
        var secret = secret(request).orElseGet(SessionKeys::fresh);
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(cookieName(), secret)
                        .httpOnly(true)
                        .secure(secure)
                        .sameSite("Lax")
                        .path("/")
                        .maxAge(Duration.ofDays(KnownBrowsers.DAYS))
                        .build()
                        .toString());
        return secret;
    }

    private Optional<String> secret(HttpServletRequest request) {
        return Optional.ofNullable(WebUtils.getCookie(request, cookieName()))
                .map(Cookie::getValue)
                .filter(SessionKeys::plausible);
    }

    private String cookieName() {
        return secure ? "__Host-natter-known" : "natter-known";
    }
}
