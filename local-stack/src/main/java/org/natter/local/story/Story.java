package org.natter.local.story;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Consumer;
import org.natter.local.clock.AdjustableClock;
import org.natter.local.stack.LocalStack;

/**
 * A year of Fenland and Cam, from an autumn conference to the morning after a pub evening, played through the REST APIs
 * and pages with the clock moved on. Each chapter is a class of its own; here is their order.
 *
 * <p>Needs an empty stack.
 */
public final class Story {

    /** Where and when everything happens. */
    public static final ZoneId ZONE = ZoneId.of("Europe/London");

    /** When the story's clock starts: Monday 6 October 2025, ten in the morning. */
    public static final Instant BEGINS = StorySoFar.at(2025, 10, 6, 10, 0);

    /** When the story has been told: Friday 16 October 2026, five past ten, with the morning's mails just sent. */
    static final Instant MORNING = StorySoFar.at(2026, 10, 16, 10, 5);

    private final LocalStack stack;
    private final AdjustableClock clock;
    private final Consumer<String> progress;

    /** A story for this stack; the progress gets one line a chapter. */
    public Story(LocalStack stack, AdjustableClock clock, Consumer<String> progress) {
        this.stack = stack;
        this.clock = clock;
        this.progress = progress;
    }

    /** Plays it all; what it returns are the lines that say where to look and what to try. */
    public List<String> play() {
        var services = ServiceApis.of(stack.ports(), stack.keys(), clock);
        var mails = new MailReader(stack.mailbox());
        try (var region = NetworkSetUp.setUp(stack, mails, clock, services, 16_10_2026)) {
            NetworkSetUp.team(stack.ports(), mails, clock, services);
            var story = new StorySoFar(region, mails, clock);

            progress.accept("November 2025: Autumn Days, the annual conference, with 221 people…");
            var speakersLink = AutumnDays2025.play(story);

            progress.accept("March: the TeachMeet, where Tobias introduces Wren to Amara…");
            var march = TeachMeet.play(story);
            story.followUps(StorySoFar.at(2026, 6, 22, 10, 0), march.toAskAgain());

            progress.accept("July: the summer pub evening, where Amara introduces Wren to Iona…");
            var july = SummerPub.play(story);

            progress.accept("September: three events open for booking, one of them for 203 people…");
            story.goTo(StorySoFar.at(2026, 9, 14, 10, 0));
            var coming = OpenForBooking.play(story);

            progress.accept("October: what came of July…");
            WhatCameOfIt.play(story, july);

            progress.accept("Wren writes down what it was good for…");
            WrensRecord.keep(
                    services.records(),
                    new OwnHistory(Cast.one("Wren Hadley"), services, mails, clock),
                    march.evening(),
                    july.evening());

            progress.accept("Last night at the Moorhen: 19 of those booked come, and 2 walk in…");
            LastNight.play(story, coming);
            return Signposts.of(stack, mails, speakersLink);
        }
    }
}
