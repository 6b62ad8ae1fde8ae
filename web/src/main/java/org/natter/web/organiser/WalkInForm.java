package org.natter.web.organiser;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.natter.web.forms.FormErrors;
import org.natter.web.services.AttendeeApi.WalkIn;
import org.natter.web.services.FormId;
import org.natter.web.services.Sector;
import org.springframework.context.MessageSource;

/**
 * What a helper types about somebody who is not on the list. Prints masked.
 *
 * @param overLimit there once the helper has seen that the room is full; the next press lets them in all the same
 */
record WalkInForm(
        @Nullable String id,
        @Nullable String name,
        @Nullable String email,
        @Nullable Sector sector,
        @Nullable String newcomer,
        @Nullable String listed,
        @Nullable String overLimit) {

    static WalkInForm empty() {
        return new WalkInForm(FormId.fresh().value(), "", "", null, null, null, null);
    }

    FormErrors problems(MessageSource words) {
        var errors = FormErrors.none();
        if (name == null || name.isBlank()) {
            errors = errors.with("name", words.getMessage("walk-in.name.missing", null, Locale.UK));
        }
        return sector != null
                ? errors
                : errors.with("sector", words.getMessage("walk-in.sector.missing", null, Locale.UK));
    }

    WalkIn toWalkIn() {
        return new WalkIn(
                FormId.of(id == null ? "" : id),
                name == null ? "" : name.strip(),
                email == null || email.isBlank() ? null : email.strip(),
                sector,
                newcomer != null,
                listed != null,
                overLimit != null);
    }

    @Override
    public String toString() {
        return "WalkInForm[masked]";
    }
}
