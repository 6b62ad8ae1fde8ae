package org.natter.web.account.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.natter.web.account.Organiser;
import org.natter.web.account.Organisers;
import org.natter.web.account.SignedIn;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/**
 * Who is signed in, by the id in the session. The account is read again for each request, so a removed one, a changed
 * role or a new password counts at once; nothing of Spring's is ever kept in a session.
 */
@Component
public class OrganiserContexts implements SecurityContextRepository {

    static final String SIGNED_IN = "natter.organiser";

    private final Organisers organisers;

    OrganiserContexts(Organisers organisers) {
        this.organisers = organisers;
    }

    @Override
    @Deprecated
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        var context = SecurityContextHolder.createEmptyContext();
        signedIn(holder.getRequest()).flatMap(this::current).ifPresent(organiser -> {
            var authorities = List.of(new SimpleGrantedAuthority("ROLE_" + organiser.role()));
            context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(organiser, null, authorities));
        });
        return context;
    }

    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
        // The session holds the id alone, and signing in puts it there.
    }

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return signedIn(request).isPresent();
    }

    /** The account, unless it has had a new password since the session began. */
    private Optional<Organiser> current(SignedIn who) {
        return organisers.find(who.id()).filter(who::holds);
    }

    private static Optional<SignedIn> signedIn(HttpServletRequest request) {
        return Optional.ofNullable(request.getSession(false))
                .map(session -> session.getAttribute(SIGNED_IN))
                .map(kept -> SignedIn.of(kept.toString()));
    }
}
