package org.natter.web.attendee;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.natter.times.SpokenTime;
import org.natter.web.forms.FilledFrom;
import org.natter.web.forms.SubmittedForm;
import org.natter.web.services.AcquaintanceId;
import org.natter.web.services.BookingApi.Booking;
import org.natter.web.services.BookingApi.Standing;
import org.natter.web.services.BookingStatus;
import org.natter.web.services.FormId;
import org.natter.web.services.HistoryApi.Acquaintance;
import org.natter.web.services.HistoryApi.CameOfIt;
import org.natter.web.services.HistoryApi.Evening;
import org.natter.web.services.HistoryApi.History;
import org.natter.web.services.HistoryApi.Met;
import org.natter.web.services.HistoryApi.Moment;
import org.natter.web.services.NotThere;
import org.natter.web.services.Talk;

/** What one's own pages show beside what attendee-service tells: days and times where they happened. */
final class HistoryPages {

    private static final int LETTERS_OF_A_DISC = 2;

    private HistoryPages() {}

    /** The kinds of meeting one can look for. */
    enum Kind {
        NEW,
        KNOWN,
        CHAT,
        USEFUL;

        private boolean fits(Met met) {
            return switch (this) {
                case NEW -> met.isNew();
                case KNOWN -> !met.isNew();
                case CHAT -> met.talk() == Talk.CHAT;
                case USEFUL -> met.talk().isUseful();
            };
        }
    }

    /** What somebody looks for in their history; empty words and absences look for everything. */
    record Finding(String name, String year, @Nullable Kind kind) {

        static Finding of(SubmittedForm asked) {
            return new Finding(asked.words("name"), asked.words("year"), asked.choice("kind", Kind.class));
        }

        /** All there are to look for. */
        public List<Kind> kinds() {
            return List.of(Kind.values());
        }

        public boolean isAnything() {
            return !name.isEmpty() || !year.isEmpty() || kind != null;
        }

        private boolean fits(Met met) {
            return met.name().toLowerCase(Locale.UK).contains(name.toLowerCase(Locale.UK))
                    && (kind == null || kind.fits(met));
        }

        private boolean fits(Stop stop) {
            return (year.isEmpty() || year.equals(stop.year()))
                    && (name.isEmpty() && kind == null || !stop.people().isEmpty());
        }

        @Override
        public String toString() {
            return "Finding[masked]";
        }
    }

    /** The whole page. */
    record HistoryPage(
            History history,
            List<Year> years,
            Set<String> allYears,
            List<ThreadPicture> thread,
            List<Stop> inWords,
            Finding finding) {

        static HistoryPage of(History history, Finding finding) {
            var stops = history.events().stream().map(Stop::of).toList();
            var found = new LinkedHashMap<String, List<Stop>>();
            stops.stream()
                    .map(stop -> stop.keeping(finding))
                    .filter(finding::fits)
                    .forEach(stop -> found.computeIfAbsent(stop.year(), first -> new ArrayList<>())
                            .add(stop));
            return new HistoryPage(
                    history,
                    found.entrySet().stream()
                            .map(year -> new Year(year.getKey(), year.getValue()))
                            .toList(),
                    stops.stream()
                            .map(Stop::year)
                            .filter(year -> !year.isEmpty())
                            .collect(Collectors.toCollection(TreeSet::new)),
                    ThreadPicture.of(history),
                    stops.stream().filter(stop -> !stop.evening().isUnnoted()).toList(),
                    finding);
        }

        /** Whether somebody who was removed has not been put back since. */
        boolean isWithout(AcquaintanceId person) {
            return history.people().stream().noneMatch(one -> one.ids().contains(person));
        }

        /** Whether what was removed no longer stands among what came of it, nor among what was added by hand. */
        boolean isWithout(FormId removed) {
            return history.outcomes().stream().noneMatch(one -> one.outcome().equals(removed.value()))
                    && addedByHand(removed, history).isEmpty();
        }

        /** Whether there are enough people that finding one is work. */
        public boolean isLong() {
            return history.people().size() > 3 || finding.isAnything();
        }
    }

    /** The events of one year, newest first. */
    record Year(String year, List<Stop> stops) {}

    /** One event on the time line and the people shown there: all, or some. */
    record Stop(Evening evening, String when, String year, List<Met> people, boolean alone) {

        static Stop of(Evening evening) {
            return new Stop(
                    evening,
                    evening.elsewhere()
                            ? day(evening.startsAt(), evening.zone())
                            : spoken(evening.startsAt(), evening.endsAt(), evening.zone()),
                    yearOf(evening),
                    evening.people(),
                    false);
        }

        private static Stop of(Evening evening, Acquaintance friend) {
            var alone = evening.people().stream()
                    .filter(met -> met.person().equals(friend.person()))
                    .toList();
            var whole = of(evening);
            return new Stop(evening, whole.when(), whole.year(), alone, true);
        }

        private static Stop of(Evening evening, Met met) {
            var whole = of(evening);
            return new Stop(evening, whole.when(), whole.year(), List.of(met), true);
        }

        /** The letters for somebody's disc. */
        public String initials(Met met) {
            return HistoryPages.initials(met.name());
        }

        private Stop keeping(Finding finding) {
            return new Stop(
                    evening, when, year, people.stream().filter(finding::fits).toList(), alone);
        }
    }

    /**
     * Whoever stands in this history under this id, or did.
     *
     * @throws NotThere for somebody who is not in it
     */
    static Acquaintance known(AcquaintanceId person, History history) {
        return history.people().stream()
                .filter(one -> one.ids().contains(person))
                .findFirst()
                .orElseThrow(NotThere::here);
    }

    /** What was added by hand under this id: whom one met, and where. */
    static Optional<Stop> addedByHand(FormId meeting, History history) {
        return history.events().stream()
                .flatMap(evening -> evening.people().stream()
                        .filter(met ->
                                met.added() != null && met.added().meeting().equals(meeting))
                        .map(met -> Stop.of(evening, met)))
                .findFirst();
    }

    /** One person's page. */
    record FriendPage(
            Acquaintance friend,
            String first,
            String last,
            List<Stop> together,
            List<CameOfIt> outcomes,
            List<Acquaintance> others) {

        /** @throws NotThere for somebody who is not in this history */
        static FriendPage of(AcquaintanceId person, History history) {
            return of(HistoryPages.known(person, history), history);
        }

        /** Whether somebody was made one with this person, and has not become another one since. */
        boolean hasJoined(AcquaintanceId person) {
            return friend.ids().contains(person) && !friend.really().equals(person);
        }

        /** Whether they were met again, by their own word alone: where and when is noted nowhere. */
        public boolean isMetSince() {
            return friend.metAgain() && friend.meetings() == 1;
        }

        /** What the form of the note is filled from. */
        public String filledFrom() {
            return FilledFrom.these(friend.note());
        }

        private static FriendPage of(Acquaintance friend, History history) {
            return new FriendPage(
                    friend,
                    day(friend.firstMet()),
                    day(friend.lastMet()),
                    history.events().stream()
                            .filter(evening -> friend.events().contains(evening.event()))
                            .map(evening -> Stop.of(evening, friend))
                            .toList(),
                    history.outcomes().stream()
                            .filter(outcome -> outcome.persons().contains(friend.person()))
                            .toList(),
                    history.people().stream()
                            .filter(other -> !other.person().equals(friend.person()))
                            .toList());
        }
    }

    /** One booking in the list. */
    record DatedBooking(Booking booking, String when, String standing) {

        /** Whether they are, or could be, on the list of who was there: it is of those with a place. */
        public boolean isOnAList() {
            return booking.status().isBooked() && booking.standing() != Standing.CALLED_OFF;
        }

        /** What has been is neither booked nor waited for any more, and what was called off nobody cancelled themselves. */
        static DatedBooking of(Booking booking, Instant now) {
            return new DatedBooking(
                    booking, spoken(booking.startsAt(), booking.endsAt(), booking.zone()), standing(booking, now));
        }

        private static String standing(Booking booking, Instant now) {
            if (booking.standing() == Standing.CALLED_OFF || booking.standing() == Standing.NOT_ADMITTED) {
                return booking.standing().name();
            }
            var been = !booking.endsAt().isAfter(now) && booking.status() != BookingStatus.CANCELLED;
            return been ? "BEEN" : booking.here() ? "HERE" : booking.status().name();
        }
    }

    /** The letters for somebody's disc. */
    private static String initials(String name) {
        var letters = new StringBuilder();
        for (var word : name.split("[\\s,]+")) {
            if (!word.isEmpty() && letters.length() < LETTERS_OF_A_DISC) {
                letters.appendCodePoint(Character.toUpperCase(word.codePointAt(0)));
            }
        }
        return letters.toString();
    }

    private static String yearOf(Evening evening) {
        var at = evening.startsAt();
        var zone = evening.zone();
        return at == null || zone == null
                ? ""
                : Integer.toString(at.atZone(zone).getYear());
    }

    private static String spoken(@Nullable Instant from, @Nullable Instant to, @Nullable ZoneId zone) {
        return from == null || to == null || zone == null
                ? ""
                : SpokenTime.in(zone).when(from, to);
    }

    private static String day(@Nullable Instant at, @Nullable ZoneId zone) {
        return at == null || zone == null ? "" : SpokenTime.in(zone).longDay(at);
    }

    private static String day(@Nullable Moment moment) {
        return moment == null ? "" : SpokenTime.in(moment.zone()).longDay(moment.at());
    }
}
