package org.natter.web.attendee;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.natter.ids.HexId;
import org.natter.ids.Sha256;
import org.natter.web.account.EmailAddress;
import org.natter.web.account.Limits;
import org.natter.web.account.Origin;
import org.natter.web.forms.Counted;
import org.natter.web.forms.FormState;
import org.natter.web.forms.Stranger;
import org.natter.web.forms.SubmittedForm;
import org.natter.web.services.Caller;
import org.natter.web.services.FeedbackApi.LinkKind;
import org.natter.web.services.LinkToken;
import org.natter.web.services.SignInApi;
import org.natter.web.services.SignInApi.KeyWish;
import org.natter.web.services.SignInApi.SignIn;
import org.natter.web.services.SignInApi.SignInWish;
import org.natter.web.settings.WebSettings;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.util.WebUtils;

/**
 * Signing in by a mailed link, once, in the browser that asked. No page says whether an address is known; the link's page
 * does nothing until its button is pressed.
 */
@Controller
class HistorySignInController {

    private static final String COOKIE = "natter-browser";
    private static final Duration COOKIE_LASTS = Duration.ofHours(1);
    private static final String MAILED = "natter-mailed";
    private static final Duration MAILED_LASTS = Duration.ofMinutes(10);
    private static final int LONGEST_ADDRESS = 254;

    private final SignInApi signIns;
    private final Limits limits;
    private final Clock clock;
    private final boolean secure;

    HistorySignInController(SignInApi signIns, Limits limits, WebSettings settings, Clock clock) {
        this.signIns = signIns;
        this.limits = limits;
        this.clock = clock;
        this.secure = settings.secure();
    }

    @GetMapping("/sign-in")
    String form(Model model) {
        return show("", FormState.FRESH, model);
    }

    @PostMapping("/sign-in")
    String mailMe(SubmittedForm form, Model model, HttpServletRequest request, HttpServletResponse response) {
        var email = form.text("email");
        var turns = limits.askForLink(Origin.at(request.getRemoteAddr()), new EmailAddress(email), clock.instant());
        var secret = cookie(request).orElseGet(HexId::random);
        return FormState.send(
                response,
                Map.of(),
                () -> {
                    Counted.orHandBack(turns::handBack, () -> ask(new SignInWish(email, Sha256.hex(secret))));
                    response.addHeader(HttpHeaders.SET_COOKIE, keep(secret).toString());
                    response.addHeader(
                            HttpHeaders.SET_COOKIE, mailedTo(email.strip()).toString());
                    return "redirect:/sign-in/check-your-email";
                },
                state -> show(email, state, model));
    }

    /** The key to one's own history for whoever has just answered: the address is known, nothing is typed. */
    @PostMapping("/feedback/key")
    String mailKey(SubmittedForm form, HttpServletRequest request, HttpServletResponse response, Model model) {
        var opened = new AttendeeSession(request).pass(LinkKind.FEEDBACK, form);
        if (opened.isEmpty()) {
            return MessagePage.of("feedback.rested").in(model);
        }
        var pass = opened.get();
        var secret = cookie(request).orElseGet(HexId::random);
        var turns = limits.askForKey(
                Origin.at(request.getRemoteAddr()), pass.attendance().value(), clock.instant());
        Counted.orHandBack(turns::handBack, () -> {
            signIns.mailKey(pass.caller(), pass.attendance(), new KeyWish(Sha256.hex(secret)));
            return pass;
        });
        response.addHeader(HttpHeaders.SET_COOKIE, keep(secret).toString());
        return MessagePage.of("key-sent").in(model);
    }

    @GetMapping("/sign-in/check-your-email")
    String checkYourEmail(HttpServletRequest request, Model model) {
        model.addAttribute("email", mailedTo(request).orElse(null));
        return "web/attendee/sign-in-check-your-email";
    }

    @GetMapping("/in/{token}")
    String arrive(@PathVariable LinkToken token, HttpServletRequest request, Model model) {
        var visit = new AttendeeSession(request);
        if (visit.hasUsed(token)) {
            return used(token, visit, model);
        }
        model.addAttribute("token", token.value());
        return "web/attendee/sign-in-press";
    }

    @PostMapping("/in")
    String signIn(SubmittedForm form, HttpServletRequest request, HttpServletResponse response, Model model) {
        var link = form.token();
        if (link.isPresent() && !form.isPressed()) {
            return arrive(link.get(), request, model);
        }
        var browser = Sha256.hex(cookie(request).orElseGet(HexId::random)); // no other browser is like one without
        var visit = new AttendeeSession(request);
        var known = link.flatMap(token -> signIns.signIn(Caller.everybody(), new SignIn(token, browser)));
        known.ifPresent(person -> {
            Stranger.isNone(request); // the link is used up by now
            visit.signIn(person.person(), link.get());
        });
        if (known.isPresent() || link.filter(visit::isSignedInBy).isPresent()) {
            return "redirect:/history";
        }
        response.setStatus(HttpStatus.NOT_FOUND.value());
        if (link.filter(visit::hasUsed).isPresent()) {
            return used(link.get(), visit, model);
        }
        model.addAttribute("somebody", visit.person().isPresent());
        return "web/attendee/sign-in-run-out";
    }

    /** Whoever is signed in is only led to their history by a link of their own. */
    private static String used(LinkToken link, AttendeeSession visit, Model model) {
        var own = visit.isSignedInBy(link);
        model.addAttribute("signedIn", own);
        model.addAttribute("somebody", !own && visit.person().isPresent());
        return "web/attendee/sign-in-used";
    }

    @PostMapping("/privacy-and-choices/sign-out")
    String signOut(HttpServletRequest request) {
        new AttendeeSession(request).signOut();
        return "redirect:/";
    }

    private SignInWish ask(SignInWish wish) {
        return EvenSteps.after(() -> {
            signIns.mailSignInLink(Caller.everybody(), wish);
            return wish;
        });
    }

    private Optional<String> cookie(HttpServletRequest request) {
        return Optional.ofNullable(WebUtils.getCookie(request, cookieName(COOKIE)))
                .map(Cookie::getValue)
                .filter(HexId::matches);
    }

    private ResponseCookie keep(String secret) {
        return cookie(cookieName(COOKIE), secret, COOKIE_LASTS);
    }

    /** What was typed stays in the browser that typed it, so that asking for a mail begins no session. */
    private ResponseCookie mailedTo(String email) {
        var shortened = email.substring(0, Math.min(email.length(), LONGEST_ADDRESS));
        return cookie(
                cookieName(MAILED),
                Base64.getUrlEncoder().withoutPadding().encodeToString(shortened.getBytes(StandardCharsets.UTF_8)),
                MAILED_LASTS);
    }

    private Optional<String> mailedTo(HttpServletRequest request) {
        try {
            return Optional.ofNullable(WebUtils.getCookie(request, cookieName(MAILED)))
                    .map(kept -> new String(Base64.getUrlDecoder().decode(kept.getValue()), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException meddledWith) {
            return Optional.empty();
        }
    }

    private ResponseCookie cookie(String name, String value, Duration lasts) {
        return ResponseCookie.from(name, value)
                .httpOnly(true)
                .secure(secure)
                .sameSite("Lax")
                .path("/")
                .maxAge(lasts)
                .build();
    }

    private String cookieName(String name) {
        return secure ? "__Host-" + name : name;
    }

    private static String show(String email, FormState state, Model model) {
        model.addAttribute("email", email);
        model.addAttribute("state", state);
        return "web/attendee/sign-in";
    }
}
