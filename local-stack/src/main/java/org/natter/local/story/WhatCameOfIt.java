package org.natter.local.story;

import static org.natter.local.story.Stage.at;

import java.time.Instant;
import java.util.Map;

/**
 * The mail of 9 October asks what came of July, and on the 12th Wren tells: two weeks' work experience, received. Iona tells
 * it too, given. It counts once, and began as a chat.
 */
final class WhatCameOfIt {

    private WhatCameOfIt() {}

    static void play(Stage stage, SummerPub.Past july) {
        Instant asked = stage.followUps(at(2026, 10, 9, 10, 5), july.toAskAgain());
        stage.goTo(at(2026, 10, 12, 20, 0));
        workExperience(stage, "Wren Hadley", "RECEIVED", stage.ticket("Iona Stroud", july.evening()), asked);
        workExperience(stage, "Iona Stroud", "GIVEN", stage.ticket("Wren Hadley", july.evening()), asked);
    }

    private static void workExperience(Stage stage, String teller, String direction, Ticket with, Instant asked) {
        stage.region()
                .answering()
                .tell(
                        teller,
                        asked,
                        "WORK_EXPERIENCE",
                        direction,
                        2026,
                        10,
                        Map.of("kind", "ATTENDANCE", "id", with.attendance()));
    }
}
