package org.natter.web.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.natter.ids.HexId;
import org.natter.ids.Sha256;
import org.natter.web.account.Allowances.Allowance;
import org.natter.web.account.SignInCodes.PendingCode;

/**
 * Signs organisers in: the password, then six digits by mail. Whatever is wrong gives the same answer after the same
 * work. Misses make the next attempt wait, for each account and network; a browser in which the organiser has signed in
 * before is counted by itself, so what strangers miss makes nobody wait who has been here.
 */
public final class SigningIn {

    /** How long a code works. */
    public static final Duration CODE_LIFE = Duration.ofMinutes(10);

    static final Allowance CODES_MAILED = new Allowance("codes", 5, Duration.ofMinutes(10));
    static final Allowance BY_NETWORK = new Allowance("sign-ins", 60, Duration.ofMinutes(10));
    private static final OrganiserId NOBODY = OrganiserId.fresh();
    private static final SecureRandom RANDOM = new SecureRandom();

    private final AccountPorts ports;

    public SigningIn(AccountPorts ports) {
        this.ports = ports;
    }

    /** Where an attempt is made: a network, and what the browser kept from an earlier sign-in, if anything. */
    public record Place(Origin origin, String browser) {

        @Override
        public String toString() {
            return "Place[masked]";
        }
    }

    /** What came of an attempt. */
    public enum AttemptOutcome {
        WORKED,
        DID_NOT_WORK,
        WAIT
    }

    /** An attempt's outcome. Handle and organiser belong into the browser's session, in this order. */
    public record Attempt(AttemptOutcome outcome, String handle, Optional<Organiser> organiser, Duration pause) {

        static Attempt worked(String handle, Organiser organiser) {
            return new Attempt(AttemptOutcome.WORKED, handle, Optional.of(organiser), Duration.ZERO);
        }

        static Attempt didNotWork() {
            return new Attempt(AttemptOutcome.DID_NOT_WORK, "", Optional.empty(), Duration.ZERO);
        }

        static Attempt waiting(Duration wait) {
            return new Attempt(AttemptOutcome.WAIT, "", Optional.empty(), wait);
        }
    }

    /** Checks address and password and mails a code. @throws CodeCarrier.NotSent if the code could not be sent */
    public Attempt password(EmailAddress email, String password, Place place, Instant now) {
        var organiser = ports.organisers().withEmail(email);
        var known = isKnown(organiser.map(Organiser::id).orElse(NOBODY), place); // looked up for nobody, too
        var key = passwordKey(email, known, place);
        var wait = known
                ? Optional.<Duration>empty()
                : ports.allowances()
                        .takeFrom(place.origin(), BY_NETWORK, now); // first: what is refused here is no miss
        if (wait.isEmpty()) {
            wait = ports.attempts().turn(key, now);
        }
        if (wait.isPresent()) {
            return Attempt.waiting(wait.get());
        }
        var hash =
                organiser.map(Organiser::passwordHash).orElse(ports.passwords().nobodys());
        if (!matches(ports, key, known, password, hash) || organiser.isEmpty()) {
            return Attempt.didNotWork();
        }
        ports.attempts().worked(key);
        return sendCode(organiser.get(), place, now);
    }

    /** Judges a password whose turn was counted as a miss under this key; the turn is handed back if nobody can judge it. */
    static boolean matches(AccountPorts ports, String key, boolean known, String password, String hash) {
        try {
            return known
                    ? ports.passwords().matches(password, hash)
                    : ports.passwords().matchesForStranger(password, hash);
        } catch (Passwords.TooBusy unjudged) {
            ports.attempts().notJudged(key);
            throw unjudged;
        }
    }

    /** Sends a new code; the old one still ends by itself. */
    public Attempt again(OrganiserId id, Place place, Instant now) {
        return ports.organisers()
                .find(id)
                .map(organiser -> sendCode(organiser, place, now))
                .orElseGet(Attempt::didNotWork);
    }

    /** Checks the six digits; each code works once, for ten minutes and for five tries, and misses count over all codes. A new password ends it. */
    public Attempt code(SignedIn whose, String handle, String digits, Place place, Instant now) {
        var id = whose.id();
        var key = "code:" + Sha256.hex(whose(id, place));
        var wait = ports.attempts().turn(key, now);
        if (wait.isPresent()) {
            return Attempt.waiting(wait.get());
        }
        return ports.codes()
                .takeTry(handle, now)
                .filter(code -> code.organiser().equals(id) && same(code.hash(), hash(handle, digits)))
                .filter(code -> ports.codes().use(handle))
                .flatMap(code -> ports.organisers().find(id))
                .filter(whose::holds)
                .map(organiser -> {
                    ports.attempts().worked(key);
                    return Attempt.worked(handle, organiser);
                })
                .orElseGet(Attempt::didNotWork);
    }

    /** From now on the browser that keeps this secret is one of the organiser's own. */
    public void remember(Organiser organiser, String browser, Instant now) {
        ports.browsers().remember(browser, organiser.id(), now);
    }

    private static String passwordKey(EmailAddress email, boolean known, Place place) {
        return "password:"
                + Sha256.hex(
                        known
                                ? place.browser()
                                : email.value() + " " + place.origin().network());
    }

    private String whose(OrganiserId id, Place place) {
        return isKnown(id, place) ? id.value() + " " + place.browser() : id.value();
    }

    private boolean isKnown(OrganiserId id, Place place) {
        return ports.browsers().knows(place.browser(), id);
    }

    private Attempt sendCode(Organiser organiser, Place place, Instant now) {
        var whose = whose(organiser.id(), place);
        var wait = ports.allowances().take(CODES_MAILED, whose, now);
        if (wait.isPresent()) {
            return Attempt.waiting(wait.get());
        }
        var handle = HexId.random();
        var digits = String.format(Locale.ROOT, "%06d", RANDOM.nextInt(1_000_000));
        ports.codes().keep(new PendingCode(handle, organiser.id(), hash(handle, digits), now.plus(CODE_LIFE)));
        try {
            ports.carrier().send(organiser.email(), digits);
        } catch (CodeCarrier.NotSent trouble) {
            ports.codes().use(handle); // nobody is to have a code that its owner was told is not on its way
            if (trouble.isCertain()) {
                ports.allowances().handBack(CODES_MAILED, whose, now);
            }
            throw trouble;
        }
        return Attempt.worked(handle, organiser);
    }

    private static String hash(String handle, String digits) {
        return Sha256.hex(handle + ":" + digits);
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(
                one.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.US_ASCII));
    }
}
