package org.natter.web.organiser;

import java.util.Locale;
import org.natter.web.services.ServiceRefusal;
import org.springframework.context.MessageSource;
import org.springframework.context.NoSuchMessageException;

/** The words for a service's refusal, by its slug; one sentence serves all slugs without words of their own. */
final class Refusals {

    private Refusals() {}

    static String wordsFor(ServiceRefusal refusal, MessageSource words) {
        try {
            return words.getMessage("refusal." + refusal.slug(), null, Locale.UK);
        } catch (NoSuchMessageException none) {
            return words.getMessage("refusal.other", null, Locale.UK);
        }
    }
}
