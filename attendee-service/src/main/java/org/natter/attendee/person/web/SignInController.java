package org.natter.attendee.person.web;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.natter.access.Problem;
import org.natter.attendee.Form;
import org.natter.attendee.person.EmailAddress;
import org.natter.attendee.person.Person;
import org.natter.attendee.person.PersonId;
import org.natter.attendee.person.SigningIn;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Sign-in by mailed link. Asking is answered alike for known and unknown addresses. */
@RestController
class SignInController {

    private static final int BROWSER_HASH = 64;

    private final SigningIn signingIn;
    private final Clock clock;

    SignInController(SigningIn signingIn, Clock clock) {
        this.signingIn = signingIn;
        this.clock = clock;
    }

    record LinkWish(@Nullable String email, @Nullable String browser) {}

    record SignIn(@Nullable String token, @Nullable String browser) {}

    record SignedIn(PersonId person, String name) {}

    record Accepted() {}

    @PostMapping("/sign-in-links")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Accepted ask(@RequestBody LinkWish wish) {
        Form form = new Form();
        EmailAddress address = form.address("email", wish.email());
        String browser = form.hex("browser", wish.browser(), BROWSER_HASH);
        form.done();
        signingIn.ask(address, browser, clock.instant());
        return new Accepted();
    }

    @PostMapping("/sign-ins")
    SignedIn signIn(@RequestBody SignIn press) {
        Person person = signingIn
                .signIn(orEmpty(press.token()), orEmpty(press.browser()), clock.instant())
                .orElseThrow(SignInController::runOut);
        return new SignedIn(person.id(), person.name());
    }

    private static String orEmpty(@Nullable String value) {
        return value == null ? "" : value;
    }

    private static ErrorResponseException runOut() {
        return new ErrorResponseException(
                HttpStatus.NOT_FOUND, Problem.of(HttpStatus.NOT_FOUND, "link-run-out", "That link has run out"), null);
    }
}
