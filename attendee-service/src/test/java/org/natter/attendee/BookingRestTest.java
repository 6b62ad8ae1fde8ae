package org.natter.attendee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.natter.access.kit.MovableClock;
import org.natter.attendee.person.EmailAddress;
import org.natter.attendee.person.EventId;
import org.natter.attendee.person.People;
import org.springframework.beans.factory.annotation.Autowired;

/** Booking as a visitor meets it, over HTTP and a real store. */
@WholeService
class BookingRestTest {

    private final Calls calls;
    private final Evening evening;
    private final MovableClock clock;
    private final People people;

    @Autowired
    BookingRestTest(Calls calls, Evening evening, MovableClock clock, People people) {
        this.calls = calls;
        this.evening = evening;
        this.clock = clock;
        this.people = people;
    }

    @Test
    void aPlaceIsAskedForConfirmedAndCancelledTwice() {
        var event = evening.open(2);

        assertThat(evening.ask(event, "Wren Hadley").status()).isEqualTo(202);
        assertThat(places(event, "free")).isEqualTo(1);
        var read = evening.press("read", event, "Wren Hadley");
        assertThat(read.at("status")).isEqualTo("UNCONFIRMED");
        assertThat(read.at("name")).isEqualTo("Wren Hadley");
        assertThat(read.at("code")).matches("[BCDFGHJKLMNPQRSTVWXZ]{6}");

        assertThat(evening.press("confirm", event, "Wren Hadley").at("status")).isEqualTo("BOOKED");
        assertThat(evening.press("confirm", event, "Wren Hadley").at("status")).isEqualTo("BOOKED");
        assertThat(places(event, "booked")).isEqualTo(1);

        assertThat(evening.press("cancel", event, "Wren Hadley").at("status")).isEqualTo("CANCELLED");
        assertThat(evening.press("cancel", event, "Wren Hadley").at("status")).isEqualTo("CANCELLED");
        assertThat(places(event, "free")).isEqualTo(2);
    }

    @Test
    void howAnOnlineEventIsJoinedIsReadByWhoHasAPlaceAlone() {
        var link = "https://meet.example/weeding";
        var event = evening.openOnline(1, link);
        evening.ask(event, "Wren Hadley");
        evening.ask(event, "Samir Marsh");

        assertThat(evening.press("read", event, "Wren Hadley").at("venueAddress"))
                .isEmpty();
        assertThat(evening.press("confirm", event, "Wren Hadley").at("venueAddress"))
                .isEqualTo(link);
        assertThat(evening.press("confirm", event, "Samir Marsh").at("venueAddress"))
                .isEmpty();
        assertThat(evening.press("cancel", event, "Wren Hadley").at("venueAddress"))
                .isEmpty();
        var offered = evening.press("read", event, "Samir Marsh");
        assertThat(offered.at("status")).isEqualTo("OFFERED");
        assertThat(offered.at("venueAddress")).isEmpty();
        assertThat(evening.press("accept", event, "Samir Marsh").at("venueAddress"))
                .isEqualTo(link);
    }

    @Test
    void thePageReadsAlikeWhetherSomebodyIsBookedOrNot() {
        var event = evening.open(2);
        var first = evening.ask(event, "Wren Hadley");
        evening.press("confirm", event, "Wren Hadley");

        var again = calls.visitor()
                .post("/bookings", with(Evening.aWish(event, "Wren Hadley"), "email", " WREN.Hadley@Library.Example "));

        assertThat(again.status()).isEqualTo(first.status()).isEqualTo(202);
        assertThat(again.text()).isEqualTo(first.text()).isEqualTo("{\"room\":true}");
        assertThat(places(event, "booked")).isEqualTo(1);
        assertThat(places(event, "free")).isEqualTo(1);
    }

    /** The first answer said that there was no room, the second that there was. */
    @Test
    void aPressByHandThatIsSentTwiceIsAnsweredAsTheFirstTime() {
        var event = evening.open(1);
        evening.ask(event, "Wren Hadley");
        var press = calls.owner().with("Idempotency-Key", UUID.randomUUID().toString());
        var wish = Evening.aWish(event, "Wren Hadley");

        var first = press.post("/bookings/by-hand", wish);
        assertThat(first.text()).as("the one place is kept for them").isEqualTo("{\"room\":false}");
        assertThat(evening.press("read", event, "Wren Hadley").at("status")).isEqualTo("BOOKED");
        assertThat(press.post("/bookings/by-hand", wish).text()).isEqualTo(first.text());

        evening.press("cancel", event, "Wren Hadley");
        assertThat(press.post("/bookings/by-hand", wish).text()).isEqualTo(first.text());
        assertThat(evening.press("read", event, "Wren Hadley").at("status")).isEqualTo("CANCELLED");
    }

    @Test
    void fiftyAtOnceForOnePlaceAreOneBookedAndFortyNineWaiting() {
        var event = evening.open(1);
        var names = IntStream.range(0, 50).mapToObj(number -> "Guest " + number).toList();

        assertThat(atOnce(names, name -> evening.ask(event, name)))
                .allSatisfy(answer -> assertThat(answer.status()).isEqualTo(202));
        var confirmed = atOnce(names, name -> evening.press("confirm", event, name));

        assertThat(confirmed).extracting(answer -> answer.at("status")).containsOnly("BOOKED", "WAITING");
        assertThat(confirmed)
                .filteredOn(answer -> answer.at("status").equals("BOOKED"))
                .hasSize(1);
        assertThat(places(event, "booked")).isEqualTo(1);
        assertThat(places(event, "waiting")).isEqualTo(49);
        assertThat(names)
                .extracting(name -> evening.press("read", event, name).json().path("position"))
                .filteredOn(position -> !position.isNull())
                .extracting(position -> position.asInt())
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(1, 49).boxed().toList());
    }

    @Test
    void aFreedPlaceIsOfferedAndAnOfferNobodyTakesGoesOn() {
        var event = evening.open(1);
        evening.book(event, "Wren Hadley");
        evening.book(event, "Samir Marsh");
        evening.book(event, "Zainab Coates");

        evening.press("cancel", event, "Wren Hadley");

        assertThat(evening.press("read", event, "Samir Marsh").at("status")).isEqualTo("OFFERED");
        clock.move(Duration.ofHours(25));
        await("the sweep passes the place on")
                .untilAsserted(() -> assertThat(
                                evening.press("read", event, "Zainab Coates").at("status"))
                        .isEqualTo("OFFERED"));
        assertThat(evening.press("read", event, "Samir Marsh").at("status")).isEqualTo("LAPSED");
        assertThat(evening.press("accept", event, "Zainab Coates").at("status")).isEqualTo("BOOKED");
    }

    @Test
    void aHoldLapsesAfterAnHour() {
        var event = evening.open(1);
        evening.ask(event, "Wren Hadley");

        clock.move(Duration.ofMinutes(61));

        assertThat(evening.press("confirm", event, "Wren Hadley").at("status")).isNotEqualTo("BOOKED");
        await("the sweep frees the place")
                .untilAsserted(() -> assertThat(places(event, "free")).isEqualTo(1));
    }

    @Test
    void whoeverNeverConfirmedIsForgottenADayLater() {
        var event = evening.open(1);
        evening.ask(event, "Nobody Yet");
        evening.ask(event, "Gwen Causeway");
        evening.press("confirm", event, "Gwen Causeway");

        clock.move(Duration.ofMinutes(61));
        await("the hold lapses")
                .untilAsserted(() -> assertThat(
                                evening.press("read", event, "Nobody Yet").at("status"))
                        .isEqualTo("LAPSED"));
        clock.move(Duration.ofHours(24));

        await("the words are gone")
                .untilAsserted(() -> assertThat(people.byAddress(new EmailAddress(Evening.address("Nobody Yet"))))
                        .isEmpty());
        assertThat(people.byAddress(new EmailAddress(Evening.address("Gwen Causeway"))))
                .isPresent();
    }

    @Test
    void whatIsMissingIsSaidAllAtOnceAndKindly() {
        var answer = calls.visitor().post("/bookings", Map.of("email", "wren"));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.problem()).isEqualTo("validation");
        assertThat(answer.errors())
                .contains(
                        "name: Enter your name",
                        "email: Enter an email address, like sam@library.example",
                        "adult: Tick the box to say you're 18 or over");
        assertThat(answer.text()).doesNotContain("\"wren\"");
    }

    @Test
    void anAddressThatCannotBeWrittenToIsRefusedKindly() {
        var event = evening.open(1);
        var sentences = new LinkedHashMap<String, String>();
        for (var typed : List.of("wren@lib.example.", "a..b@lib.example", "wren@lib_under.example")) {
            sentences.put(typed, "email: Enter an email address, like sam@library.example");
        }
        sentences.put(
                "żaneta@lib.example",
                "email: Before the @ our mail can only carry the letters a to z, digits and signs like . - + _."
                        + " Enter an address written with these");

        sentences.forEach((typed, sentence) -> {
            var answer = calls.visitor().post("/bookings", with(Evening.aWish(event, "Wren Hadley"), "email", typed));

            assertThat(answer.status()).as(typed).isEqualTo(422);
            assertThat(answer.errors()).containsExactly(sentence);
        });
    }

    @Test
    void anUnknownFieldIsRefused() {
        var event = evening.open(1);

        var answer = calls.visitor().post("/bookings", with(Evening.aWish(event, "Wren Hadley"), "region", "x"));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.errors()).containsExactly("region: There's no such field");
    }

    @Test
    void aKeyNamesOneWish() {
        var event = evening.open(1);
        var key = UUID.randomUUID().toString();
        var wish = Evening.aWish(event, "Wren Hadley");

        assertThat(calls.visitor()
                        .with("Idempotency-Key", key)
                        .post("/bookings", wish)
                        .status())
                .isEqualTo(202);
        assertThat(calls.visitor()
                        .with("Idempotency-Key", key)
                        .post("/bookings", wish)
                        .status())
                .isEqualTo(202);
        var other = calls.visitor().with("Idempotency-Key", key).post("/bookings", with(wish, "name", "Wren H"));

        assertThat(other.status()).isEqualTo(422);
        assertThat(other.problem()).isEqualTo("key-reused");
    }

    @Test
    void aBlankKeyIsNobodysKey() {
        var event = evening.open(2);

        for (var guest : List.of("Wren Hadley", "Tobias Quill")) {
            assertThat(calls.visitor()
                            .with("Idempotency-Key", " ")
                            .post("/bookings", Evening.aWish(event, guest))
                            .status())
                    .as(guest)
                    .isEqualTo(202);
        }
    }

    @Test
    void unknownAndClosedEventsSaySo() {
        var event = evening.open(1);
        assertThat(evening.ask(new EventId(evening.newId()), "Wren Hadley").problem())
                .isEqualTo("unknown-event");

        evening.callOff(event);

        assertThat(evening.ask(event, "Wren Hadley").status()).isEqualTo(409);
        assertThat(evening.ask(event, "Wren Hadley").problem()).isEqualTo("booking-closed");
    }

    @Test
    void everyWrongLinkIsOneAndTheSame404() {
        var event = evening.open(1);
        evening.ask(event, "Wren Hadley");
        var good = evening.token(event, "Wren Hadley");

        var bodies = List.of("", "x", good.substring(1), good + "x", good.replaceFirst("^k1", "k9")).stream()
                .map(token -> calls.visitor().post("/booking-links/read", Map.of("token", token)))
                .peek(answer -> assertThat(answer.status()).isEqualTo(404))
                .map(Calls.Answer::text)
                .distinct()
                .toList();

        assertThat(bodies).hasSize(1).first().asString().contains("unknown-link");
    }

    /** Whoever reads mail at the address that was corrected has the first link, too. */
    @Test
    void aLinkFromBeforeTheAddressWasCorrectedIsOneOfThese() {
        var event = evening.open(1);
        evening.ask(event, "Wilf Withy");
        var first = evening.token(event, "Wilf Withy");
        var typed = new EmailAddress(Evening.address("Wilf Withy"));
        var wilf = people.byAddress(typed).orElseThrow().id();

        assertThat(people.readdress(wilf, new EmailAddress(Evening.address("Wilf Withy Himself")), typed))
                .isTrue();

        for (var verb : List.of("read", "confirm", "cancel")) {
            assertThat(calls.visitor()
                            .post("/booking-links/" + verb, Map.of("token", first))
                            .problem())
                    .isEqualTo("unknown-link");
        }
        var own = evening.link(people.find(wilf).orElseThrow(), event);
        assertThat(calls.visitor()
                        .post("/booking-links/read", Map.of("token", own))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aCalledOffEventReadsAsCancelledForEverybody() {
        var event = evening.open(1);
        evening.book(event, "Wren Hadley");

        evening.callOff(event);

        assertThat(evening.press("read", event, "Wren Hadley").at("status")).isEqualTo("CANCELLED");
    }

    @Test
    void theListChoiceCanBeChanged() {
        var event = evening.open(1);
        evening.book(event, "Wren Hadley");

        var changed = calls.visitor()
                .post("/booking-links/choices", Map.of("token", evening.token(event, "Wren Hadley"), "listed", false));

        assertThat(changed.json().path("listed").asBoolean()).isFalse();
        assertThat(changed.at("status")).isEqualTo("BOOKED");
    }

    private int places(EventId event, String field) {
        return calls.visitor()
                .get("/events/" + event + "/places")
                .json()
                .path(field)
                .asInt();
    }

    private static Map<String, Object> with(Map<String, Object> wish, String field, Object value) {
        wish.put(field, value);
        return wish;
    }

    private static <T> List<T> atOnce(List<String> names, Function<String, T> call) {
        var threads = Executors.newFixedThreadPool(names.size());
        try {
            var work = names.stream()
                    .map(name -> (Callable<T>) () -> call.apply(name))
                    .toList();
            var done = threads.invokeAll(work);
            return done.stream().map(BookingRestTest::get).toList();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            threads.shutdown();
        }
    }

    private static <T> T get(Future<T> done) {
        try {
            return done.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
