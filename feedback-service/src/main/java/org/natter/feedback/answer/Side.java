package org.natter.feedback.answer;

/**
 * One side of an encounter: that the writer talked with this person here.
 *
 * <p>Belongs to its writer alone. {@code askAgain} is false for "don't ask me about this one"; {@code late} marks sides
 * added after the form had closed, which the personal link cannot do.
 */
public record Side(
        Who who, Before before, Talk talk, Again again, Introduction introduced, boolean askAgain, boolean late) {

    /** How well the writer knew the other before. */
    public enum Before {
        NEW,
        BIT,
        WELL,
        UNSURE
    }

    /** What sort of chat it was. */
    public enum Talk {
        CHAT,
        USEFUL,
        BOTH,
        NOT_SAID
    }

    /** Whether the writer would recognise the other. */
    public enum Again {
        YES,
        MAYBE,
        NO,
        NOT_SAID
    }

    /** A side of which nothing is known yet but who, and how well known before. */
    public static Side with(Who who, Before before) {
        return new Side(who, before, Talk.NOT_SAID, Again.NOT_SAID, Introduction.NOT_SAID, true, false);
    }

    public boolean isNew() {
        return before == Before.NEW;
    }

    Side knownBefore(Before known) {
        return new Side(who, known, talk, again, introduced, askAgain, late);
    }

    Side talkedLike(Chat chat) {
        return new Side(
                who,
                before,
                chat.useful() ? Talk.USEFUL : Talk.CHAT,
                chat.maybeNotRecognise() ? Again.MAYBE : Again.YES,
                chat.introduced(),
                chat.askAgain(),
                late);
    }
}
