package org.natter.attendee.person;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Optional;
import org.natter.ids.HexId;

/**
 * Lets people into their own pages by a mailed link: ten minutes, once, in the browser that asked. Whoever asks learns
 * nothing about which addresses are known.
 */
public final class SigningIn {

    private final People people;
    private final SignInRequests requests;
    private final SignInLetters letters;
    private final PersonalLinks links;

    public SigningIn(People people, SignInRequests requests, SignInLetters letters, PersonalLinks links) {
        this.people = people;
        this.requests = requests;
        this.letters = letters;
        this.links = links;
    }

    /**
     * Has a link mailed to everybody who reads mail there, each into their own pages; does nothing if that is nobody. Who
     * shares an address and never confirmed anything is left out.
     */
    public void ask(EmailAddress address, String browser, Instant now) {
        people.atAddress(address).stream()
                .filter(person -> person.proven()
                        || people.byAddress(address).filter(person::equals).isPresent())
                .forEach(person -> ask(person, browser, now));
    }

    /** Has a link into their own pages mailed to this person, if they have an address. */
    public void ask(Person person, String browser, Instant now) {
        if (person.mailbox().isPresent()) {
            var request = new SignInRequest(HexId.random(), person.id(), browser, now);
            requests.keep(request);
            letters.signIn(person.id(), request.id(), now);
        }
    }

    /** The person behind a good, fresh, unused link opened by the button in the right browser; empty for any other. */
    public Optional<Person> signIn(String token, String browser, Instant now) {
        return links.signInOf(token)
                .flatMap(requests::find)
                .filter(request -> !request.isOverBy(now) && same(request.browser(), browser))
                .filter(request -> requests.use(request.id()))
                .flatMap(request -> people.find(request.person()));
    }

    private static boolean same(String expected, String given) {
        return MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }
}
