package org.natter.access;

import java.util.Map;
import java.util.Optional;

/**
 * Who calls, as the verified token says; a controller's method asks for one as a parameter.
 *
 * <p>Guarantee: made from a checked token alone. A scope that the token does not name reaches nothing.
 *
 * @param subject who: an account's, a person's or a visit's id, or {@code public}
 * @param region the one region of an organiser
 * @param event the one event of a door helper or of somebody who answers
 * @param generation of the personal link that was opened; 0 if there was none
 */
public record Caller(String subject, Role role, Optional<String> region, Optional<String> event, int generation) {

    static Caller of(String subject, Role role, Map<String, Object> claims) {
        return new Caller(
                subject,
                role,
                text(claims, "region"),
                text(claims, "event"),
                claims.get("gen") instanceof Number generation ? generation.intValue() : 0);
    }

    /** Whether the caller runs the events of this region. */
    public boolean runs(String region) {
        return role == Role.OWNER || role == Role.ORGANISER && this.region.equals(Optional.of(region));
    }

    /** Whether the caller may welcome people at this event, which belongs to this region. */
    public boolean welcomesAt(String event, String region) {
        return runs(region) || role == Role.DOOR && this.event.equals(Optional.of(event));
    }

    /** Whether the caller answers about this event. */
    public boolean answersAbout(String event) {
        return role == Role.ANSWER && this.event.equals(Optional.of(event));
    }

    private static Optional<String> text(Map<String, Object> claims, String name) {
        return claims.get(name) instanceof String text ? Optional.of(text) : Optional.empty();
    }
}
