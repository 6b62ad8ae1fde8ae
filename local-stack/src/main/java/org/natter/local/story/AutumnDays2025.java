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
import org.natter.web.services.FeedbackApi.NamedTalk;
import org.natter.web.services.FeedbackApi.OutcomeKind;
import org.natter.web.services.FeedbackApi.Pick;
import org.natter.web.services.FeedbackApi.QuestionsWish;
import org.natter.web.services.FeedbackApi.TalkWish;
import org.natter.web.services.QuestionId;
import org.natter.web.services.Sector;

/**
 * The annual conference: 240 booked, 221 came, 124 answered.
 *
 * <p>Oskar spoke to nobody, and says so. Fatima overheard in the coat queue who gives away large-print stock, and tells in
 * February what came of it: an outcome without anybody met. Fourteen others tell of one with somebody, so that the year can
 * say whether chatting counts. Three of the eleven talks are asked about; two of their speakers would like to read it.
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

    private static final String LARGE_PRINT = "Large print is for everybody";
    private static final String ZINES = "A zine in an hour";
    private static final String FLOOD = "What the flood took, and what we dried";

    private AutumnDays2025() {}

    /** Returns the address, on web, that the third speaker was handed and has not opened yet. */
    static String play(StorySoFar story) {
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
        var talks = region.ask(
                        conference,
                        new QuestionsWish(
                                List.of(),
                                Stream.of(LARGE_PRINT, ZINES, FLOOD)
                                        .map(title -> new TalkWish(null, title, true))
                                        .toList()))
                .talks();
        story.arrive(conference, booked.subList(0, 221));

        var morning = story.morningAfter(conference, 221);
        morning.says("Oskar Thorney", FeedbackForm.says(4, 4).knewBefore(KnownBefore.NONE))
                .says(
                        "Fatima Heron",
                        FeedbackForm.says(5, 4)
                                .newly("Rosalind Carr")
                                .unnamed(Sector.PUBLIC, 2)
                                .alone())
                .sayAnything(booked.subList(2, 124));
        sayHowTheTalksWere(morning, talks.stream().map(NamedTalk::id).toList());
        morning.handIn(124);
        talks.subList(0, 2).forEach(talk -> region.answers().wouldRead(conference, talk));
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
        return "/t/" + conference.id() + "/" + talks.get(2).link().value();
    }

    /** Each was heard by some of those who answer; not everybody who heard one leaves a line. */
    private static void sayHowTheTalksWere(MorningAfter morning, List<QuestionId> talks) {
        morning.pick(3, talks.get(0), marks(48, Pick.FIRST, Pick.FIRST, Pick.SECOND, Pick.FIRST, Pick.THIRD))
                .write(
                        3,
                        talks.get(0),
                        List.of(
                                "I've moved ours to the front since Monday.",
                                "My father would have come in for these.",
                                "Could we have the list of suppliers?",
                                "The best ten minutes of the day.",
                                "Please give it again where our managers can hear it.",
                                "I never thought of the music scores."))
                .pick(40, talks.get(1), marks(39, Pick.SECOND, Pick.FIRST, Pick.SECOND, Pick.THIRD))
                .write(
                        40,
                        talks.get(1),
                        List.of(
                                "I folded one on the train home.",
                                "A little fast at the staples.",
                                "We tried it with the Tuesday group: nine zines, one plaster.",
                                "Cheap, quick, and it was ours at the end.",
                                "Hands at last, after all the slides."))
                .pick(80, talks.get(2), marks(31, Pick.FIRST, Pick.SECOND, Pick.FOURTH))
                .write(
                        80,
                        talks.get(2),
                        List.of(
                                "I didn't expect to laugh about blotting paper.",
                                "Frightening. I've looked at our cellar.",
                                "More pictures of after, fewer of during.",
                                "Thank you for saying what went wrong.",
                                "We have the same shelves. Not for long."));
    }

    /** These marks in turn, so many in all. */
    private static List<Pick> marks(int people, Pick... inTurn) {
        return Stream.generate(() -> inTurn).flatMap(Stream::of).limit(people).toList();
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
