package org.natter.web.services;

import java.util.List;

/** A service understood the call and said no; {@link #slug()} names why, and the page finds the words. */
public final class ServiceRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Backend service;
    private final int status;
    private final String slug;
    private final transient List<FieldError> errors;
    private final boolean afterSilence;

    private ServiceRefusal(Backend service, int status, String slug, List<FieldError> errors, boolean afterSilence) {
        super(service.audience() + " refused: " + status + " " + slug);
        this.service = service;
        this.status = status;
        this.slug = slug;
        this.errors = List.copyOf(errors);
        this.afterSilence = afterSilence;
    }

    static ServiceRefusal of(Backend service, int status, String slug, List<FieldError> errors) {
        return new ServiceRefusal(service, status, slug, errors, false);
    }

    /** The same no, to what had been asked before and not been answered. */
    ServiceRefusal afterSilence() {
        return new ServiceRefusal(service, status, slug, errors, true);
    }

    /** Whether the same was asked before and not answered, so that something may have come of that. */
    public boolean isAfterSilence() {
        return afterSilence;
    }

    /** Which service said no. */
    public Backend service() {
        return service;
    }

    /** The HTTP status, 400 to 499. */
    public int status() {
        return status;
    }

    /** The last word of the problem's type, such as {@code booking-closed}; empty if it gave none. */
    public String slug() {
        return slug;
    }

    /** What is wrong with single fields, in the service's order; may be empty. */
    public List<FieldError> errors() {
        return errors;
    }

    /** Whether there is no such thing, or no more, or not for this caller: pages do not tell these apart. */
    public boolean isAbsent() {
        return status == 404 || status == 410 || status == 403;
    }

    /** Whether this is why, by the last word of the problem's type. */
    public boolean is(String problem) {
        return slug.equals(problem);
    }

    /** One field of what was sent and a sentence that says what to do. */
    public record FieldError(String field, String message) {}
}
