package org.natter.ids;

import java.net.IDN;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which mailbox an address names: one spelling for each, in ASCII alone, as it goes to a mail server. What a server would
 * read as another address than was typed names none.
 *
 * <p>A domain is spelled by IDN, and only if reading it back gives what was typed, and ends in a name that begins with a
 * letter, as all at the top do (RFC 3696, section 2); the part before the @ is plain, in lower
 * case (RFC 5321 without quotes and comments).
 */
public final class Mailboxes {

    /** As many characters as an address has at most (RFC 5321, with the brackets around it). */
    private static final int LONGEST = 254;

    private static final String ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
    private static final Pattern LOCAL = Pattern.compile("(?=.{1,64}$)" + ATOM + "(\\." + ATOM + ")*");
    private static final String LABEL = "(?!-)[a-z0-9-]{1,63}(?<!-)";
    private static final Pattern DOMAIN = Pattern.compile("(" + LABEL + "\\.)+(?=[a-z])" + LABEL);
    private static final Pattern VISIBLE_ASCII = Pattern.compile("[!-~]+");

    /** Nothing to be seen, or never part of a name. */
    private static final Pattern UNFIT = Pattern.compile("[\\p{C}\\p{Z}]");

    private Mailboxes() {}

    /** The spelling of the mailbox that somebody typed, without blanks around it; empty if no mail can be sent there. */
    public static Optional<String> named(String typed) {
        var address = typed.strip();
        var at = address.lastIndexOf('@');
        return at < 0 || !LOCAL.matcher(address.substring(0, at)).matches()
                ? Optional.empty()
                : domain(address.substring(at + 1))
                        .map(domain -> address.substring(0, at).toLowerCase(Locale.ROOT) + "@" + domain)
                        .filter(spelled -> spelled.length() <= LONGEST);
    }

    /** What is given to a mail server for an address kept since before there was this rule; empty if it would read another one. */
    public static Optional<String> onTheWire(String kept) {
        return named(kept).or(() -> Optional.of(kept).filter(VISIBLE_ASCII.asMatchPredicate()));
    }

    /** Whether it is the letters before the @ that no mail can be sent to: those beyond a to z. */
    public static boolean hasOtherLetters(String typed) {
        var local = typed.strip().split("@", 2)[0];
        return local.codePoints().anyMatch(letter -> letter > '~');
    }

    private static Optional<String> domain(String typed) {
        if (UNFIT.matcher(typed).find()) {
            return Optional.empty();
        }
        var meant = Normalizer.normalize(typed, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        try {
            var spelled = IDN.toASCII(meant, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
            var same = spelled.equals(meant) || IDN.toUnicode(spelled).equals(meant);
            return Optional.of(spelled)
                    .filter(domain -> same && DOMAIN.matcher(domain).matches());
        } catch (IllegalArgumentException notADomain) {
            return Optional.empty();
        }
    }
}
