package org.natter.web.forms;

import java.util.function.Supplier;
import org.natter.web.services.ServiceDown;
import org.natter.web.services.ServiceRefusal;

/** Counts what may be asked unless nothing came of it, for sure: a form that a service never had has used up nothing. */
public final class Counted {

    private Counted() {}

    /** What the asked service gives. Whatever it refuses, or surely has not taken, runs this and is thrown on. */
    public static <T> T orHandBack(Runnable handBack, Supplier<T> asking) {
        try {
            return unlessItNeverArrived(handBack, asking);
        } catch (ServiceRefusal refused) {
            if (!refused.isAfterSilence()) {
                handBack.run();
            }
            throw refused;
        }
    }

    /** The same where a refusal counts, since it tells something: what the service surely has not taken alone runs this. */
    public static <T> T unlessItNeverArrived(Runnable handBack, Supplier<T> asking) {
        try {
            return asking.get();
        } catch (ServiceDown down) {
            if (down.isCertain()) {
                handBack.run();
            }
            throw down;
        }
    }
}
