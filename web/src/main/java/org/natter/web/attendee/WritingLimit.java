package org.natter.web.attendee;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Optional;
import java.util.stream.Stream;
import org.natter.web.account.Limits;
import org.natter.web.account.Origin;
import org.natter.web.forms.Stranger;
import org.natter.web.forms.SubmittedForm;
import org.natter.web.services.FeedbackApi.LinkKind;
import org.natter.web.services.LinkToken;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Counts the forms that are sent by one mailed link or by one person who is signed in: whoever got hold of a link writes no
 * more than a hand would, whether they keep its cookie or not. Whoever has shown nothing yet is counted by their network;
 * organisers and doors elsewhere.
 */
@Component
public class WritingLimit implements WebMvcConfigurer, HandlerInterceptor {

    private static final String COUNTED = WritingLimit.class.getName() + ".counted";

    private final Limits limits;
    private final Clock clock;

    WritingLimit(Limits limits, Clock clock) {
        this.limits = limits;
        this.clock = clock;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).excludePathPatterns("/organise/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (HttpMethod.POST.matches(request.getMethod())) {
            var from = Origin.at(request.getRemoteAddr());
            writer(new AttendeeSession(request))
                    .ifPresentOrElse(whose -> count(whose, request), () -> bringsLink(request, from));
        }
        return true;
    }

    /**
     * The link that this form brought has led somewhere: the form counts as the link's own, and a session for it is no
     * stranger's. To be asked before anything is written.
     */
    public void known(LinkToken link, HttpServletRequest request) {
        var whose = "link " + link.value();
        if (!whose.equals(request.getAttribute(COUNTED))) {
            count(whose, request);
        }
        Stranger.isNone(request);
    }

    private void count(String whose, HttpServletRequest request) {
        limits.write(whose, clock.instant());
        request.setAttribute(COUNTED, whose);
    }

    /** What a form says of itself proves nothing before it is looked at, and must use up nobody else's turns. */
    private void bringsLink(HttpServletRequest request, Origin from) {
        if (SubmittedForm.of(request.getParameterMap()).token().isPresent()) {
            limits.bringLink(from, clock.instant());
        }
    }

    /** Who has this session open: nobody else's form counts for them. */
    private static Optional<String> writer(AttendeeSession visit) {
        return visit.person()
                .map(person -> "person " + person)
                .or(() -> Stream.of(LinkKind.values())
                        .flatMap(kind -> visit.link(kind).stream())
                        .map(link -> "link " + link.value())
                        .findFirst())
                .or(() -> visit.bookingLink().map(link -> "link " + link.value()));
    }
}
