package org.natter.web.services;

import org.natter.web.WebSettings;
import org.springframework.stereotype.Component;

/** What attendee pages ask of attendee-service. Throws {@link ServiceDown} and {@link ServiceRefusal}. */
@Component
public class AttendeeServiceClient {

    private final ServiceCalls calls;

    AttendeeServiceClient(WebSettings settings, ServiceToken token) {
        this.calls = new ServiceCalls(NatterService.ATTENDEE, settings.services().attendee(), token);
    }

    /** Asks for one thing. */
    public <T> T get(Caller caller, Class<T> type, String path, Object... variables) {
        return calls.get(caller, type, path, variables);
    }

    /** Does one thing and reads what came of it; {@code body} becomes JSON. */
    public <T> T post(Caller caller, Object body, Class<T> type, String path, Object... variables) {
        return calls.post(caller, body, type, path, variables);
    }
}
