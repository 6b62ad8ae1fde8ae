package org.natter.web.attendee;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.natter.web.services.AcquaintanceId;
import org.natter.web.services.Again;
import org.natter.web.services.Before;
import org.natter.web.services.EventId;
import org.natter.web.services.FeedbackApi.Direction;
import org.natter.web.services.FeedbackApi.OutcomeKind;
import org.natter.web.services.HistoryApi.Acquaintance;
import org.natter.web.services.HistoryApi.CameOfIt;
import org.natter.web.services.HistoryApi.Evening;
import org.natter.web.services.HistoryApi.History;
import org.natter.web.services.HistoryApi.HowFar;
import org.natter.web.services.HistoryApi.Met;
import org.natter.web.services.HistoryApi.Phase;
import org.natter.web.services.HistoryApi.Totals;
import org.natter.web.services.Sector;
import org.natter.web.services.Talk;

class ThreadPictureTest {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private final List<Evening> evenings = new ArrayList<>();
    private final LinkedHashMap<AcquaintanceId, Acquaintance> people = new LinkedHashMap<>();
    private final List<CameOfIt> outcomes = new ArrayList<>();

    /** "Gil, loud jumper" stood there as "Gil, j". */
    @Test
    void ownWordsForSomebodyAreCutAsWordsAndNotAsASurname() {
        var pub = evening("2026-07-09T17:30:00Z");
        met(pub, "Amara Tealby-Marsh", null);
        labelled(met(pub, "Gil, loud jumper", null));
        labelled(met(pub, "H, red scarf", null));
        labelled(met(pub, "Somebody, parrot", null));
        labelled(met(pub, "Brightbluehat lady", null));

        assertThat(ThreadPicture.of(history()).get(0).lanes())
                .extracting(ThreadPicture.Lane::name)
                .containsExactlyInAnyOrder("Amara T", "Gil, loud…", "H, red scarf", "Somebody…", "Brightblueh…");
    }

    private void labelled(AcquaintanceId id) {
        people.computeIfPresent(
                id,
                (same, one) -> new Acquaintance(
                        one.person(),
                        one.ids(),
                        one.really(),
                        one.name(),
                        one.firstMet(),
                        one.lastMet(),
                        one.meetings(),
                        one.knewBefore(),
                        one.stage(),
                        one.metAgain(),
                        one.keptInTouch(),
                        one.bothSaidSo(),
                        true,
                        one.note(),
                        one.events()));
    }

    @Test
    void anIntroductionLeavesTheThreadOfWhoeverIntroducedAndEndsInAStar() {
        wren();
        var wide = ThreadPicture.of(history()).get(1);

        assertThat(wide.lanes().stream().filter(ThreadPicture.Lane::story).map(ThreadPicture.Lane::name))
                .containsExactly("Tobias Quill", "Amara Teal", "Iona Stroud");
        var tobias = wide.lanes().get(wide.lanes().size() - 3);
        var amara = wide.lanes().get(wide.lanes().size() - 2);
        var iona = wide.lanes().get(wide.lanes().size() - 1);
        assertThat(tobias.path())
                .startsWith("M%d %dC".formatted(wide.dots().get(1).x(), wide.line()));
        assertThat(startsAtHeight(amara)).isEqualTo(endsAtHeight(tobias));
        assertThat(startsAtHeight(iona)).isEqualTo(endsAtHeight(amara));
        assertThat(amara.knots()).hasSize(1);
        assertThat(iona.hope()).as("the dotted way to October").isNotEmpty();
        assertThat(wide.stars()).hasSize(2);
        assertThat(wide.dots()).extracting(ThreadPicture.Dot::year).containsExactly("2025", "2026", "");
        assertThat(wide.height()).isLessThan(340);
    }

    @Test
    void theFirstPersonOfTheFirstEveningIsDrawn() {
        var evening = evening("2026-03-11T17:00:00Z");
        assertThat(ThreadPicture.of(history())).isEmpty();

        met(evening, "Amara Teal", null);
        assertThat(ThreadPicture.of(history())).hasSize(2);
        for (var picture : ThreadPicture.of(history())) {
            assertThat(picture.dots()).hasSize(1);
            assertThat(picture.lanes()).extracting(ThreadPicture.Lane::name).containsExactly("Amara Teal");
            assertThat(picture.lanes().get(0).x()).isLessThan(picture.width());
        }
    }

    @Test
    void aHundredAndFiftyPeopleAtSixtyEveningsStayAPicture() {
        crowd();

        for (var picture : ThreadPicture.of(history())) {
            assertThat(picture.lanes()).hasSizeLessThanOrEqualTo(9);
            assertThat(picture.lanes().stream().map(ThreadPicture.Lane::y).distinct())
                    .hasSameSizeAs(picture.lanes());
            assertThat(picture.dots().stream().map(ThreadPicture.Dot::x)).isSorted();
            assertThat(picture.dots()).allSatisfy(dot -> assertThat(dot.x()).isBetween(0, picture.width()));
            assertThat(picture.lanes())
                    .allSatisfy(lane ->
                            assertThat(lane.x() + 6 * lane.name().length()).isLessThan(picture.width()));
        }
        assertThat(ThreadPicture.of(history()).stream()
                        .mapToInt(picture -> markup(picture).length())
                        .sum())
                .isLessThan(60_000);
    }

    @Test
    void whoeverHasNoNameInThePictureIsCounted() {
        wren();
        assertThat(ThreadPicture.of(history()))
                .allSatisfy(picture -> assertThat(picture.unnamed()).isZero());

        crowd();

        for (var picture : ThreadPicture.of(history())) {
            assertThat(picture.drawn()).isEqualTo(people.size());
            assertThat(picture.unnamed())
                    .isEqualTo(people.size() - picture.lanes().size());
        }
    }

    @Test
    void theSameHistoryGivesTheSamePicture() {
        crowd();

        assertThat(ThreadPicture.of(history())).isEqualTo(ThreadPicture.of(history()));
    }

    private void wren() {
        evening("2025-11-13T09:30:00Z", 3);
        var teachMeet = evening("2026-03-11T16:30:00Z");
        var tobias = met(teachMeet, "Tobias Quill", null);
        var amara = met(teachMeet, "Amara Teal", tobias);
        met(teachMeet, "H, red scarf", null);
        met(teachMeet, "Lowri Penfold", null);
        var pub = evening("2026-07-09T17:30:00Z");
        met(pub, "Amara Teal", null);
        met(pub, "Tobias Quill", null);
        var iona = met(pub, "Iona Stroud", amara);
        met(pub, "Della Warboys", null);
        came(10, iona);
        came(2, null);
    }

    private void crowd() {
        var random = new Random(60);
        var start = Instant.parse("2019-01-10T18:00:00Z");
        var names = IntStream.range(0, 150).mapToObj(i -> "Person Number " + i).toList();
        for (var row = 0; row < 60; row++) {
            var evening = evening(start.plus(row * 45L, ChronoUnit.DAYS).toString(), row % 4);
            AcquaintanceId before = null;
            for (var name : List.of(
                    names.get(row * 5 / 2 % 150),
                    names.get(row * 5 / 2 % 150 + 1 - row % 2),
                    names.get(random.nextInt(150)))) {
                before = met(evening, name, random.nextInt(9) == 0 ? before : null);
            }
        }
        names.forEach(name -> met(evenings.size() - 1, name, null));
        IntStream.range(0, 6)
                .forEach(i -> came(1 + i, List.copyOf(people.keySet()).get(i * 9)));
    }

    /** A strand below the line stood there and nobody said what it was. */
    @Test
    void whomTheStrandsStandForIsCounted() {
        met(evening("2026-07-09T17:30:00Z", 1), "Iona Stroud", null);
        assertThat(ThreadPicture.of(history())).allSatisfy(picture -> {
            assertThat(picture.missed()).isOne();
            assertThat(picture.strandsAre()).isEqualTo("missed");
        });

        crowd();
        assertThat(ThreadPicture.of(history()))
                .allSatisfy(picture -> assertThat(picture.strandsAre()).isEqualTo("both"));
    }

    private int evening(String at) {
        return evening(at, 0);
    }

    private int evening(String at, int others) {
        evenings.add(new Evening(
                new EventId("%032x".formatted(1000 + evenings.size())),
                "Evening",
                Instant.parse(at),
                Instant.parse(at).plus(Duration.ofHours(2)),
                LONDON,
                "",
                true,
                List.of(),
                others,
                List.of(),
                "",
                List.of(),
                null,
                null,
                false,
                true,
                false,
                Phase.OVER));
        return evenings.size() - 1;
    }

    private AcquaintanceId met(int row, String name, @Nullable AcquaintanceId by) {
        var id = new AcquaintanceId("%032x".formatted(name.hashCode() & 0xffffffL));
        var evening = evenings.get(row);
        var all = new ArrayList<>(evening.people());
        if (all.stream().noneMatch(one -> one.person().equals(id))) {
            all.add(new Met(id, name, Sector.NOT_SAID, Before.NEW, Talk.CHAT, Again.YES, null, by, false, null));
        }
        evenings.set(
                row,
                new Evening(
                        evening.event(),
                        evening.title(),
                        evening.startsAt(),
                        evening.endsAt(),
                        evening.zone(),
                        "",
                        true,
                        all,
                        evening.others(),
                        List.of(),
                        "",
                        List.of(),
                        null,
                        null,
                        false,
                        true,
                        false,
                        Phase.OVER));
        people.putIfAbsent(
                id,
                new Acquaintance(
                        id,
                        List.of(id),
                        id,
                        name,
                        null,
                        null,
                        1,
                        false,
                        HowFar.MET_ONCE,
                        false,
                        false,
                        false,
                        false,
                        "",
                        List.of()));
        return id;
    }

    private void came(int month, @Nullable AcquaintanceId thanksTo) {
        outcomes.add(new CameOfIt(
                "%032x".formatted(month),
                null,
                OutcomeKind.ADVICE,
                Direction.RECEIVED,
                2026,
                month,
                true,
                thanksTo == null,
                List.of(),
                thanksTo == null ? List.of() : List.of(thanksTo),
                "",
                null));
    }

    private History history() {
        return new History(
                new ArrayList<>(evenings),
                List.copyOf(people.values()),
                new Totals(null, null),
                outcomes,
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                null);
    }

    private static String startsAtHeight(ThreadPicture.Lane lane) {
        return lane.path().split("[ MCH]")[2];
    }

    private static String endsAtHeight(ThreadPicture.Lane lane) {
        return lane.path().replaceAll("H.*", "").replaceAll(".* ", "");
    }

    /** The elements as the page has them. */
    static String markup(ThreadPicture picture) {
        var svg = new StringBuilder("<svg viewBox=\"0 0 %d %d\">".formatted(picture.width(), picture.height()));
        picture.dots()
                .forEach(dot -> svg.append("<line class=\"t-rise\" x1=\"%d\" x2=\"%d\" y1=\"14\" y2=\"%d\"/>\n"
                        .formatted(dot.x(), dot.x(), picture.line())));
        svg.append("<path class=\"t-strand\" d=\"%s\"/><path class=\"t-arc\" d=\"%s\"/>"
                .formatted(picture.strands(), picture.arcs()));
        svg.append("<path class=\"t-line\" d=\"M4 %dH%d\"/>".formatted(picture.line(), picture.width() - 4));
        for (var lane : picture.lanes()) {
            svg.append("<g class=\"t-lane%s\"><path d=\"%s\"/><path class=\"t-hope\" d=\"%s\"/>"
                    .formatted(lane.story() ? " t-lane--story" : "", lane.path(), lane.hope()));
            lane.knots()
                    .forEach(knot ->
                            svg.append("<circle cx=\"%d\" cy=\"%d\" r=\"3.5\"/>".formatted(knot.x(), knot.y())));
            svg.append("<text x=\"%d\" y=\"%d\">%s</text></g>\n".formatted(lane.x(), lane.y(), lane.name()));
        }
        picture.stars().forEach(star -> svg.append("<path class=\"t-star\" d=\"%s\"/>\n".formatted(star.path())));
        for (var dot : picture.dots()) {
            svg.append("<circle class=\"t-dot\" cx=\"%d\" cy=\"%d\" r=\"%d\"/>\n"
                    .formatted(dot.x(), picture.line(), dot.size()));
            svg.append("<text class=\"t-month\" x=\"%d\" y=\"%d\" text-anchor=\"middle\">%s</text>"
                    .formatted(dot.x(), picture.line() + 48, dot.month()));
            svg.append("<text class=\"t-year\" x=\"%d\" y=\"%d\" text-anchor=\"middle\">%s</text>"
                    .formatted(dot.x(), picture.line() + 66, dot.year()));
        }
        return svg.append("</svg>").toString();
    }
}
