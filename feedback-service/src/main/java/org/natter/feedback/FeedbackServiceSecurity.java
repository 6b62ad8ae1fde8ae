package org.natter.feedback;

import static org.natter.access.Role.ANSWER;
import static org.natter.access.Role.ORGANISER;
import static org.natter.access.Role.OWNER;
import static org.natter.access.Role.PUBLIC;
import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;

import org.natter.access.AccessConfiguration;
import org.natter.access.AccessTable;
import org.natter.access.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Who may call what. Organisers count; nobody but its writer sees an answer. */
@Configuration(proxyBeanMethods = false)
@Import(AccessConfiguration.class)
class FeedbackServiceSecurity {

    private static final Role[] ORGANISERS = {OWNER, ORGANISER};
    private static final Role[] LINK_HOLDERS = {PUBLIC, ANSWER};

    @Bean
    AccessTable accessTable() {
        return AccessTable.of("feedback-service")
                .row(POST, "/links/read", LINK_HOLDERS)
                .row(POST, "/links/stop", LINK_HOLDERS)
                .row(POST, "/links/ask-again", LINK_HOLDERS)
                .row(POST, "/links/stay-away", LINK_HOLDERS)
                .row(POST, "/talks/read", LINK_HOLDERS)
                .row(POST, "/talks/reply", LINK_HOLDERS)
                .row(POST, "/follow-ups/not-yet", LINK_HOLDERS)
                .row("/answers/**", ANSWER)
                .row(POST, "/comments", ANSWER)
                .row(POST, "/comments/own", ANSWER)
                .row(POST, "/outcomes", ANSWER)
                .row(DELETE, "/outcomes/*", ANSWER)
                .row(GET, "/events/*/turnout", ORGANISERS)
                .row(POST, "/events/*/list", ORGANISERS)
                .row(GET, "/lists", ORGANISERS)
                .row("/events/*/questions", ORGANISERS)
                .row(GET, "/events/*/feedback", ORGANISERS)
                .row(GET, "/events/*/mixing", ORGANISERS)
                .row(GET, "/regions/*/chatting", ORGANISERS)
                .row("/operations/**", OWNER);
    }
}
