package org.natter.local.stack;

import java.util.ArrayList;
import java.util.List;

/** What each application is told at its start, as arguments of its command line. */
record ApplicationSettings(Ports ports, StackKeys keys, String kafka, String mongodb, String smtp, String baseUrl) {

    List<String> of(Application application) {
        var settings = new ArrayList<String>(List.of(
                "--server.address=127.0.0.1",
                "--server.port=" + ports.applications().get(application),
                "--management.server.address=127.0.0.1",
                "--management.server.port=" + ports.management().get(application),
                "--spring.main.banner-mode=off",
                "--spring.jmx.enabled=false",
                "--spring.lifecycle.timeout-per-shutdown-phase=5s",
                "--NATTER_KAFKA_BOOTSTRAP=" + kafka,
                "--NATTER_MONGODB_URI=" + mongodb,
                "--NATTER_SMTP_URL=" + smtp,
                "--natter.base-url=" + baseUrl));
        settings.addAll(
                switch (application) {
                    case EVENT_SERVICE -> List.of(publicKeys());
                    case ATTENDEE_SERVICE ->
                        List.of(publicKeys(), feedbackKeys(), "--natter.links.own-keys=" + keys.ownLinks());
                    case FEEDBACK_SERVICE -> List.of(publicKeys(), feedbackKeys());
                    case WEB ->
                        List.of(
                                "--natter.access.private-key=" + keys.accessPrivate(),
                                "--natter.services.event=" + ports.addressOf(Application.EVENT_SERVICE),
                                "--natter.services.attendee=" + ports.addressOf(Application.ATTENDEE_SERVICE),
                                "--natter.services.feedback=" + ports.addressOf(Application.FEEDBACK_SERVICE));
                });
        return settings;
    }

    private String publicKeys() {
        return "--natter.access.public-keys=" + keys.accessPublic();
    }

    private String feedbackKeys() {
        return "--natter.links.feedback-keys=" + keys.feedbackLinks();
    }

    @Override
    public String toString() {
        return "ApplicationSettings[masked]";
    }
}
