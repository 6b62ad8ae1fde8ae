package org.natter.web.account;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.natter.ids.Sha256;
import org.natter.web.account.AddingOrganisers.Objection;
import org.natter.web.account.PasswordLinks.PasswordLink;

/**
 * New passwords: by the old one, or by a mailed link for whoever has forgotten it. Each begins a new generation of the
 * account, so every session of it ends, and every other link.
 */
public final class ChangingPasswords {

    /** How long a link works. */
    public static final Duration LINK_LIFE = Duration.ofMinutes(30);

    private final AccountPorts ports;
    private final PasswordLinks links;

    public ChangingPasswords(AccountPorts ports, PasswordLinks links) {
        this.ports = ports;
        this.links = links;
    }

    /** Mails a link if this is an organiser's address. @throws CodeCarrier.NotSent if the mail server would not take it */
    public void mailLink(EmailAddress email, Instant now) {
        ports.organisers().withEmail(email).ifPresent(organiser -> {
            var token = SessionKeys.fresh();
            links.keep(new PasswordLink(hash(token), SignedIn.as(organiser), now.plus(LINK_LIFE)));
            try {
                ports.carrier().sendLink(organiser.email(), token);
            } catch (CodeCarrier.NotSent trouble) {
                links.use(hash(token));
                throw trouble;
            }
        });
    }

    /** Whether the link still works. */
    public boolean isOpen(String token, Instant now) {
        return behind(token, now).isPresent();
    }

    /** What is to be put right about a new password. */
    public static Optional<Objection> objectionTo(String password) {
        return PasswordRule.objectionTo(password).map(words -> new Objection("password", words));
    }

    /** Replaces a forgotten password by one that will do; false if the link has run out or been used. */
    public boolean replace(String token, String password, Instant now) {
        return behind(token, now).filter(link -> replace(link, password)).isPresent();
    }

    /** Hashing comes first: if it has to wait, the link still works. */
    private boolean replace(PasswordLink link, String password) {
        var hash = ports.passwords().hash(password);
        var whose = link.whose();
        return links.use(link.hash())
                && ports.organisers()
                        .renew(whose.id(), whose.generation(), hash)
                        .isPresent();
    }

    /** Replaces a password by one that will do, for whoever knows the old one. */
    public Change change(Organiser organiser, String old, String password, Instant now) {
        var objection = objectionToOld(organiser, old, now);
        if (!objection.isEmpty()) {
            return new Change(Optional.empty(), objection);
        }
        var hash = ports.passwords().hash(password);
        var renewed = ports.organisers().renew(organiser.id(), organiser.generation(), hash);
        return new Change(renewed, "account.old-password.wrong");
    }

    /** Why this is not taken for somebody's password of now, as the key of a sentence; empty if it is. Misses make the next try wait. */
    public String objectionToOld(Organiser organiser, String password, Instant now) {
        var key = "own-password:" + Sha256.hex(organiser.id().value());
        if (ports.attempts().turn(key, now).isPresent()) {
            return "account.wait.little";
        }
        if (!SigningIn.matches(ports, key, true, password, organiser.passwordHash())) {
            return "account.old-password.wrong";
        }
        ports.attempts().worked(key);
        return "";
    }

    /** The account with its new password, or the key of the sentence that says why not. */
    public record Change(Optional<Organiser> organiser, String objection) {}

    private Optional<PasswordLink> behind(String token, Instant now) {
        return links.find(hash(token), now)
                .filter(link -> ports.organisers()
                        .find(link.whose().id())
                        .filter(link.whose()::holds)
                        .isPresent());
    }

    private static String hash(String token) {
        return Sha256.hex(token);
    }
}
