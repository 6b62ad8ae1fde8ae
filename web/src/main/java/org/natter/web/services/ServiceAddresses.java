package org.natter.web.services;

import jakarta.validation.constraints.NotNull;
import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/** Where the three services answer, under {@code natter.services}. */
@Validated
@ConfigurationProperties("natter.services")
public record ServiceAddresses(
        @NotNull URI event, @NotNull URI attendee, @NotNull URI feedback) {

    /** Where one of them answers. */
    public URI of(Backend service) {
        return switch (service) {
            case EVENT -> event;
            case ATTENDEE -> attendee;
            case FEEDBACK -> feedback;
        };
    }
}
