package org.natter.ids;

import java.util.regex.Pattern;

/**
 * Letters that nobody sees: controls, turns of direction, joiners, what chooses a letter's shape, fillers. One rule for all that
 * is kept, compared, mailed, printed and handed out as a file.
 *
 * <p>They are those that a reader may ignore by default (Unicode, Default_Ignorable_Code_Point), controls but for the ends of
 * lines and tabs, and marks of an annotation. A blank is none of them: it is seen between others.
 */
public final class Unseen {

    /** Without these nothing looks otherwise. */
    private static final String IDLE =
            "\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f\\u061c\\u17b4-\\u17b5"
                    + "\\u200b\\u200e\\u200f\\u202a-\\u202e\\u2060-\\u206f\\u3164\\ufeff\\uffa0\\ufff0-\\ufffb";

    /** These say how their neighbours are set: scripts, emoji and flags need them. */
    private static final String SETTING = "\\u00ad\\u034f\\u115f-\\u1160\\u180b-\\u180f\\u200c-\\u200d\\ufe00-\\ufe0f"
            + "\\ud82f\\udca0-\\ud82f\\udca3\\ud834\\udd73-\\ud834\\udd7a\\udb40\\udc00-\\udb43\\udfff";

    private static final String BLANK =
            "\\u0009-\\u000d\\u001c-\\u0020\\u00a0\\u1680\\u2000-\\u200a\\u2028-\\u2029\\u202f\\u205f\\u2800\\u3000";

    /** Something that can be seen. As a regular expression, for descriptions too. */
    public static final String SEEN = "[^" + IDLE + SETTING + BLANK + "]";

    private static final Pattern VISIBLE = Pattern.compile(SEEN);
    private static final Pattern IDLES = Pattern.compile("[" + IDLE + "]");
    private static final Pattern ALL = Pattern.compile("[" + IDLE + SETTING + "&&[^" + BLANK + "]]");
    private static final Pattern BLANKS = Pattern.compile("[" + BLANK + "]");

    private Unseen() {}

    /** Whether there is anything to see in a text. */
    public static boolean isSeen(String text) {
        return VISIBLE.matcher(text).find();
    }

    /** The text as it is kept: without what it looks the same without. */
    public static String leftOut(String text) {
        return IDLES.matcher(text).replaceAll("");
    }

    /** The text without any of them, for comparing it, or for a place where nothing is set by them. */
    public static String allLeftOut(String text) {
        return ALL.matcher(text).replaceAll("");
    }

    /** The text with a space for each blank of whatever kind, line ends and tabs among them. */
    public static String withPlainBlanks(String text) {
        return BLANKS.matcher(text).replaceAll(" ");
    }
}
