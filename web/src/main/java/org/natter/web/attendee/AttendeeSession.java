package org.natter.web.attendee;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.natter.web.account.DoorPass;
import org.natter.web.forms.SubmittedForm;
import org.natter.web.services.AnswerPass;
import org.natter.web.services.AttendanceId;
import org.natter.web.services.EventId;
import org.natter.web.services.FeedbackApi.LinkKind;
import org.natter.web.services.FormId;
import org.natter.web.services.LinkToken;
import org.natter.web.services.PersonId;

/**
 * What this browser's session knows about an attendee, as plain words alone. Reading never opens a session; opening one
 * takes a new session id. What the two kinds of link open is kept apart.
 */
public final class AttendeeSession {

    private static final String PERSON = "natter.attendee.person";
    private static final String BOOKING = "natter.booking.link";
    private static final String PASS = "pass";
    private static final String LINK = "link";
    private static final String LAST_FORM = "natter.booking.last-form";

    private final HttpServletRequest request;

    public AttendeeSession(HttpServletRequest request) {
        this.request = request;
    }

    /** Who is signed in. */
    public Optional<PersonId> person() {
        return word(PERSON).map(PersonId::new);
    }

    void signIn(PersonId person) {
        open().setAttribute(PERSON, person.value());
    }

    /** Whoever comes next in this browser sees nothing of what was opened in it. */
    public void signOut() {
        var session = request.getSession(false);
        if (session != null) {
            Collections.list(session.getAttributeNames()).stream()
                    .filter(name -> name.equals(PERSON)
                            || name.startsWith(BOOKING)
                            || Stream.of(LinkKind.values()).anyMatch(kind -> name.startsWith(key(kind, ""))))
                    .forEach(session::removeAttribute);
        }
    }

    Optional<LinkToken> bookingLink() {
        return word(BOOKING).map(LinkToken::new);
    }

    /**
     * The link of the booking that a form is about: the one it brought along, else the one by which this browser opened the
     * booking it names. It is the last opened from then on. Empty for a form that names nothing, or nothing opened here.
     */
    Optional<LinkToken> bookingLink(SubmittedForm form) {
        var named = form.id("attendance", AttendanceId::new);
        var link =
                form.token().or(() -> named.flatMap(about -> word(opened(about)).map(LinkToken::new)));
        link.filter(one -> !bookingLink().equals(Optional.of(one)))
                .ifPresent(one -> open().setAttribute(BOOKING, one.value()));
        link.ifPresent(one -> named.filter(about -> word(opened(about)).isEmpty())
                .ifPresent(about -> request.getSession().setAttribute(opened(about), one.value())));
        return link;
    }

    private static String opened(AttendanceId attendance) {
        return BOOKING + "." + attendance;
    }

    /** Whether this very form has been pressed before; remembers it. */
    boolean pressedBefore(FormId form) {
        var before = word(LAST_FORM).equals(Optional.of(form.value()));
        request.getSession().setAttribute(LAST_FORM, form.value());
        return before;
    }

    /** The answer that is open in this browser. */
    public Optional<AnswerPass> pass(LinkKind kind) {
        return word(key(kind, PASS)).map(kept -> {
            var parts = kept.split(" ");
            return new AnswerPass(new AttendanceId(parts[0]), new EventId(parts[1]), Integer.parseInt(parts[2]));
        });
    }

    /** The link by which it was opened. */
    public Optional<LinkToken> link(LinkKind kind) {
        return word(key(kind, LINK)).map(LinkToken::new);
    }

    /** Whether this browser has opened the answer of this attendance: the last, or one that was not sent yet. */
    public boolean hasOpened(LinkKind kind, AttendanceId attendance) {
        return word(key(kind, PASS, attendance)).isPresent()
                || pass(kind)
                        .filter(last -> last.attendance().equals(attendance))
                        .isPresent();
    }

    /**
     * Turns to the answer that a form names, whichever this browser opened since: it is the last opened from then on. A form
     * that names none, or one that is not open here, is about nothing.
     */
    public Optional<AnswerPass> pass(LinkKind kind, SubmittedForm form) {
        var named = form.id("attendance", AttendanceId::new).filter(about -> hasOpened(kind, about));
        named.filter(about -> word(key(kind, PASS, about)).isPresent()).ifPresent(about -> {
            var session = request.getSession();
            word(key(kind, PASS, about)).ifPresent(words -> session.setAttribute(key(kind, PASS), words));
            word(key(kind, LINK, about))
                    .ifPresentOrElse(
                            words -> session.setAttribute(key(kind, LINK), words),
                            () -> session.removeAttribute(key(kind, LINK)));
        });
        return named.flatMap(about -> pass(kind));
    }

    /** Opens an answer; the same one again changes nothing. */
    public void answer(LinkKind kind, AnswerPass pass, LinkToken link) {
        if (pass(kind).equals(Optional.of(pass))) {
            return;
        }
        var session = open();
        for (var key : List.of(key(kind, PASS), key(kind, PASS, pass.attendance()))) {
            session.setAttribute(key, pass.attendance() + " " + pass.event() + " " + pass.generation());
        }
        session.setAttribute(key(kind, LINK), link.value());
        session.setAttribute(key(kind, LINK, pass.attendance()), link.value());
    }

    /** Opens one's own answer for whoever is signed in, without a link. */
    void answerAsOwner(AnswerPass pass) {
        remove(List.of(key(LinkKind.FEEDBACK, LINK), key(LinkKind.FEEDBACK, LINK, pass.attendance())));
        for (var key : List.of(key(LinkKind.FEEDBACK, PASS), key(LinkKind.FEEDBACK, PASS, pass.attendance()))) {
            request.getSession().setAttribute(key, pass.attendance() + " " + pass.event() + " " + pass.generation());
        }
    }

    /** This answer was sent: it stays open while it is the last, and no longer, since its attendance is no secret. */
    public void sent(LinkKind kind, AttendanceId attendance) {
        remove(List.of(key(kind, PASS, attendance), key(kind, LINK, attendance)));
    }

    /** Closes this answer. */
    public void forget(LinkKind kind, AttendanceId attendance) {
        sent(kind, attendance);
        if (pass(kind).filter(last -> last.attendance().equals(attendance)).isPresent()) {
            remove(List.of(key(kind, PASS), key(kind, LINK)));
        }
    }

    private static String key(LinkKind kind, String word) {
        return "natter." + kind + "." + word;
    }

    private static String key(LinkKind kind, String word, AttendanceId attendance) {
        return key(kind, word) + "." + attendance;
    }

    private void remove(List<String> words) {
        var session = request.getSession(false);
        if (session != null) {
            words.forEach(session::removeAttribute);
        }
    }

    private HttpSession open() {
        var session = request.getSession(false);
        if (session == null) {
            return request.getSession();
        }
        if (session.getAttribute(DoorPass.IN_SESSION) != null) {
            session.invalidate(); // a phone at the door goes from hand to hand: what is somebody's own ends it
            return request.getSession();
        }
        request.changeSessionId();
        return request.getSession();
    }

    private Optional<String> word(String name) {
        var session = request.getSession(false);
        @Nullable Object word = session == null ? null : session.getAttribute(name);
        return word instanceof String text ? Optional.of(text) : Optional.empty();
    }
}
