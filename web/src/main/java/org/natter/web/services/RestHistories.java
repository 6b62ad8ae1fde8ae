package org.natter.web.services;

import static org.natter.web.services.Asking.flag;
import static org.natter.web.services.Asking.instant;
import static org.natter.web.services.Asking.list;
import static org.natter.web.services.Asking.number;
import static org.natter.web.services.Asking.share;
import static org.natter.web.services.Asking.text;
import static org.natter.web.services.Asking.word;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.natter.web.attendee.Histories;
import org.natter.web.attendee.OutOfReach.Part;
import org.natter.web.attendee.PersonId;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** A person's own history and bookings over attendee-service's REST API. */
@Component
class RestHistories implements Histories {

    private static final String HOME = "Europe/London";

    private final ServiceCalls calls;
    private final Asking asking = new Asking(Part.NAMES);

    RestHistories(ServiceAddresses settings, ServiceToken token) {
        this.calls = new ServiceCalls(Backend.ATTENDEE, settings.attendee(), token);
    }

    @Override
    public History history(PersonId person) {
        var told = get(person, "/me/history");
        var totals = told.path("totals");
        var people = list(told.path("people"));
        return new History(
                list(told.path("events")).stream()
                        .map(event -> evening(event, people))
                        .toList(),
                people.stream().map(RestHistories::acquaintance).toList(),
                new Totals(
                        number(totals, "people"),
                        number(totals, "beyondFirstChat"),
                        text(totals, "sentence"),
                        text(totals, "chatSentence")),
                list(told.path("outcomes")).stream()
                        .map(outcome -> outcome(outcome, people))
                        .toList());
    }

    @Override
    public Me me(PersonId person) {
        var me = get(person, "/me");
        return new Me(text(me, "name"), text(me, "email"), text(me, "organisation"), word(me, "sector"));
    }

    @Override
    public List<Booked> bookings(PersonId person) {
        return list(get(person, "/me/bookings")).stream()
                .map(booking -> new Booked(
                        text(booking, "event"),
                        text(booking, "title"),
                        wallTime(booking, "startsAt", text(booking, "zone")),
                        text(booking, "status"),
                        text(booking, "attendance")))
                .toList();
    }

    private JsonNode get(PersonId person, String path) {
        return asking.ask(() -> calls.get(Caller.attendee(person.value()), JsonNode.class, path));
    }

    private static Evening evening(JsonNode event, List<JsonNode> people) {
        var measures = event.path("measures");
        var known = keys(people);
        return new Evening(
                text(event, "event"),
                text(event, "title"),
                wallTime(event, "startsAt", text(event, "zone")),
                text(event, "venueName"),
                flag(event, "answered"),
                list(event.path("people")).stream()
                        .map(side -> side(side, known))
                        .toList(),
                number(event, "others"),
                new Figures(
                        number(measures, "spokeTo"),
                        number(measures, "new"),
                        number(measures, "known"),
                        share(measures, "share"),
                        share(measures, "lift"),
                        share(measures, "x"),
                        share(measures, "xStar"),
                        list(measures.path("sentences")).stream()
                                .map(sentence -> sentence.asString(""))
                                .toList()));
    }

    private static Side side(JsonNode side, Map<String, String> known) {
        var key = side.has("firstMetAs") ? text(side.path("firstMetAs"), "id") : key(side);
        return new Side(
                known.containsKey(key) ? key : "",
                text(side, "name"),
                word(side, "sector"),
                text(side, "before"),
                text(side, "talk"),
                text(side, "again"),
                text(side, "introducedByName"),
                text(side, "saidBy"),
                number(side, "meetings"),
                number(side, "stage"));
    }

    private static Acquaintance acquaintance(JsonNode person) {
        return new Acquaintance(
                key(person),
                text(person, "name"),
                wallTime(person, "firstMet", text(person, "zone")),
                wallTime(person, "lastMet", text(person, "zone")),
                number(person, "meetings"),
                number(person, "stage"),
                flag(person, "confirmed"),
                list(person.path("events")).stream()
                        .map(event -> event.isString() ? event.asString("") : text(event, "event"))
                        .toList());
    }

    private static CameOfIt outcome(JsonNode outcome, List<JsonNode> people) {
        var names = keys(people);
        return new CameOfIt(
                text(outcome, "kind"),
                text(outcome, "direction"),
                number(outcome, "year"),
                number(outcome, "month"),
                flag(outcome, "beganAsChat"),
                list(outcome.path("with").isMissingNode() ? outcome.path("credited") : outcome.path("with")).stream()
                        .map(with -> with.isString()
                                ? with.asString("")
                                : text(with, "name").isEmpty() ? names.getOrDefault(key(with), "") : text(with, "name"))
                        .filter(name -> !name.isEmpty())
                        .toList());
    }

    private static Map<String, String> keys(List<JsonNode> people) {
        return people.stream()
                .collect(Collectors.toMap(RestHistories::key, person -> text(person, "name"), (one, other) -> one));
    }

    private static String key(JsonNode side) {
        return text(side.has("who") ? side.path("who") : side, "id");
    }

    private static @Nullable WallTime wallTime(JsonNode node, String field, String zone) {
        var at = instant(node, field);
        return at == null ? null : new WallTime(at, zone.isEmpty() ? HOME : zone);
    }
}
