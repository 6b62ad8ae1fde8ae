package org.natter.attendee.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.natter.attendee.person.AttendanceId;
import org.natter.attendee.person.EmailAddress;
import org.natter.attendee.person.EventId;
import org.natter.attendee.person.Named;
import org.natter.attendee.person.People;
import org.natter.attendee.person.Person;
import org.natter.ids.HexId;

/** What everybody who asks about people may rely on, whoever answers. Every test is about somebody of its own. */
interface PeopleReadContract {

    People people();

    /** Somebody new with this name and address who asked for a place at the event. */
    Person somebody(String name, EmailAddress address, EventId event);

    @Test
    default void aPersonIsFoundByEachOfTheirIds() {
        var event = new EventId(HexId.random());
        var address = anAddress();
        var wren = somebody("Wren Hadley", address, event);
        var attendance = wren.attendanceAt(event).orElseThrow();

        assertThat(people().find(wren.id())).contains(wren);
        assertThat(people().byAddress(address)).contains(wren);
        assertThat(people().personOf(attendance)).contains(wren);
        assertThat(people().eventOf(attendance)).contains(event);
        assertThat(wren.mailbox()).contains(address);
    }

    @Test
    default void severalAreNamedAtOnceAndUnknownOnesLeftOut() {
        var event = new EventId(HexId.random());
        var wren =
                somebody("Wren Hadley", anAddress(), event).attendanceAt(event).orElseThrow();
        var samir =
                somebody("Samir Marsh", anAddress(), event).attendanceAt(event).orElseThrow();
        var unknown = new AttendanceId(HexId.random());

        var named = people().named(List.of(wren, samir, unknown));

        assertThat(named).containsOnlyKeys(wren, samir);
        assertThat(named.values()).extracting(Named::name).containsExactlyInAnyOrder("Wren Hadley", "Samir Marsh");
        assertThat(people().eventsOf(List.of(wren, unknown))).isEqualTo(Map.of(wren, event));
    }

    @Test
    default void nobodyStandsBehindWhatIsUnknown() {
        assertThat(people().byAddress(anAddress())).isEmpty();
        assertThat(people().personOf(new AttendanceId(HexId.random()))).isEmpty();
        assertThat(people().eventOf(new AttendanceId(HexId.random()))).isEmpty();
    }

    private static EmailAddress anAddress() {
        return new EmailAddress(HexId.random() + "@college.example");
    }
}
