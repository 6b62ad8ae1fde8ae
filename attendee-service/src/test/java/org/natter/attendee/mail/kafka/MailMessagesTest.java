package org.natter.attendee.mail.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.natter.access.kit.MovableClock;
import org.natter.attendee.Calls;
import org.natter.attendee.Evening;
import org.natter.attendee.WholeService;
import org.natter.attendee.history.FeedbackAnswered;
import org.natter.attendee.history.HistoryEntries;
import org.natter.attendee.history.HistoryEntry;
import org.natter.attendee.history.MessagesOfOthers;
import org.natter.attendee.person.AttendanceId;
import org.natter.messaging.Inbound;
import org.natter.messaging.kit.ContractSamples;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.messaging.Message;

/** What mail and history hear, against every golden message there is; and what follows in the outbox. */
@WholeService
class MailMessagesTest {

    private static final AttendanceId WREN = new AttendanceId("9f8e7d6c5b4a39281706f5e4d3c2b1a0");

    private final Map<String, Consumer<Message<byte[]>>> functions;
    private final Inbound inbound;
    private final HistoryEntries entries;
    private final MongoOperations store;
    private final Evening evening;
    private final Calls calls;
    private final MovableClock clock;

    @Autowired
    MailMessagesTest(
            Map<String, Consumer<Message<byte[]>>> functions,
            Inbound inbound,
            HistoryEntries entries,
            MongoOperations store,
            Evening evening,
            Calls calls,
            MovableClock clock) {
        this.functions = functions;
        this.inbound = inbound;
        this.entries = entries;
        this.store = store;
        this.evening = evening;
        this.calls = calls;
        this.clock = clock;
    }

    record Golden(String topic, String type, String name) {}

    static List<Golden> samples() throws IOException {
        var samples = new ArrayList<Golden>();
        for (var topic : List.of("natter.events", "natter.attendees", "natter.feedback")) {
            for (var file : new PathMatchingResourcePatternResolver()
                    .getResources("classpath*:contracts/" + topic + "/*/sample-*.json")) {
                var path = file.getURL().toString().split("/");
                var name = path[path.length - 1].replace("sample-", "").replace(".json", "");
                samples.add(new Golden(topic, path[path.length - 2], name));
            }
        }
        return samples;
    }

    @ParameterizedTest
    @MethodSource("samples")
    void everySampleIsRead(Golden golden) {
        var message = ContractSamples.read(golden.topic(), golden.type(), golden.name())
                .message();
        for (var feature : List.of("mail", "history")) {
            var suffix = golden.topic().substring("natter.".length());
            var function = functions.get(
                    feature + suffix.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + suffix.substring(1));
            function.accept(message);
            function.accept(message);
        }
    }

    @Test
    void everyTypeIsHandledOrIgnoredByName() {
        var tables = inbound.tables();

        assertThat(tables).hasSizeGreaterThanOrEqualTo(7).allSatisfy(table -> {
            var types = new TreeSet<String>(table.handlers().handled());
            types.addAll(table.handlers().ignored());
            assertThat(types).isEqualTo(ContractSamples.types(table.topic()));
        });
        var mail = tables.stream()
                .filter(table -> table.topic().equals("natter.feedback"))
                .map(Inbound.Table::handlers)
                .filter(handlers -> handlers.handled().contains("feedback.reminder-due.v1"))
                .findFirst()
                .orElseThrow();
        assertThat(mail.ignored()).containsExactly("feedback.outcome-reported.v1");
    }

    @Test
    void anAnswerIsKeptWhole() {
        functions
                .get("historyFeedback")
                .accept(ContractSamples.read("natter.feedback", "feedback.answered.v1", "wren")
                        .message());

        var answer = entries.of(List.of(WREN)).values().stream()
                .map(HistoryEntry::answer)
                .findFirst()
                .orElseThrow();
        assertThat(answer.met()).hasSize(2);
        assertThat(answer.met().get(0).introduced().by()).isEqualTo(FeedbackAnswered.Introduction.By.ATTENDANCE);
        assertThat(answer.met().get(1).who().kind()).isEqualTo(FeedbackAnswered.Who.Kind.LABEL);
        assertThat(answer.others()).extracting(FeedbackAnswered.Unnamed::count).containsExactly(1);
        assertThat(answer.knownBefore()).isEqualTo(FeedbackAnswered.KnownBefore.A_FEW);
    }

    @Test
    void theOutboxShowsAnOrganiserTheirOwnRegionWithoutLinksOrAddresses() {
        var event = evening.open(10);
        var wren = evening.book(event, "Wren Hadley");
        functions
                .get("mailFeedback")
                .accept(MessagesOfOthers.invitationDue(
                                event.value(),
                                wren.value(),
                                1,
                                clock.instant().toString(),
                                clock.instant().plusSeconds(86_400).toString())
                        .message());

        var own = calls.organiserOf(Evening.FENLAND.value()).get("/outbox?limit=200");

        assertThat(own.json()
                        .path("mails")
                        .valueStream()
                        .filter(line -> line.path("event").asString().equals(event.value()))
                        .map(line -> line.path("kind").asString()))
                .contains("CONFIRM_BOOKING", "HOW_WAS_IT");
        assertThat(own.text())
                .contains("Wren Hadley")
                .doesNotContain("@")
                .doesNotContain("/b/")
                .doesNotContain("/f/")
                .doesNotContain("SIGN_IN");
        assertThat(calls.organiserOf("ffffffffffffffffffffffffffffffff")
                        .get("/outbox")
                        .json()
                        .path("mails"))
                .isEmpty();
        assertThat(calls.organiserOf("ffffffffffffffffffffffffffffffff")
                        .get("/outbox?region=" + Evening.FENLAND.value())
                        .json()
                        .path("mails"))
                .isEmpty();
        assertThat(calls.owner().get("/outbox").json().path("mails")).isNotEmpty();
        assertThat(calls.attendee(evening.newId()).get("/outbox").status()).isEqualTo(403);
    }

    @Test
    void aBookingHeardTwiceIsOneMailAndOneReminder() {
        var event = evening.open(10);
        var wren = evening.book(event, "Iona Stroud");
        var booked = MessagesOfOthers.booked(
                        event.value(), wren.value(), 999, clock.instant().toString(), "HEALTH", false)
                .message();

        functions.get("mailAttendees").accept(booked);
        functions.get("mailAttendees").accept(booked);

        assertThat(kinds(wren, "mail_queue")).containsOnlyOnce("BOOKED", "DAY_BEFORE");
    }

    private List<String> kinds(AttendanceId attendance, String rows) {
        return store.find(query(where("attendance").is(attendance.value())), Document.class, rows).stream()
                .map(mail -> mail.getString("kind"))
                .toList();
    }
}
