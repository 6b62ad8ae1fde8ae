package org.natter.web.organiser;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** There is no such event in this organiser's regions. */
@ResponseStatus(HttpStatus.NOT_FOUND)
final class NoSuchEvent extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private NoSuchEvent(String message) {
        super(message);
    }

    static NoSuchEvent here() {
        return new NoSuchEvent("No such event");
    }
}
