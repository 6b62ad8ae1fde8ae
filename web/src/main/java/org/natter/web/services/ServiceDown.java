package org.natter.web.services;

/** A service did not answer in time, or that it cannot now, or what web cannot read; nothing is known about what was asked. */
public final class ServiceDown extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Backend service;

    private ServiceDown(Backend service, Throwable cause) {
        super(service.audience() + " is out of reach", cause);
        this.service = service;
    }

    private ServiceDown(Backend service, String what) {
        super(service.audience() + " answered " + what);
        this.service = service;
    }

    static ServiceDown because(Backend service, Throwable cause) {
        return new ServiceDown(service, cause);
    }

    static ServiceDown answering(Backend service, int status) {
        return new ServiceDown(service, String.valueOf(status));
    }

    /** Carries no cause: what cannot be read may be somebody's name. */
    static ServiceDown unreadable(Backend service) {
        return new ServiceDown(service, "what web cannot read");
    }

    /** Which service it is. */
    public Backend service() {
        return service;
    }
}
