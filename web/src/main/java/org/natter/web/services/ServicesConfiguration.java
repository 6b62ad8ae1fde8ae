package org.natter.web.services;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.natter.ids.TypedIds;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The three services' clients as beans; nobody waits longer than two seconds for an answer. */
@Configuration(proxyBeanMethods = false)
class ServicesConfiguration {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final ServiceClients clients;

    ServicesConfiguration(ServiceAddresses addresses, ServiceToken token) {
        this.clients = new ServiceClients(addresses, token, PATIENCE);
    }

    /** Every id, as it stands in addresses, forms and JSON. */
    @Bean
    static TypedIds ids() {
        return ServiceClients.IDS;
    }

    @Bean
    EventApi eventApi() {
        return clients.events();
    }

    @Bean
    BookingApi bookingApi() {
        return clients.attendee(BookingApi.class);
    }

    @Bean
    FeedbackMailsApi feedbackMailsApi() {
        return clients.attendee(FeedbackMailsApi.class);
    }

    @Bean
    SignInApi signInApi() {
        return clients.attendee(SignInApi.class);
    }

    @Bean
    HistoryApi historyApi() {
        return clients.attendee(HistoryApi.class);
    }

    @Bean
    CpdApi cpdApi() {
        return clients.attendee(CpdApi.class);
    }

    @Bean
    WritersApi writersApi() {
        return clients.attendee(WritersApi.class);
    }

    @Bean
    DoorApi doorApi() {
        return clients.attendee(DoorApi.class);
    }

    @Bean
    MailsApi mailsApi() {
        return clients.attendee(MailsApi.class);
    }

    @Bean
    FeedbackApi feedbackApi() {
        return clients.feedback();
    }

    /** Messages set aside, by the service whose they are. */
    @Bean
    Map<Backend, OperationsApi> operations() {
        return Arrays.stream(Backend.values()).collect(Collectors.toMap(Function.identity(), clients::operations));
    }
}
