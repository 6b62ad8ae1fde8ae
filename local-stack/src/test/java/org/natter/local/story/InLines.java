package org.natter.local.story;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.natter.web.services.FeedbackApi.FeedbackReport;
import org.natter.web.services.FeedbackApi.Mixing;
import org.natter.web.services.FeedbackApi.MixingReport;
import org.natter.web.services.FeedbackApi.Season;
import org.natter.web.services.FeedbackApi.Told;
import org.natter.web.services.HistoryApi.CameOfIt;
import org.natter.web.services.HistoryApi.Evening;
import org.natter.web.services.HistoryApi.History;

/** What the system says of a history, an event or a year, in the lines in which the plain model writes it. */
final class InLines {

    private InLines() {}

    /** An event's two reports. */
    static List<String> lines(FeedbackReport feedback, MixingReport mixing) {
        var lines = new ArrayList<String>();
        lines.add("came %d answered %d".formatted(feedback.came(), feedback.answered()));
        var rated = feedback.feedback();
        if (rated != null) {
            add(lines, "worth coming ", rated.worthComing());
            add(lines, "felt welcome ", rated.feltWelcome());
            if (rated.familiarFaces() != null) {
                lines.add("familiar " + rated.familiarFaces());
            }
        }
        feedback.reasons().stream()
                .map(reason -> "stayed away " + reason.reason() + " " + reason.people())
                .sorted()
                .forEach(lines::add);
        feedback.comments().stream().sorted().forEach(words -> lines.add("word " + words));
        if (mixing.mixing() != null) {
            mixing(mixing.mixing(), lines);
        }
        return lines;
    }

    private static void mixing(Mixing mixing, List<String> lines) {
        lines.add("knit " + mixing.knit());
        if (mixing.recall() != null) {
            lines.add("recall " + mixing.recall());
        }
        if (mixing.again() != null) {
            lines.add("again " + mixing.again());
        }
        add(lines, "new faces ", mixing.newFaces());
        if (mixing.pull() != null) {
            lines.add("pull " + mixing.pull());
        }
        var sectors = mixing.sectors();
        if (sectors != null) {
            lines.add("sectors " + sectors.word()
                    + (sectors.room() == null ? "" : " room " + sectors.room() + " talks " + sectors.talks()));
            sectors.grid().stream()
                    .map(cell -> "cell "
                            + String.join(
                                    " ",
                                    Stream.of(cell.one().name(), cell.other().name())
                                            .sorted()
                                            .toList())
                            + " " + cell.word())
                    .sorted()
                    .forEach(lines::add);
        }
        if (mixing.newcomers() != null) {
            lines.add("newcomers " + mixing.newcomers());
        }
        if (mixing.suggestion() != null) {
            lines.add("try " + mixing.suggestion());
        }
    }

    private static void add(List<String> lines, String what, @Nullable Told told) {
        if (told != null) {
            lines.add(what + told.band() + (told.percent() == null ? "" : " " + told.percent()));
        }
    }

    /** A year of the region. */
    static String line(Season season) {
        var said = season.sentence();
        var numbers = said == null ? null : said.numbers();
        return "year %d asked %d answered %d".formatted(season.year(), season.asked(), season.answered())
                + (said == null
                        ? ""
                        : " share %s base %s%s verdict %s pays %s numbers %s"
                                .formatted(
                                        said.share(),
                                        said.about() ? "about " : "",
                                        said.baseRate(),
                                        said.verdict(),
                                        said.payoff(),
                                        numbers == null
                                                ? "none"
                                                : numbers.goods() + "/" + numbers.beganAsAChat() + "/"
                                                        + numbers.chatPerHundred() + "/" + numbers.usefulPerHundred()))
                + (season.cameAgain() == null ? "" : " came again " + season.cameAgain());
    }

    /** One person's history. */
    static List<String> lines(History history) {
        var lines = new ArrayList<String>();
        history.events().forEach(evening -> lines.addAll(lines(evening)));
        history.people()
                .forEach(one -> lines.add("knows %s met %d knew %s %s again %s touch %s both %s own words %s"
                        .formatted(
                                one.name(),
                                one.meetings(),
                                one.knewBefore(),
                                one.stage(),
                                one.metAgain(),
                                one.keptInTouch(),
                                one.bothSaidSo(),
                                one.labelled())));
        if (history.totals().sentence() != null) {
            lines.add("in all " + history.totals().sentence());
        }
        history.outcomes().forEach(came -> lines.add(line(came)));
        if (history.headline() != null) {
            lines.add("first of all " + history.headline());
        }
        history.facts().forEach(fact -> {
            lines.add("fact " + fact.fact());
            lines.add("  rests on " + fact.base());
        });
        history.anyGood().forEach(sentence -> lines.add("good " + sentence));
        if (history.totals().chatSentence() != null) {
            lines.add("chats " + history.totals().chatSentence());
        }
        history.chatting().stream()
                .filter(sentence -> !sentence.startsWith("You tell us") && !sentence.startsWith("Meanwhile"))
                .forEach(sentence -> lines.add("asks " + sentence));
        if (history.circles() != null) {
            lines.add("circles " + history.circles());
        }
        return lines;
    }

    private static List<String> lines(Evening evening) {
        var lines = new ArrayList<String>();
        lines.add("evening %s answered %s others %d".formatted(evening.title(), evening.answered(), evening.others()));
        evening.people()
                .forEach(met -> lines.add("  met %s of %s %s %s %s by %s both %s"
                        .formatted(
                                met.name(),
                                met.sector(),
                                met.before(),
                                met.talk(),
                                met.again(),
                                Objects.requireNonNullElse(met.introducedByName(), "nobody"),
                                met.bothSaidSo())));
        evening.introductions().forEach(chain -> lines.add("  led " + chain));
        evening.sentences().forEach(sentence -> lines.add("  says " + sentence));
        return lines;
    }

    private static String line(CameOfIt came) {
        return "came %s %s in %d chat %s overheard %s owed to %s"
                .formatted(
                        came.kind(),
                        came.direction(),
                        came.year() * 100 + came.month(),
                        came.beganAsChat(),
                        came.overheard(),
                        came.people());
    }
}
