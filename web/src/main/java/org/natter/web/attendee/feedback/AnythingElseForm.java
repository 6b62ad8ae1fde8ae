package org.natter.web.attendee.feedback;

import org.jspecify.annotations.Nullable;
import org.natter.web.forms.SubmittedForm;
import org.natter.web.services.FeedbackApi.Answer;
import org.natter.web.services.FeedbackApi.AnythingElse;
import org.natter.web.services.FeedbackApi.Came;
import org.natter.web.services.FeedbackApi.FamiliarFaces;
import org.natter.web.services.FormId;

/** Step 5 as it was typed; {@code privateWords} are absent if their box was not shown. Prints masked. */
record AnythingElseForm(
        AnythingElse chosen,
        String comment,
        FormId commentId,
        @Nullable String privateWords) {

    private static final AnythingElse NOTHING = new AnythingElse(FamiliarFaces.NOT_SAID, Came.NOT_SAID);

    static AnythingElseForm of(SubmittedForm form) {
        return new AnythingElseForm(
                new AnythingElse(
                        form.choice("familiarFaces", FamiliarFaces.NOT_SAID), form.choice("came", Came.NOT_SAID)),
                form.text("comment"),
                form.formId("commentId"),
                form.has("privateWords") ? form.text("privateWords") : null);
    }

    /** The words to the organisers are not shown again: they went apart from the answer. */
    static AnythingElseForm of(Answer saved, @Nullable String privateWords) {
        return new AnythingElseForm(
                new AnythingElse(saved.familiarFaces(), saved.came()), "", FormId.fresh(), privateWords);
    }

    boolean choseAnything() {
        return !chosen.equals(NOTHING);
    }

    @Override
    public String toString() {
        return "AnythingElseForm[masked]";
    }
}
