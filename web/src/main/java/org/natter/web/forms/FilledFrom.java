package org.natter.web.forms;

import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.natter.ids.Sha256;
import org.natter.web.services.ServiceRefusal;

/**
 * What a form was filled from, as a word that tells nothing of it. A form says it in its field {@code filledFrom}: one from
 * before a change made elsewhere is about an older state, and would put that back unseen.
 */
public final class FilledFrom {

    private static final String FIELD = "filledFrom";
    private static final int LENGTH = 32;
    private static final String CHANGED_MEANWHILE = "changed-meanwhile";

    private FilledFrom() {}

    /** The word for these, in this order; line ends count alike however they were sent. */
    public static String these(@Nullable Object... parts) {
        return Sha256.hex(Arrays.stream(parts)
                        .map(part -> Objects.toString(part, "").replace("\r\n", "\n"))
                        .map(part -> part.length() + ":" + part)
                        .collect(Collectors.joining()))
                .substring(0, LENGTH);
    }

    /** What this form says it was filled from; empty if it says nothing. */
    public static String of(SubmittedForm form) {
        return form.text(FIELD);
    }

    /** Whether the form was filled from something else than what is there now, and does not say what is there either. */
    public static boolean isOlder(SubmittedForm form, String now, String said) {
        return !of(form).equals(now) && !said.equals(now);
    }

    /** Whether a service takes it, which compares once more in the moment of writing: two forms may be sent at once. */
    public static boolean isKept(Runnable keeping) {
        try {
            keeping.run();
            return true;
        } catch (ServiceRefusal refusal) {
            if (refusal.is(CHANGED_MEANWHILE)) {
                return false;
            }
            throw refusal;
        }
    }
}
