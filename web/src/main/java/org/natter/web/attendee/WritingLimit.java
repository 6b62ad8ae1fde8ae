package org.natter.web.attendee;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Optional;
import java.util.stream.Stream;
import org.natter.web.account.Limits;
import org.natter.web.forms.SubmittedForm;
import org.natter.web.services.FeedbackApi.LinkKind;
import org.natter.web.services.LinkToken;
import org.natter.web.services.PersonId;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Counts the forms that are sent by one mailed link or by one person who is signed in: whoever got hold of a link writes no
 * more than a hand would. Those who have shown nothing are counted by their network, where they ask.
 */
@Component
class WritingLimit implements WebMvcConfigurer, HandlerInterceptor {

    private final Limits limits;
    private final Clock clock;

    WritingLimit(Limits limits, Clock clock) {
        this.limits = limits;
        this.clock = clock;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (HttpMethod.POST.matches(request.getMethod())) {
            writer(request).ifPresent(whose -> limits.write(whose, clock.instant()));
        }
        return true;
    }

    /** By the link that the form brings along, for it may be the first; else by what this browser has open. */
    private static Optional<String> writer(HttpServletRequest request) {
        var visit = new AttendeeSession(request);
        return SubmittedForm.of(request.getParameterMap())
                .token()
                .map(LinkToken::value)
                .or(() -> visit.person().map(PersonId::value))
                .or(() -> Stream.of(LinkKind.values())
                        .flatMap(kind -> visit.pass(kind).stream())
                        .map(pass -> pass.attendance().value())
                        .findFirst())
                .or(() -> visit.bookingLink().map(LinkToken::value));
    }
}
