package org.natter.attendee.history.web;

import org.natter.attendee.checkin.MetBefore;
import org.natter.attendee.history.EarlierMeetings;
import org.natter.attendee.history.HistoryEntries;
import org.natter.attendee.history.ReadingHistory;
import org.natter.attendee.history.Rooms;
import org.natter.attendee.person.People;
import org.natter.attendee.person.PrivateWords;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The parts of history. */
@Configuration(proxyBeanMethods = false)
class HistoryConfiguration {

    @Bean
    ReadingHistory readingHistory(People people, PrivateWords words, HistoryEntries entries, Rooms rooms) {
        return new ReadingHistory(people, words, entries, rooms);
    }

    @Bean
    MetBefore metBefore(People people, HistoryEntries entries) {
        return new EarlierMeetings(people, entries);
    }
}
