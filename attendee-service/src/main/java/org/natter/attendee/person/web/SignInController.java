package org.natter.attendee.person.web;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Clock;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.natter.access.Refuses;
import org.natter.access.Shortcomings;
import org.natter.attendee.person.EmailAddress;
import org.natter.attendee.person.LinkRunOut;
import org.natter.attendee.person.PersonId;
import org.natter.attendee.person.SigningIn;
import org.natter.ids.Sha256;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Sign-in by mailed link. Asking is answered alike for known and unknown addresses. */
@RestController
class SignInController {

    private static final String HASH = "^" + Sha256.PATTERN + "$";
    private static final Pattern BROWSER = Pattern.compile(HASH);

    private final SigningIn signingIn;
    private final Clock clock;

    SignInController(SigningIn signingIn, Clock clock) {
        this.signingIn = signingIn;
        this.clock = clock;
    }

    /** @param browser a hash of a cookie of the browser that asks, 64 lower-case hex letters */
    record LinkWish(
            @Schema(requiredMode = REQUIRED, maxLength = Shortcomings.LONGEST_ADDRESS, pattern = Shortcomings.ADDRESS)
            @Nullable
            String email,

            @Schema(requiredMode = REQUIRED, pattern = HASH) @Nullable
            String browser) {}

    record SignIn(@Nullable String token, @Nullable String browser) {}

    record SignedIn(PersonId person, String name) {}

    record Accepted() {}

    @Operation(summary = "Ask for a sign-in link by mail; answered alike for every address")
    @PostMapping("/sign-in-links")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Accepted ask(@RequestBody LinkWish wish) {
        var wrong = new Shortcomings("sign-in-link");
        var address = wrong.mailbox("email", wish.email());
        var browser = orEmpty(wish.browser());
        if (!BROWSER.matcher(browser).matches()) {
            wrong.refuse("browser", Shortcomings.UNREADABLE);
        }
        wrong.done();
        signingIn.note(new EmailAddress(address.get()), browser, clock.instant());
        return new Accepted();
    }

    @Operation(summary = "Sign in by the mailed link, once")
    @Refuses(LinkRunOut.class)
    @PostMapping("/sign-ins")
    SignedIn signIn(@RequestBody SignIn press) {
        return signingIn
                .signIn(orEmpty(press.token()), orEmpty(press.browser()), clock.instant())
                .map(person -> new SignedIn(person.id(), person.name()))
                .orElseThrow(LinkRunOut::new);
    }

    private static String orEmpty(@Nullable String value) {
        return value == null ? "" : value;
    }
}
