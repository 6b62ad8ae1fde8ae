package org.natter.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.natter.web.account.DoorPass;
import org.natter.web.account.Organiser;
import org.natter.web.account.pages.BackToTheDoor;
import org.natter.web.account.pages.OrganiserContexts;
import org.natter.web.forms.FormSender;
import org.natter.web.settings.WebSettings;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.WebAttributes;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/**
 * Who may open which page, and the headers every answer carries. What stands under {@code /organise} is for organisers,
 * its team, its settings and messages set aside for owners; the door of one event is also for whoever has opened its link. No page but the named ones takes a POST; an unknown address is a GET to a 404.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class WebSecurity {

    static final String CONTENT = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
            + "font-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none'; "
            + "object-src 'none'; frame-ancestors 'none'; form-action 'self'";
    static final String DEVICES = "camera=(self), microphone=(), geolocation=(), payment=(), usb=(), midi=(), "
            + "accelerometer=(), gyroscope=(), magnetometer=(), browsing-topics=()";

    /** On a request that was refused to whoever has the door of one event. */
    static final String ONLY_A_DOOR = "natter.only-a-door";

    private static final String SIGN_IN = "/account/sign-in";
    private static final String DOOR = "/door";

    private static final String[] AT_THE_DOOR = {
        "/organise/events/{event}/check-in", "/organise/events/{event}/check-in/**", "/organise/events/{event}/walk-in"
    };

    private static final String[] EVERYBODY = {
        "/",
        "/events/**",
        "/help",
        "/b/**",
        "/my-booking/**",
        "/sign-in/**",
        "/in/**",
        "/f/**",
        "/t/**",
        "/feedback/**",
        "/w/**",
        "/follow-up/**",
        "/history/**",
        "/privacy-and-choices/**",
        "/door/**",
        "/unsubscribe/**",
        "/account/**",
        "/set-up",
        "/error",
        "/favicon.ico"
    };

    @Bean
    @Order(1)
    SecurityFilterChain files(HttpSecurity http, WebSettings settings) {
        return headers(http, settings, false)
                .securityMatcher("/natter/**", "/webjars/**")
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(all -> all.anyRequest().permitAll())
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain pages(
            HttpSecurity http, WebSettings settings, OrganiserContexts organisers, CsrfTokenRepository tokens) {
        return headers(http, settings, true)
                .csrf(csrf -> csrf.csrfTokenRepository(tokens)
                        .ignoringRequestMatchers(
                                PathPatternRequestMatcher.pathPattern(HttpMethod.POST, "/feedback"),
                                PathPatternRequestMatcher.pathPattern(HttpMethod.POST, "/unsubscribe/**"),
                                WebSecurity::isSentByOurOwnPage))
                .securityContext(context -> context.securityContextRepository(organisers))
                .sessionManagement(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .exceptionHandling(trouble ->
                        trouble.authenticationEntryPoint(WebSecurity::ask).accessDeniedHandler(WebSecurity::denied))
                .authorizeHttpRequests(all -> all.dispatcherTypeMatchers(
                                DispatcherType.ERROR, DispatcherType.ASYNC, DispatcherType.FORWARD)
                        .permitAll()
                        .requestMatchers(
                                "/organise/team",
                                "/organise/team/**",
                                "/organise/settings",
                                "/organise/settings/**",
                                "/organise/health/*/**")
                        .hasRole("OWNER")
                        .requestMatchers(AT_THE_DOOR)
                        .access(WebSecurity::mayWelcome)
                        .requestMatchers("/organise", "/organise/**")
                        .hasAnyRole("OWNER", "ORGANISER")
                        .requestMatchers(EVERYBODY)
                        .permitAll()
                        .requestMatchers(EndpointRequest.toAnyEndpoint())
                        .permitAll()
                        .requestMatchers(HttpMethod.GET, "/**")
                        .permitAll()
                        .requestMatchers(HttpMethod.HEAD, "/**")
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .build();
    }

    /** An organiser, or whoever has opened the link to this very door. */
    private static AuthorizationDecision mayWelcome(
            Supplier<? extends @Nullable Authentication> who, RequestAuthorizationContext asked) {
        var known = who.get();
        var principal = known == null ? null : known.getPrincipal();
        return new AuthorizationDecision(principal instanceof Organiser
                || principal instanceof DoorPass door
                        && door.event().value().equals(asked.getVariables().get("event")));
    }

    private static void ask(HttpServletRequest request, HttpServletResponse response, AuthenticationException nobody)
            throws IOException, ServletException {
        ask(request, response);
    }

    /**
     * Who it is; or what has become of the door that this browser had. Whoever was at a door comes back to it, and of a press
     * there it is said that nothing came of it, with what was typed.
     */
    private static void ask(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        var pressed = request.getMethod().equals("POST")
                && request.getHeader("HX-Request") == null
                && FormSender.isOurs(request);
        if (OrganiserContexts.door(request).isPresent()) {
            if (pressed) {
                request.getRequestDispatcher(BackToTheDoor.PRESSED_TOO_LATE).forward(request, response);
            } else {
                response.sendRedirect(request.getContextPath() + DOOR);
            }
            return;
        }
        var door = BackToTheDoor.askedFor(request);
        if (door.isPresent() && pressed) {
            request.getRequestDispatcher(BackToTheDoor.PRESSED).forward(request, response);
        } else {
            response.sendRedirect(request.getContextPath()
                    + SIGN_IN
                    + door.map(BackToTheDoor::asQuery).orElse(""));
        }
    }

    /**
     * A form of an organiser's whose session and form cookie are both gone wants signing in, not a dead end: the browser keeps
     * what was typed.
     */
    private static void denied(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException, ServletException {
        var organising = PathPatternRequestMatcher.pathPattern("/organise/**").matches(request);
        var known = SecurityContextHolder.getContext().getAuthentication();
        var nobody = known == null;
        if (known != null && known.getPrincipal() instanceof DoorPass) {
            request.setAttribute(ONLY_A_DOOR, true);
        }
        if (denied instanceof CsrfException && organising && nobody) {
            ask(request, response);
        } else {
            request.setAttribute(WebAttributes.ACCESS_DENIED_403, denied);
            new AccessDeniedHandlerImpl().handle(request, response, denied);
        }
    }

    /**
     * What a browser itself says to come from one of our own pages needs no cookie to prove it: no other site can make it say so.
     * So a form is still taken when the cookie is gone, as where a phone has closed the browser, and nothing typed is lost.
     */
    private static boolean isSentByOurOwnPage(HttpServletRequest request) {
        return "same-origin".equals(request.getHeader("Sec-Fetch-Site"));
    }

    /** Requests are measured as wholes; a measurement of each filter inside them, which nobody reads, costs more than most filters. */
    @Bean
    SecurityObservationSettings filtersUnmeasured() {
        return SecurityObservationSettings.noObservations();
    }

    /** A cookie, so that opening a mailed link begins no session. */
    @Bean
    CsrfTokenRepository csrfTokens(WebSettings settings) {
        var tokens = new CookieCsrfTokenRepository();
        tokens.setCookieName(settings.secure() ? "__Host-natter-form" : "natter-form");
        tokens.setCookiePath("/");
        tokens.setCookieCustomizer(
                cookie -> cookie.httpOnly(true).secure(settings.secure()).sameSite("Lax"));
        return tokens;
    }

    private static HttpSecurity headers(HttpSecurity http, WebSettings settings, boolean secret) {
        return http.headers(headers -> {
            headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT))
                    .permissionsPolicyHeader(policy -> policy.policy(DEVICES))
                    .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER))
                    .crossOriginOpenerPolicy(policy -> policy.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                    .crossOriginResourcePolicy(policy -> policy.policy(CrossOriginResourcePolicy.SAME_ORIGIN))
                    .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny);
            if (settings.secure()) {
                headers.httpStrictTransportSecurity(transport -> transport.requestMatcher(request -> true));
            }
            if (!secret) {
                headers.cacheControl(HeadersConfigurer.CacheControlConfig::disable);
            }
        });
    }
}
