package org.natter.local.story;

import static org.natter.local.story.Stage.at;

import java.util.stream.Stream;

/**
 * The pub evening of last night: 24 booked, 19 of them and 2 walk-ins came, 20 are asked how it was.
 *
 * <p>Vivien cancels at ten past two and Samir takes her place; two hours later nobody would be offered it any more. Maurice
 * walks in without an address, so nobody can ask him; Jory leaves one. At 21:40 Daniel gives up his place at the online hour, and Zainab is offered it until Saturday at ten.
 */
final class LastNight {

    private LastNight() {}

    static void play(Stage stage, OpenForBooking.Coming coming) {
        Region region = stage.region();
        Gathering pub = coming.pub();
        stage.goTo(at(2026, 10, 15, 14, 10));
        region.booking().cancel(stage.ticket("Vivien Tansley", pub), "COVER_AT_WORK");
        Ticket samir = stage.ticket("Samir Marsh", pub);
        Patience.untilTrue(
                "Samir to be offered Vivien's place",
                () -> region.booking().read(samir).get("status").asString().equals("OFFERED"));
        region.booking().accept(samir);

        stage.goTo(pub.startsAt().plusSeconds(240));
        region.arrive(Stream.concat(
                        Stream.of(samir),
                        Stage.without(
                                coming.booked(),
                                "Vivien Tansley",
                                "Piotr Wicken",
                                "Hugo Staithe",
                                "Iseult Farrow",
                                "Beatrix Slade",
                                "Daniel Ousely")
                                .stream())
                .toList());
        region.walkIn(pub, Cast.one("Maurice Tydd"), false);
        region.walkIn(pub, Cast.one("Jory Eastrea"), true);
        region.awaitOverview(pub, "here", 21);

        stage.goTo(at(2026, 10, 15, 21, 40));
        region.booking().cancel(stage.ticket("Daniel Ousely", coming.weeding()), "TIME");
        stage.goTo(Story.MORNING);
        region.awaitOverview(pub, "asked", 20);
        Patience.untilTrue(
                "twenty forms to be in the post",
                () -> stage.post().count(Answering.HOW_WAS_IT, Story.MORNING.minusSeconds(1)) >= 20);
    }
}
