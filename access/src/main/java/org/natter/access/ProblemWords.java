package org.natter.access;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;

/**
 * Sentences of refusals, from {@code <service>-problems.properties} and, for what every service has in common, this room's
 * own bundle. An apostrophe is written twice, with or without numbers in the sentence.
 */
final class ProblemWords {

    private final ResourceBundleMessageSource bundle = new ResourceBundleMessageSource();

    ProblemWords(String service) {
        bundle.setBasenames(service + "-problems", "access-problems");
        bundle.setDefaultEncoding("UTF-8");
        bundle.setFallbackToSystemLocale(false);
        bundle.setAlwaysUseMessageFormat(true);
    }

    /** A refusal by its name. @throws org.springframework.context.NoSuchMessageException without a sentence for it */
    ProblemDetail problem(HttpStatusCode status, String name) {
        return Problem.of(status, name, bundle.getMessage("problem." + name, null, Locale.UK));
    }

    /** A request to be put right. */
    ProblemDetail validation(String request, List<Shortcomings.Named> found) {
        return Problem.validation(found.stream()
                .map(named -> new Problem.Shortcoming(named.field(), named.code(), sentence(request, named)))
                .toList());
    }

    private String sentence(String request, Shortcomings.Named named) {
        var field = named.field().replaceAll("\\[\\d+]", "");
        var numbers = named.numbers().toArray();
        return Stream.of(request + "." + field + "." + named.code(), field + "." + named.code(), named.code(), "OTHER")
                .map(key -> bundle.getMessage(key, numbers, "", Locale.UK))
                .filter(found -> found != null && !found.isEmpty())
                .findFirst()
                .orElseThrow();
    }
}
