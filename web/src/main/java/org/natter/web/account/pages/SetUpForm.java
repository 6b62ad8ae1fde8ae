package org.natter.web.account;

import java.time.DateTimeException;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** What the first owner types. Prints masked. */
public record SetUpForm(
        @Nullable String name,
        @Nullable String email,
        @Nullable String password,
        @Nullable String network,
        @Nullable String region,
        @Nullable String zone) {

    static SetUpForm empty() {
        return new SetUpForm("", "", "", "", "", "Europe/London");
    }

    boolean zoneExists() {
        try {
            return zone != null
                    && !zone.isBlank()
                    && ZoneId.of(zone.strip()).getId().contains("/");
        } catch (DateTimeException unknown) {
            return false;
        }
    }

    @Override
    public String toString() {
        return "SetUpForm[masked]";
    }
}
