package org.natter.web.attendee;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.natter.web.forms.FormErrors;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * Signing in by a mailed link, once, in the browser that asked. No page says whether an address is known; the link's page
 * does nothing until its button is pressed.
 */
@Controller("attendeeSignInController")
class SignInController {

    private static final String COOKIE = "natter-browser";
    private static final Duration COOKIE_LASTS = Duration.ofHours(1);

    private final Bookings bookings;
    private final Phrases phrases;

    SignInController(Bookings bookings, Phrases phrases) {
        this.bookings = bookings;
        this.phrases = phrases;
    }

    @GetMapping("/sign-in")
    String form(Model model) {
        model.addAttribute("page", new SignInPage("", FormErrors.none(), false));
        return "web/attendee/sign-in";
    }

    @PostMapping("/sign-in")
    String mailMe(Sent sent, Model model, HttpServletRequest request, HttpServletResponse response) {
        var email = sent.text("email");
        if (!BookingForm.isAddress(email)) {
            Answering.putRight(response);
            var problems = FormErrors.one("email", phrases.say("email.missing"));
            model.addAttribute("page", new SignInPage(email, problems, false));
            return "web/attendee/sign-in";
        }
        var secret = cookie(request).orElseGet(() -> FormId.fresh().value());
        try {
            bookings.mailSignInLink(email.strip(), BrowserMark.of(secret));
        } catch (OutOfReach asleep) {
            Answering.later(response);
            model.addAttribute("page", new SignInPage(email, FormErrors.none(), true));
            return "web/attendee/sign-in";
        }
        response.addHeader(HttpHeaders.SET_COOKIE, keep(secret, request).toString());
        new Visit(request).mailedTo(email.strip());
        return "redirect:/sign-in/check-your-email";
    }

    @GetMapping("/sign-in/check-your-email")
    String checkYourEmail(HttpServletRequest request, Model model) {
        model.addAttribute(
                "words",
                new Visit(request)
                        .mailedTo()
                        .map(email -> phrases.say("sign-in.mailed", email))
                        .orElseGet(() -> phrases.say("sign-in.mailed-somebody")));
        return "web/attendee/sign-in-check-your-email";
    }

    @GetMapping("/in/{token}")
    String arrive(@PathVariable String token, Model model) {
        model.addAttribute("token", new Token(token).value());
        return "web/attendee/sign-in-press";
    }

    @PostMapping("/in")
    String signIn(Sent sent, HttpServletRequest request, HttpServletResponse response, Model model) {
        var link = sent.token();
        if (link.isPresent() && !sent.pressed()) {
            return arrive(link.get().value(), model);
        }
        var mark = BrowserMark.of(cookie(request).orElse(""));
        var person = link.flatMap(token -> bookings.signIn(token, mark));
        if (person.isEmpty()) {
            var visit = new Visit(request);
            if (visit.person().isPresent()) {
                return "redirect:/history";
            }
            response.setStatus(HttpStatus.NOT_FOUND.value());
            return "web/attendee/sign-in-run-out";
        }
        new Visit(request).signIn(person.get());
        return "redirect:/history";
    }

    @PostMapping("/privacy-and-choices/sign-out")
    String signOut(HttpServletRequest request) {
        new Visit(request).signOut();
        return "redirect:/";
    }

    private static Optional<String> cookie(HttpServletRequest request) {
        var cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(cookieName(request)))
                        .map(cookie -> cookie.getValue())
                        .findFirst();
    }

    private static ResponseCookie keep(String secret, HttpServletRequest request) {
        return ResponseCookie.from(cookieName(request), secret)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .path("/")
                .maxAge(COOKIE_LASTS)
                .build();
    }

    private static String cookieName(HttpServletRequest request) {
        return request.isSecure() ? "__Host-" + COOKIE : COOKIE;
    }

    /** The sign-in form's page; {@code asleep} if the mail could not be asked for. */
    record SignInPage(String email, FormErrors problems, boolean asleep) {

        @Override
        public String toString() {
            return "SignInPage[masked]";
        }
    }
}
