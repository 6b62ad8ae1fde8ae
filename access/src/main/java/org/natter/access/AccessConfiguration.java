package org.natter.access;

import jakarta.servlet.DispatcherType;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.natter.ids.TypedIds;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.format.FormatterRegistry;
import org.springframework.http.HttpMethod;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

/**
 * Everything a service needs to know who calls it and to say no: imported beside its {@link AccessTable} and its {@link
 * RefusalTable}.
 *
 * <p>Guarantee: every route wants a token that web signed for this service within the last two minutes, and what the
 * table does not name is denied. Two things are open: the management port's endpoints, which listen on the loopback
 * address, and the description of the API. Without web's public keys the application does not start.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AccessSettings.class)
@Import({RequestProblems.class, LastWords.class, ApiDescription.class})
public class AccessConfiguration {

    private static final String[] API_DOCS = {"/v3/api-docs", "/v3/api-docs/**", "/v3/api-docs.yaml"};

    @Bean
    JwtDecoder tokenDecoder(AccessSettings settings, AccessTable table, Clock clock) {
        var checks = TokenChecks.decoder(AccessKeys.of(settings.publicKeys()), table.service(), clock);
        return new CheckedTokens(checks, clock);
    }

    @Bean
    ProblemWords problemWords(AccessTable table) {
        return new ProblemWords(table.service());
    }

    @Bean
    Refusals doorRefusals(AccessTable table, ProblemWords words, JsonMapper json) {
        return new Refusals(table, words, json);
    }

    @Bean
    HandlerExceptionResolver refusalAnswers(ObjectProvider<RefusalTable> table, ProblemWords words, JsonMapper json) {
        return new RefusalAnswers(table.getIfAvailable(RefusalTable::empty), words, json);
    }

    @Bean
    PlainTruths plainTruths() {
        return new PlainTruths();
    }

    @Bean
    BareAnswers answersOfTheServerItself(ProblemWords words, JsonMapper json) {
        return new BareAnswers(words, json);
    }

    /** Requests are measured as wholes; a measurement of each filter inside them, which nobody reads, costs more than most filters. */
    @Bean
    SecurityObservationSettings filtersUnmeasured() {
        return SecurityObservationSettings.noObservations();
    }

    /** Every method gets as far as the table, which says by which an address takes calls. */
    @Bean
    HttpFirewall methodsAreTheTablesBusiness() {
        var firewall = new StrictHttpFirewall();
        firewall.setUnsafeAllowAnyHttpMethod(true);
        return firewall;
    }

    /** Callers as parameters, and typed ids in paths and queries: what is no id is an address where nothing is. */
    @Bean
    WebMvcConfigurer accessArguments(ObjectProvider<TypedIds> ids, JsonMapper json) {
        return new WebMvcConfigurer() {
            @Override
            public void configureMessageConverters(HttpMessageConverters.ServerBuilder converters) {
                converters.withJsonConverter(new JacksonJsonHttpMessageConverter(RequestJson.of(json)));
            }

            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new CallerArgument());
            }

            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new QueryTexts());
            }

            @Override
            public void addFormatters(FormatterRegistry registry) {
                registry.addConverter(String.class, Instant.class, Texts::instant);
                registry.addConverter(String.class, LocalDate.class, Texts::date);
                registry.addConverter(String.class, Integer.class, Integer::valueOf);
                ids.forEach(known -> known.all().forEach(id -> add(registry, id)));
            }

            private <T extends Record> void add(FormatterRegistry registry, TypedIds.Id<T> id) {
                registry.addConverter(String.class, id.type(), id::read);
                registry.addConverter(id.type(), String.class, id::write);
            }
        };
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
    SecurityFilterChain serviceAccess(HttpSecurity http, AccessTable table, JwtDecoder tokens, Refusals refusals)
            throws Exception {
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
        for (var row : table.rows()) {
            var roles = row.roles().stream().map(Role::name).toArray(String[]::new);
            if (row.method() == null) {
                requests.requestMatchers(row.path()).hasAnyRole(roles);
            } else {
                row.methods()
                        .forEach(method ->
                                requests.requestMatchers(method, row.path()).hasAnyRole(roles));
            }
        }
        requests.anyRequest().denyAll();
    }
}
