package org.natter.web.services;

import org.jspecify.annotations.Nullable;

/** A service did not answer in time, or that it cannot now, or what web cannot read; nothing is known about what was asked. */
public final class ServiceDown extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Backend service;
    private final boolean unknown;
    private final boolean certain;

    private ServiceDown(Backend service, String words, @Nullable Throwable cause, boolean unknown, boolean certain) {
        super(service.audience() + words, cause);
        this.service = service;
        this.unknown = unknown;
        this.certain = certain;
    }

    static ServiceDown because(Backend service, Throwable cause) {
        return new ServiceDown(service, " is out of reach", cause, false, true);
    }

    /** It was given a command and has not answered: it may be working on it still. */
    static ServiceDown unknown(Backend service, Throwable cause) {
        return new ServiceDown(service, " has not answered a command", cause, true, false);
    }

    /** @param certain whether it says so before it looks at anything, so that nothing has come of what was asked */
    static ServiceDown answering(Backend service, int status, boolean certain) {
        return new ServiceDown(service, " answered " + status, null, false, certain);
    }

    /** Carries no cause: what cannot be read may be somebody's name. */
    static ServiceDown unreadable(Backend service) {
        return new ServiceDown(service, " answered what web cannot read", null, false, false);
    }

    /** Whether a command may have been taken all the same, so that nobody may say it was not. */
    public boolean isUnknown() {
        return unknown;
    }

    /** Whether nothing has come of what was asked, for sure; a fault while it was being done leaves that open. */
    public boolean isCertain() {
        return certain;
    }

    /** Which service it is. */
    public Backend service() {
        return service;
    }
}
