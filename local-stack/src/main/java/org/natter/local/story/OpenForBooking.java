package org.natter.local.story;

import java.util.List;
import java.util.stream.Stream;
import org.natter.web.services.Sector;

/**
 * Three events are announced in September: the pub evening is full with 24 and three wait; the online hour is full with 16
 * and three wait; Autumn Days 2026 has 203 of 240 places booked, one of them by Joan from her other address.
 */
final class OpenForBooking {

    private OpenForBooking() {}

    /** The two events the story goes on with, and who has a place at the first. */
    record Coming(PublishedEvent pub, List<GuestBooking> booked, PublishedEvent weeding) {
        Coming {
            booked = List.copyOf(booked);
        }
    }

    static Coming play(StorySoFar story) {
        var region = story.region();
        var pub = Programme.pubEvening(region, 10, 15);
        var weeding = Programme.weeding(region);
        var conference = Programme.autumnDays2026(region);
        var booked = story.book(
                pub,
                Cast.some(
                        "Ellis Marchbank",
                        "Ruth Sedge",
                        "Wren Hadley",
                        "Iona Stroud",
                        "Amara Teal",
                        "Tobias Quill",
                        "Nia Fairbrother",
                        "Callum Dray",
                        "Marguerite Oake",
                        "Odette Sparrow",
                        "Hamid Rook",
                        "Asha Merrow",
                        "Kofi Bulrush",
                        "Mei Lapwing",
                        "Daniel Ousely",
                        "Lowri Penfold",
                        "Gwen Causeway",
                        "Conor Mere",
                        "Fatima Heron",
                        "Beatrix Slade",
                        "Piotr Wicken",
                        "Hugo Staithe",
                        "Iseult Farrow",
                        "Vivien Tansley"));
        story.queue(pub, "Samir Marsh", "Leo Withy", "Anneke Polder");
        story.book(
                weeding,
                Cast.some(
                        "Wren Hadley",
                        "Lowri Penfold",
                        "Samir Marsh",
                        "Hester Vane",
                        "Ruth Sedge",
                        "Benedict Lode",
                        "Jean Tilley",
                        "Hamid Rook",
                        "Odette Sparrow",
                        "Gwen Causeway",
                        "Leo Withy",
                        "Anneke Polder",
                        "Beatrix Slade",
                        "Cormac Fenn",
                        "Edith Parchment",
                        "Daniel Ousely"));
        story.queue(weeding, "Zainab Coates", "Mei Lapwing", "Yusuf Plover");
        story.book(
                conference,
                Stream.concat(Cast.delegates(192).stream(), ofTheCast()).toList());
        return new Coming(pub, booked, weeding);
    }

    private static Stream<Guest> ofTheCast() {
        var own = Cast.some(
                "Joan Bittern",
                "Kofi Bulrush",
                "Marguerite Oake",
                "Wren Hadley",
                "Oskar Thorney",
                "Fatima Heron",
                "Rosalind Carr",
                "Hugo Staithe",
                "Edith Parchment",
                "Iona Stroud");
        return Stream.concat(own.stream(), Stream.of(new Guest("Joan Bittern", Sector.COLLEGE, "Bittern Home", true)));
    }
}
