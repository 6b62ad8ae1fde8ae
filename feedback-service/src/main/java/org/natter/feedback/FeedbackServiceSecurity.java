package org.natter.feedback;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.BadJWTException;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.convert.converter.Converter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import tools.jackson.databind.json.JsonMapper;

/**
 * Who may call what. Every route wants a token that web signed for this service within the last two minutes; what is
 * not named here is denied. Organisers count; nobody but its writer sees an answer.
 */
@Configuration(proxyBeanMethods = false)
class FeedbackServiceSecurity {

    private static final Set<String> ROLES = Set.of("OWNER", "ORGANISER", "DOOR", "ATTENDEE", "ANSWER", "PUBLIC");
    private static final Duration SKEW = Duration.ofSeconds(60);
    private static final Duration LONGEST_LIFE = Duration.ofMinutes(2);

    @Bean
    @Order(1)
    SecurityFilterChain managementAccess(HttpSecurity http) throws Exception {
        return http.securityMatcher(EndpointRequest.toAnyEndpoint())
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain access(HttpSecurity http, JwtDecoder decoder, JsonMapper json) throws Exception {
        AuthenticationEntryPoint noToken = (request, response, failure) -> {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
            write(json, response, HttpStatus.UNAUTHORIZED, "no-token", "Sign in to do this.");
        };
        AccessDeniedHandler notAllowed = (request, response, failure) ->
                write(json, response, HttpStatus.FORBIDDEN, "not-allowed", "You can't do this.");
        return http.authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers(HttpMethod.GET, "/v3/api-docs", "/v3/api-docs/**", "/v3/api-docs.yaml")
                        .permitAll()
                        .requestMatchers(HttpMethod.POST, "/links/read", "/links/stop", "/follow-ups/not-yet")
                        .hasAnyRole("PUBLIC", "ANSWER")
                        .requestMatchers("/answers/**")
                        .hasRole("ANSWER")
                        .requestMatchers(HttpMethod.POST, "/comments", "/outcomes")
                        .hasRole("ANSWER")
                        .requestMatchers(HttpMethod.GET, "/events/*/turnout")
                        .hasAnyRole("ORGANISER", "OWNER")
                        .requestMatchers("/operations/**")
                        .hasRole("OWNER")
                        .anyRequest()
                        .denyAll())
                .oauth2ResourceServer(
                        server -> server.jwt(jwt -> jwt.decoder(decoder).jwtAuthenticationConverter(oneRole()))
                                .authenticationEntryPoint(noToken)
                                .accessDeniedHandler(notAllowed))
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(noToken).accessDeniedHandler(notAllowed))
                .csrf(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .build();
    }

    @Bean
    JwtDecoder tokens(@Value("${natter.access.public-keys:}") String publicKeys, Clock clock) {
        var processor = new DefaultJWTProcessor<SecurityContext>();
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(JWSAlgorithm.ES256, keys(publicKeys)));
        processor.setJWTClaimsSetVerifier((claims, context) -> requireShortLife(claims));
        var timestamps = new JwtTimestampValidator(SKEW);
        timestamps.setClock(clock);
        var decoder = new NimbusJwtDecoder(processor);
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<Jwt>(
                timestamps,
                new JwtIssuerValidator("natter-web"),
                new JwtClaimValidator<List<String>>(JwtClaimNames.AUD, List.of("feedback-service")::equals),
                new JwtClaimValidator<String>(JwtClaimNames.SUB, subject -> subject != null && !subject.isEmpty())));
        return decoder;
    }

    /**
     * Whether a token is in force is judged later, by our clock; here only what the decoder hides: it invents an
     * {@code iat} where there is none.
     */
    private static void requireShortLife(JWTClaimsSet claims) throws BadJWTException {
        var issued = claims.getIssueTime();
        var expires = claims.getExpirationTime();
        if (issued == null
                || expires == null
                || Duration.between(issued.toInstant(), expires.toInstant()).compareTo(LONGEST_LIFE) > 0) {
            throw new BadJWTException("no token of a minute");
        }
    }

    private static JWKSource<SecurityContext> keys(String publicKeys) {
        if (publicKeys.isBlank()) {
            LoggerFactory.getLogger(FeedbackServiceSecurity.class)
                    .warn("natter.access.public-keys is not set: every call will be refused");
            return new ImmutableJWKSet<>(new JWKSet());
        }
        return AccessKeys.of(publicKeys);
    }

    private static Converter<Jwt, AbstractAuthenticationToken> oneRole() {
        return token -> {
            var role = token.getClaims().get("role") instanceof String named ? named : "";
            return new JwtAuthenticationToken(
                    token, ROLES.contains(role) ? List.of(new SimpleGrantedAuthority("ROLE_" + role)) : List.of());
        };
    }

    private static void write(
            JsonMapper json, HttpServletResponse response, HttpStatus status, String slug, String detail)
            throws IOException {
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        json.writeValue(response.getOutputStream(), FeedbackProblems.problem(status, slug, detail));
    }
}
