package org.natter.web.services;

/** A service did not answer in time, or that it cannot now, or what web cannot read; nothing is known about what was asked. */
public final class ServiceDown extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Backend service;
    private final boolean unknown;

    private ServiceDown(Backend service, String words, Throwable cause, boolean unknown) {
        super(service.audience() + words, cause);
        this.service = service;
        this.unknown = unknown;
    }

    private ServiceDown(Backend service, String what) {
        super(service.audience() + " answered " + what);
        this.service = service;
        this.unknown = false;
    }

    static ServiceDown because(Backend service, Throwable cause) {
        return new ServiceDown(service, " is out of reach", cause, false);
    }

    /** It was given a command and has not answered: it may be working on it still. */
    static ServiceDown unknown(Backend service, Throwable cause) {
        return new ServiceDown(service, " has not answered a command", cause, true);
    }

    static ServiceDown answering(Backend service, int status) {
        return new ServiceDown(service, String.valueOf(status));
    }

    /** Carries no cause: what cannot be read may be somebody's name. */
    static ServiceDown unreadable(Backend service) {
        return new ServiceDown(service, "what web cannot read");
    }

    /** Whether a command may have been taken all the same, so that nobody may say it was not. */
    public boolean isUnknown() {
        return unknown;
    }

    /** Which service it is. */
    public Backend service() {
        return service;
    }
}
