package org.natter.web.attendee.feedback;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.natter.web.attendee.OutOfReach.Part;

/** What the two pages at the end show; {@link Recap} finds their words. */
final class SendingPages {

    private SendingPages() {}

    /** All of it once more before it is sent. */
    record Check(Head head, List<Line> lines, @Nullable Part part) {}

    /** One line of the check: what was asked, what was said and the step where it can be changed. */
    record Line(String asked, List<String> said, int step) {}

    /** The thank-you with what is the writer's own to know. */
    record Thanks(String greeting, List<String> recap, String evidence) {}
}
