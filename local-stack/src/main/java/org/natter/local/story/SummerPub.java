package org.natter.local.story;

import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.natter.web.services.FeedbackApi.FamiliarFaces;
import org.natter.web.services.FeedbackApi.KnownBefore;
import org.natter.web.services.FeedbackApi.OwnKind;
import org.natter.web.services.FeedbackApi.Pick;
import org.natter.web.services.FeedbackApi.QuestionWish;
import org.natter.web.services.FeedbackApi.QuestionsWish;
import org.natter.web.services.Sector;

/**
 * The summer pub evening: 24 booked, 22 came, 15 answered.
 *
 * <p>Amara introduces Wren to Iona, who runs a hospital library. They talk of buses and crosswords: just chatting. Wren
 * says "new", Iona "knew a bit". Tobias, the host, meets twelve people, one of them new to him. Kofi asks two things of his own.
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

    /** What Kofi asks: six say the one, seven the other, and two would rather not say. */
    private static final QuestionWish WHEN = new QuestionWish(
            OwnKind.PICK_ONE,
            "When shall we start next time?",
            List.of("Six, for whoever goes home by bus", "Half past six, as now"));

    private static final QuestionWish WHAT =
            new QuestionWish(OwnKind.FEW_WORDS, "What should the next evening be about?", List.of());

    private static final List<Pick> WHEN_TO_START = Stream.of(
                    Collections.nCopies(6, Pick.FIRST),
                    Collections.nCopies(7, Pick.SECOND),
                    Collections.nCopies(2, Pick.RATHER_NOT_SAY))
            .flatMap(List::stream)
            .toList();

    private static final List<String> WHAT_ABOUT = List.of(
            "Who has old photographs of the town, and who'd like some.",
            "Reading groups on no money at all.",
            "Nothing in particular, please. Just the river.",
            "Changing from one kind of library to another: who has, and how was it?",
            "What you do for people who only come in to get warm.",
            "Something to make with our hands.");

    private SummerPub() {}

    static PastEvent play(StorySoFar story) {
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
        var asked = region.ask(evening, new QuestionsWish(List.of(WHEN, WHAT), List.of()))
                .questions();
        region.hosts(evening, story.booking("Tobias Quill", evening));
        var here = StorySoFar.without(booked, "Benedict Lode", "Jean Tilley");
        story.arrive(evening, here);

        var morning = story.morningAfter(evening, 22);
        morning.says("Wren Hadley", wren())
                .says("Iona Stroud", iona())
                .says("Tobias Quill", tobias())
                .sayAnything(here.subList(4, 16))
                .leaveWords(here.subList(4, 4 + WORDS.size()), WORDS)
                .pick(0, asked.get(0).id(), WHEN_TO_START)
                .write(5, asked.get(1).id(), WHAT_ABOUT)
                .keeps("Wren Hadley", "Iona takes the number 9 too, and does the crossword backwards.")
                .handIn(15);
        story.settle(evening);
        return new PastEvent(evening, morning.toAskAgain());
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
