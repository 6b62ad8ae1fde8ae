package org.natter.web.forms;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.web.csrf.DeferredCsrfToken;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;

/** Whether a form surely comes from one of our own pages, and not from another site that has this browser send it. */
public final class FormSender {

    private static final XorCsrfTokenRequestAttributeHandler TOKENS = new XorCsrfTokenRequestAttributeHandler();

    private FormSender() {}

    /** A browser says itself where a form comes from; for an older one, or one without TLS, the form's own token does. */
    public static boolean isOurs(HttpServletRequest request) {
        var from = request.getHeader("Sec-Fetch-Site");
        return from == null ? hasItsToken(request) : from.equals("same-origin");
    }

    private static boolean hasItsToken(HttpServletRequest request) {
        if (!(request.getAttribute(DeferredCsrfToken.class.getName()) instanceof DeferredCsrfToken kept)) {
            return false;
        }
        var brought = TOKENS.resolveCsrfTokenValue(request, kept.get());
        return kept.get().getToken().equals(brought);
    }
}
