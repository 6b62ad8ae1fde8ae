package org.natter.web.forms;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What somebody typed into a form that can't be taken any more, to be copied from the page that says so. Secrets and what the
 * form said by itself stay out; so does everything that another site has sent, or may have, since it is nobody's own.
 */
public final class TypedWords {

    private static final Set<String> KEPT_OUT =
            Set.of("_csrf", "token", "password", "old", "code", "word", "answer", "asked");
    private static final Pattern NOT_TYPED = Pattern.compile("[0-9a-f]{32,}|[A-Z_]+|yes|no|[0-9]{1,3}");
    private static final int LONGEST = 5_000;

    private TypedWords() {}

    /** In the order of the form. */
    public static List<String> of(HttpServletRequest request) {
        if (!FormSender.isOurs(request)) {
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
}
