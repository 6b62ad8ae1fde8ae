package org.natter.web.forms;

import jakarta.servlet.ServletRequest;

/** Whether the sender of a request has shown that they belong here: a session for it is not counted among strangers'. */
public final class Stranger {

    private static final String NONE = "natter.no-stranger";

    private Stranger() {}

    /** From here on this request may open a session whatever strangers have used up. */
    public static void isNone(ServletRequest request) {
        request.setAttribute(NONE, true);
    }

    /** Whether nothing has shown yet that they belong here. */
    public static boolean sent(ServletRequest request) {
        return request.getAttribute(NONE) == null;
    }
}
