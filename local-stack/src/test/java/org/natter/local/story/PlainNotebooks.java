package org.natter.local.story;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.natter.local.story.PlainRegion.Event;
import org.natter.local.story.PlainRegion.Side;

/**
 * What the people of a {@link PlainRegion} keep by hand in their own histories, each on a day: soon after an evening, when its
 * form has closed, or long after. All of it is theirs alone.
 */
final class PlainNotebooks {

    /** While the form is open, just after it has closed, and later. */
    private static final List<Integer> DAYS_AFTER = List.of(5, 16, 16, 45, 200);

    private static final int FORM_HAS_CLOSED = 16;

    /** Something kept by hand, and the day on which its owner did so. */
    interface Kept {

        String owner();

        LocalDate when();

        /** Whom it is about; nobody where it is about a label alone. */
        String about();
    }

    /** Somebody added by hand: at an event, or elsewhere on a day; somebody met before, or in own words. */
    record Added(
            String id,
            String owner,
            LocalDate when,
            int event,
            String where,
            LocalDate on,
            String person,
            String words,
            boolean known,
            boolean useful)
            implements Kept {

        @Override
        public String about() {
            return person;
        }

        boolean isElsewhere() {
            return event < 0;
        }
    }

    /** A press on somebody's page in one's own history. */
    record Pressed(String owner, LocalDate when, String whom, boolean metAgain, boolean keptInTouch) implements Kept {

        @Override
        public String about() {
            return whom;
        }
    }

    /** Somebody taken out of one's own history. */
    record Removed(String owner, LocalDate when, String whom) implements Kept {

        @Override
        public String about() {
            return whom;
        }
    }

    /** A label that really is somebody met at another event: a person, or one more label of another event. */
    record Really(String owner, LocalDate when, String words, int event, String whom, int labelledAt) implements Kept {

        @Override
        public String about() {
            return isLabel() ? "" : whom;
        }

        boolean isLabel() {
            return labelledAt >= 0;
        }
    }

    record OwnCame(String id, String owner, LocalDate when, String whom, String kind, String direction, YearMonth month)
            implements Kept {

        @Override
        public String about() {
            return whom;
        }
    }

    record Shares(boolean bothSaidSo, boolean circles) {}

    final List<Added> added = new ArrayList<>();
    final List<Pressed> pressed = new ArrayList<>();
    final List<Removed> removed = new ArrayList<>();
    final List<Really> really = new ArrayList<>();
    final List<OwnCame> outcomes = new ArrayList<>();
    final Map<String, Shares> shares = new TreeMap<>();

    private final PlainRegion region;
    private final Random random;
    private final Map<String, LocalDate> lastTouched = new HashMap<>();
    private final Set<String> joined = new HashSet<>();
    private LocalDate meetingElsewhere = LocalDate.of(2027, 2, 1);

    PlainNotebooks(PlainRegion region, Random random) {
        this.region = region;
        this.random = random;
    }

    void fill(int acts) {
        for (var one = 0; one < region.people.size(); one += 2) {
            shares.put(region.people.get(one), new Shares(random.nextInt(4) > 0, random.nextInt(4) > 0));
        }
        for (var turn = 0; turn < acts; turn++) {
            var event = region.any(region.events);
            if (!event.answers.isEmpty()) {
                keep(turn, event, region.any(List.copyOf(event.answers.keySet())));
            }
        }
    }

    private void keep(int turn, Event event, String owner) {
        var met = event.sidesOf(owner).stream().filter(side -> !side.label()).toList();
        var whom = met.isEmpty() ? "" : region.any(met).who();
        var other = region.any(region.events);
        if (hasRemoved(owner, whom)) {
            return;
        }
        var odd = turn % 2 == 1;
        switch (turn % 7) {
            case 0 ->
                added.add(new Added(
                        region.id(),
                        owner,
                        after(event, event, owner, ""),
                        event.number,
                        "",
                        event.day,
                        "",
                        turn % 3 == 0 ? "By the door " + turn : region.any(region.people),
                        odd,
                        turn % 4 == 0));
            case 1 -> {
                if (!whom.isEmpty() && other.places.containsKey(owner) && !meets(other, owner, whom)) {
                    var when = after(event, other, owner, whom);
                    added.add(new Added(
                            region.id(), owner, when, other.number, "", other.day, whom, "", odd, turn % 4 == 0));
                }
            }
            case 2 -> {
                var id = region.id();
                var when = after(event, event, owner, whom);
                var day = aDayWithoutAnEvent();
                added.add(new Added(
                        id,
                        owner,
                        notBefore(day, when, owner, whom),
                        -1,
                        "A course " + turn,
                        day,
                        whom,
                        whom.isEmpty() ? "Somebody " + turn : "",
                        odd,
                        turn % 4 == 0));
            }
            case 3 -> {
                if (!whom.isEmpty()) {
                    pressed.add(new Pressed(owner, after(event, event, owner, whom), whom, odd, turn % 3 == 0));
                }
            }
            case 4 -> {
                if (!whom.isEmpty()) {
                    removed.add(new Removed(owner, after(event, event, owner, whom), whom));
                }
            }
            case 5 -> joinAny();
            default -> {
                if (!whom.isEmpty()) {
                    var id = region.id();
                    var when = after(event, event, owner, whom);
                    var kind = region.any(PlainRegion.KINDS);
                    var direction = region.direction();
                    var month = YearMonth.from(event.day).plusMonths(random.nextInt(8));
                    outcomes.add(new OwnCame(
                            id, owner, notBefore(month.atDay(1), when, owner, whom), whom, kind, direction, month));
                }
            }
        }
    }

    /** Some day after both, once both people stand in the history for good, and not before what was last done about them. */
    private LocalDate after(Event one, Event other, String owner, String whom) {
        var later = one.day.isBefore(other.day) ? other : one;
        int days = region.any(DAYS_AFTER);
        var changes = one.early.containsKey(owner) || other.early.containsKey(owner);
        var when = later.day.plusDays(changes ? Math.max(days, FORM_HAS_CLOSED) : days);
        var last = lastTouched.getOrDefault(pair(owner, whom), when);
        var settled = last.isAfter(when) ? last : when;
        lastTouched.put(pair(owner, whom), settled);
        return settled;
    }

    /** Nothing is told before it has been. */
    private LocalDate notBefore(LocalDate day, LocalDate when, String owner, String whom) {
        var later = day.isAfter(when) ? day : when;
        lastTouched.put(pair(owner, whom), later);
        return later;
    }

    private static String pair(String owner, String whom) {
        return owner + "|" + whom;
    }

    private LocalDate aDayWithoutAnEvent() {
        do {
            meetingElsewhere = meetingElsewhere.plusDays(1 + random.nextInt(5));
        } while (region.events.stream().anyMatch(event -> event.day.equals(meetingElsewhere)));
        return meetingElsewhere;
    }

    /** Some label that is not joined yet. */
    private void joinAny() {
        record Labelled(Event event, String owner, Side label) {}
        var labels = region.events.stream()
                .flatMap(event -> event.answers.keySet().stream()
                        .flatMap(owner -> event.sidesOf(owner).stream()
                                .filter(Side::label)
                                .filter(side -> !joined.contains(owner + side.who() + event.number))
                                .map(side -> new Labelled(event, owner, side))))
                .toList();
        if (!labels.isEmpty()) {
            var one = region.any(labels);
            join(one.label(), one.event(), one.owner());
        }
    }

    /** With somebody of another event whom they met there and not here, or with their label of another event. */
    private void join(Side label, Event event, String owner) {
        for (var elsewhere : region.events) {
            if (elsewhere == event) {
                continue;
            }
            for (var one : elsewhere.sidesOf(owner)) {
                var target = one.label() ? one.who() + elsewhere.number : one.who();
                if (one.label() ? joined.contains(owner + target) : meets(event, owner, one.who())) {
                    continue;
                }
                if (one.label() && random.nextInt(3) > 0) {
                    continue;
                }
                if (!hasRemoved(owner, one.who()) && joined.add(owner + label.who() + event.number)) {
                    if (one.label()) {
                        joined.add(owner + target);
                    }
                    really.add(new Really(
                            owner,
                            after(event, elsewhere, owner, one.who()),
                            label.who(),
                            event.number,
                            one.who(),
                            one.label() ? elsewhere.number : -1));
                }
                return;
            }
        }
    }

    /** Whether they have met at this event, by their answer or by hand. */
    private boolean meets(Event event, String owner, String whom) {
        return event.names(owner, whom)
                || added.stream()
                        .anyMatch(one -> one.owner().equals(owner)
                                && one.event() == event.number
                                && one.person().equals(whom))
                || really.stream()
                        .anyMatch(one -> one.owner().equals(owner)
                                && one.event() == event.number
                                && one.whom().equals(whom));
    }

    /** Whether the owner had taken them out before this day. */
    boolean hasRemoved(String owner, String whom, LocalDate before) {
        return removed.stream()
                .anyMatch(one -> one.owner().equals(owner)
                        && one.whom().equals(whom)
                        && one.when().isBefore(before));
    }

    boolean hasRemoved(String owner, String whom) {
        return hasRemoved(owner, whom, LocalDate.MAX);
    }

    /** Everything in the order in which it was done. */
    List<Kept> all() {
        var all = new ArrayList<Kept>();
        all.addAll(added);
        all.addAll(pressed);
        all.addAll(really);
        all.addAll(outcomes);
        all.addAll(removed);
        all.sort((one, other) -> one.when().compareTo(other.when()));
        return all;
    }
}
