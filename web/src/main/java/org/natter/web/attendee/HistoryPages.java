package org.natter.web.attendee;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.natter.times.SpokenTime;
import org.natter.web.services.AttendeeApi.Acquaintance;
import org.natter.web.services.AttendeeApi.Booking;
import org.natter.web.services.AttendeeApi.Evening;
import org.natter.web.services.AttendeeApi.History;
import org.natter.web.services.AttendeeApi.Met;
import org.natter.web.services.AttendeeApi.Moment;

/** What one's own pages show beside what attendee-service tells: days and times where they happened. */
final class HistoryPages {

    private HistoryPages() {}

    /** One event on the time line and the people shown there: all, or one alone. */
    record Stop(Evening evening, String when, List<Met> people, boolean alone) {

        static Stop of(Evening evening) {
            return new Stop(evening, spoken(evening.startsAt(), evening.zone()), evening.people(), false);
        }

        private static Stop of(Evening evening, Acquaintance friend) {
            var alone = evening.people().stream()
                    .filter(met -> met.person().equals(friend.person()))
                    .toList();
            return new Stop(evening, spoken(evening.startsAt(), evening.zone()), alone, true);
        }
    }

    /** One person's page. */
    record FriendPage(Acquaintance friend, String first, String last, List<Stop> together) {

        static FriendPage of(Acquaintance friend, History history) {
            return new FriendPage(
                    friend,
                    day(friend.firstMet()),
                    day(friend.lastMet()),
                    history.events().stream()
                            .filter(evening -> friend.events().contains(evening.event()))
                            .map(evening -> Stop.of(evening, friend))
                            .toList());
        }
    }

    /** One booking in the list. */
    record DatedBooking(Booking booking, String when) {

        static DatedBooking of(Booking booking) {
            return new DatedBooking(booking, spoken(booking.startsAt(), booking.zone()));
        }
    }

    private static String spoken(@Nullable Instant at, @Nullable ZoneId zone) {
        if (at == null || zone == null) {
            return "";
        }
        var there = SpokenTime.in(zone);
        return there.longDay(at) + ", " + there.time(at);
    }

    private static String day(@Nullable Moment moment) {
        return moment == null ? "" : SpokenTime.in(moment.zone()).longDay(moment.at());
    }
}
