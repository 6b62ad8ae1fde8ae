package org.natter.local.story;

import static org.natter.local.stack.Application.ATTENDEE_SERVICE;
import static org.natter.local.stack.Application.FEEDBACK_SERVICE;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.natter.local.mailbox.ReceivedMail;
import tools.jackson.databind.JsonNode;

/** What people do with the links in their feedback and follow-up mails, through the services that web would ask. */
final class Answers {

    /** How the subject of every first feedback mail begins. */
    static final String HOW_WAS_IT = "How was ";

    /** The subject of every follow-up mail. */
    static final String CAME_OF_IT = "Did anything come of it?";

    private final Services services;
    private final MailReader mails;
    private final Crowd crowd;

    Answers(Services services, MailReader mails, Crowd crowd) {
        this.services = services;
        this.mails = mails;
        this.crowd = crowd;
    }

    /**
     * Opens the newest feedback link that came since the instant, fills in what the form says, and sends it; true if
     * there is somebody in it about whom the writer will be asked again.
     */
    boolean answer(GuestBooking booking, FeedbackForm form, Instant since) {
        ReceivedMail mail = mails.await(booking.guest().email(), HOW_WAS_IT, since);
        Pass pass = pass(MailReader.token(mail, "/f/"));
        String event = booking.event().event();
        Map<String, String> byName = form.namesNobody() ? Map.of() : roster(event, pass);
        List<String> labels = new ArrayList<>();
        for (String words : form.labels()) {
            labels.add(services.post(ATTENDEE_SERVICE, pass, "/events/" + event + "/labels", Map.of("words", words))
                    .get("label")
                    .asString());
        }
        SortedMap<Integer, Map<String, Object>> steps = form.steps(byName, labels);
        steps.forEach((step, body) ->
                services.put(FEEDBACK_SERVICE, pass, "/answers/" + pass.subject() + "/steps/" + step, body));
        services.post(FEEDBACK_SERVICE, pass, "/answers/" + pass.subject() + "/send", Map.of());
        return steps.containsKey(FeedbackForm.TALKS) || !labels.isEmpty();
    }

    /** What the holder of a feedback or follow-up link may do. */
    Pass pass(String token) {
        JsonNode link = services.post(FEEDBACK_SERVICE, Pass.everybody(), "/links/read", Map.of("token", token));
        return Pass.answer(
                link.get("attendance").asString(),
                link.get("event").asString(),
                link.get("generation").asInt());
    }

    /** Tells by the newest follow-up link since the instant what came of it, thanks to an attendance or to hearsay. */
    void tell(
            String name,
            Instant since,
            String kind,
            String direction,
            int year,
            int month,
            Map<String, String> credited) {
        ReceivedMail mail = mails.await(Cast.one(name).email(), CAME_OF_IT, since);
        tell(pass(MailReader.token(mail, "/w/")), kind, direction, year, month, credited);
    }

    /** The same for a link that was read already. */
    void tell(Pass pass, String kind, String direction, int year, int month, Map<String, String> credited) {
        services.post(
                FEEDBACK_SERVICE,
                pass,
                "/outcomes",
                Map.of(
                        "id", crowd.id(),
                        "kind", kind,
                        "direction", direction,
                        "year", year,
                        "month", month,
                        "credited", List.of(credited)));
    }

    /** Attendances by name, of those who chose to be listed. */
    private Map<String, String> roster(String event, Pass pass) {
        Map<String, String> byName = new HashMap<>();
        services.get(ATTENDEE_SERVICE, pass, "/events/" + event + "/roster")
                .forEach(entry -> byName.put(
                        entry.get("name").asString(), entry.get("attendance").asString()));
        return byName;
    }
}
