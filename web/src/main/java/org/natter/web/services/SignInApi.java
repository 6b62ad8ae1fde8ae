package org.natter.web.services;

import java.util.Optional;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.PostExchange;

/** The way to a person's own pages: mailed links, and who came by one. Never tells whether an address is known. */
public interface SignInApi {

    /** Mails a sign-in link for this browser, if the address is known; says the same either way. */
    @PostExchange("/sign-in-links")
    void mailSignInLink(Caller caller, @RequestBody SignInWish wish);

    /** Who pressed the button behind a sign-in link in the browser that asked; nothing if the link has run out. */
    @PostExchange("/sign-ins")
    Optional<SignedInPerson> signIn(Caller caller, @RequestBody SignIn press);

    /** Mails the key to the history to whoever the answer is from. */
    @PostExchange("/attendances/{attendance}/key")
    void mailKey(Caller answering, @PathVariable AttendanceId attendance, @RequestBody KeyWish wish);

    /** @param browser SHA-256 of the browser's cookie */
    record SignInWish(String email, String browser) {

        @Override
        public String toString() {
            return "SignInWish[masked]";
        }
    }

    record SignIn(LinkToken token, String browser) {}

    record SignedInPerson(PersonId person, String name) {

        @Override
        public String toString() {
            return "SignedInPerson[" + person + "]";
        }
    }

    /** The browser that asks, by its hash. */
    record KeyWish(String browser) {}
}
