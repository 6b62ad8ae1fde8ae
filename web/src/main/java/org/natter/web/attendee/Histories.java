package org.natter.web.attendee;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A signed-in person's own pages, as attendee-service tells them. Throws {@link OutOfReach} when it cannot be asked. */
public interface Histories {

    History history(PersonId person);

    Me me(PersonId person);

    /** All bookings, latest event first. */
    List<Booked> bookings(PersonId person);

    /** What is kept about the person themself. */
    record Me(String name, String email, String organisation, String sector) {

        @Override
        public String toString() {
            return "Me[masked]";
        }
    }

    /** One booking of theirs; an absent time is not known yet. */
    record Booked(String event, String title, @Nullable WallTime startsAt, String standing, String attendance) {}

    /** The whole networking history, newest event first. */
    record History(List<Evening> evenings, List<Acquaintance> people, Totals totals, List<CameOfIt> outcomes) {
        public History {
            evenings = List.copyOf(evenings);
            people = List.copyOf(people);
            outcomes = List.copyOf(outcomes);
        }
    }

    /** One event attended; {@code others} counts people without a name, {@code sentences} are the figures in words. */
    record Evening(
            String event,
            String title,
            @Nullable WallTime startsAt,
            String venue,
            boolean answered,
            List<Side> people,
            int others,
            Figures figures) {
        public Evening {
            people = List.copyOf(people);
        }
    }

    /** P1, P2 and P6 of measures.md; sentences come with them, hidden ones left out. Shares from 0 to 1. */
    record Figures(
            int spokeTo,
            int fresh,
            int known,
            @Nullable Double share,
            @Nullable Double lift,
            @Nullable Double ext,
            @Nullable Double expected,
            List<String> sentences) {
        public Figures {
            sentences = List.copyOf(sentences);
        }
    }

    /** Somebody met at one event. */
    record Side(
            String key,
            String name,
            String sector,
            String before,
            String talk,
            String again,
            String introducedBy,
            String saidBy,
            int meetings,
            int stage) {}

    /** Somebody met, over all events. */
    record Acquaintance(
            String key,
            String name,
            @Nullable WallTime firstMet,
            @Nullable WallTime lastMet,
            int meetings,
            int stage,
            boolean bothSaidSo,
            List<String> events) {
        public Acquaintance {
            events = List.copyOf(events);
        }
    }

    /** P7 and P10: how many people, how many went beyond a first chat, and both as sentences, empty while hidden. */
    record Totals(int people, int beyondFirstChat, String sentence, String chatSentence) {}

    /** Something that came of it: kind and direction as reported, and the month. */
    record CameOfIt(String kind, String direction, int year, int month, boolean beganAsChat, List<String> with) {
        public CameOfIt {
            with = List.copyOf(with);
        }
    }

    /** An instant on the wall clock of the place. */
    record WallTime(Instant at, String zone) {}
}
