package org.natter.web.services;

import java.util.Map;
import java.util.TreeMap;

/**
 * On whose behalf web calls a service: becomes the claims of the call's token.
 *
 * @param subject who: an organiser's, person's or attendance's id, or {@code public}
 * @param role one of the seven roles of the services
 * @param scope further claims by name: {@code region}, {@code event}, {@code gen}
 */
public record Caller(String subject, String role, Map<String, Object> scope) {

    public Caller {
        scope = Map.copyOf(scope);
    }

    /** Anybody: what everybody may see and do. */
    public static Caller everybody() {
        return new Caller("public", "PUBLIC", Map.of());
    }

    /** An owner of the network. */
    public static Caller owner(String organiser) {
        return new Caller(organiser, "OWNER", Map.of());
    }

    /** An organiser, within one region. */
    public static Caller organiser(String organiser, String region) {
        return new Caller(organiser, "ORGANISER", Map.of("region", region));
    }

    /** A helper at the door of one event. */
    public static Caller door(String helper, String event) {
        return new Caller(helper, "DOOR", Map.of("event", event));
    }

    /** A signed-in attendee. */
    public static Caller attendee(String person) {
        return new Caller(person, "ATTENDEE", Map.of());
    }

    /** Whoever holds the feedback link of one attendance, in the generation the link was issued in. */
    public static Caller answer(String attendance, String event, int generation) {
        var scope = new TreeMap<String, Object>();
        scope.put("event", event);
        scope.put("gen", generation);
        return new Caller(attendance, "ANSWER", scope);
    }
}
