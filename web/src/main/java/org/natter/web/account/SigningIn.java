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
import org.natter.web.account.SignInCodes.PendingCode;

/**
 * Signs organisers in: the password, then six digits by mail. Whatever is wrong gives the same answer after the same
 * work; misses make the next attempt wait, by account and by address.
 */
public final class SigningIn {

    /** How long a code works. */
    public static final Duration CODE_LIFE = Duration.ofMinutes(10);

    private static final SecureRandom RANDOM = new SecureRandom();

    private final AccountPorts ports;

    public SigningIn(AccountPorts ports) {
        this.ports = ports;
    }

    /** What came of an attempt. */
    public enum Outcome {
        WORKED,
        DID_NOT_WORK,
        WAIT
    }

    /** An attempt's outcome; the handle belongs into the browser's session. */
    public record Step(Outcome outcome, String handle) {

        static Step of(Outcome outcome) {
            return new Step(outcome, "");
        }
    }

    /** Checks address and password and mails a code. @throws CodeCarrier.NotSent if the code could not be sent */
    public Step password(EmailAddress email, String password, String address, Instant now) {
        var keys = new String[] {"account:" + Sha256.hex(email.value()), "address:" + Sha256.hex(address)};
        if (mustWait(now, keys)) {
            return Step.of(Outcome.WAIT);
        }
        var organiser = ports.organisers().withEmail(email);
        var hash =
                organiser.map(Organiser::passwordHash).orElse(ports.passwords().nobodys());
        if (!ports.passwords().matches(password, hash) || organiser.isEmpty()) {
            missed(now, keys);
            return Step.of(Outcome.DID_NOT_WORK);
        }
        return new Step(Outcome.WORKED, sendCode(organiser.get(), now));
    }

    /** Sends a new code to whoever the old handle belongs to; the old code still ends by itself. */
    public Step again(OrganiserId id, Instant now) {
        var key = "code:" + Sha256.hex(id.value());
        if (mustWait(now, key)) {
            return Step.of(Outcome.WAIT);
        }
        ports.attempts().missed(key, now);
        return ports.organisers()
                .find(id)
                .map(organiser -> new Step(Outcome.WORKED, sendCode(organiser, now)))
                .orElseGet(() -> Step.of(Outcome.DID_NOT_WORK));
    }

    /** Checks the six digits; each code works once, for ten minutes and for five tries. */
    public Optional<Organiser> code(String handle, String digits, Instant now) {
        return ports.codes()
                .takeTry(handle, now)
                .filter(code -> same(code.hash(), hash(handle, digits)))
                .filter(code -> ports.codes().use(handle))
                .flatMap(code -> ports.organisers().find(code.organiser()))
                .map(this::worked);
    }

    private Organiser worked(Organiser organiser) {
        ports.attempts().worked("account:" + Sha256.hex(organiser.email().value()));
        ports.attempts().worked("code:" + Sha256.hex(organiser.id().value()));
        return organiser;
    }

    private String sendCode(Organiser organiser, Instant now) {
        var handle = HexId.random();
        var digits = String.format(Locale.ROOT, "%06d", RANDOM.nextInt(1_000_000));
        ports.codes().keep(new PendingCode(handle, organiser.id(), hash(handle, digits), now.plus(CODE_LIFE)));
        ports.carrier().send(organiser.email(), digits);
        return handle;
    }

    private boolean mustWait(Instant now, String... keys) {
        for (var key : keys) {
            if (ports.attempts().nextAfter(key).isAfter(now)) {
                return true;
            }
        }
        return false;
    }

    private void missed(Instant now, String... keys) {
        for (var key : keys) {
            ports.attempts().missed(key, now);
        }
    }

    private static String hash(String handle, String digits) {
        return Sha256.hex(handle + ":" + digits);
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(
                one.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.US_ASCII));
    }
}
