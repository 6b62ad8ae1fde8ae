package org.natter.attendee;

import org.jspecify.annotations.Nullable;
import org.natter.attendee.booking.EventCard;
import org.natter.attendee.booking.UnknownEvent;
import org.natter.attendee.person.AttendanceId;
import org.natter.attendee.person.EventId;
import org.natter.attendee.person.PersonId;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * Who calls, as the verified token says. An owner acts everywhere, an organiser in one region, a door helper at one event,
 * somebody who answers as one attendance of one event; all else does not exist for them.
 */
public record Caller(
        String subject,
        String role,
        @Nullable String region,
        @Nullable String event) {

    public static Caller of(Jwt token) {
        return new Caller(
                String.valueOf(token.getSubject()),
                String.valueOf(token.getClaimAsString("role")),
                token.getClaimAsString("region"),
                token.getClaimAsString("event"));
    }

    public boolean isDoorHelper() {
        return "DOOR".equals(role);
    }

    /**
     * The event, if the caller may act there.
     *
     * @throws UnknownEvent if not
     */
    public EventId within(EventCard card) {
        boolean may = "OWNER".equals(role)
                || "ORGANISER".equals(role) && card.region().value().equals(region)
                || isDoorHelper() && card.event().value().equals(event);
        if (!may) {
            throw UnknownEvent.withId(card.event());
        }
        return card.event();
    }

    /**
     * The attendance that answers, at its own event.
     *
     * @throws UnknownEvent at any other
     */
    public AttendanceId answering(EventId at) {
        if (!at.value().equals(event)) {
            throw UnknownEvent.withId(at);
        }
        return answering();
    }

    /** The attendance that answers. */
    public AttendanceId answering() {
        try {
            return new AttendanceId(subject);
        } catch (IllegalArgumentException e) {
            throw new AccessDeniedException("the token's subject is no attendance", e);
        }
    }

    /** The signed-in person. */
    public PersonId person() {
        try {
            return new PersonId(subject);
        } catch (IllegalArgumentException e) {
            throw new AccessDeniedException("the token's subject is no person", e);
        }
    }
}
