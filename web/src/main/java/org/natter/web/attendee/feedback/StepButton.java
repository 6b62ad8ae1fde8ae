package org.natter.web.attendee.feedback;

import org.natter.web.forms.SubmittedForm;

/** What the button that was pressed asks for, after saving. */
enum StepButton {
    CONTINUE,
    /** "Add another": the same page once more. */
    ANOTHER,
    /** "Send what I've done so far". */
    SEND,
    /** "I'd rather not say": what was said here before is taken back, and that is fine. */
    SKIP,
    /** "Change something", of an answer that was sent. */
    CHANGE;

    static StepButton of(SubmittedForm form) {
        return form.choice("go", CONTINUE);
    }
}
