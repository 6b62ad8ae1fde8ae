package org.natter.web.attendee;

import java.util.List;
import org.natter.web.attendee.Histories.Acquaintance;
import org.natter.web.attendee.Histories.Booked;
import org.natter.web.attendee.Histories.Evening;
import org.natter.web.attendee.Histories.History;
import org.natter.web.attendee.Histories.Me;

/** The records that one's own pages show: the networking history, one person in it, and privacy and choices. */
final class HistoryPages {

    private HistoryPages() {}

    /** The time line, newest event first, and everybody in it; {@code total} is P7's sentence, {@code chats} P10's; either may be empty. */
    record Timeline(
            String name, List<Stop> stops, List<Friend> people, String total, String chats, List<String> outcomes) {

        static Timeline of(String name, History history, HistoryWords words) {
            return new Timeline(
                    name,
                    history.evenings().stream().map(words::stop).toList(),
                    history.people().stream().map(words::friend).toList(),
                    words.total(history.totals()),
                    history.totals().chatSentence(),
                    history.outcomes().stream().map(words::outcome).toList());
        }
    }

    /** One event on the time line. */
    record Stop(
            String event,
            String title,
            String when,
            String where,
            boolean answered,
            List<Meeting> people,
            String others,
            List<String> sentences) {

        /** The same event with one person alone. */
        Stop with(String key) {
            var alone =
                    people.stream().filter(meeting -> meeting.key().equals(key)).toList();
            return new Stop(event, title, when, where, answered, alone, "", List.of());
        }
    }

    /** Somebody met there; {@code key} leads to their page and is empty if there is none. */
    record Meeting(
            String key,
            String name,
            String sector,
            boolean fresh,
            boolean unsure,
            String talk,
            String introduced,
            boolean both,
            String again) {}

    /** Somebody met, in the list of people. */
    record Friend(String key, String name, String stage, String meetings, boolean both) {}

    /** One person's page. */
    record FriendPage(
            String name, String stage, String first, String last, String meetings, boolean both, List<Stop> together) {

        static FriendPage of(Acquaintance friend, History history, HistoryWords words) {
            return new FriendPage(
                    friend.name(),
                    words.stage(friend.stage()),
                    HistoryWords.day(friend.firstMet()),
                    HistoryWords.day(friend.lastMet()),
                    words.meetings(friend.meetings()),
                    friend.bothSaidSo(),
                    history.evenings().stream()
                            .filter(evening -> wasAt(evening, friend))
                            .map(words::stop)
                            .map(stop -> stop.with(friend.key()))
                            .toList());
        }

        private static boolean wasAt(Evening evening, Acquaintance friend) {
            return friend.events().contains(evening.event())
                    || evening.people().stream().anyMatch(side -> side.key().equals(friend.key()));
        }
    }

    /** What is held about the signed-in person, and their bookings. */
    record Privacy(Me me, String sector, List<BookingLine> bookings) {

        static Privacy of(Me me, List<Booked> bookings, Phrases phrases) {
            return new Privacy(
                    me,
                    phrases.sector(me.sector()),
                    bookings.stream()
                            .map(booking -> BookingLine.of(booking, phrases))
                            .toList());
        }
    }

    /** One booking in the list. */
    record BookingLine(String title, String when, String standing) {

        static BookingLine of(Booked booking, Phrases phrases) {
            return new BookingLine(
                    booking.title(),
                    HistoryWords.when(booking.startsAt()),
                    phrases.say("standing." + booking.standing()));
        }
    }
}
