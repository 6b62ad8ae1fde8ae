package org.natter.local.story;

import static org.natter.local.story.StorySoFar.at;

import java.util.stream.Stream;
import org.natter.web.services.AbsenceReason;

/**
 * The pub evening of last night: 24 booked, 19 of them and 2 walk-ins came, 20 are asked how it was.
 *
 * <p>Vivien cancels at ten past two and Samir takes her place; two hours later nobody would be offered it any more. Maurice
 * walks in without an address, so nobody can ask him; Jory leaves one. At 21:40 Daniel gives up his place at the online
 * hour, and Zainab is offered it until Saturday at ten. Tobias hosts, as he does every pub evening.
 */
final class LastNight {

    private LastNight() {}

    static void play(StorySoFar story, OpenForBooking.Coming coming) {
        var region = story.region();
        var pub = coming.pub();
        story.goTo(at(2026, 10, 15, 14, 10));
        region.bookings().cancel(story.booking("Vivien Tansley", pub), AbsenceReason.COVER_AT_WORK);
        var samir = story.booking("Samir Marsh", pub);
        region.bookings().awaitOffer(samir);
        region.bookings().accept(samir);

        region.hosts(pub, story.booking("Tobias Quill", pub));
        story.arrive(
                pub,
                Stream.concat(
                                Stream.of(samir),
                                StorySoFar.without(
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
        region.awaitHere(pub, 21);

        story.goTo(at(2026, 10, 15, 21, 40));
        region.bookings().cancel(story.booking("Daniel Ousely", coming.weeding()), AbsenceReason.TIME);
        story.goTo(Story.MORNING);
        region.awaitAsked(pub, 20);
        Patience.untilTrue(
                "twenty forms to be in the post",
                () -> story.mails().count(Answers.HOW_WAS_IT, Story.MORNING.minusSeconds(1)) >= 20);
    }
}
