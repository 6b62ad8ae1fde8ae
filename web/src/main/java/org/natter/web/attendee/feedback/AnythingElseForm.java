package org.natter.web.attendee.feedback;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.natter.web.forms.FilledFrom;
import org.natter.web.forms.OwnQuestionBox;
import org.natter.web.forms.SaidInVain;
import org.natter.web.forms.SubmittedForm;
import org.natter.web.services.FeedbackApi.Answer;
import org.natter.web.services.FeedbackApi.AnythingElse;
import org.natter.web.services.FeedbackApi.Came;
import org.natter.web.services.FeedbackApi.FamiliarFaces;
import org.natter.web.services.FeedbackApi.FamiliarPeople;
import org.natter.web.services.FeedbackApi.KnownBefore;
import org.natter.web.services.FeedbackApi.SaidTo;
import org.natter.web.services.FormId;

/**
 * Step 5 as it was typed; {@code privateWords} are absent if their box was not shown, and {@code filledFrom} says what was kept
 * when it was. Prints masked.
 *
 * @param gone what was typed to questions that are not asked any more
 */
record AnythingElseForm(
        AnythingElse chosen,
        KnownBefore knownBefore,
        String comment,
        FormId commentId,
        @Nullable String privateWords,
        String filledFrom,
        List<OwnQuestionBox> own,
        List<SaidInVain> gone) {

    private static final AnythingElse NOTHING = new AnythingElse(FamiliarFaces.NOT_SAID, Came.NOT_SAID);

    static AnythingElseForm of(SubmittedForm form) {
        var own = OwnQuestionBox.of(form);
        return new AnythingElseForm(
                new AnythingElse(
                        form.choice("familiarFaces", FamiliarFaces.NOT_SAID),
                        form.choice("came", Came.NOT_SAID),
                        own.stream().flatMap(box -> box.chosen().stream()).toList()),
                form.choice("knownBefore", KnownBefore.NOT_SAID),
                form.text("comment"),
                form.formId("commentId"),
                form.has("privateWords") ? form.text("privateWords") : null,
                form.text("filledFrom"),
                own,
                SaidInVain.of(form));
    }

    /** The words to the organisers are not shown again: they went apart from the answer. */
    static AnythingElseForm of(Answer saved, @Nullable String privateWords) {
        var own = saved.own().stream().map(OwnQuestionBox::of).toList();
        return new AnythingElseForm(
                new AnythingElse(
                        saved.familiarFaces(),
                        saved.came(),
                        own.stream().flatMap(box -> box.chosen().stream()).toList()),
                saved.knownBefore(),
                "",
                FormId.fresh(),
                privateWords,
                privateWords == null ? "" : FilledFrom.these(privateWords),
                own,
                List.of());
    }

    /** The same words, beside what is kept by now. */
    AnythingElseForm seeing(String kept) {
        return new AnythingElseForm(
                chosen, knownBefore, comment, commentId, privateWords, FilledFrom.these(kept), own, gone);
    }

    /** The same, with the organisers' own questions as they are asked now, and what was typed to those that are not. */
    AnythingElseForm beside(Answer saved) {
        var typed =
                own.stream().collect(Collectors.toMap(OwnQuestionBox::name, Function.identity(), (one, same) -> one));
        var asked = saved.own().stream()
                .map(now -> Optional.ofNullable(typed.get(now.question().value()))
                        .map(box -> box.askedAs(now))
                        .orElseGet(() -> OwnQuestionBox.of(now)))
                .toList();
        var still = asked.stream().map(OwnQuestionBox::name).collect(Collectors.toSet());
        var inVain = Stream.concat(
                        gone.stream(),
                        own.stream().filter(box -> !still.contains(box.name())).map(SaidInVain::of))
                .toList();
        return new AnythingElseForm(chosen, knownBefore, comment, commentId, privateWords, filledFrom, asked, inVain);
    }

    /** The few words typed to the organisers' own questions. */
    List<SaidTo> said() {
        return own.stream().flatMap(box -> box.saidTo().stream()).toList();
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
