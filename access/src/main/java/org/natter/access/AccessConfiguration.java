package org.natter.access;

import jakarta.servlet.DispatcherType;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.web.SecurityFilterChain;
import tools.jackson.databind.json.JsonMapper;

/**
 * Everything a service needs to know who calls it; imported beside its {@link AccessTable}.
 *
 * <p>Guarantee: every route wants a token that web signed for this service within the last two minutes, and what the
 * table does not name is denied. Two things are open: the management port's endpoints, which listen on the loopback
 * address, and the description of the API. Without web's public keys the application does not start.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AccessSettings.class)
@Import(RequestProblems.class)
public class AccessConfiguration {

    private static final String[] API_DOCS = {"/v3/api-docs", "/v3/api-docs/**", "/v3/api-docs.yaml"};

    @Bean
    JwtDecoder tokenDecoder(AccessSettings settings, AccessTable table, Clock clock) {
        return TokenChecks.decoder(AccessKeys.of(settings.publicKeys()), table.service(), clock);
    }

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
    SecurityFilterChain serviceAccess(HttpSecurity http, AccessTable table, JwtDecoder tokens, JsonMapper json)
            throws Exception {
        var refusals = new Refusals(json);
        return http.authorizeHttpRequests(requests -> apply(table, requests))
                .oauth2ResourceServer(
                        server -> server.jwt(jwt -> jwt.decoder(tokens).jwtAuthenticationConverter(TokenChecks::caller))
                                .authenticationEntryPoint(refusals)
                                .accessDeniedHandler(refusals))
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .csrf(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .build();
    }

    private static void apply(
            AccessTable table,
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
        requests.dispatcherTypeMatchers(DispatcherType.ERROR).permitAll();
        requests.requestMatchers(HttpMethod.GET, API_DOCS).permitAll();
        table.rows()
                .forEach(row -> requests.requestMatchers(row.method(), row.path())
                        .hasAnyRole(row.roles().toArray(String[]::new)));
        requests.anyRequest().denyAll();
    }
}
