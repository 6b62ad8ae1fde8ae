package org.natter.local.story;

import static org.natter.local.story.StorySoFar.at;

import org.natter.web.services.AbsenceReason;
import org.natter.web.services.FeedbackApi.FamiliarFaces;
import org.natter.web.services.FeedbackApi.KnownBefore;

/**
 * The TeachMeet at the college: 30 booked, 27 came, 16 answered.
 *
 * <p>Tobias introduces Wren to Amara. Ellis, who knows nobody there, cancels two days before. Nia sits with Callum, as
 * always. Hester is on no list, so Wren calls her "H, red scarf". Cormac has no mail at work and answers on day 13.
 */
final class TeachMeet {

    private TeachMeet() {}

    static PastEvent play(StorySoFar story) {
        var region = story.region();
        var teachMeet = Programme.teachMeet(region);
        var ellis = region.book(teachMeet, Cast.one("Ellis Marchbank"));
        var booked = story.book(
                teachMeet,
                Cast.allBut(
                        "Ellis Marchbank",
                        "Maurice Tydd",
                        "Jory Eastrea",
                        "Zainab Coates",
                        "Leo Withy",
                        "Anneke Polder",
                        "Vivien Tansley",
                        "Ruth Sedge",
                        "Yusuf Plover",
                        "Conor Mere"));
        story.goTo(at(2026, 3, 9, 9, 0));
        region.bookings().cancel(ellis, AbsenceReason.NOBODY_I_KNOW);
        var here = StorySoFar.without(booked, "Jean Tilley", "Benedict Lode", "Beatrix Slade");
        story.arrive(teachMeet, here);

        var others =
                StorySoFar.without(here, "Wren Hadley", "Amara Teal", "Nia Fairbrother", "Cormac Fenn", "Hester Vane");
        var morning = story.morningAfter(teachMeet, 27);
        morning.says(
                        "Wren Hadley",
                        FeedbackForm.says(5, 4)
                                .newly("Amara Teal", "Tobias Quill")
                                .somebody("H, red scarf")
                                .introduced("Tobias Quill", "Amara Teal")
                                .knewABit("Lowri Penfold")
                                .knewBefore(KnownBefore.A_FEW)
                                .withFamiliarFaces(FamiliarFaces.LESS_THAN_HALF)
                                .alone())
                .says(
                        "Amara Teal",
                        FeedbackForm.says(4, 5)
                                .newly("Wren Hadley")
                                .knewWell("Tobias Quill", "Piotr Wicken")
                                .alone())
                .says(
                        "Nia Fairbrother",
                        FeedbackForm.says(4, 4)
                                .knewWell("Callum Dray")
                                .withFamiliarFaces(FamiliarFaces.NEARLY_ALL)
                                .withColleagues())
                .sayAnything(others.subList(0, 12))
                .handIn(15);
        story.goTo(at(2026, 3, 24, 11, 0));
        morning.says("Cormac Fenn", FeedbackForm.says(4, 4).newly("Edith Parchment"))
                .handIn(16);
        story.settle(teachMeet);
        return new PastEvent(teachMeet, morning.toAskAgain());
    }
}
