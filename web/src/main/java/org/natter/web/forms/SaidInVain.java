package org.natter.web.forms;

import java.util.List;

/**
 * One of the organisers' own questions that a form asked and that is not asked any more, with what was typed to it, to be
 * copied. The form brings it along, so that it stays on the page while something else is put right. Prints masked.
 *
 * @param said empty where nothing was typed
 */
public record SaidInVain(String question, boolean talk, String said) {

    private static final String GONE = "gone";
    private static final String BREAK = "\n";
    private static final String TALK = "talk";

    static SaidInVain read(String gone) {
        var parts = gone.strip().split("\\R", 3);
        return new SaidInVain(
                parts.length > 1 ? parts[1] : "", parts[0].equals(TALK), parts.length > 2 ? parts[2] : "");
    }

    /** Those a form brings along. */
    public static List<SaidInVain> of(SubmittedForm form) {
        return form.all(GONE).stream().map(SaidInVain::read).toList();
    }

    public static SaidInVain of(OwnQuestionBox box) {
        return new SaidInVain(box.words(), box.isTalk(), box.said().strip());
    }

    /** What the form brings along of it. */
    public String broughtAlong() {
        return String.join(BREAK, talk ? TALK : "-", question, said);
    }

    @Override
    public String toString() {
        return "SaidInVain[masked]";
    }
}
