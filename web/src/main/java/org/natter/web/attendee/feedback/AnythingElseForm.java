package org.natter.web.attendee.feedback;

import org.jspecify.annotations.Nullable;
import org.natter.web.forms.FilledFrom;
import org.natter.web.forms.SubmittedForm;
import org.natter.web.services.FeedbackApi.Answer;
import org.natter.web.services.FeedbackApi.AnythingElse;
import org.natter.web.services.FeedbackApi.Came;
import org.natter.web.services.FeedbackApi.FamiliarFaces;
import org.natter.web.services.FeedbackApi.FamiliarPeople;
import org.natter.web.services.FeedbackApi.KnownBefore;
import org.natter.web.services.FormId;

/**
 * Step 5 as it was typed; {@code privateWords} are absent if their box was not shown, and {@code filledFrom} says what was kept
 * when it was. Prints masked.
 */
record AnythingElseForm(
        AnythingElse chosen,
        KnownBefore knownBefore,
        String comment,
        FormId commentId,
        @Nullable String privateWords,
        String filledFrom) {

    private static final AnythingElse NOTHING = new AnythingElse(FamiliarFaces.NOT_SAID, Came.NOT_SAID);

    static AnythingElseForm of(SubmittedForm form) {
        return new AnythingElseForm(
                new AnythingElse(
                        form.choice("familiarFaces", FamiliarFaces.NOT_SAID), form.choice("came", Came.NOT_SAID)),
                form.choice("knownBefore", KnownBefore.NOT_SAID),
                form.text("comment"),
                form.formId("commentId"),
                form.has("privateWords") ? form.text("privateWords") : null,
                form.text("filledFrom"));
    }

    /** The words to the organisers are not shown again: they went apart from the answer. */
    static AnythingElseForm of(Answer saved, @Nullable String privateWords) {
        return new AnythingElseForm(
                new AnythingElse(saved.familiarFaces(), saved.came()),
                saved.knownBefore(),
                "",
                FormId.fresh(),
                privateWords,
                privateWords == null ? "" : FilledFrom.these(privateWords));
    }

    /** The same words, beside what is kept by now. */
    AnythingElseForm seeing(String kept) {
        return new AnythingElseForm(chosen, knownBefore, comment, commentId, privateWords, FilledFrom.these(kept));
    }

    /** How many there were known, beside the people of step 3 as they stand. */
    FamiliarPeople howMany(Answer saved) {
        return new FamiliarPeople(
                PeopleForm.familiar(PeopleForm.knownIn(saved), saved).met(), knownBefore);
    }

    /** Whether something stands where only its writer sees it. */
    boolean saysPrivately() {
        return privateWords != null && !privateWords.isBlank();
    }

    boolean choseAnything() {
        return !chosen.equals(NOTHING);
    }

    @Override
    public String toString() {
        return "AnythingElseForm[masked]";
    }
}
