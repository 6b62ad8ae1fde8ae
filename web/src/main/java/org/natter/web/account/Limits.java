package org.natter.web.account;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.natter.web.account.Allowances.Allowance;
import org.natter.web.services.AttendanceId;

/**
 * How often strangers may ask: by the network they come from and the site it belongs to, by the address that a mail would go to, and in all. What is
 * over is refused before anything else is done, and alike whether an address is known or not.
 */
public final class Limits {

    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);
    private static final Duration HOUR = Duration.ofHours(1);

    static final Allowance PLACES_BY_NETWORK = new Allowance("places", 50, TEN_MINUTES);
    static final Allowance PLACES_KEPT = new Allowance("places-kept", 5, HOUR);
    static final Allowance LINKS_BY_NETWORK = new Allowance("links", 30, TEN_MINUTES);
    static final Allowance PASSWORDS_BY_NETWORK = new Allowance("passwords", 10, TEN_MINUTES);
    static final Allowance PASSWORDS_OF_ADDRESS = new Allowance("passwords-of", 3, HOUR);
    static final Allowance KEYS_OF_LINK = new Allowance("keys-of", 5, HOUR);
    static final Allowance WRITES = new Allowance("writes", 300, TEN_MINUTES);
    static final Allowance LINKS_BROUGHT_BY_NETWORK = new Allowance("links-brought", 1_200, TEN_MINUTES);
    static final Allowance WORDS_FOR_ORGANISERS = new Allowance("words", 10, Duration.ofDays(1));
    static final Allowance MAILS_TO_ADDRESS = new Allowance("mails-to", 10, HOUR);
    static final Allowance MAILS_IN_ALL = new Allowance("mails", 2_000, TEN_MINUTES);
    static final Allowance PASSKEYS_BY_NETWORK = new Allowance("passkeys", 60, TEN_MINUTES);
    static final Allowance DOORS_BY_NETWORK = new Allowance("doors", 30, HOUR);
    static final Allowance WALK_IN_PRESSES_BY_PHONE = new Allowance("walk-in-presses", 120, TEN_MINUTES);
    static final Allowance WALK_INS_BY_PHONE = new Allowance("walk-ins", 60, TEN_MINUTES);
    static final Allowance WALK_INS_BY_LINK = new Allowance("link-walk-ins", 240, TEN_MINUTES);
    static final Allowance WALK_IN_PRESSES_BY_LINK = new Allowance("link-walk-in-presses", 480, TEN_MINUTES);
    static final Allowance PRESSES_BY_PHONE = new Allowance("door-presses", 600, TEN_MINUTES);
    static final Allowance PRESSES_BY_LINK = new Allowance("link-door-presses", 2_400, TEN_MINUTES);
    static final Allowance BY_HAND = new Allowance("by-hand", 60, TEN_MINUTES);
    static final Allowance TEST_MAILS = new Allowance("test-mails", 5, TEN_MINUTES);
    static final Allowance SESSIONS_BY_NETWORK = new Allowance("sessions", 300, TEN_MINUTES);
    static final Allowance SESSIONS_IN_ALL = new Allowance("all-sessions", 6_000, TEN_MINUTES);

    private static final String EVERYBODY = "";

    private final Allowances allowances;

    public Limits(Allowances allowances) {
        this.allowances = allowances;
    }

    /**
     * Somebody asks for a place. How often a network asks is counted whatever comes of it; the rest unless it is refused.
     *
     * @return says whether a place may be kept for them before they confirm; one network is kept a few only, all others get
     *     theirs by confirming
     * @throws AskedTooOften if they should come back later
     */
    public Turns askForPlace(Origin from, EmailAddress to, String event, Instant now) {
        requireFrom(from, PLACES_BY_NETWORK, now);
        var turns = mail(turns(now), to).keepIfThereIsOne(PLACES_KEPT, from.network() + " " + event);
        return from.isOneOfMany() ? turns.keepIfThereIsOne(PLACES_KEPT.ofSite(), from.site() + " " + event) : turns;
    }

    /** A form that is to be put right: nothing is kept and nobody is mailed for it. @throws AskedTooOften if they should come back later */
    public Turns askInVain(Origin from, Instant now) {
        requireFrom(from, PLACES_BY_NETWORK, now);
        return turns(now);
    }

    /** Somebody asks for a sign-in link. @throws AskedTooOften if they should come back later */
    public Turns askForLink(Origin from, EmailAddress to, Instant now) {
        requireFrom(from, LINKS_BY_NETWORK, now);
        return mail(turns(now), to);
    }

    /** Whoever holds a mailed link has the key to a history sent to its owner. @throws AskedTooOften if they should come back later */
    public Turns askForKey(Origin from, String link, Instant now) {
        requireFrom(from, LINKS_BY_NETWORK, now);
        return turns(now).require(KEYS_OF_LINK, link).require(MAILS_IN_ALL, EVERYBODY);
    }

    /** Somebody sends a form of their own, by a mailed link or signed in. @throws AskedTooOften if no hand sends so many */
    public void write(String whose, Instant now) {
        require(WRITES, whose, now);
    }

    /** Somebody sends a form with a link that nobody has looked at yet. @throws AskedTooOften if their network sends very many */
    public void bringLink(Origin from, Instant now) {
        requireFrom(from, LINKS_BROUGHT_BY_NETWORK, now);
    }

    /**
     * Somebody leaves a word for the organisers. That is counted here for a day and nowhere else, since what is kept of a word
     * must not tell whose it is.
     *
     * @throws AskedTooOften if they have left many today
     */
    public void leaveWord(AttendanceId writer, Instant now) {
        require(WORDS_FOR_ORGANISERS, writer.value(), now);
    }

    /** Somebody has forgotten a password. @throws AskedTooOften if they should come back later */
    public void askForPassword(Origin from, EmailAddress to, Instant now) {
        requireFrom(from, PASSWORDS_BY_NETWORK, now);
        mail(turns(now).require(PASSWORDS_OF_ADDRESS, to.value()), to);
    }

    /** A browser shows what a passkey has signed. @throws AskedTooOften if it has shown much that was none */
    public void showPasskey(Origin from, Instant now) {
        requireFrom(from, PASSKEYS_BY_NETWORK, now);
    }

    /** Somebody has tried a door link that there is not. @throws AskedTooOften if they have tried many */
    public void missDoor(Origin from, Instant now) {
        requireFrom(from, DOORS_BY_NETWORK, now);
    }

    /**
     * Somebody behind a door link lets a walk-in in, and has them asked afterwards. How often their phone presses is counted
     * whatever comes of it, twice as often as people can come in: a full room asks for a second press. The rest counts unless
     * it is refused; four phones at their end are as many as the whole link lets in.
     *
     * @throws AskedTooOften if there were many
     */
    public Turns walkIn(DoorPass by, Optional<EmailAddress> to, Instant now) {
        require(WALK_IN_PRESSES_BY_PHONE, by.phone(), now);
        require(WALK_IN_PRESSES_BY_LINK, by.link(), now);
        var turns = turns(now).require(WALK_INS_BY_PHONE, by.phone()).require(WALK_INS_BY_LINK, by.link());
        return to.map(address -> mail(turns, address)).orElse(turns);
    }

    /** Somebody behind a door link checks somebody in, or undoes it. @throws AskedTooOften if they have pressed once a second */
    public void pressAtDoor(DoorPass by, Instant now) {
        require(PRESSES_BY_PHONE, by.phone(), now);
        require(PRESSES_BY_LINK, by.link(), now);
    }

    /** An organiser has somebody mailed at an address that they type. @throws AskedTooOften if they have many, or this address was mailed often */
    public Turns mailByHand(Organiser by, EmailAddress to, Instant now) {
        return mail(turns(now).require(BY_HAND, by.id().value()), to);
    }

    /** Whoever owns the network has a test mail sent to themselves. @throws AskedTooOften if there were some already */
    public void testMail(Organiser to, Instant now) {
        require(TEST_MAILS, to.id().value(), now);
    }

    /** An organiser, who is no stranger, lets somebody in: nothing is counted. */
    public Turns countNothing(Instant now) {
        return turns(now);
    }

    /** A browser is about to get a session. @throws AskedTooOften if there have been too many */
    public void openSession(Origin from, Instant now) {
        requireFrom(from, SESSIONS_BY_NETWORK, now);
        require(SESSIONS_IN_ALL, EVERYBODY, now);
    }

    private Turns turns(Instant now) {
        return new Turns(allowances, now);
    }

    /** Nothing is mailed to what is no address, and the form will say so. */
    private static Turns mail(Turns turns, EmailAddress to) {
        return to.isMailbox() ? turns.require(MAILS_TO_ADDRESS, to.value()).require(MAILS_IN_ALL, EVERYBODY) : turns;
    }

    private void requireFrom(Origin from, Allowance of, Instant now) {
        allowances.takeFrom(from, of, now).ifPresent(wait -> {
            throw AskedTooOften.waiting(wait);
        });
    }

    private void require(Allowance of, String whose, Instant now) {
        allowances.take(of, whose, now).ifPresent(wait -> {
            throw AskedTooOften.waiting(wait);
        });
    }
}
