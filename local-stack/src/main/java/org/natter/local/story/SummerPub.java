package org.natter.local.story;

import java.util.List;
import org.natter.web.services.FeedbackApi.FamiliarFaces;
import org.natter.web.services.FeedbackApi.KnownBefore;
import org.natter.web.services.Sector;

/**
 * The summer pub evening: 24 booked, 22 came, 15 answered.
 *
 * <p>Amara introduces Wren to Iona, who runs a hospital library. They talk of buses and crosswords: just chatting. Wren
 * says "new", Iona "knew a bit". Tobias, the host, meets twelve people, one of them new to him.
 */
final class SummerPub {

    /** What those who answer leave for the organisers. */
    private static final List<String> WORDS = List.of(
            "More chairs by the river, please.",
            "The name badges helped. Larger letters next time?",
            "Lovely to be introduced to somebody new straight away.",
            "Loud by the bar after eight; the back room was better.",
            "Could it start at six now and then? My last bus is at nine.",
            "Thank you for saving the quiet corner.");

    private SummerPub() {}

    /** An evening that is over, and how many will be asked in three months whether anything came of it. */
    record Past(PublishedEvent evening, int toAskAgain) {}

    static Past play(StorySoFar story) {
        var region = story.region();
        var evening = Programme.pubEvening(region, 7, 9);
        var booked = story.book(
                evening,
                Cast.some(
                        "Wren Hadley",
                        "Amara Teal",
                        "Iona Stroud",
                        "Tobias Quill",
                        "Nia Fairbrother",
                        "Callum Dray",
                        "Marguerite Oake",
                        "Odette Sparrow",
                        "Hamid Rook",
                        "Ruth Sedge",
                        "Asha Merrow",
                        "Piotr Wicken",
                        "Kofi Bulrush",
                        "Mei Lapwing",
                        "Rosalind Carr",
                        "Lowri Penfold",
                        "Samir Marsh",
                        "Gwen Causeway",
                        "Conor Mere",
                        "Yusuf Plover",
                        "Della Warboys",
                        "Edith Parchment",
                        "Benedict Lode",
                        "Jean Tilley"));
        region.hosts(evening, story.booking("Tobias Quill", evening));
        var here = StorySoFar.without(booked, "Benedict Lode", "Jean Tilley");
        story.arrive(evening, here);

        var morning = story.morningAfter(evening, 22);
        morning.says("Wren Hadley", wren())
                .says("Iona Stroud", iona())
                .says("Tobias Quill", tobias())
                .sayAnything(here.subList(4, 16))
                .leaveWords(here.subList(4, 4 + WORDS.size()), WORDS)
                .keeps("Wren Hadley", "Iona takes the number 9 too, and does the crossword backwards.")
                .handIn(15);
        story.settle(evening);
        return new Past(evening, morning.toAskAgain());
    }

    private static FeedbackForm wren() {
        return FeedbackForm.says(5, 5)
                .newly("Iona Stroud", "Della Warboys")
                .introduced("Amara Teal", "Iona Stroud")
                .knewABit("Amara Teal", "Tobias Quill")
                .knewBefore(KnownBefore.A_FEW)
                .withFamiliarFaces(FamiliarFaces.ABOUT_HALF)
                .alone();
    }

    private static FeedbackForm iona() {
        return FeedbackForm.says(4, 4)
                .knewABit("Wren Hadley")
                .knewWell("Amara Teal", "Conor Mere")
                .knewBefore(KnownBefore.A_FEW)
                .unnamed(Sector.PUBLIC, 1)
                .alone();
    }

    private static FeedbackForm tobias() {
        return FeedbackForm.says(5, 5)
                .newly("Iona Stroud")
                .knewWell(
                        "Wren Hadley",
                        "Amara Teal",
                        "Nia Fairbrother",
                        "Callum Dray",
                        "Marguerite Oake",
                        "Odette Sparrow",
                        "Hamid Rook",
                        "Kofi Bulrush",
                        "Mei Lapwing",
                        "Lowri Penfold",
                        "Gwen Causeway")
                .knewBefore(KnownBefore.MOST)
                .withFamiliarFaces(FamiliarFaces.NEARLY_ALL);
    }
}
