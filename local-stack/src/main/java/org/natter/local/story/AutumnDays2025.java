package org.natter.local.story;

import static org.natter.local.story.StorySoFar.at;

import java.time.YearMonth;
import java.util.stream.Stream;
import org.natter.web.services.FeedbackApi.Direction;
import org.natter.web.services.FeedbackApi.KnownBefore;
import org.natter.web.services.FeedbackApi.OutcomeKind;
import org.natter.web.services.Sector;

/**
 * The annual conference: 240 booked, 221 came, 124 answered.
 *
 * <p>Oskar spoke to nobody, and says so. Fatima overheard in the coat queue who gives away large-print stock, and tells in
 * February what came of it: an outcome without anybody met.
 */
final class AutumnDays2025 {

    private AutumnDays2025() {}

    static void play(StorySoFar story) {
        var region = story.region();
        var conference = Programme.autumnDays2025(region);
        var booked = story.book(
                conference,
                Stream.concat(
                                Cast.some(
                                        "Oskar Thorney",
                                        "Fatima Heron",
                                        "Marguerite Oake",
                                        "Rosalind Carr",
                                        "Hugo Staithe")
                                        .stream(),
                                Cast.delegates(235).stream())
                        .toList());
        story.arrive(conference, booked.subList(0, 221));

        var morning = story.morningAfter(conference, 221);
        morning.says("Oskar Thorney", FeedbackForm.says(4, 4).knewBefore(KnownBefore.NONE))
                .says(
                        "Fatima Heron",
                        FeedbackForm.says(5, 4)
                                .newly("Rosalind Carr")
                                .unnamed(Sector.PUBLIC, 2)
                                .alone())
                .sayAnything(booked.subList(2, 124))
                .handIn(124);

        var asked = story.followUps(at(2026, 2, 13, 10, 5), morning.toAskAgain());
        region.answers()
                .tell(
                        Cast.one("Fatima Heron"),
                        asked,
                        OutcomeKind.ADVICE,
                        Direction.RECEIVED,
                        YearMonth.of(2026, 1),
                        Answers.overheard());
    }
}
