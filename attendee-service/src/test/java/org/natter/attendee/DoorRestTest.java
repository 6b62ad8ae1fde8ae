package org.natter.attendee;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.natter.access.kit.MovableClock;
import org.natter.attendee.booking.DoorCode;
import org.natter.attendee.person.AttendanceId;
import org.natter.attendee.person.EventId;
import org.springframework.beans.factory.annotation.Autowired;

/** The door, the list and the words of one evening, over HTTP and a real store. */
@WholeService
class DoorRestTest {

    private final Calls calls;
    private final Evening evening;
    private final MovableClock clock;

    @Autowired
    DoorRestTest(Calls calls, Evening evening, MovableClock clock) {
        this.calls = calls;
        this.evening = evening;
        this.clock = clock;
    }

    @Test
    void aGuestIsWelcomedOnceAndAlreadyInAfterThat() {
        var event = evening.open(2);
        var wren = evening.book(event, "Wren Hadley");
        var press = evening.newId();

        var welcome = pressCode(event, press, wren);
        var sameAgain = pressCode(event, press, wren);
        var secondHelper = pressCode(event, evening.newId(), wren);

        assertThat(welcome.at("result")).isEqualTo("WELCOME");
        assertThat(welcome.at("name")).isEqualTo("Wren Hadley");
        assertThat(welcome.json().path("newcomer").asBoolean()).isTrue();
        assertThat(sameAgain.text()).isEqualTo(welcome.text());
        assertThat(secondHelper.at("result")).isEqualTo("ALREADY_IN");
        assertThat(secondHelper.at("at")).isEqualTo(welcome.at("at"));
        assertThat(secondHelper.json().path("here").asInt()).isEqualTo(1);
    }

    @Test
    void anEarlierPressSentLateMovesTheTime() {
        var event = evening.open(2);
        var wren = evening.book(event, "Wren Hadley");
        var earlier = clock.instant();
        clock.move(Duration.ofMinutes(20));
        pressCode(event, evening.newId(), wren);

        var late = press(event, Map.of("id", evening.newId(), "attendance", wren.value(), "at", earlier));

        assertThat(Instant.parse(late.at("at"))).isEqualTo(earlier);
        assertThat(late.json().path("here").asInt()).isEqualTo(1);
    }

    @Test
    void anUndoneGuestIsNotHereAndCanComeBack() {
        var event = evening.open(2);
        var wren = evening.book(event, "Wren Hadley");
        var press = evening.newId();
        pressCode(event, press, wren);

        var undone = calls.owner().delete("/events/" + event + "/check-ins/" + wren);

        assertThat(undone.status()).isEqualTo(200);
        assertThat(undone.json().path("here").asInt()).isZero();
        pressCode(event, press, wren);
        assertThat(checkedIn(event, wren)).isFalse();
        assertThat(pressCode(event, evening.newId(), wren).at("result")).isEqualTo("WELCOME");
        assertThat(checkedIn(event, wren)).isTrue();
    }

    @Test
    void whoeverHasNoPlaceIsNamedAndLetInBySecondPress() {
        var event = evening.open(1);
        evening.book(event, "Wren Hadley");
        var samir = evening.book(event, "Samir Marsh");
        var asked = asked(event, "Ellis Marchbank");

        assertThat(pressCode(event, evening.newId(), samir).at("result")).isEqualTo("WAITING");
        assertThat(pressCode(event, evening.newId(), asked).at("result")).isEqualTo("NOT_CONFIRMED");
        var letIn = press(event, Map.of("id", evening.newId(), "attendance", samir.value(), "overLimit", true));

        assertThat(letIn.at("result")).isEqualTo("WELCOME");
        assertThat(evening.press("read", event, "Samir Marsh").at("status")).isEqualTo("BOOKED");
    }

    /** The door once said "There's room" while the service knew there was none. */
    @Test
    void roomIsAskedForTrulyAndAFullRoomWantsASecondPress() {
        var event = evening.open(1);
        var wren = evening.book(event, "Wren Hadley");
        var samir = evening.book(event, "Samir Marsh");

        var full = press(event, Map.of("id", evening.newId(), "attendance", samir.value(), "letIn", true));
        assertThat(full.at("result")).isEqualTo("WAITING");
        assertThat(full.at("room")).isEqualTo("false");

        evening.press("cancel", event, "Wren Hadley");
        var free = press(event, Map.of("id", evening.newId(), "attendance", wren.value()));
        var offered = press(event, Map.of("id", evening.newId(), "attendance", samir.value()));
        var letIn = press(event, Map.of("id", evening.newId(), "attendance", samir.value(), "letIn", true));

        assertThat(free.at("room")).as("the place is on offer to Samir").isEqualTo("false");
        assertThat(offered.at("room")).isEqualTo("true");
        assertThat(letIn.at("result")).isEqualTo("WELCOME");
    }

    @Test
    void codesOfOtherEventsAndNobodysCodesAreNamed() {
        var event = evening.open(1);
        var other = evening.open(1);
        var elsewhere = evening.book(other, "Wren Hadley");

        assertThat(pressCode(event, evening.newId(), elsewhere).at("result")).isEqualTo("OTHER_EVENT");
        assertThat(press(event, Map.of("id", evening.newId(), "code", "zzzzzz")).at("result"))
                .isEqualTo("NOT_FOUND");
        assertThat(press(event, Map.of("id", evening.newId())).status()).isEqualTo(422);
    }

    @Test
    void aScannedBookingLinkIsACode() {
        var event = evening.open(1);
        evening.book(event, "Wren Hadley");
        var link = "https://natter.example/b/" + evening.token(event, "Wren Hadley");

        assertThat(press(event, Map.of("id", evening.newId(), "code", link)).at("result"))
                .isEqualTo("WELCOME");
    }

    @Test
    void aWalkInIsCountedOnceAndNeedsASecondPressOverTheLimit() {
        var event = evening.open(1);
        evening.book(event, "Wren Hadley");
        var maurice = new HashMap<String, Object>(Map.of("id", evening.newId(), "name", "Maurice Tydd"));

        var full = calls.owner().post("/events/" + event + "/walk-ins", maurice);
        maurice.put("overLimit", true);
        var letIn = calls.owner().post("/events/" + event + "/walk-ins", maurice);
        var again = calls.owner().post("/events/" + event + "/walk-ins", maurice);

        assertThat(full.status()).isEqualTo(409);
        assertThat(full.problem()).isEqualTo("over-limit");
        assertThat(letIn.at("result")).isEqualTo("WELCOME");
        assertThat(again.text()).isEqualTo(letIn.text());
        assertThat(letIn.json().path("here").asInt()).isEqualTo(1);
    }

    @Test
    void aWalkInWhoIsBookedAfterAllIsCheckedIn() {
        var event = evening.open(1);
        var wren = evening.book(event, "Wren Hadley");

        var answer = calls.owner()
                .post(
                        "/events/" + event + "/walk-ins",
                        Map.of("id", evening.newId(), "name", "W", "email", Evening.address("Wren Hadley")));

        assertThat(answer.at("attendance")).isEqualTo(wren.value());
        assertThat(answer.at("name")).isEqualTo("Wren Hadley");
    }

    @Test
    void aWalkInWithAnAddressThatCannotBeWrittenToIsRefusedKindly() {
        var event = evening.open(1);

        for (var typed : List.of("wren@lib.example.", "żaneta@lib.example", "wren@lib_under.example")) {
            var answer = calls.owner()
                    .post("/events/" + event + "/walk-ins", Map.of("id", evening.newId(), "name", "W", "email", typed));

            assertThat(answer.status()).as(typed).isEqualTo(422);
            assertThat(answer.errors()).hasSize(1).first().asString().startsWith("email: ");
        }
    }

    @Test
    void aLateOfflineCheckInCountsAfterTheEnd() {
        var event = evening.open(1);
        var wren = evening.book(event, "Wren Hadley");

        evening.conclude(event, 1);

        assertThat(pressCode(event, evening.newId(), wren).at("result")).isEqualTo("WELCOME");
    }

    @Test
    void aDoorHelperSeesNoOrganisation() {
        var event = evening.open(1);
        evening.book(event, "Wren Hadley");

        var owners = calls.owner().get("/events/" + event + "/attendees");
        var helpers = calls.doorHelperAt(event).get("/events/" + event + "/attendees");

        assertThat(owners.json().at("/0/organisation").asString()).isEqualTo("Ousebridge College");
        assertThat(owners.json().at("/0/status").asString()).isEqualTo("BOOKED");
        assertThat(helpers.json().at("/0/name").asString()).isEqualTo("Wren Hadley");
        assertThat(helpers.text()).doesNotContain("Ousebridge");
        assertThat(owners.text()).doesNotContain("@library.example");
    }

    @Test
    void theWhoWasThereListHasThoseWhoChoseToBeOnItAndCame() {
        var event = evening.open(4);
        var wren = evening.book(event, "Wren Hadley");
        var tobias = evening.book(event, "Tobias Quill");
        evening.book(event, "Amara Teal");
        var hester = evening.book(event, "Hester Vane");
        calls.visitor()
                .post("/booking-links/choices", Map.of("token", evening.token(event, "Hester Vane"), "listed", false));

        var nobodyCheckedIn = calls.answering(wren, event).get("/events/" + event + "/roster");
        pressCode(event, evening.newId(), wren);
        pressCode(event, evening.newId(), tobias);
        pressCode(event, evening.newId(), hester);
        var kept = calls.answering(wren, event).get("/events/" + event + "/roster");

        assertThat(nobodyCheckedIn
                        .json()
                        .valueStream()
                        .map(line -> line.path("name").asString()))
                .containsExactly("Amara Teal", "Tobias Quill");
        assertThat(kept.json().valueStream().map(line -> line.path("name").asString()))
                .containsExactly("Tobias Quill");
    }

    @Test
    void ownWordsAreReadByTheirWriterAlone() {
        var event = evening.open(2);
        var wren = evening.book(event, "Wren Hadley");
        var tobias = evening.book(event, "Tobias Quill");
        var asWren = calls.answering(wren, event);

        var label = asWren.post("/events/" + event + "/labels", Map.of("words", "H, red scarf"));
        var same = asWren.post("/events/" + event + "/labels", Map.of("words", " H, red scarf"));
        asWren.put("/events/" + event + "/private-words", Map.of("overheard", "large-print stock"));

        assertThat(label.status()).isEqualTo(201);
        assertThat(same.at("label")).isEqualTo(label.at("label"));
        assertThat(asWren.get("/events/" + event + "/labels").text()).contains("H, red scarf");
        assertThat(asWren.get("/events/" + event + "/private-words").at("overheard"))
                .isEqualTo("large-print stock");
        assertThat(calls.answering(tobias, event)
                        .get("/events/" + event + "/labels")
                        .text())
                .isEqualTo("[]");
    }

    @Test
    void aGreetingIsForItsOwnerAlone() {
        var event = evening.open(2);
        var wren = evening.book(event, "Wren Hadley");
        var tobias = evening.book(event, "Tobias Quill");

        var greeting = calls.answering(wren, event).get("/attendances/" + wren + "/greeting");

        assertThat(greeting.at("initial")).isEqualTo("W");
        assertThat(greeting.at("eventTitle")).isEqualTo("Riverside pub evening");
        assertThat(calls.answering(tobias, event)
                        .get("/attendances/" + wren + "/greeting")
                        .status())
                .isEqualTo(404);
    }

    private boolean checkedIn(EventId event, AttendanceId attendance) {
        return calls.owner()
                .get("/events/" + event + "/attendees")
                .json()
                .valueStream()
                .filter(line -> line.path("attendance").asString().equals(attendance.value()))
                .anyMatch(line -> !line.path("checkedInAt").isNull());
    }

    private AttendanceId asked(EventId event, String name) {
        evening.ask(event, name);
        return evening.attendance(event, name);
    }

    private Calls.Answer pressCode(EventId event, String press, AttendanceId attendance) {
        return press(event, Map.of("id", press, "code", DoorCode.of(attendance).value()));
    }

    private Calls.Answer press(EventId event, Map<String, Object> body) {
        return calls.owner().post("/events/" + event + "/check-ins", body);
    }
}
