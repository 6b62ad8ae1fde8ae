package org.natter.web.attendee;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
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
    private static final String USED = "natter.attendee.used-links";
    private static final int LATEST_LINKS = 8;
    private static final String BOOKING = "natter.booking.link";
    private static final String PASS = "pass";
    private static final String LINK = "link";
    private static final String MARK = "mark";
    private static final String LAST_FORM = "natter.booking.last-form";

    private final HttpServletRequest request;

    public AttendeeSession(HttpServletRequest request) {
        this.request = request;
    }

    /** Who is signed in. */
    public Optional<PersonId> person() {
        return word(PERSON).map(PersonId::new);
    }

    /** By this link, which opens nothing any more. */
    void signIn(PersonId person, LinkToken link) {
        var session = open();
        session.setAttribute(PERSON, person.value());
        session.setAttribute(
                USED,
                Stream.concat(Stream.of(use(link, person)), usedLinks())
                        .distinct()
                        .limit(LATEST_LINKS)
                        .collect(Collectors.joining(" ")));
    }

    /** Whether this link is one of the latest by which somebody, whoever it was, has signed in here. */
    boolean hasUsed(LinkToken link) {
        return usedLinks().anyMatch(use -> use.startsWith(Mark.of(link) + "/"));
    }

    /** Whether it was whoever is signed in now. */
    boolean isSignedInBy(LinkToken link) {
        return person().filter(now -> usedLinks().anyMatch(use(link, now)::equals))
                .isPresent();
    }

    private Stream<String> usedLinks() {
        return word(USED).stream().flatMap(uses -> Stream.of(uses.split(" ")));
    }

    private static String use(LinkToken link, PersonId person) {
        return Mark.of(link) + "/" + person.value();
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
     * booking it names. Empty for a form that names nothing, or nothing opened here.
     */
    Optional<LinkToken> bookingLink(SubmittedForm form) {
        return form.token()
                .or(() -> Mark.of(form).flatMap(about -> word(opened(about)).map(LinkToken::new)));
    }

    /** Whether this browser has opened a booking by this link. */
    boolean hasOpened(LinkToken link) {
        return word(opened(Mark.of(link))).equals(Optional.of(link.value()));
    }

    /** Opens the booking behind a link that leads to one; it is the last opened from then on. */
    void openBooking(LinkToken link) {
        if (!bookingLink().equals(Optional.of(link))) {
            open().setAttribute(BOOKING, link.value());
        }
        if (!hasOpened(link)) {
            request.getSession().setAttribute(opened(Mark.of(link)), link.value());
        }
    }

    private static String opened(Mark about) {
        return BOOKING + "." + about;
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

    /** What each form about the answer that is open in this browser says it is about. */
    public Optional<Mark> mark(LinkKind kind) {
        return word(key(kind, MARK)).map(Mark::new);
    }

    /** The link by which it was opened. */
    public Optional<LinkToken> link(LinkKind kind) {
        return word(key(kind, LINK)).map(LinkToken::new);
    }

    /**
     * Whether this browser has opened the answer of this attendance: the last, or one that was not sent yet. For whoever has
     * shown a link of it, since an attendance is no secret.
     */
    public boolean hasOpened(LinkKind kind, AttendanceId attendance) {
        return names(key(kind, PASS)).anyMatch(name -> isOf(attendance, name));
    }

    /**
     * Turns to the answer that a form names, whichever this browser opened since: it is the last opened from then on. A form
     * that names none, or one that is not open here, is about nothing.
     */
    public Optional<AnswerPass> pass(LinkKind kind, SubmittedForm form) {
        var named = Mark.of(form);
        named.flatMap(about -> word(key(kind, PASS, about))).ifPresent(words -> {
            var session = request.getSession();
            session.setAttribute(key(kind, PASS), words);
            session.setAttribute(key(kind, MARK), named.get().value());
            word(key(kind, LINK, named.get()))
                    .ifPresentOrElse(
                            link -> session.setAttribute(key(kind, LINK), link),
                            () -> session.removeAttribute(key(kind, LINK)));
        });
        return named.filter(about -> mark(kind).equals(Optional.of(about))).flatMap(about -> pass(kind));
    }

    /** Opens an answer; the same one again changes nothing. */
    public void answer(LinkKind kind, AnswerPass pass, LinkToken link) {
        var mark = Mark.of(link);
        if (pass(kind).equals(Optional.of(pass)) && mark(kind).equals(Optional.of(mark))) {
            return;
        }
        keep(open(), kind, pass, mark);
        request.getSession().setAttribute(key(kind, LINK), link.value());
        request.getSession().setAttribute(key(kind, LINK, mark), link.value());
    }

    /** Opens one's own answer for whoever is signed in, without a link. */
    void answerAsOwner(PersonId person, AnswerPass pass) {
        remove(List.of(key(LinkKind.FEEDBACK, LINK)));
        keep(request.getSession(), LinkKind.FEEDBACK, pass, Mark.of(person, pass.attendance()));
    }

    private static void keep(HttpSession session, LinkKind kind, AnswerPass pass, Mark mark) {
        var words = pass.attendance() + " " + pass.event() + " " + pass.generation();
        session.setAttribute(key(kind, PASS), words);
        session.setAttribute(key(kind, PASS, mark), words);
        session.setAttribute(key(kind, MARK), mark.value());
    }

    /** This answer was sent: it stays open while it is the last, and no longer, for whoever comes next. */
    public void sent(LinkKind kind, AttendanceId attendance) {
        var opened = key(kind, PASS) + ".";
        remove(names(opened)
                .filter(name -> isOf(attendance, name))
                .map(name -> new Mark(name.substring(opened.length())))
                .flatMap(mark -> Stream.of(key(kind, PASS, mark), key(kind, LINK, mark)))
                .toList());
    }

    /** Closes this answer. */
    public void forget(LinkKind kind, AttendanceId attendance) {
        sent(kind, attendance);
        if (pass(kind).filter(last -> last.attendance().equals(attendance)).isPresent()) {
            remove(List.of(key(kind, PASS), key(kind, LINK), key(kind, MARK)));
        }
    }

    private boolean isOf(AttendanceId attendance, String name) {
        return word(name).filter(words -> words.startsWith(attendance + " ")).isPresent();
    }

    private Stream<String> names(String beginning) {
        var session = request.getSession(false);
        return session == null
                ? Stream.empty()
                : Collections.list(session.getAttributeNames()).stream().filter(name -> name.startsWith(beginning));
    }

    private static String key(LinkKind kind, String word) {
        return "natter." + kind + "." + word;
    }

    private static String key(LinkKind kind, String word, Mark about) {
        return key(kind, word) + "." + about;
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
