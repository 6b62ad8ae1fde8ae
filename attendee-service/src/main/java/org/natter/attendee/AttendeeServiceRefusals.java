package org.natter.attendee;

import org.natter.access.RefusalTable;
import org.natter.attendee.person.UnknownAttendance;
import org.natter.attendee.person.UnknownPerson;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;

/** How this service's refusals are answered; the sentences stand in {@code attendee-service-problems.properties}. */
@Configuration(proxyBeanMethods = false)
class AttendeeServiceRefusals {

    @Bean
    RefusalTable refusalTable() {
        return RefusalTable.empty()
                .on(UnknownPerson.class, HttpStatus.NOT_FOUND, "unknown-person")
                .on(UnknownAttendance.class, HttpStatus.NOT_FOUND, "not-found");
    }
}
