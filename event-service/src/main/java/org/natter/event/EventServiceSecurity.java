package org.natter.event;

import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;

import org.natter.access.AccessConfiguration;
import org.natter.access.AccessTable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Who may call what: the programme is everybody's to read, planning is the organisers'. */
@Configuration(proxyBeanMethods = false)
@Import(AccessConfiguration.class)
class EventServiceSecurity {

    private static final String[] ORGANISERS = {"OWNER", "ORGANISER"};
    private static final String[] ANYBODY = {"OWNER", "ORGANISER", "DOOR", "ATTENDEE", "ANSWER", "PUBLIC"};

    @Bean
    AccessTable accessTable() {
        return AccessTable.of("event-service")
                .row(GET, "/regions", ANYBODY)
                .row(GET, "/regions/*", ANYBODY)
                .row(POST, "/regions", "OWNER")
                .row(GET, "/programme/**", ANYBODY)
                .row("/events/**", ORGANISERS)
                .row("/overview", ORGANISERS)
                .row("/overview/*", ORGANISERS)
                .row("/operations/**", "OWNER");
    }
}
