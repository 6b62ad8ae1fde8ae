package org.natter.local.story;

import java.time.LocalDateTime;
import org.natter.web.services.EventApi.EventKind;
import org.natter.web.services.EventApi.Venue;

/** The story's events as Kofi puts them into the programme. */
final class Programme {

    private static final Venue MOORHEN =
            RegionPeople.venue("The Moorhen", "4 Quayside, Fenbridge", "The back room; ask for Tobias at the bar.");
    private static final Venue COLLEGE =
            RegionPeople.venue("Sedge College library", "Sedge Road, Wickenford", "First floor, past the loans desk.");
    private static final Venue HALL =
            RegionPeople.venue("The Corn Hall", "1 Market Place, Fenbridge", "Doors on the market side.");
    private static final Venue ONLINE = RegionPeople.venue("Online", "https://meet.fenland.example/weeding", "");

    private Programme() {}

    static PublishedEvent autumnDays2025(RegionPeople region) {
        return autumnDays(region, 2025, 13, "Two halls, eleven talks, and long breaks on purpose.");
    }

    static PublishedEvent autumnDays2026(RegionPeople region) {
        return autumnDays(region, 2026, 12, "Two halls, ten talks, and even longer breaks.");
    }

    static PublishedEvent teachMeet(RegionPeople region) {
        return region.publish(
                EventKind.TALK,
                "TeachMeet: ten minutes each",
                "Nine people, ten minutes each, on something that worked.",
                LocalDateTime.of(2026, 3, 11, 16, 30),
                LocalDateTime.of(2026, 3, 11, 18, 30),
                40,
                COLLEGE);
    }

    /** A Thursday at the Moorhen, from half past six. */
    static PublishedEvent pubEvening(RegionPeople region, int month, int day) {
        var starts = LocalDateTime.of(2026, month, day, 18, 30);
        return region.publish(
                EventKind.SOCIAL,
                "Riverside pub evening",
                "A relaxed evening by the river; come alone, most people do.",
                starts,
                starts.plusMinutes(150),
                24,
                MOORHEN);
    }

    static PublishedEvent weeding(RegionPeople region) {
        return region.publish(
                EventKind.TRAINING,
                "Weeding without tears",
                "What to let go of, and how to tell people. An online lunch hour.",
                LocalDateTime.of(2026, 10, 28, 12, 30),
                LocalDateTime.of(2026, 10, 28, 13, 30),
                16,
                ONLINE);
    }

    private static PublishedEvent autumnDays(RegionPeople region, int year, int day, String description) {
        return region.publish(
                EventKind.CONFERENCE,
                "Autumn Days " + year,
                description,
                LocalDateTime.of(year, 11, day, 9, 30),
                LocalDateTime.of(year, 11, day, 16, 30),
                240,
                HALL);
    }
}
