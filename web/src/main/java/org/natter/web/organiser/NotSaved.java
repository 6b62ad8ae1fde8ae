package org.natter.web.organiser;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.natter.web.forms.FormErrors;
import org.natter.web.services.ServiceDown;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;

/** A form whose service is down comes back with what was typed, and says so above it: 503, worth another try. */
final class NotSaved {

    private static final String RETRY_SECONDS = "30";

    private NotSaved() {}

    static FormErrors because(ServiceDown down, HttpServletResponse response, MessageSource words) {
        response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
        response.setHeader("Retry-After", RETRY_SECONDS);
        return FormErrors.one("", words.getMessage(down.service().downMessage(), null, Locale.UK));
    }
}
