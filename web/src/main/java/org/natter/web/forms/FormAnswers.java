package org.natter.web.forms;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.natter.web.services.ServiceRefusal;
import org.springframework.context.MessageSource;
import org.springframework.context.NoSuchMessageException;
import org.springframework.stereotype.Component;

/** Answers the forms of organisers, who read above the boxes why a service said no, or that it sleeps. */
@Component
public class FormAnswers {

    private final MessageSource words;

    public FormAnswers(MessageSource words) {
        this.words = words;
    }

    /** The sentence of this key, about these. */
    public String say(String key, Object... about) {
        return words.getMessage(key, about, Locale.UK);
    }

    /**
     * Sends a form. Whatever a service says brings it back with everything in its boxes; only what is not there is thrown.
     *
     * @param fields the form's field for a service's field, where they differ
     */
    public String send(
            HttpServletResponse response,
            Map<String, String> fields,
            Supplier<String> sending,
            Function<FormErrors, String> again) {
        try {
            return FormState.send(
                    response,
                    fields,
                    sending,
                    state -> again.apply(
                            state.asleep() == null
                                    ? state.errors()
                                    : FormErrors.one("", say(state.working() ? "form.working" : "form.not-saved"))));
        } catch (ServiceRefusal refusal) {
            if (refusal.isAbsent()) {
                throw refusal;
            }
            return again.apply(FormErrors.one("", wordsFor(refusal)).toPutRight(response));
        }
    }

    /** The words for a refusal, by its slug; one sentence serves all slugs without words of their own. */
    private String wordsFor(ServiceRefusal refusal) {
        try {
            return say("refusal." + refusal.slug());
        } catch (NoSuchMessageException none) {
            return say("refusal.other");
        }
    }
}
