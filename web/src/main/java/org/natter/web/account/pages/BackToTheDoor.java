package org.natter.web.account.pages;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.natter.web.forms.SubmittedForm;
import org.natter.web.forms.TypedWords;
import org.natter.web.services.EventId;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * An organiser who was at the door of an event when their session ended, and is led back there once they have signed in. The
 * event's id stands in the pages of signing in and leads nowhere but to its door.
 */
public final class BackToTheDoor {

    /** Where a press of somebody signed out is answered, without changing anything. */
    public static final String PRESSED = "/account/sign-in/door";

    /** Where a press at a door that was lent and has closed since is answered, without changing anything. */
    public static final String PRESSED_TOO_LATE = "/door/too-late";

    static final String FIELD = "door";

    private static final List<PathPattern> DOOR = Stream.of("check-in/**", "walk-in")
            .map(page -> PathPatternParser.defaultInstance.parse("/organise/events/{event}/" + page))
            .toList();

    private static final String IN_SESSION = "natter.back-to-door";

    private BackToTheDoor() {}

    /** The event whose door is asked for. */
    public static Optional<EventId> askedFor(HttpServletRequest request) {
        return in(request.getRequestURI(), request);
    }

    /** The event at whose door the press was made that is answered here. */
    static Optional<EventId> forwardedFrom(HttpServletRequest request) {
        return Optional.ofNullable(request.getAttribute(RequestDispatcher.FORWARD_REQUEST_URI))
                .flatMap(address -> in(address.toString(), request));
    }

    private static Optional<EventId> in(String address, HttpServletRequest request) {
        var path = address.substring(request.getContextPath().length());
        return DOOR.stream()
                .flatMap(door -> Stream.ofNullable(door.matchAndExtract(PathContainer.parsePath(path))))
                .findFirst()
                .flatMap(found -> read(found.getUriVariables().getOrDefault("event", "")));
    }

    /** As the address of the sign-in page says it. */
    public static String asQuery(EventId event) {
        return "?" + FIELD + "=" + event;
    }

    /** As a form of signing in says it. */
    static Optional<EventId> saidBy(SubmittedForm form) {
        return form.id(FIELD, EventId::new);
    }

    /** Keeps it while the code is on its way. */
    static void keep(Optional<EventId> event, HttpServletRequest request) {
        event.ifPresent(door -> request.getSession().setAttribute(IN_SESSION, door.value()));
    }

    /** Whom a press at the door was about, as its page or whoever typed it calls them; empty if it does not say. */
    static String whom(SubmittedForm press) {
        return press.words("who").isEmpty() ? press.words("name") : press.words("who");
    }

    /** What was typed about somebody who is not on the list; of any other press there is nothing to give back. */
    static List<String> typed(SubmittedForm press, HttpServletRequest request) {
        return press.words("name").isEmpty() ? List.of() : TypedWords.of(request);
    }

    /** What was kept; nothing of it outlives the session that is begun for whoever has signed in. */
    static Optional<EventId> kept(HttpServletRequest request) {
        return Optional.ofNullable(request.getSession(false))
                .map(session -> session.getAttribute(IN_SESSION))
                .flatMap(kept -> read(kept.toString()));
    }

    /** Where somebody goes who has signed in. */
    static String orHome(Optional<EventId> event) {
        return "redirect:"
                + event.map(door -> "/organise/events/" + door + "/check-in").orElse("/organise");
    }

    private static Optional<EventId> read(String id) {
        try {
            return Optional.of(new EventId(id));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }
}
