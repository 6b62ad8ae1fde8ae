package org.natter.local.story;

import static org.natter.local.story.StorySoFar.at;

import java.time.Instant;
import java.time.YearMonth;
import org.natter.web.services.FeedbackApi.Direction;
import org.natter.web.services.FeedbackApi.OutcomeKind;

/**
 * The mail of 9 October asks what came of July, and on the 12th Wren tells: two weeks' work experience, received. Iona tells
 * it too, given. It counts once, and began as a chat.
 */
final class WhatCameOfIt {

    private WhatCameOfIt() {}

    static void play(StorySoFar story, PastEvent july) {
        var asked = story.followUps(at(2026, 10, 9, 10, 5), july.toAskAgain());
        story.goTo(at(2026, 10, 12, 20, 0));
        workExperience(
                story,
                "Wren Hadley",
                Direction.RECEIVED,
                story.booking("Iona Stroud", july.evening()),
                asked,
                "Two weeks' work experience");
        workExperience(story, "Iona Stroud", Direction.GIVEN, story.booking("Wren Hadley", july.evening()), asked, "");
    }

    private static void workExperience(
            StorySoFar story, String teller, Direction direction, GuestBooking with, Instant asked, String words) {
        story.region()
                .answers()
                .tell(
                        Cast.one(teller),
                        asked,
                        OutcomeKind.WORK_EXPERIENCE,
                        direction,
                        YearMonth.of(2026, 10),
                        Answers.thanksTo(with),
                        words);
    }
}
