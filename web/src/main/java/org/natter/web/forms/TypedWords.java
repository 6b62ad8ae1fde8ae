package org.natter.web.forms;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.security.web.csrf.DeferredCsrfToken;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;

/**
 * What somebody typed into a form that can't be taken any more, to be copied from the page that says so. Secrets and what the
 * form said by itself stay out; so does everything that another site has sent, or may have, since it is nobody's own.
 */
public final class TypedWords {

    private static final Set<String> KEPT_OUT = Set.of("_csrf", "token", "password", "old", "code", "word", "answer");
    private static final Pattern NOT_TYPED = Pattern.compile("[0-9a-f]{32,}|[A-Z_]+|yes|no|[0-9]{1,3}");
    private static final int LONGEST = 5_000;

    private static final XorCsrfTokenRequestAttributeHandler TOKENS = new XorCsrfTokenRequestAttributeHandler();

    private TypedWords() {}

    /** In the order of the form. */
    public static List<String> of(HttpServletRequest request) {
        if (!isOurs(request)) {
            return List.of();
        }
        return request.getParameterMap().entrySet().stream()
                .filter(field -> !KEPT_OUT.contains(field.getKey()))
                .flatMap(field -> Arrays.stream(field.getValue()))
                .map(String::strip)
                .filter(words -> !words.isEmpty() && words.length() <= LONGEST)
                .filter(words -> !NOT_TYPED.matcher(words).matches())
                .distinct()
                .toList();
    }

    /** A browser says itself where a form comes from; for an older one, or one without TLS, the form's own token does. */
    private static boolean isOurs(HttpServletRequest request) {
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
