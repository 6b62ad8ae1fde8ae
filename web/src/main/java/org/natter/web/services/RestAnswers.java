package org.natter.web.services;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.natter.web.attendee.AnswerPass;
import org.natter.web.attendee.Answers;
import org.natter.web.attendee.FormId;
import org.natter.web.attendee.OutOfReach.Part;
import org.natter.web.attendee.Token;
import org.natter.web.attendee.Who;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Feedback links, answers and outcomes over feedback-service's REST API. */
@Component
class RestAnswers implements Answers {

    private final ServiceCalls calls;
    private final Asking asking = new Asking(Part.FEEDBACK);

    RestAnswers(ServiceAddresses settings, ServiceToken token) {
        this.calls = new ServiceCalls(Backend.FEEDBACK, settings.feedback(), token);
    }

    @Override
    public Optional<Link> read(Token link) {
        return asking.find(() -> calls.post(Caller.everybody(), new Press(link.value()), JsonNode.class, "/links/read"))
                .map(AnswerJson::link);
    }

    @Override
    public Answer find(AnswerPass pass) {
        return asking.ask(() -> AnswerJson.answer(calls.get(
                caller(pass),
                JsonNode.class,
                "/answers/{attendance}",
                pass.attendance().value())));
    }

    @Override
    public Answer saveEvening(AnswerPass pass, int worthComing, int feltWelcome) {
        return save(pass, 1, new Evening(worthComing, feltWelcome));
    }

    @Override
    public Answer saveNewPeople(AnswerPass pass, List<Who> met, int others) {
        var people = met.stream().map(who -> new MetNew(who)).toList();
        var unnamed = others == 0 ? List.<Others>of() : List.of(new Others("NOT_SAID", others));
        return save(pass, 2, new NewPeople(people, unnamed));
    }

    @Override
    public Answer saveKnownPeople(AnswerPass pass, List<Known> met, String knownBefore) {
        var people = met.stream()
                .map(known -> new MetBefore(known.who(), known.little() ? "BIT" : "WELL"))
                .toList();
        return save(pass, 3, new KnownPeople(people, knownBefore));
    }

    @Override
    public Answer saveTalks(AnswerPass pass, List<Talk> talks) {
        var chats = talks.stream()
                .map(talk -> new Chat(
                        talk.who(),
                        talk.useful(),
                        talk.mightNotRecognise(),
                        new Introduced(talk.introducedBy(), talk.introducer()),
                        talk.askAgain()))
                .toList();
        return save(pass, 4, new Talks(chats));
    }

    @Override
    public Answer saveRest(AnswerPass pass, String familiarFaces, String came) {
        return save(pass, 5, new Rest(familiarFaces, came));
    }

    @Override
    public Answer send(AnswerPass pass) {
        return write(pass, HttpMethod.POST, null, "/answers/{attendance}/send");
    }

    @Override
    public void comment(AnswerPass pass, FormId id, String words) {
        tell(caller(pass), new Comment(id.value(), words), "/comments");
    }

    @Override
    public void stop(Token link) {
        tell(Caller.everybody(), new Press(link.value()), "/links/stop");
    }

    @Override
    public void notYet(Token link) {
        tell(Caller.everybody(), new Press(link.value()), "/follow-ups/not-yet");
    }

    @Override
    public void report(AnswerPass pass, Outcome outcome) {
        var credited = new ArrayList<Credit>();
        outcome.credited().forEach(who -> credited.add(new Credit(who.kind().name(), who.id())));
        if (outcome.overheard()) {
            credited.add(new Credit("OVERHEARD", ""));
        }
        var body = new Report(
                outcome.id().value(), outcome.kind(), outcome.direction(), outcome.year(), outcome.month(), credited);
        tell(caller(pass), body, "/outcomes");
    }

    private void tell(Caller caller, Object body, String path) {
        asking.ask(() -> {
            calls.send(caller, HttpMethod.POST, body, path);
            return body;
        });
    }

    private Answer save(AnswerPass pass, int step, Object body) {
        return write(pass, HttpMethod.PUT, body, "/answers/{attendance}/steps/" + step);
    }

    private Answer write(AnswerPass pass, HttpMethod method, @Nullable Object body, String path) {
        asking.ask(() -> {
            calls.send(caller(pass), method, body, path, pass.attendance().value());
            return path;
        });
        return find(pass);
    }

    private static Caller caller(AnswerPass pass) {
        return Caller.answer(pass.attendance().value(), pass.event().value(), pass.generation());
    }

    private record Press(String token) {}

    private record Evening(int worthComing, int feltWelcome) {}

    private record MetNew(Who who) {}

    private record Others(String sector, int count) {}

    private record NewPeople(List<MetNew> met, List<Others> others) {}

    private record MetBefore(Who who, String before) {}

    private record KnownPeople(List<MetBefore> met, String knownBefore) {}

    private record Introduced(String by, String id) {}

    private record Chat(Who who, boolean useful, boolean maybeNotRecognise, Introduced introduced, boolean askAgain) {}

    private record Talks(List<Chat> talks) {}

    private record Rest(String familiarFaces, String came) {}

    private record Comment(String id, String words) {}

    private record Credit(String kind, String id) {}

    private record Report(String id, String kind, String direction, int year, int month, List<Credit> credited) {}
}
