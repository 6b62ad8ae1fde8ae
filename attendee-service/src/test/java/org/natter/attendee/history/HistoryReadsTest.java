package org.natter.attendee.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.natter.attendee.Calls;
import org.natter.attendee.WholeService;
import org.natter.attendee.person.AttendanceId;
import org.natter.attendee.person.Attending;
import org.natter.attendee.person.EmailAddress;
import org.natter.attendee.person.EventId;
import org.natter.attendee.person.People;
import org.natter.attendee.person.PersonDetails;
import org.natter.attendee.person.PersonId;
import org.natter.attendee.person.Sector;
import org.natter.ids.HexId;
import org.natter.messaging.kit.RequestWork;
import org.natter.messaging.kit.RequestWork.Read;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.messaging.Message;

/** What one opening of one's own history reads, counted: what others write at these evenings makes none of it dearer. */
@WholeService
class HistoryReadsTest {

    private static final int GUESTS = 24;
    private static final int NAMED = 6;

    private final Calls calls;
    private final RequestWork work;
    private final People people;
    private final Notebooks notebooks;
    private final Map<String, Consumer<Message<byte[]>>> functions;
    private final List<PersonId> persons = new ArrayList<>();
    private final List<EventId> evenings = new ArrayList<>();
    private final Map<EventId, List<AttendanceId>> guests = new HashMap<>();
    private int version;

    @Autowired
    HistoryReadsTest(
            Calls calls,
            RequestWork work,
            People people,
            Notebooks notebooks,
            Map<String, Consumer<Message<byte[]>>> functions) {
        this.calls = calls;
        this.work = work;
        this.people = people;
        this.notebooks = notebooks;
        this.functions = functions;
    }

    @BeforeEach
    void twoEveningsOfTheSamePeople() {
        var town = HexId.random();
        for (var number = 0; number < GUESTS; number++) {
            persons.add(people.withAddress(
                            new EmailAddress("guest" + number + "@" + town + ".example"),
                            new PersonDetails("Guest " + number, "", Sector.PUBLIC))
                    .id());
        }
        persons.forEach(person -> notebooks.share(person, new Notebook.Sharing(true, null, null)));
        evenings.add(evening(0));
        evenings.add(evening(0));
        evenings.forEach(event -> tell(event, NAMED));
    }

    /** It read the whole answers of everybody named, and the names of everybody who was there. */
    @Test
    void whatOthersSaidOfTheseEveningsIsNotRead() {
        var before = reads();

        evenings.forEach(event -> othersTell(event, GUESTS));
        notesOfOthers();

        assertThat(reads()).isEqualTo(before);
    }

    @Test
    void whoWasThereAndIsNotNamedIsNotLookedUp() {
        var looked = documents();

        assertThat(looked.get("person_attendance")).isEqualTo(2 * NAMED);
        assertThat(looked.get("person")).isEqualTo(1 + NAMED);
        assertThat(looked.get("history_entry"))
                .as("two answers of one's own, and who named their writer")
                .isEqualTo(2 + 2 * NAMED);
    }

    @Test
    void eveningsOfOthersAreNotRead() {
        var before = documents();

        var elsewhere = evening(1);
        othersTell(elsewhere, GUESTS);

        assertThat(documents()).isEqualTo(before);
    }

    /** Where they did not tell of an evening, nobody but the owner is looked at. */
    @Test
    void anEveningThatWasNotToldOfIsTwoRows() {
        var before = documents();

        evening(0);

        assertThat(documents().getOrDefault("history_room", 0) - before.getOrDefault("history_room", 0))
                .isLessThanOrEqualTo(2);
    }

    @Test
    void moreEveningsAreNotMoreQuestions() {
        var before = questions();

        for (var more = 0; more < 2; more++) {
            var event = evening(0);
            tell(event, NAMED);
        }

        assertThat(questions()).isEqualTo(before);
    }

    private List<Read> reads() {
        return work.readsOf(this::open);
    }

    private Map<String, Integer> documents() {
        var documents = new TreeMap<String, Integer>();
        reads().forEach(read -> documents.merge(read.collection(), read.documents(), Integer::sum));
        return documents;
    }

    private List<String> questions() {
        return work.of(this::open);
    }

    private void open() {
        assertThat(calls.attendee(persons.get(0).value()).get("/me/history").status())
                .isEqualTo(200);
    }

    /** An evening at which everybody was from this one on. */
    private EventId evening(int first) {
        var event = new EventId(HexId.random());
        var day = "2026-06-%02dT".formatted(1 + guests.size());
        hear(MessagesOfOthers.published(event.value(), 1, "Evening", day + "17:30:00Z", day + "20:00:00Z"));
        var here = new ArrayList<AttendanceId>();
        for (var number = first; number < GUESTS; number++) {
            var attendance = Attending.of(people, persons.get(number), event, AttendanceId.random());
            here.add(attendance);
            hear(MessagesOfOthers.booked(
                    event.value(), attendance.value(), here.size(), day + "12:00:00Z", "PUBLIC", false));
            hear(MessagesOfOthers.checkedIn(event.value(), attendance.value(), 1, day + "17:40:00Z"));
        }
        guests.put(event, here);
        return event;
    }

    /** The owner names some, and everybody names the owner. */
    private void tell(EventId event, int named) {
        var here = guests.getOrDefault(event, List.of());
        answer(event, here.get(0), here.subList(1, 1 + named));
        othersTell(event, 1);
    }

    private void othersTell(EventId event, int named) {
        var here = guests.getOrDefault(event, List.of());
        here.stream()
                .filter(one -> !one.equals(
                        people.find(persons.get(0)).orElseThrow().attendances().get(event)))
                .forEach(one -> answer(
                        event,
                        one,
                        here.stream()
                                .filter(other -> !other.equals(one))
                                .limit(named)
                                .toList()));
    }

    private void answer(EventId event, AttendanceId writer, List<AttendanceId> met) {
        var sides = met.stream()
                .map(other -> MessagesOfOthers.side("ATTENDANCE", other.value(), "NEW", "CHAT"))
                .toList();
        hear(MessagesOfOthers.answered(
                event.value(), writer.value(), ++version, "2026-07-01T10:00:00Z", sides, List.of()));
    }

    private void notesOfOthers() {
        var pages = IntStream.range(0, 20)
                .mapToObj(page -> new AcquaintanceId(HexId.random()))
                .toList();
        var note = new Notebook.Page(String.join(" ", Collections.nCopies(40, "Crosswords.")), true, null, null, null);
        persons.subList(1, GUESTS)
                .forEach(person -> pages.forEach(page -> notebooks.write(person, page, note, Set.of())));
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
