package org.natter.web.organiser;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.natter.web.account.EmailAddress;
import org.natter.web.forms.FormAnswers;
import org.natter.web.forms.FormErrors;
import org.natter.web.forms.SubmittedForm;
import org.natter.web.services.DoorApi.WalkIn;
import org.natter.web.services.FormId;
import org.natter.web.services.Sector;

/**
 * What a helper types about somebody who is not on the list. Prints masked.
 *
 * @param overLimit the helper has seen that the room is full; this press lets them in all the same
 * @param another the name of which the helper has seen who else goes by it, and says that it is somebody else; else empty
 */
record WalkInForm(
        FormId id,
        String name,
        String email,
        @Nullable Sector sector,
        boolean newcomer,
        boolean listed,
        boolean overLimit,
        String another) {

    /** A form about somebody nobody on the list is called like. */
    static WalkInForm called(String name) {
        return new WalkInForm(FormId.fresh(), name, "", null, false, false, false, "");
    }

    static WalkInForm of(SubmittedForm form) {
        return new WalkInForm(
                form.formId("id"),
                form.words("name"),
                form.words("email"),
                form.choice("sector", Sector.class),
                form.isTicked("newcomer"),
                form.isTicked("listed"),
                form.isTicked("overLimit"),
                form.words("another"));
    }

    /** Whether this name was said to be somebody else's; another that is typed since is asked about anew. */
    boolean isAnother() {
        return PlainName.isSame(name, another);
    }

    /** Where they are reached, if they said. */
    Optional<EmailAddress> address() {
        return email.isBlank() ? Optional.empty() : Optional.of(new EmailAddress(email));
    }

    FormErrors problems(FormAnswers answers) {
        var errors = FormErrors.none();
        if (name.isEmpty()) {
            errors = errors.with("name", answers.say("walk-in.name.missing"));
        }
        return sector != null ? errors : errors.with("sector", answers.say("walk-in.sector.missing"));
    }

    WalkIn toWalkIn() {
        var words = id.with(name, email, sector == null ? "" : sector.name());
        return new WalkIn(words, name, email.isEmpty() ? null : email, sector, newcomer, listed, overLimit);
    }

    @Override
    public String toString() {
        return "WalkInForm[masked]";
    }
}
