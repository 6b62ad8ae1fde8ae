package org.natter.web.forms;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.natter.web.services.Backend;
import org.natter.web.services.ServiceDown;
import org.natter.web.services.ServiceRefusal;
import org.springframework.http.HttpStatus;

/**
 * Why a form is shown again with everything still in its boxes: fields to put right, or a service that sleeps.
 *
 * @param working the service may have taken the form and be at it still; sending it again asks how it ended
 */
public record FormState(FormErrors errors, @Nullable Backend asleep, boolean working) {

    /** Shown for the first time. */
    public static final FormState FRESH = new FormState(FormErrors.none(), null, false);

    /** 422: something is to be put right. */
    public static FormState toPutRight(FormErrors errors, HttpServletResponse response) {
        return new FormState(errors.toPutRight(response), null, false);
    }

    /** 409: filled from what has been changed elsewhere since. */
    public static FormState older(HttpServletResponse response) {
        response.setStatus(HttpStatus.CONFLICT.value());
        return FRESH;
    }

    /** 503: worth another try in a minute. */
    public static FormState unsent(ServiceDown down, HttpServletResponse response) {
        TryLater.say(response);
        return new FormState(FormErrors.none(), down.service(), down.isUnknown());
    }

    /**
     * Sends a form. What a service says about single fields, or its silence, brings the form back; another refusal is thrown.
     *
     * @param fields the form's field for a service's field or the first word of one, where they differ
     */
    public static String send(
            HttpServletResponse response,
            Map<String, String> fields,
            Supplier<String> sending,
            Function<FormState, String> again) {
        try {
            return sending.get();
        } catch (ServiceDown down) {
            return again.apply(unsent(down, response));
        } catch (ServiceRefusal refusal) {
            if (refusal.errors().isEmpty()) {
                throw refusal;
            }
            return again.apply(toPutRight(inForm(refusal, fields), response));
        }
    }

    private static FormErrors inForm(ServiceRefusal refusal, Map<String, String> fields) {
        return new FormErrors(FormErrors.of(refusal).all().stream()
                .map(error -> new FormErrors.Item(nameInForm(error.field(), fields), error.words()))
                .distinct()
                .toList());
    }

    private static String nameInForm(String field, Map<String, String> fields) {
        return fields.getOrDefault(field, fields.getOrDefault(field.split("[.\\[]", 2)[0], field));
    }
}
