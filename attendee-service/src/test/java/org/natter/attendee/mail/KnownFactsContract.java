package org.natter.attendee.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.natter.attendee.mail.KnownFacts.Announced;
import org.natter.attendee.person.AttendanceId;
import org.natter.attendee.person.EventId;
import org.natter.messaging.Effect;
import org.natter.messaging.MessageMetadata;

/** What the post office's memory must hold, wherever it is kept. Every test is about an event and a writer of its own. */
interface KnownFactsContract {

    KnownFacts known();

    @Test
    default void whatWasNeverHeardIsUnknown() {
        assertThat(known().announced(anEvent())).isEmpty();
        assertThat(known().reason(anEvent())).isEmpty();
        assertThat(known().hasAnswered(aWriter())).isFalse();
    }

    @Test
    default void theNewestVersionIsKnownWhateverComesLast() {
        var event = anEvent();

        var newer = known().remember(event, Announced.toEverybody(3, at("The Moorhen")), told(event, 3));
        var older = known().remember(event, Announced.toEverybody(2, at("The Crown")), told(event, 2));
        var again = known().remember(event, Announced.toEverybody(3, at("The Moorhen")), told(event, 3));

        assertThat(newer).isEqualTo(Effect.APPLIED);
        assertThat(older).isEqualTo(again).isEqualTo(Effect.ALREADY_NEWER);
        assertThat(known().announced(event)).contains(Announced.toEverybody(3, at("The Moorhen")));
    }

    @Test
    default void whatPeopleWereToldIsKnownBesideWhatIs() {
        var event = anEvent();
        var moved = Announced.toEverybody(1, at("The Crown")).quietly(2, at("The Moorhen"), MailFixture.NOW);

        known().remember(event, moved, told(event, 2));

        assertThat(known().announced(event)).contains(moved);
        assertThat(moved.toldTo(Optional.of(MailFixture.NOW.minusSeconds(1)))).isEqualTo(at("The Crown"));
        assertThat(moved.toldTo(Optional.of(MailFixture.NOW))).isEqualTo(at("The Moorhen"));
    }

    @Test
    default void callingOffLeavesWhatWasAnnounced() {
        var event = anEvent();
        known().rememberCallingOff(event, "Snow.", told(event, 4));

        known().remember(event, Announced.toEverybody(2, at("The Moorhen")), told(event, 2));

        assertThat(known().reason(event)).contains("Snow.");
        assertThat(known().announced(event)).map(Announced::version).contains(2L);
    }

    @Test
    default void anAnswerIsKnownOnceItCame() {
        var writer = aWriter();

        known().rememberAnswer(writer, MailFixture.message("t", "answer", writer.value(), 1, MailFixture.NOW));

        assertThat(known().hasAnswered(writer)).isTrue();
        assertThat(known().hasAnswered(aWriter())).isFalse();
    }

    private static WhenAndWhere at(String venue) {
        return new WhenAndWhere(
                MailFixture.STARTS, MailFixture.STARTS.plusSeconds(9000), ZoneId.of("Europe/London"), venue, "");
    }

    private static MessageMetadata told(EventId event, long version) {
        return MailFixture.message("event.changed.v1", "event", event.value(), version, MailFixture.NOW);
    }

    private static EventId anEvent() {
        return new EventId(anId());
    }

    private static AttendanceId aWriter() {
        return new AttendanceId(anId());
    }

    private static String anId() {
        return UUID.randomUUID().toString().replace("-", "");
    }
}
