package org.natter.web.services;

/** A service did not answer in time, or answered that it cannot now; nothing is known about what was asked. */
public final class ServiceDown extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Backend service;

    private ServiceDown(Backend service, Throwable cause) {
        super(service.audience() + " is out of reach", cause);
        this.service = service;
    }

    private ServiceDown(Backend service, int status) {
        super(service.audience() + " answered " + status);
        this.service = service;
    }

    static ServiceDown because(Backend service, Throwable cause) {
        return new ServiceDown(service, cause);
    }

    static ServiceDown answering(Backend service, int status) {
        return new ServiceDown(service, status);
    }

    static ServiceDown sayingNothing(Backend service) {
        return new ServiceDown(service, 200);
    }

    /** Which service it is. */
    public Backend service() {
        return service;
    }
}
