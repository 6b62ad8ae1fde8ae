package org.natter.attendee.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.natter.attendee.person.AttendanceId;
import org.natter.attendee.person.EventId;
import org.natter.attendee.person.PeopleInMemory;
import org.natter.attendee.person.Person;
import org.natter.attendee.person.PersonDetails;
import org.natter.attendee.person.PersonId;
import org.natter.attendee.person.Sector;
import org.natter.ids.HexId;

/** Whoever is ticked anew is back in the history they had been removed from, with everything in memory. */
class NamingAnewTest {

    private static final EventId TEACH_MEET = new EventId("00000000000000000000000000000001");
    private static final EventId PUB = new EventId("00000000000000000000000000000002");

    private final PeopleInMemory people = new PeopleInMemory();
    private final NotebooksInMemory notebooks = new NotebooksInMemory();
    private final NamingAnew naming = new NamingAnew(people, notebooks);
    private final Person wren = somebody("Wren Hadley");
    private final Person iona = somebody("Iona Stroud");
    private final Person tobias = somebody("Tobias Quill");

    @Test
    void whoeverIsTickedAnewAtAnotherEveningIsBackWithWhatWasNoted() {
        remove(page(iona, TEACH_MEET));
        remove(page(tobias, TEACH_MEET));

        naming.name(at(wren, PUB), List.of(at(iona, PUB)));
        naming.name(at(wren, PUB), List.of(at(iona, PUB)));

        var kept = notebooks.of(wren.id());
        assertThat(kept.removedPages()).containsExactly(page(tobias, TEACH_MEET).value());
        assertThat(kept.noteOf(page(iona, TEACH_MEET))).isEqualTo("Buses.");
    }

    @Test
    void eachOfTheirPagesIsBackAlsoOneInOwnWords() {
        var label = new AcquaintanceId(HexId.random());
        notebooks.join(wren.id(), label, page(iona, TEACH_MEET));
        remove(label);
        remove(page(iona, PUB));

        naming.name(at(wren, TEACH_MEET), List.of(at(iona, TEACH_MEET)));

        assertThat(notebooks.of(wren.id()).removedPages()).isEmpty();
    }

    @Test
    void whoeverElseIsTickedBringsNobodyBack() {
        remove(page(iona, TEACH_MEET));

        naming.name(at(wren, PUB), List.of(at(tobias, PUB), AttendanceId.random()));

        assertThat(notebooks.of(wren.id()).removedPages())
                .containsExactly(page(iona, TEACH_MEET).value());
    }

    @Test
    void aHistoryThatNobodyWasRemovedFromStaysUnwritten() {
        naming.name(at(wren, PUB), List.of(at(iona, PUB)));
        naming.name(AttendanceId.random(), List.of(at(iona, PUB)));

        assertThat(notebooks.sharedBy(List.of(wren.id(), iona.id()))).isEmpty();
    }

    private void remove(AcquaintanceId page) {
        notebooks.write(wren.id(), page, new Notebook.Page("Buses.", null, null, null, true), Set.of());
    }

    private static AcquaintanceId page(Person person, EventId event) {
        return new AcquaintanceId(at(person, event).value());
    }

    private static AttendanceId at(Person person, EventId event) {
        return person.attendanceAt(event).orElseThrow();
    }

    private Person somebody(String name) {
        var person = new Person(
                new PersonId(HexId.random()),
                new PersonDetails(name, "", Sector.COLLEGE),
                null,
                true,
                true,
                0,
                Map.of(TEACH_MEET, AttendanceId.random(), PUB, AttendanceId.random()),
                Map.of());
        people.with(person);
        return person;
    }
}
