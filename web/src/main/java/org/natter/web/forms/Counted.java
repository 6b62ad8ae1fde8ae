package org.natter.web.forms;

import java.util.function.Supplier;
import org.natter.web.services.ServiceDown;
import org.natter.web.services.ServiceRefusal;

/** Counts what strangers may ask unless nothing came of it, for sure: a form that is refused has used up nothing. */
public final class Counted {

    private Counted() {}

    /** What the asked service gives. Whatever it refuses, or surely has not taken, runs this and is thrown on. */
    public static <T> T orHandBack(Runnable handBack, Supplier<T> asking) {
        try {
            return asking.get();
        } catch (ServiceRefusal refused) {
            if (!refused.isAfterSilence()) {
                handBack.run();
            }
            throw refused;
        } catch (ServiceDown down) {
            if (down.isCertain()) {
                handBack.run();
            }
            throw down;
        }
    }
}
