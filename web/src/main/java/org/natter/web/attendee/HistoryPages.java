package org.natter.web.attendee;

import java.util.List;

/** The records that one's own networking history shows. */
final class HistoryPages {

    private HistoryPages() {}

    /** The time line, newest event first, and everybody in it; {@code total} is P7's sentence, {@code chats} P10's; either may be empty. */
    record Timeline(
            String name, List<Stop> stops, List<Friend> people, String total, String chats, List<String> outcomes) {}

    /** One event on the time line. */
    record Stop(
            String event,
            String title,
            String when,
            String where,
            boolean answered,
            List<Meeting> people,
            String others,
            List<String> sentences) {}

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
            String name, String stage, String first, String last, String meetings, boolean both, List<Stop> together) {}
}
