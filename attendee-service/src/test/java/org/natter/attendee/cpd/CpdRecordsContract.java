package org.natter.attendee.cpd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.natter.attendee.cpd.CpdEntry.Activity;
import org.natter.attendee.cpd.Reflection.Helps;
import org.natter.attendee.person.AttendanceId;
import org.natter.attendee.person.ChangedMeanwhile;
import org.natter.attendee.person.EventId;
import org.natter.attendee.person.Person;
import org.natter.attendee.person.PersonDetails;
import org.natter.attendee.person.PersonId;
import org.natter.attendee.person.Sector;
import org.natter.ids.HexId;

/** What every place that keeps CPD records promises. */
interface CpdRecordsContract {

    /** What a whole entry of one's own says. */
    CpdEntry COURSE = new CpdEntry(
            0,
            new Activity("Course in Leeds", "2026-05-20"),
            6,
            new Reflection(
                    "Promoting reading",
                    "We tried \"booktalks\" = fun.",
                    "It's quicker than I thought.",
                    "Two in June.\nThen one a term.",
                    List.of(Helps.WIDER_PROFESSION, Helps.OWN_PERFORMANCE)));

    CpdRecords records();

    @Test
    default void anEmptyRecordStandsBeforeTheFirstWord() {
        assertThat(records().of(owner())).isEqualTo(CpdRecord.EMPTY);
    }

    @Test
    default void whatIsWrittenIsReadByItsOwnerAlone() {
        var owner = owner();
        var course = entry();
        var evening = entry();
        var said = new CpdEntry(0, null, null, new Reflection("", "Talked.", "", "", List.of()));

        records().change(owner, record -> record.with(course, COURSE, 0));
        records().change(owner, record -> record.with(evening, said, 0));

        assertThat(records().of(owner).at(course)).isEqualTo(COURSE.inVersion(1));
        assertThat(records().of(owner).at(evening)).isEqualTo(said.inVersion(1));
        assertThat(records().of(owner())).isEqualTo(CpdRecord.EMPTY);
    }

    @Test
    default void whatDoesNotChangeAnythingWritesNothing() {
        var owner = owner();

        assertThat(records().change(owner, record -> record)).isEqualTo(CpdRecord.EMPTY);
        assertThat(records().of(owner)).isEqualTo(CpdRecord.EMPTY);
    }

    @Test
    default void whatWasSeenOnceIsNotWrittenOverUnseen() {
        var owner = owner();
        var course = entry();
        var other = new CpdEntry(0, new Activity("Course in York", "2026-05-20"), 4, Reflection.NONE);
        records().change(owner, record -> record.with(course, COURSE, 0));

        assertThatThrownBy(() -> records().change(owner, record -> record.with(course, other, 0)))
                .isInstanceOf(ChangedMeanwhile.class);
        records().change(owner, record -> record.with(course, COURSE, 0));
        assertThat(records().of(owner).at(course)).as("the same once more").isEqualTo(COURSE.inVersion(1));
        records().change(owner, record -> record.with(course, other, 1));
        assertThat(records().of(owner).at(course)).isEqualTo(other.inVersion(2));
    }

    @Test
    default void whatIsRemovedIsGone() {
        var owner = owner();
        var course = entry();
        records().change(owner, record -> record.with(course, COURSE, 0));

        records().change(owner, record -> record.without(course));
        records().change(owner, record -> record.without(course));

        assertThat(records().of(owner).entries()).isEmpty();
        assertThat(records().of(owner).at(course)).isEqualTo(CpdEntry.NOTHING);
    }

    /** A tab that was opened before it was removed knows nothing of what was written in its place. */
    @Test
    default void whatIsWrittenInPlaceOfWhatWasRemovedIsNotWrittenOverUnseen() {
        var owner = owner();
        var course = entry();
        var other = new CpdEntry(0, new Activity("Course in York", "2026-05-20"), 4, Reflection.NONE);
        records().change(owner, record -> record.with(course, COURSE, 0));
        records().change(owner, record -> record.without(course));
        records().change(owner, record -> record.with(course, other, 0));

        assertThatThrownBy(() -> records().change(owner, record -> record.with(course, COURSE, 1)))
                .isInstanceOf(ChangedMeanwhile.class);
        assertThat(records().of(owner).at(course).own()).isEqualTo(other.own());
    }

    /** An empty form is saved by whoever only looked, or wants their words away. */
    @Test
    default void nothingIsSavedIntoAFullRecordWithoutARefusal() {
        var event = new EventId(HexId.random());
        var owner = new Person(
                owner(),
                new PersonDetails("Wren Hadley", "", Sector.COLLEGE),
                null,
                true,
                true,
                0,
                Map.of(event, AttendanceId.random()),
                Map.of());
        records().change(owner.id(), record -> {
            var full = record;
            for (var number = 0; number < CpdRecord.MOST; number++) {
                full = full.with(entry(), COURSE, 0);
            }
            return full;
        });
        var keeping = new KeepingCpdRecords(records());

        assertThat(keeping.keep(owner, event, 4, Reflection.NONE, 0)).isFalse();
        assertThat(keeping.keep(owner, event, null, Reflection.NONE, 0)).isTrue();
        assertThat(records().of(owner.id()).entries()).hasSize(CpdRecord.MOST);
    }

    @Test
    default void whateverIsWrittenInOneMomentIsAllThere() throws Exception {
        var owner = owner();
        var start = new CountDownLatch(1);
        var threads = Executors.newFixedThreadPool(6);
        try {
            var all = IntStream.range(0, 6)
                    .mapToObj(number -> threads.submit(() -> {
                        start.await();
                        return records().change(owner, record -> record.with(entry(), COURSE, 0));
                    }))
                    .toList();
            start.countDown();
            for (var one : all) {
                one.get();
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(records().of(owner).entries()).hasSize(6);
    }

    private static PersonId owner() {
        return new PersonId(HexId.random());
    }

    private static EntryId entry() {
        return new EntryId(HexId.random());
    }
}
