package org.natter.web.services;

import static org.natter.web.services.Asking.flag;
import static org.natter.web.services.Asking.list;
import static org.natter.web.services.Asking.text;
import static org.natter.web.services.Asking.word;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.natter.web.attendee.AnswerPass;
import org.natter.web.attendee.AttendanceId;
import org.natter.web.attendee.Names;
import org.natter.web.attendee.OutOfReach.Part;
import org.natter.web.attendee.Who;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Names, labels and private words over attendee-service's REST API, for whoever holds a feedback link. */
@Component
class RestNames implements Names {

    private final ServiceCalls calls;
    private final Asking asking = new Asking(Part.NAMES);

    RestNames(ServiceAddresses settings, ServiceToken token) {
        this.calls = new ServiceCalls(Backend.ATTENDEE, settings.attendee(), token);
    }

    @Override
    public List<Listed> roster(AnswerPass pass) {
        var roster = asking.ask(() -> calls.get(caller(pass), JsonNode.class, "/events/{event}/roster", event(pass)));
        return list(roster).stream()
                .map(person -> new Listed(
                        new AttendanceId(text(person, "attendance")),
                        text(person, "name"),
                        word(person, "sector"),
                        flag(person, "newcomer")))
                .toList();
    }

    /** An object of ids and words, or a list of both. */
    @Override
    public Map<String, String> labels(AnswerPass pass) {
        var answer = asking.ask(() -> calls.get(caller(pass), JsonNode.class, "/events/{event}/labels", event(pass)));
        var labels = new LinkedHashMap<String, String>();
        list(answer.isArray() ? answer : answer.path("labels"))
                .forEach(label -> labels.put(text(label, "label"), text(label, "words")));
        return labels;
    }

    @Override
    public Who label(AnswerPass pass, String words) {
        var label = asking.ask(() ->
                calls.post(caller(pass), new Words(words), JsonNode.class, "/events/{event}/labels", event(pass)));
        return new Who(Who.Kind.LABEL, text(label, "label"));
    }

    @Override
    public String privateWords(AnswerPass pass) {
        return asking.find(() -> calls.get(caller(pass), JsonNode.class, "/events/{event}/private-words", event(pass)))
                .map(words -> text(words, "overheard"))
                .orElse("");
    }

    @Override
    public void keepPrivateWords(AnswerPass pass, String words) {
        asking.ask(() -> {
            calls.send(
                    caller(pass), HttpMethod.PUT, new Overheard(words), "/events/{event}/private-words", event(pass));
            return words;
        });
    }

    @Override
    public Greeting greeting(AnswerPass pass) {
        var greeting = asking.ask(() -> calls.get(
                caller(pass),
                JsonNode.class,
                "/attendances/{attendance}/greeting",
                pass.attendance().value()));
        return new Greeting(text(greeting, "name"), text(greeting, "initial"), text(greeting, "eventTitle"));
    }

    private static Caller caller(AnswerPass pass) {
        return Caller.answer(pass.attendance().value(), event(pass), pass.generation());
    }

    private static String event(AnswerPass pass) {
        return pass.event().value();
    }

    private record Words(String words) {}

    private record Overheard(String overheard) {}
}
