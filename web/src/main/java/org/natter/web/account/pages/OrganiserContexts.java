package org.natter.web.account.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.natter.web.account.DoorPass;
import org.natter.web.account.Doorkeeper;
import org.natter.web.account.Doors;
import org.natter.web.account.OpenSessions;
import org.natter.web.account.Organiser;
import org.natter.web.account.Organisers;
import org.natter.web.account.SignedIn;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.session.SessionRepository;
import org.springframework.stereotype.Component;

/**
 * Who is signed in, by the id in the session, or which door a phone has opened. The account, or the door link, is read again
 * for each request, so a removed one, a changed role, a new password or a link switched off counts at once; nothing of
 * Spring's is ever kept in a session.
 */
@Component
public class OrganiserContexts implements SecurityContextRepository, OpenSessions {

    static final String SIGNED_IN = "natter.organiser";
    static final String DOOR = DoorPass.IN_SESSION;

    private final Organisers organisers;
    private final Doors doors;
    private final SessionRepository<?> sessions;
    private final Clock clock;

    OrganiserContexts(Organisers organisers, Doors doors, SessionRepository<?> sessions, Clock clock) {
        this.organisers = organisers;
        this.doors = doors;
        this.sessions = sessions;
        this.clock = clock;
    }

    @Override
    @Deprecated
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        var context = SecurityContextHolder.createEmptyContext();
        organiser(holder.getRequest())
                .map(organiser -> authenticated(organiser, organiser.role().name()))
                .or(() -> openDoor(holder.getRequest()).map(pass -> authenticated(pass, "DOOR")))
                .ifPresent(context::setAuthentication);
        return context;
    }

    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
        // The session holds the id alone, and signing in puts it there.
    }

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return signedIn(request).isPresent() || door(request).isPresent();
    }

    @Override
    public Optional<Organiser> signedIn(String id) {
        var session = sessions.findById(id);
        return session == null
                ? Optional.empty()
                : Optional.ofNullable(session.<Object>getAttribute(SIGNED_IN))
                        .map(kept -> SignedIn.of(kept.toString()))
                        .flatMap(this::current);
    }

    /** Who is signed in, for a page that is asked for without a context. */
    public Optional<Organiser> organiser(HttpServletRequest request) {
        return signedIn(request).flatMap(this::current);
    }

    /** The door that this browser has opened by a link, however it stands by now. */
    public static Optional<DoorPass> door(HttpServletRequest request) {
        return kept(request, DOOR).map(DoorPass::of);
    }

    /** The account, unless it has had a new password since the session began. */
    private Optional<Organiser> current(SignedIn who) {
        return organisers.find(who.id()).filter(who::holds);
    }

    private Optional<DoorPass> openDoor(HttpServletRequest request) {
        return door(request)
                .filter(pass -> doors.of(pass, clock.instant())
                        .filter(Doors.Door::isOpen)
                        .isPresent());
    }

    private static Authentication authenticated(Doorkeeper who, String role) {
        var authorities = List.of(new SimpleGrantedAuthority("ROLE_" + role));
        return UsernamePasswordAuthenticationToken.authenticated(who, null, authorities);
    }

    private static Optional<SignedIn> signedIn(HttpServletRequest request) {
        return kept(request, SIGNED_IN).map(SignedIn::of);
    }

    private static Optional<String> kept(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getSession(false))
                .map(session -> session.getAttribute(name))
                .map(Object::toString);
    }
}
