package org.natter.web.attendee.feedback;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.natter.times.SpokenTime;
import org.natter.web.services.Before;
import org.natter.web.services.WritersApi.EveningInWords;
import org.natter.web.services.WritersApi.OnTheCard;
import org.springframework.web.util.HtmlUtils;

/**
 * One evening as a card worth keeping: what it was, one sentence set large, and a disc for everybody spoken to. Nobody's
 * name is on it unless its owner ticked that. The picture to keep has colours of its own, so that it looks alike wherever it
 * goes; the page sets the same words as its style does, to be read on a phone and in the dark.
 *
 * @param sentence the lines of the one sentence
 * @param more what else there is to say, a line each
 * @param left how many people have no disc, since there is no room; the last place says so
 */
record EveningCard(
        String title,
        String when,
        List<String> sentence,
        List<String> more,
        List<Disc> discs,
        int left,
        boolean named) {

    private static final int LETTERS_LARGE = 22;
    private static final int LETTERS_SMALL = 46;
    private static final int LETTERS_OF_WHEN = 60;
    private static final int MOST_LINES = 3;
    private static final int MOST_DISCS = 14;
    private static final int MOST_NAMES = 7;
    private static final int A_ROW = 7;

    /** Somebody: a star if they were new, a ring if known, and dots for those whose names were missed. */
    record Disc(int x, int y, Kind kind, String name) {

        /** Its outline around 0, 0. */
        public String shape() {
            return kind.shape;
        }

        /** The class it is painted by. */
        public String style() {
            return kind.style;
        }

        @Override
        public String toString() {
            return "Disc[" + kind + "]";
        }
    }

    /** Whether anybody on it has a name to put there. */
    public boolean isOfSomebody() {
        return discs.stream().anyMatch(disc -> disc.kind() != Kind.UNNAMED);
    }

    /** Nothing as long as the event is not known. */
    static Optional<EveningCard> of(EveningInWords evening, boolean names) {
        var from = evening.startsAt();
        var to = evening.endsAt();
        var zone = evening.zone();
        var title = evening.title();
        if (from == null
                || to == null
                || zone == null
                || title == null
                || evening.sentences().isEmpty()) {
            return Optional.empty();
        }
        var discs = discs(evening, names);
        var days = SpokenTime.in(zone).longDays(from, to);
        var where = evening.venueName() == null || evening.venueName().isEmpty()
                ? ""
                : cut(evening.venueName(), LETTERS_OF_WHEN - days.length() - 2) + ", ";
        return Optional.of(new EveningCard(
                cut(title, LETTERS_SMALL),
                where + days,
                lines(evening.sentences().get(0), LETTERS_LARGE),
                evening.sentences().stream()
                        .skip(1)
                        .limit(2)
                        .map(one -> cut(one, LETTERS_SMALL))
                        .toList(),
                discs,
                people(evening) - discs.size(),
                names));
    }

    private static List<Disc> discs(EveningInWords evening, boolean names) {
        var discs = new ArrayList<Disc>();
        var places = names ? MOST_NAMES : MOST_DISCS;
        var most = people(evening) > places ? places - 1 : places;
        for (var one : evening.people()) {
            add(discs, most, one.before() == Before.NEW ? Kind.NEW : Kind.KNOWN, names ? cut(brief(one), 12) : "");
        }
        for (var other = 0; other < evening.others(); other++) {
            add(discs, most, Kind.UNNAMED, "");
        }
        return discs;
    }

    private static void add(List<Disc> discs, int most, Kind kind, String name) {
        if (discs.size() < most) {
            discs.add(new Disc(across(discs.size()), down(discs.size()), kind, name));
        }
    }

    private static int people(EveningInWords evening) {
        return evening.people().size() + evening.others();
    }

    private static int across(int place) {
        return 64 + place % A_ROW * 76;
    }

    private static int down(int place) {
        return 356 + place / A_ROW * 66;
    }

    private static String brief(OnTheCard one) {
        return one.name().split("[ ,]", 2)[0];
    }

    private static List<String> lines(String sentence, int letters) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (var word : sentence.split(" ")) {
            if (line.length() + word.length() > letters && lines.size() < MOST_LINES - 1) {
                lines.add(line.toString().strip());
                line.setLength(0);
            }
            line.append(word).append(' ');
        }
        lines.add(line.toString().strip());
        return lines;
    }

    private static String cut(String words, int letters) {
        return words.length() <= letters
                ? words
                : words.substring(0, letters - 1).strip() + "…";
    }

    /** The whole card as a picture in a file. */
    String file() {
        var svg = new StringBuilder("""
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 480" width="1200" height="960">
                <rect width="600" height="480" rx="18" fill="#faf7f2"/><rect x="1" y="1" width="598" height="478" rx="17" fill="none" stroke="#e4ddd1" stroke-width="2"/><rect x="40" y="52" width="64" height="5" fill="#00695c"/>
                """);
        text(svg, 40, 92, 20, "#00695c", "600", "sans-serif", title);
        for (var row = 0; row < sentence.size(); row++) {
            text(svg, 40, 150 + row * 46, 40, "#1f2328", "500", "Palatino, Georgia, serif", sentence.get(row));
        }
        for (var row = 0; row < more.size(); row++) {
            text(
                    svg,
                    40,
                    150 + sentence.size() * 46 - 10 + row * 26,
                    19,
                    "#57606a",
                    "400",
                    "Palatino, Georgia, serif",
                    more.get(row));
        }
        for (var disc : discs) {
            svg.append("<path transform=\"translate(%d %d)\" d=\"%s\" %s/>"
                    .formatted(disc.x(), disc.y(), disc.kind().shape, disc.kind().paint));
            if (!disc.name().isEmpty()) {
                svg.append(
                        "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\" font-size=\"15\" font-family=\"sans-serif\" fill=\"#1f2328\">%s</text>"
                                .formatted(disc.x(), disc.y() + 44, HtmlUtils.htmlEscape(disc.name(), "UTF-8")));
            }
        }
        if (left > 0) {
            text(
                    svg,
                    across(discs.size()) - 20,
                    down(discs.size()) + 7,
                    22,
                    "#57606a",
                    "600",
                    "sans-serif",
                    "+" + left);
        }
        text(svg, 40, 452, 16, "#57606a", "400", "sans-serif", when);
        return svg.append("</svg>").toString();
    }

    private static void text(
            StringBuilder svg, int x, int y, int size, String colour, String weight, String family, String words) {
        svg.append(
                "<text x=\"%d\" y=\"%d\" font-size=\"%d\" font-weight=\"%s\" font-family=\"%s\" fill=\"%s\">%s</text>\n"
                        .formatted(x, y, size, weight, family, colour, HtmlUtils.htmlEscape(words, "UTF-8")));
    }

    /** Whom a disc stands for: a star, a ring or a dot around 0, 0. */
    enum Kind {
        NEW(
                "disc-new",
                "M0-24l5.600 5.400 7.600-1.700 2.200 7.500 7.500 2.200-1.700 7.600 5.300 5.600-5.300 5.600 1.700 7.600-7.500 2.200-2.200 7.500-7.600-1.700L0 24l-5.600-5.200-7.600 1.700-2.200-7.500-7.500-2.200 1.700-7.600-5.300-5.600 5.300-5.600-1.700-7.600 7.500-2.200 2.200-7.500 7.600 1.700z",
                "fill=\"#801650\""),
        KNOWN("disc-known", "M0-21a21 21 0 1 0 .010 0z", "fill=\"none\" stroke=\"#12436d\" stroke-width=\"4\""),
        UNNAMED("disc-unnamed", "M0-7a7 7 0 1 0 .010 0z", "fill=\"#a89f8c\"");

        private final String style;
        private final String shape;
        private final String paint;

        /** @param style the class on a page; @param paint the same in a file, which has no style sheet */
        Kind(String style, String shape, String paint) {
            this.style = style;
            this.shape = shape;
            this.paint = paint;
        }
    }
}
