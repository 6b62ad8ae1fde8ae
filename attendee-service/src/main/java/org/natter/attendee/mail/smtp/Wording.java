package org.natter.attendee.mail.smtp;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.natter.ids.Unseen;

/** Places in line as people say them, and text that can harm no header. */
final class Wording {

    private static final List<String> ORDINALS =
            List.of("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth");

    /** One sign as people see it, however many code points it takes. */
    private static final Pattern SIGN = Pattern.compile("\\X");

    private Wording() {}

    /** {@code third}, {@code 21st} */
    static String ordinal(int position) {
        if (position >= 1 && position <= ORDINALS.size()) {
            return ORDINALS.get(position - 1);
        }
        var teen = position % 100 >= 11 && position % 100 <= 13;
        var last = teen ? 0 : position % 10;
        return position + (last == 1 ? "st" : last == 2 ? "nd" : last == 3 ? "rd" : "th");
    }

    /** One line without control characters, direction marks or anything a mail program would decode; joiners make one of several signs. */
    static String plain(String text) {
        return Unseen.leftOut(text.replaceAll("\\R|\\t", " "))
                .replace("=?", "= ?")
                .strip();
    }

    /** A text of several lines as its paragraphs, which blank lines part; the lines of one stay, each of them {@link #plain}. */
    static List<String> paragraphs(String text) {
        return Stream.of(text.replaceAll("\\R", "\n").split("\n\\s*\n"))
                .map(one -> one.lines()
                        .map(Wording::plain)
                        .filter(line -> !line.isEmpty())
                        .collect(Collectors.joining("\n")))
                .filter(one -> !one.isEmpty())
                .toList();
    }

    /** The first word of a name. */
    static String firstName(String name) {
        var plain = plain(name);
        var blank = plain.indexOf(' ');
        return blank < 0 ? plain : plain.substring(0, blank);
    }

    /**
     * At most so many characters, the last an ellipsis if something had to go: between words where that leaves half of it, else
     * between signs; what is read as one sign is never cut.
     */
    static String shortened(String text, int atMost) {
        if (text.length() <= atMost) {
            return text;
        }
        var room = Math.max(0, atMost - 1);
        var kept = new StringBuilder();
        var signs = SIGN.matcher(text);
        while (signs.find() && kept.length() + signs.group().length() <= room) {
            kept.append(signs.group());
        }
        var blank = text.charAt(kept.length()) == ' ' ? -1 : kept.lastIndexOf(" ");
        if (blank >= room / 2 && blank > 0) {
            kept.setLength(blank);
        }
        return kept.toString().strip() + "…";
    }
}
