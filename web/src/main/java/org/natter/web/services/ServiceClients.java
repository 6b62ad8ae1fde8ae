package org.natter.web.services;

import java.lang.reflect.Method;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.natter.ids.TypedIds;
import org.natter.messaging.TypedIdsJson;
import org.springframework.core.MethodParameter;
import org.springframework.core.convert.ConversionService;
import org.springframework.format.support.DefaultFormattingConversionService;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.ByteArrayHttpMessageConverter;
import org.springframework.http.converter.StringHttpMessageConverter;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.support.RestClientAdapter;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.invoker.HttpRequestValues;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The three services' clients: a fresh token for each call, JSON both ways, and an end to patience.
 *
 * <p>Made of addresses, a key and a clock alone, so whoever holds web's key asks as web does, with or without an application
 * around them.
 */
public final class ServiceClients {

    static final TypedIds IDS = TypedIds.of(
            EventId.class,
            AttendanceId.class,
            PersonId.class,
            RegionId.class,
            LabelId.class,
            AcquaintanceId.class,
            FormId.class,
            QuestionId.class,
            LinkToken.class);
    private static final JsonMapper JSON = json().build();

    private final ServiceAddresses addresses;
    private final ServiceToken token;
    private final Duration patience;
    private final Map<Backend, HttpServiceProxyFactory> clients = new ConcurrentHashMap<>();

    ServiceClients(ServiceAddresses addresses, ServiceToken token, Duration patience) {
        this.addresses = addresses;
        this.token = token;
        this.patience = patience;
    }

    /**
     * Clients for whoever is not web itself.
     *
     * @param privateKey what {@code natter.access.private-key} says to web
     * @param clock what the tokens' minute is taken from; the services' own
     * @param patience how long a service may take to answer, before it is {@link ServiceDown}
     */
    public static ServiceClients signedWith(
            String privateKey, ServiceAddresses addresses, Clock clock, Duration patience) {
        return new ServiceClients(addresses, new ServiceToken(new AccessSettings(privateKey, ""), clock), patience);
    }

    public EventApi events() {
        return client(Backend.EVENT, EventApi.class);
    }

    /** What attendee-service has under one of its interfaces; all of them go through one client. */
    public <T> T attendee(Class<T> api) {
        return client(Backend.ATTENDEE, api);
    }

    public FeedbackApi feedback() {
        return client(Backend.FEEDBACK, FeedbackApi.class);
    }

    /** Messages that this service has set aside. */
    public OperationsApi operations(Backend service) {
        return client(service, OperationsApi.class);
    }

    /** Fails on what is missing; knows nothing of what a newer service may send besides. */
    static JsonMapper.Builder json() {
        return JsonMapper.builder()
                .addModule(new TypedIdsJson(IDS))
                .annotationIntrospector(new RequiredUnlessNullable())
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    private <T> T client(Backend service, Class<T> api) {
        return clients.computeIfAbsent(service, this::madeFor).createClient(api);
    }

    private HttpServiceProxyFactory madeFor(Backend service) {
        var calls = RestClientAdapter.create(RestClient.builder()
                .baseUrl(addresses.of(service).toString())
                .requestFactory(requests())
                .configureMessageConverters(converters -> converters
                        .withStringConverter(new StringHttpMessageConverter(StandardCharsets.UTF_8))
                        .addCustomConverter(new ByteArrayHttpMessageConverter())
                        .withJsonConverter(new JacksonJsonHttpMessageConverter(JSON)))
                .defaultHeader(
                        HttpHeaders.ACCEPT, MediaType.APPLICATION_JSON_VALUE, MediaType.APPLICATION_PROBLEM_JSON_VALUE)
                .build());
        return HttpServiceProxyFactory.builderFor(new ApiAdapter(calls, service, JSON))
                .customArgumentResolver((argument, parameter, call) -> signed(argument, parameter, call, service))
                .httpRequestValuesProcessor((method, parameters, arguments, call) -> describe(method, call))
                .conversionService(texts())
                .build();
    }

    private static void describe(Method method, HttpRequestValues.Builder call) {
        call.addAttribute(ApiAdapter.MAY_BE_ABSENT, method.getReturnType() == Optional.class);
        call.addAttribute(ApiAdapter.READS, reads(method));
        call.addAttribute(ApiAdapter.TWICE_IS_ONCE, method.isAnnotationPresent(TwiceIsOnce.class));
    }

    /** A mailed link is read by a POST, since its token belongs in no address. */
    private static boolean reads(Method method) {
        var post = method.getAnnotation(PostExchange.class);
        return method.isAnnotationPresent(GetExchange.class)
                || post != null && post.value().endsWith("/read");
    }

    private boolean signed(
            @Nullable Object argument, MethodParameter parameter, HttpRequestValues.Builder call, Backend service) {
        if (!(argument instanceof Caller caller)) {
            return false;
        }
        call.addHeader(HttpHeaders.AUTHORIZATION, "Bearer " + token.of(caller, service));
        return true;
    }

    private ConversionService texts() {
        var texts = new DefaultFormattingConversionService();
        IDS.all().forEach(id -> texts.addConverter(id.type(), String.class, id::write));
        return texts;
    }

    private JdkClientHttpRequestFactory requests() {
        var http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(patience)
                .build();
        var requests = new JdkClientHttpRequestFactory(http);
        requests.setReadTimeout(patience);
        return requests;
    }
}
