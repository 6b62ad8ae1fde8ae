package org.natter.web.attendee;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What this browser's session knows about an attendee, as plain words alone. Reading never opens a session; opening one
 * takes a new session id.
 */
public final class Visit {

    private static final String PERSON = "natter.attendee.person";
    private static final String NAME = "natter.attendee.name";
    private static final String BOOKING = "natter.booking.link";
    private static final String LAST_FORM = "natter.booking.last-form";
    private static final String MAILED = "natter.sign-in.email";

    /** The two kinds of link that lead to an answer keep apart. */
    public enum Talk {
        FEEDBACK("natter.feedback."),
        FOLLOW_UP("natter.follow-up.");

        private final String prefix;

        Talk(String prefix) {
            this.prefix = prefix;
        }
    }

    private final HttpServletRequest request;

    public Visit(HttpServletRequest request) {
        this.request = request;
    }

    /** Who is signed in. */
    public Optional<Bookings.SignedIn> person() {
        return word(PERSON)
                .map(id -> new Bookings.SignedIn(new PersonId(id), word(NAME).orElse("")));
    }

    void signIn(Bookings.SignedIn person) {
        var session = open();
        session.setAttribute(PERSON, person.person().value());
        session.setAttribute(NAME, person.name());
    }

    void signOut() {
        var session = request.getSession(false);
        if (session != null) {
            session.removeAttribute(PERSON);
            session.removeAttribute(NAME);
        }
    }

    Optional<Token> bookingLink() {
        return word(BOOKING).map(Token::new);
    }

    /** The link a form brought along, kept from now on; else the one this browser has opened before. */
    Optional<Token> bookingLink(Sent sent) {
        var brought = sent.token();
        if (brought.isPresent() && !bookingLink().equals(brought)) {
            open().setAttribute(BOOKING, brought.get().value());
        }
        return bookingLink();
    }

    /** Whether this very form has been pressed before; remembers it. */
    boolean pressedBefore(FormId form) {
        var before = word(LAST_FORM).equals(Optional.of(form.value()));
        request.getSession().setAttribute(LAST_FORM, form.value());
        return before;
    }

    Optional<String> mailedTo() {
        return word(MAILED);
    }

    void mailedTo(String email) {
        request.getSession().setAttribute(MAILED, email);
    }

    /** The answer that is open in this browser. */
    public Optional<AnswerPass> pass(Talk talk) {
        var attendance = word(talk.prefix + "attendance");
        var event = word(talk.prefix + "event");
        var generation = word(talk.prefix + "generation");
        return attendance.isPresent() && event.isPresent() && generation.isPresent()
                ? Optional.of(new AnswerPass(
                        new AttendanceId(attendance.get()),
                        new EventId(event.get()),
                        Integer.parseInt(generation.get())))
                : Optional.empty();
    }

    /** The link by which it was opened. */
    public Optional<Token> link(Talk talk) {
        return word(talk.prefix + "link").map(Token::new);
    }

    /** Opens an answer; the same one again changes nothing. */
    public void answer(Talk talk, AnswerPass pass, Token link) {
        if (pass(talk).equals(Optional.of(pass))) {
            return;
        }
        var session = open();
        session.setAttribute(talk.prefix + "attendance", pass.attendance().value());
        session.setAttribute(talk.prefix + "event", pass.event().value());
        session.setAttribute(talk.prefix + "generation", String.valueOf(pass.generation()));
        session.setAttribute(talk.prefix + "link", link.value());
    }

    /** Closes what was open. */
    public void forget(Talk talk) {
        var session = request.getSession(false);
        if (session != null) {
            for (var word : new String[] {"attendance", "event", "generation", "link"}) {
                session.removeAttribute(talk.prefix + word);
            }
        }
    }

    private HttpSession open() {
        var session = request.getSession(false);
        if (session == null) {
            return request.getSession();
        }
        request.changeSessionId();
        return request.getSession();
    }

    private Optional<String> word(String name) {
        HttpSession session = request.getSession(false);
        @Nullable Object word = session == null ? null : session.getAttribute(name);
        return word instanceof String text ? Optional.of(text) : Optional.empty();
    }
}
