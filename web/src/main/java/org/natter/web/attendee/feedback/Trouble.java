package org.natter.web.attendee.feedback;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.natter.web.attendee.Answering;
import org.natter.web.attendee.OutOfReach;
import org.natter.web.attendee.OutOfReach.Part;
import org.natter.web.forms.FormErrors;

/** What went wrong with the last press: problems of fields, or a service that sleeps. The answer's status goes with it. */
record Trouble(FormErrors problems, @Nullable Part part) {

    static final Trouble NONE = new Trouble(FormErrors.none(), null);

    static Trouble in(FormErrors problems, HttpServletResponse response) {
        Answering.putRight(response);
        return new Trouble(problems, null);
    }

    /** These pages save to two services alone, so whatever else sleeps is told as the feedback service. */
    static Trouble asleep(OutOfReach asleep, HttpServletResponse response) {
        Answering.later(response);
        return new Trouble(FormErrors.none(), asleep.part() == Part.EVENTS ? Part.FEEDBACK : asleep.part());
    }
}
