package org.natter.web.services;

/** A service did not answer within two seconds, or answered that it cannot now; nothing is known about what was asked. */
public final class ServiceDown extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final NatterService service;

    private ServiceDown(NatterService service, Throwable cause) {
        super(service.audience() + " is out of reach", cause);
        this.service = service;
    }

    private ServiceDown(NatterService service, int status) {
        super(service.audience() + " answered " + status);
        this.service = service;
    }

    static ServiceDown because(NatterService service, Throwable cause) {
        return new ServiceDown(service, cause);
    }

    static ServiceDown answering(NatterService service, int status) {
        return new ServiceDown(service, status);
    }

    /** Which service it is. */
    public NatterService service() {
        return service;
    }
}
