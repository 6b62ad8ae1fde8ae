package org.natter.attendee;

import static org.natter.access.Role.ANSWER;
import static org.natter.access.Role.ATTENDEE;
import static org.natter.access.Role.DOOR;
import static org.natter.access.Role.ORGANISER;
import static org.natter.access.Role.OWNER;
import static org.natter.access.Role.PUBLIC;
import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import org.natter.access.AccessConfiguration;
import org.natter.access.AccessTable;
import org.natter.access.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Who may call what. Names are for the door; those who answer see the roster, and everybody only their own pages. */
@Configuration(proxyBeanMethods = false)
@Import(AccessConfiguration.class)
class AttendeeServiceSecurity {

    private static final Role[] ORGANISERS = {OWNER, ORGANISER};
    private static final Role[] AT_THE_DOOR = {OWNER, ORGANISER, DOOR};
    private static final Role[] VISITORS = {PUBLIC, ATTENDEE};
    private static final Role[] ANYBODY = {OWNER, ORGANISER, DOOR, ATTENDEE, ANSWER, PUBLIC};

    @Bean
    AccessTable accessTable() {
        return AccessTable.of("attendee-service")
                .row(POST, "/bookings", VISITORS)
                .row(POST, "/bookings/by-hand", ORGANISERS)
                .row(DELETE, "/events/*/bookings/*", ORGANISERS)
                .row(POST, "/events/*/bookings/*/offer", ORGANISERS)
                .row(POST, "/booking-links/*", VISITORS)
                .row(POST, "/stop-links/*", VISITORS)
                .row(POST, "/sign-in-links", VISITORS)
                .row(POST, "/sign-ins", VISITORS)
                .row(GET, "/places", ANYBODY)
                .row(GET, "/events/*/places", ANYBODY)
                .row(GET, "/events/*/attendees", AT_THE_DOOR)
                .row(POST, "/events/*/check-ins", AT_THE_DOOR)
                .row(DELETE, "/events/*/check-ins/*", AT_THE_DOOR)
                .row(POST, "/events/*/walk-ins", AT_THE_DOOR)
                .row(PUT, "/events/*/hosts", ORGANISERS)
                .row(POST, "/events/*/mail-previews", ORGANISERS)
                .row("/events/*/roster", ANSWER)
                .row("/events/*/labels", ANSWER)
                .row("/events/*/private-words", ANSWER)
                .row("/events/*/outcomes/*/words", ANSWER)
                .row(GET, "/attendances/*/greeting", ANSWER)
                .row(GET, "/attendances/*/evening", ANSWER)
                .row(POST, "/attendances/*/key", ANSWER)
                .row(POST, "/attendances/*/not-mine", ANSWER)
                .row(POST, "/attendances/*/named", ANSWER)
                .row("/me/**", ATTENDEE)
                .row("/outbox/**", ORGANISERS)
                .row("/operations/**", OWNER);
    }
}
