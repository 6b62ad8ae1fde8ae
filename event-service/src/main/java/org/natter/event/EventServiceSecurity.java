package org.natter.event;

import static org.natter.access.Role.ANSWER;
import static org.natter.access.Role.ATTENDEE;
import static org.natter.access.Role.DOOR;
import static org.natter.access.Role.ORGANISER;
import static org.natter.access.Role.OWNER;
import static org.natter.access.Role.PUBLIC;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import org.natter.access.AccessConfiguration;
import org.natter.access.AccessTable;
import org.natter.access.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Who may call what: the programme is everybody's to read, planning is the organisers'. */
@Configuration(proxyBeanMethods = false)
@Import(AccessConfiguration.class)
class EventServiceSecurity {

    private static final Role[] ORGANISERS = {OWNER, ORGANISER};
    private static final Role[] ANYBODY = {OWNER, ORGANISER, DOOR, ATTENDEE, ANSWER, PUBLIC};

    @Bean
    AccessTable accessTable() {
        return AccessTable.of("event-service")
                .row(GET, "/regions", ANYBODY)
                .row(GET, "/regions/*", ANYBODY)
                .row(POST, "/regions", OWNER)
                .row(PUT, "/regions/*", OWNER)
                .row(GET, "/programme/**", ANYBODY)
                .row("/events/**", ORGANISERS)
                .row("/overview", ORGANISERS)
                .row("/overview/*", ORGANISERS)
                .row("/operations/**", OWNER);
    }
}
