package org.natter.web.attendee;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.natter.web.attendee.Programme.PublicEvent;
import org.natter.web.attendee.Programme.Venue;

/** The records that the two public pages show. */
final class EventPages {

    private EventPages() {}

    /** What's on: events to come, nearest first, and what has been, latest first. */
    record WhatsOn(List<Card> coming, List<Card> been) {}

    /** One event in a list. */
    record Card(String event, String title, String when, String where, boolean calledOff) {

        static Card of(PublicEvent event) {
            return new Card(
                    event.event().value(),
                    event.title(),
                    InWords.when(event.startsAt()),
                    event.venue().name(),
                    event.isCalledOff());
        }
    }

    /** One event's public page. */
    record EventPage(
            String event,
            String title,
            List<String> description,
            String when,
            String until,
            Venue venue,
            List<Fact> facts,
            State state,
            String reason,
            @Nullable String room,
            List<Card> next) {}

    /** What can be done on an event's page. */
    enum State {
        OPEN,
        FULL,
        NOT_OPEN,
        ASLEEP,
        PAST,
        CALLED_OFF
    }

    /** One venue fact; an empty value prints "not known, ask". */
    record Fact(String label, String value) {}

    static List<Fact> facts(Venue venue, Phrases phrases) {
        return Stream.of(
                        new Fact("stepFree", venue.stepFree()),
                        new Fact("toilets", venue.toilets()),
                        new Fact("hearingLoop", venue.hearingLoop()),
                        new Fact("quietCorner", venue.quietCorner()),
                        new Fact("alcoholFree", venue.alcoholFree()),
                        new Fact("nearestStop", venue.nearestStop()),
                        new Fact("findUs", venue.findUs()))
                .map(fact -> new Fact(phrases.say("venue." + fact.label()), inWords(fact.value(), phrases)))
                .toList();
    }

    private static String inWords(String value, Phrases phrases) {
        if (value.isBlank()) {
            return phrases.say("venue.unknown");
        }
        return value.equals("YES") || value.equals("NO") ? phrases.say("venue." + value) : value;
    }
}
