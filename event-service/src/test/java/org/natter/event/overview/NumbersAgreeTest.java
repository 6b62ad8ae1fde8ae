package org.natter.event.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.natter.event.overview.Said.attendance;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.natter.event.WholeService;
import org.natter.event.programme.EventId;
import org.natter.messaging.kit.ContractSamples.Sample;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.messaging.Message;

/**
 * Booking, cancelling, arriving, undoing and walking in, as it may happen and told in any order, some of it twice: the
 * figures are those of how everybody stands in the end, and a rebuilt overview has the same.
 */
@WholeService
class NumbersAgreeTest {

    private static final int GUESTS = 8;
    private static final int STEPS = 120;

    private final EventOverviews overviews;
    private final Consumer<Message<byte[]>> attendees;

    @Autowired
    NumbersAgreeTest(EventOverviews overviews, Map<String, Consumer<Message<byte[]>>> functions) {
        this.overviews = overviews;
        this.attendees = functions.get("overviewAttendees");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void whateverHappenedInWhateverOrderItIsTold(long seed) {
        var dice = new Random(seed);
        var evening = new Evening(dice);
        for (var step = 0; step < STEPS; step++) {
            evening.step();
        }
        var told = new ArrayList<>(evening.told);
        told.addAll(evening.told.subList(0, STEPS / 4));
        Collections.shuffle(told, dice);

        told.forEach(one -> attendees.accept(one.message()));
        var figures = overviews.of(List.of(evening.event)).get(0);

        assertThat(figures.booked()).as("booked").isEqualTo(evening.standing("booked"));
        assertThat(figures.waiting()).as("waiting").isEqualTo(evening.standing("waiting"));
        assertThat(figures.here()).as("here").isEqualTo(evening.here.size());
        assertThat(figures.walkIns()).as("walk-ins").isEqualTo((int) evening.here.keySet().stream()
                .filter(guest -> "walk-in".equals(evening.places.get(guest)))
                .count());
        assertThat(figures.here() - figures.walkIns()).as("of the booked").isLessThanOrEqualTo(figures.booked());

        var again = new Evening(evening.event, evening.told).retold();
        again.forEach(one -> attendees.accept(one.message()));
        assertThat(overviews.of(List.of(evening.event))).containsExactly(figures);
    }

    /** How everybody stands, by the rules of the door: nobody arrives without a place, nobody who is here cancels. */
    private static final class Evening {

        private final EventId event;
        private final Said said;
        private final Random dice;
        private final List<Sample> told = new ArrayList<>();
        private final Map<Integer, String> places = new TreeMap<>();
        private final Map<Integer, Boolean> here = new TreeMap<>();
        private final Map<Integer, Long> presses = new TreeMap<>();
        private long seats;

        private Evening(Random dice) {
            this(new EventId(UUID.randomUUID().toString().replace("-", "")), dice, List.of());
        }

        private Evening(EventId event, List<Sample> told) {
            this(event, new Random(0), told);
        }

        private Evening(EventId event, Random dice, List<Sample> told) {
            this.event = event;
            this.said = new Said(event.value());
            this.dice = dice;
            this.told.addAll(told);
        }

        private List<Sample> retold() {
            var all = new ArrayList<>(told);
            Collections.reverse(all);
            return all;
        }

        private int standing(String place) {
            return Collections.frequency(places.values(), place);
        }

        private void step() {
            var guest = dice.nextInt(GUESTS);
            var place = places.getOrDefault(guest, "none");
            var isHere = here.containsKey(guest);
            switch (dice.nextInt(6)) {
                case 0 -> {
                    if (place.equals("none") || place.equals("waiting")) {
                        seat(guest, "booked", said.about(attendance(guest), "attendance.booked.v1", ++seats));
                    }
                }
                case 1 -> {
                    if (place.equals("none")) {
                        seat(guest, "waiting", said.about(attendance(guest), "attendance.waitlisted.v1", ++seats));
                    }
                }
                case 2 -> {
                    if (!isHere && !place.equals("none")) {
                        seat(guest, "none", said.about(attendance(guest), "attendance.cancelled.v1", ++seats));
                    }
                }
                case 3 -> {
                    if (!isHere && (place.equals("booked") || place.equals("walk-in"))) {
                        arrive(guest);
                    }
                }
                case 4 -> {
                    if (isHere) {
                        here.remove(guest);
                        door(guest, "attendance.check-in-undone.v1");
                    }
                }
                default -> {
                    if (place.equals("none") || place.equals("waiting")) {
                        seat(guest, "walk-in", said.walkIn(attendance(guest), ++seats));
                        arrive(guest);
                    }
                }
            }
        }

        private void arrive(int guest) {
            here.put(guest, true);
            door(guest, "attendance.checked-in.v1");
        }

        private void seat(int guest, String place, Sample news) {
            places.put(guest, place);
            told.add(news);
        }

        private void door(int guest, String type) {
            told.add(said.about(attendance(guest), type, presses.merge(guest, 1L, Long::sum)));
        }
    }
}
