package org.natter.local.story;

import static org.natter.local.story.StorySoFar.at;

import java.time.Instant;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.natter.local.story.FeedbackForm.FilledIn;
import org.natter.web.services.AttendanceId;
import org.natter.web.services.FeedbackApi.Direction;
import org.natter.web.services.FeedbackApi.KnownBefore;
import org.natter.web.services.FeedbackApi.OutcomeKind;
import org.natter.web.services.Sector;

/**
 * The annual conference: 240 booked, 221 came, 124 answered.
 *
 * <p>Oskar spoke to nobody, and says so. Fatima overheard in the coat queue who gives away large-print stock, and tells in
 * February what came of it: an outcome without anybody met. Fourteen others tell of one with somebody, so that the year can
 * say whether chatting counts.
 */
final class AutumnDays2025 {

    private static final int FROM_A_CHAT = 9;
    private static final int FROM_SOMETHING_USEFUL = 5;
    private static final int NOT_YET = 12;
    private static final List<OutcomeKind> KINDS = List.of(
            OutcomeKind.ADVICE,
            OutcomeKind.VISIT,
            OutcomeKind.INTRODUCED_ON,
            OutcomeKind.HELPED,
            OutcomeKind.WORKED_TOGETHER);

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
        story.settle(conference);

        var asked = story.followUps(at(2026, 2, 13, 10, 5), morning.toAskAgain());
        region.answers()
                .tell(
                        Cast.one("Fatima Heron"),
                        asked,
                        OutcomeKind.ADVICE,
                        Direction.RECEIVED,
                        YearMonth.of(2026, 1),
                        Answers.overheard());
        tellWhatCameOfIt(story, morning.handedIn(), asked);
    }

    /** Some of those asked in February: nine good things began as just a chat, five when something useful came up. */
    private static void tellWhatCameOfIt(StorySoFar story, Map<GuestBooking, FilledIn> forms, Instant asked) {
        var answers = story.region().answers();
        var free = new LinkedHashMap<>(forms);
        free.keySet().removeIf(booking -> booking.guest().name().equals("Fatima Heron"));
        var tellers = new LinkedHashMap<Guest, AttendanceId>();
        take(free, FROM_SOMETHING_USEFUL, form -> form.firstTalk(true), tellers);
        take(free, FROM_A_CHAT, form -> form.firstTalk(false), tellers);
        var silent = free.entrySet().stream()
                .filter(form -> form.getValue().namesSomebody())
                .map(form -> form.getKey().guest())
                .limit(NOT_YET)
                .toList();
        story.region().crowd().sideBySide(List.copyOf(tellers.keySet()), teller -> {
            var kind = KINDS.get(Math.floorMod(teller.name().hashCode(), KINDS.size()));
            answers.tell(
                    teller,
                    asked,
                    kind,
                    kind == OutcomeKind.HELPED ? Direction.GIVEN : Direction.RECEIVED,
                    YearMonth.of(2026, 1),
                    Answers.thanksTo(Objects.requireNonNull(tellers.get(teller))));
            return teller;
        });
        story.region().crowd().sideBySide(silent, one -> {
            answers.notYet(one, asked);
            return one;
        });
    }

    /** Takes so many forms that hold such a talk, and whom it was with. */
    private static void take(
            Map<GuestBooking, FilledIn> free,
            int wanted,
            Function<FilledIn, Optional<AttendanceId>> talk,
            Map<Guest, AttendanceId> into) {
        var found = new LinkedHashMap<GuestBooking, AttendanceId>();
        free.forEach((booking, form) -> {
            if (found.size() < wanted) {
                talk.apply(form).ifPresent(whom -> found.put(booking, whom));
            }
        });
        found.forEach((booking, whom) -> into.put(booking.guest(), whom));
        free.keySet().removeAll(found.keySet());
    }
}
