package org.natter.web.attendee.feedback;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.natter.web.attendee.Answers.Answer;
import org.natter.web.attendee.FormId;
import org.natter.web.attendee.Phrases;
import org.natter.web.attendee.Sent;
import org.natter.web.forms.FormErrors;

/** Step 5 as it was typed; {@code privateWords} are absent if their box was not shown. Prints masked. */
record AnythingElseForm(
        String familiarFaces,
        String came,
        String comment,
        FormId commentId,
        @Nullable String privateWords,
        String go) {

    static final List<String> FAMILIAR =
            List.of("NEARLY_ALL", "MORE_THAN_HALF", "ABOUT_HALF", "LESS_THAN_HALF", "HARDLY_ANY");
    static final List<String> CAME = List.of("ALONE", "WITH_COLLEAGUES");

    private static final int LONGEST_WORDS = 1000;

    static AnythingElseForm of(Sent sent) {
        return new AnythingElseForm(
                sent.choice("familiarFaces", Set.copyOf(FAMILIAR), "NOT_SAID"),
                sent.choice("came", Set.copyOf(CAME), "NOT_SAID"),
                sent.text("comment"),
                FormId.of(sent.text("commentId")),
                sent.has("privateWords") ? sent.text("privateWords") : null,
                sent.text("go"));
    }

    /** The words to the organisers are not shown again: they went apart from the answer. */
    static AnythingElseForm of(Answer saved) {
        return new AnythingElseForm(saved.familiarFaces(), saved.came(), "", FormId.fresh(), null, "");
    }

    boolean choseAnything() {
        return !familiarFaces.equals("NOT_SAID") || !came.equals("NOT_SAID");
    }

    FormErrors problems(Phrases phrases) {
        var problems = FormErrors.none();
        if (comment.strip().length() > LONGEST_WORDS) {
            problems = problems.with("comment", phrases.say("feedback.words.long"));
        }
        return privateWords != null && privateWords.strip().length() > LONGEST_WORDS
                ? problems.with("privateWords", phrases.say("feedback.words.long"))
                : problems;
    }

    @Override
    public String toString() {
        return "AnythingElseForm[masked]";
    }
}
