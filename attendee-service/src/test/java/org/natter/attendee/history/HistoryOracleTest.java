package org.natter.attendee.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.natter.attendee.WholeService;
import org.natter.attendee.checkin.HostLists;
import org.natter.attendee.history.History.Evening;
import org.natter.attendee.history.History.NewOrKnown;
import org.natter.attendee.history.OutcomeReported.Kind;
import org.natter.attendee.person.AttendanceId;
import org.natter.attendee.person.Attending;
import org.natter.attendee.person.EmailAddress;
import org.natter.attendee.person.EventId;
import org.natter.attendee.person.People;
import org.natter.attendee.person.PersonDetails;
import org.natter.attendee.person.PersonId;
import org.natter.attendee.person.PrivateWords;
import org.natter.attendee.person.Sector;
import org.natter.ids.HexId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.messaging.Message;

/**
 * Sixty people and eight evenings go in as messages; every history that comes out is the one that a plain model reckons from
 * measures.md: told once, told twice and shuffled, told again, and built anew from nothing. So is what is counted across events.
 */
@WholeService
class HistoryOracleTest {

    private static final long SEED = 9_7_2026;
    private static final int PEOPLE = 60;
    private static final int EVENTS = 8;
    private static final Set<String> HOSTS = Set.of("Person 0", "Person 1", "Person 2");

    private final ReadingHistory histories;
    private final People people;
    private final PrivateWords words;
    private final Notebooks notebooks;
    private final CountingAcrossEvents counting;
    private final HostLists hosts;
    private final MongoOperations mongo;
    private final Map<String, Consumer<Message<byte[]>>> functions;
    private final PlainModel model = PlainModel.of(SEED, PEOPLE, EVENTS);
    private final List<EventId> events = new ArrayList<>();
    private final Map<String, PersonId> ids = new HashMap<>();
    private final List<Map<String, AttendanceId>> at = new ArrayList<>();

    @Autowired
    HistoryOracleTest(
            ReadingHistory histories,
            People people,
            PrivateWords words,
            Notebooks notebooks,
            CountingAcrossEvents counting,
            HostLists hosts,
            MongoOperations mongo,
            Map<String, Consumer<Message<byte[]>>> functions) {
        this.histories = histories;
        this.people = people;
        this.words = words;
        this.notebooks = notebooks;
        this.counting = counting;
        this.hosts = hosts;
        this.mongo = mongo;
        this.functions = functions;
    }

    @Test
    void everyHistoryIsWhatAPlainModelReckons() {
        settle();
        var told = messages();
        var twice = new ArrayList<>(told);
        twice.addAll(told);
        Collections.shuffle(twice, new Random(SEED));

        twice.forEach(this::hear);
        everyHistoryAgrees();

        someAreRemoved();
        everyHistoryAgrees();

        told.subList(told.size() - told.size() / 4, told.size()).forEach(this::hear);
        everyHistoryAgrees();

        forgetAllRows();
        var anew = new ArrayList<>(told);
        Collections.shuffle(anew, new Random(SEED + 1));
        anew.forEach(this::hear);
        everyHistoryAgrees();
    }

    /** Every third person removes whom they met most often; who is met often was a pair at more than one event. */
    private void someAreRemoved() {
        for (var one = 0; one < PEOPLE; one += 3) {
            var owner = model.people.get(one);
            histories.of(ids.get(owner), "erased").orElseThrow().people().stream()
                    .filter(other -> !other.labelled())
                    .max(Comparator.comparing(History.Acquaintance::meetings))
                    .ifPresent(other -> {
                        model.removed.put(owner, Set.of(other.name()));
                        notebooks.write(
                                ids.get(owner),
                                new AcquaintanceId(other.person()),
                                new Notebook.Page(null, null, null, null, true),
                                Set.of());
                    });
        }
    }

    private void everyHistoryAgrees() {
        var toldOf = 0;
        for (var event = 0; event < EVENTS; event++) {
            var counted = lines(counting.count(events.get(event), Instant.EPOCH));
            assertThat(counted).as("event " + event).isEqualTo(model.counts(event, HOSTS));
            toldOf += counted.size();
        }
        assertThat(toldOf).as("counts that may be told").isGreaterThan(EVENTS / 2);
        for (var person : model.people) {
            assertThat(lines(histories.of(ids.get(person), "erased").orElseThrow()))
                    .as(person)
                    .isEqualTo(model.history(person));
        }
    }

    private void settle() {
        var town = HexId.random();
        for (var name : model.people) {
            ids.put(
                    name,
                    people.withAddress(
                                    new EmailAddress(name.replace(" ", "") + "@" + town + ".example"),
                                    new PersonDetails(name, "", Sector.valueOf(model.sectors.get(name))))
                            .id());
            if (model.sharers.contains(name)) {
                notebooks.share(ids.get(name), new Notebook.Sharing(null, true, null));
            }
        }
        for (var event = 0; event < EVENTS; event++) {
            var id = new EventId(HexId.random());
            events.add(id);
            var here = new HashMap<String, AttendanceId>();
            model.booked
                    .get(event)
                    .forEach(name -> here.put(name, Attending.of(people, ids.get(name), id, AttendanceId.random())));
            at.add(here);
            hosts.change(id, list -> list.name(HOSTS.stream().map(here::get).toList(), Instant.EPOCH));
        }
    }

    private List<MessagesOfOthers.Sent> messages() {
        var told = new ArrayList<MessagesOfOthers.Sent>();
        for (var event = 0; event < EVENTS; event++) {
            var id = events.get(event).value();
            var day = model.days.get(event);
            told.add(MessagesOfOthers.published(id, 1, "Event " + event, day + "T17:30:00Z", day + "T20:00:00Z"));
            var version = 1;
            for (var name : model.booked.get(event)) {
                var attendance = at.get(event).get(name).value();
                told.add(MessagesOfOthers.booked(
                        id, attendance, version++, day + "T12:00:00Z", model.sectors.get(name), false));
                var here = model.here.get(event).contains(name);
                if (here || version % 5 == 0) {
                    told.add(MessagesOfOthers.checkedIn(id, attendance, 1, day + "T17:40:00Z"));
                }
                if (!here && version % 5 == 0) {
                    told.add(MessagesOfOthers.checkInUndone(id, attendance, 2, day + "T17:41:00Z"));
                }
            }
            for (var said : model.answers.get(event).entrySet()) {
                told.addAll(answer(event, said.getKey(), said.getValue()));
            }
        }
        model.outcomes.forEach(came -> told.addAll(outcome(came)));
        return told;
    }

    /** First half of it, as when somebody saves a step, then all. */
    private List<MessagesOfOthers.Sent> answer(int event, String writer, PlainModel.Answer said) {
        var day = model.days.get(event).plusDays(1);
        var attendance = at.get(event).get(writer);
        var met = said.met().stream().map(side -> side(event, attendance, side)).toList();
        var others = said.others().entrySet().stream()
                .map(group -> Map.<String, Object>of("sector", group.getKey(), "count", group.getValue()))
                .toList();
        var half = MessagesOfOthers.answered(
                events.get(event).value(),
                attendance.value(),
                1,
                day + "T10:00:00Z",
                met.subList(0, met.size() / 2),
                List.of());
        var whole = MessagesOfOthers.answered(
                events.get(event).value(), attendance.value(), 2, day + "T10:05:00Z", met, others);
        whole.body().put("knownBefore", said.knownBefore());
        whole.body().put("familiarFaces", said.familiar());
        whole.body().put("came", said.company());
        whole.body().put("sent", said.sent());
        if (said.saysWhom() != null) { // not told by those of the version before
            whole.body().put("saysWhom", said.saysWhom());
        }
        return List.of(half, whole);
    }

    private Map<String, Object> side(int event, AttendanceId writer, PlainModel.Side side) {
        var id = side.label()
                ? words.label(writer, side.who()).orElseThrow().value()
                : at.get(event).get(side.who()).value();
        var sent = new HashMap<>(
                MessagesOfOthers.side(side.label() ? "LABEL" : "ATTENDANCE", id, side.before(), side.talk()));
        sent.put("again", side.again());
        sent.put("late", side.late());
        if (!side.introducedBy().isEmpty()) {
            sent.put(
                    "introduced",
                    Map.of(
                            "by",
                            "ATTENDANCE",
                            "id",
                            at.get(event).get(side.introducedBy()).value()));
        }
        return sent;
    }

    private List<MessagesOfOthers.Sent> outcome(PlainModel.Came came) {
        var writer = at.get(came.event()).get(came.writer());
        var credited = came.credited().isEmpty()
                ? ""
                : came.label()
                        ? words.label(writer, came.credited()).orElseThrow().value()
                        : at.get(came.event()).get(came.credited()).value();
        var kind = came.credited().isEmpty() ? "OVERHEARD" : came.label() ? "LABEL" : "ATTENDANCE";
        var id = HexId.derivedFrom(events.get(0).value() + came.number());
        var told = new ArrayList<MessagesOfOthers.Sent>();
        for (var version = 1; version <= (came.withdrawn() ? 2 : 1); version++) {
            var sent = MessagesOfOthers.outcome(
                    id,
                    events.get(came.event()).value(),
                    writer.value(),
                    came.kind(),
                    kind,
                    credited,
                    "2026-09-20T10:00:00Z");
            sent.body().put("direction", came.direction());
            sent.body().put("year", came.year());
            sent.body().put("month", came.month());
            sent.body().put("withdrawn", version == 2);
            sent.headers().put("ce_id", "outcome/" + id + "/" + version);
            told.add(sent);
        }
        return told;
    }

    /** The same lines, from what the service says. */
    private List<String> lines(History history) {
        var lines = new ArrayList<String>();
        var evenings = new ArrayList<>(history.events());
        Collections.reverse(evenings);
        evenings.forEach(evening -> lines.add(line(evening)));
        var rows = new TreeSet<String>();
        history.people()
                .forEach(one -> rows.add("person %s met %d stage %d knew %s both %s"
                        .formatted(
                                one.name(),
                                one.meetings(),
                                one.stage().ordinal() + 1,
                                one.knewBefore(),
                                one.bothSaidSo())));
        lines.addAll(rows);
        lines.add("people %d beyond %d"
                .formatted(history.totals().people(), history.totals().beyondFirstChat()));
        var soFar = history.soFar();
        assertThat(history.chats().outcomes()).isEqualTo(soFar.came().outcomes());
        assertThat(history.outcomes().stream().filter(one -> one.kind() != Kind.KEPT_IN_TOUCH))
                .hasSize(soFar.came().outcomes());
        lines.add("came %d chats %d median %s"
                .formatted(
                        history.chats().outcomes(),
                        history.chats().began(),
                        number(soFar.came().medianDays())));
        lines.add("told %d people %d new %d unnamed %d again %d-%d kinds %d of %d entropy %s"
                .formatted(
                        soFar.answered(),
                        soFar.people(),
                        soFar.newPeople(),
                        soFar.unnamed(),
                        soFar.knowAgain().surely(),
                        soFar.knowAgain().perhaps(),
                        soFar.variety().sectors(),
                        soFar.variety().people(),
                        number(soFar.variety().entropy())));
        lines.add("familiar " + soFar.familiar().map(FamiliarFaces::name).orElse("-"));
        lines.add(soFar.company()
                .map(company -> "company %s of %d, %s of %d"
                        .formatted(
                                PlainModel.number(company.alone()),
                                company.aloneAt(),
                                PlainModel.number(company.together()),
                                company.togetherAt()))
                .orElse("company -"));
        lines.add("circles " + soFar.circles().circles());
        return lines;
    }

    private String line(Evening evening) {
        var event = events.indexOf(evening.event());
        if (evening.measures().isEmpty()) {
            return "event " + event + " untold";
        }
        var measures = evening.measures().get();
        var both = new TreeSet<String>();
        evening.people().stream()
                .filter(History.Met::bothSaidSo)
                .map(History.Met::name)
                .forEach(both::add);
        measures.spokenTo()
                .ifPresent(spoken -> assertThat(spoken.newPeople() - evening.others())
                        .isEqualTo((int) evening.people().stream()
                                .filter(met -> met.before() == NewOrKnown.NEW)
                                .count()));
        return "event %d N %s s %s e %s q %s x %s x* %s D0 %d again %d-%d both %s"
                .formatted(
                        event,
                        measures.spokenTo()
                                .map(spoken -> spoken.people() + "/" + spoken.newPeople())
                                .orElse("-"),
                        number(measures.newFaces().share()),
                        number(measures.newFaces().roomShareNew()),
                        number(measures.newFaces().lift()),
                        number(measures.sectorMix().elsewhere()),
                        number(measures.sectorMix().room()),
                        measures.kinds().sectors(),
                        measures.knowAgain().surely(),
                        measures.knowAgain().perhaps(),
                        both);
    }

    private static List<String> lines(FrozenCounts counts) {
        var lines = new ArrayList<String>();
        counts.familiar()
                .forEach(one -> lines.add("pairs %d known %d talked %d new %d people %d others %d"
                        .formatted(
                                one.pairs(),
                                one.known(),
                                one.knownTalked(),
                                one.newTalked(),
                                one.people(),
                                one.others())));
        counts.again()
                .forEach(one -> lines.add("met %d again %d people %d others %d"
                        .formatted(one.pairs(), one.talked(), one.people(), one.others())));
        return lines;
    }

    private static String number(OptionalDouble value) {
        return PlainModel.number(value.isPresent() ? value.getAsDouble() : null);
    }

    private void forgetAllRows() {
        at.forEach(here -> here.values()
                .forEach(one -> mongo.getCollection("history_entry").deleteOne(new Document("_id", one.value()))));
        events.forEach(event -> mongo.getCollection("history_room")
                .deleteMany(new Document("_id", Pattern.compile("^" + event.value()))));
        assertThat(histories
                        .of(ids.get(model.people.get(0)), "erased")
                        .orElseThrow()
                        .events())
                .as("nothing is left to build on")
                .isEmpty();
    }

    private void hear(MessagesOfOthers.Sent sent) {
        var function = Map.of(
                        "natter.events", "historyEvents",
                        "natter.attendees", "historyAttendees",
                        "natter.feedback", "historyFeedback")
                .get(sent.topic());
        functions.get(function).accept(sent.message());
    }
}
