package org.natter.attendee.person;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.natter.ids.HexId;

/**
 * Lets people into their own pages by a mailed link: ten minutes, once, in the browser that asked. Whoever asks learns
 * nothing about which addresses are known, neither from the answer nor from how long it takes: asking is one row,
 * whosever address it is, and who reads mail there is looked up afterwards.
 */
public final class SigningIn {

    private final People people;
    private final SignInAsks asks;
    private final SignInRequests requests;
    private final SignInLetters letters;
    private final PersonalLinks links;

    public SigningIn(
            People people, SignInAsks asks, SignInRequests requests, SignInLetters letters, PersonalLinks links) {
        this.people = people;
        this.asks = asks;
        this.requests = requests;
        this.letters = letters;
        this.links = links;
    }

    /** Notes that whoever reads mail there wants a link; the same work for every address. */
    public void note(EmailAddress address, String browser, Instant now) {
        asks.note(new SignInAsk(HexId.random(), address, browser, now));
    }

    /** Some asks that nobody has answered yet, the oldest first, apart from these. */
    public List<String> asked(Collection<String> apart) {
        return asks.left(apart);
    }

    /** Forgets what was asked so long ago that a link would have run out, also what cannot be read any more. */
    public void forgetAsks(Instant now) {
        asks.forgetBefore(now.minus(SignInRequest.LASTS));
    }

    /**
     * Has a link mailed to everybody who reads mail there, each into their own pages, and forgets the ask; nobody is mailed
     * if that is nobody, or once a link would have run out. Who shares an address and never confirmed anything is left out.
     * Twice is once.
     */
    public void answer(String ask, Instant now) {
        asks.find(ask).filter(open -> !open.isOverBy(now)).ifPresent(this::answer);
        asks.done(ask);
    }

    private void answer(SignInAsk ask) {
        people.atAddress(ask.address()).stream()
                .filter(person -> person.proven()
                        || people.byAddress(ask.address())
                                .filter(person::equals)
                                .isPresent())
                .forEach(person ->
                        mail(person, HexId.derivedFrom(ask.id() + "/" + person.id()), ask.browser(), ask.at()));
    }

    /** Has a link into their own pages mailed to this person, if they have an address. */
    public void mailLink(Person person, String browser, Instant now) {
        mail(person, HexId.random(), browser, now);
    }

    private void mail(Person person, String id, String browser, Instant at) {
        person.mailbox().ifPresent(address -> {
            requests.keep(new SignInRequest(id, person.id(), mark(address), browser, at));
            letters.signIn(person.id(), id, at);
        });
    }

    /**
     * The person behind a good, fresh, unused link opened by the button in the right browser; empty for any other, and for one
     * that went to an address that is theirs no more. Once its use is noted nobody moves the address, so it is asked then.
     */
    public Optional<Person> signIn(String token, String browser, Instant now) {
        return links.signInOf(token)
                .flatMap(requests::find)
                .filter(request -> !request.isOverBy(now) && same(request.browser(), browser))
                .filter(request ->
                        receiver(request).filter(person -> use(request, person)).isPresent())
                .flatMap(this::receiver);
    }

    private Optional<Person> receiver(SignInRequest request) {
        return people.find(request.person())
                .filter(person -> person.mailbox()
                        .filter(address -> mark(address).equals(request.mailbox()))
                        .isPresent());
    }

    private String mark(EmailAddress address) {
        return links.mark(address.value());
    }

    /**
     * Whoever presses has read what was mailed to them: from now on nobody else has it sent elsewhere. That is noted first, so
     * that a link is not used up for nothing.
     */
    private boolean use(SignInRequest request, Person receiver) {
        people.noteUse(receiver);
        return requests.use(request.id());
    }

    private static boolean same(String expected, String given) {
        return MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }
}
