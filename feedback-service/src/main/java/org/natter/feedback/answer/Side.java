package org.natter.feedback.answer;

/**
 * One side of an encounter: that the writer talked with this person here.
 *
 * <p>Belongs to its writer alone. {@code askAgain} is false for "don't ask me about this one".
 */
public record Side(Who who, Before before, Talk talk, Again again, Introduction introduced, boolean askAgain) {

    /** How well the writer knew the other before. */
    public enum Before {
        NEW,
        BIT,
        WELL
    }

    /** What sort of chat it was. */
    public enum Talk {
        CHAT,
        USEFUL,
        NOT_SAID
    }

    /** Whether the writer would recognise the other. */
    public enum Again {
        YES,
        MAYBE,
        NOT_SAID
    }

    /** A side of which nothing is known yet but who, and how well known before. */
    public static Side with(Who who, Before before) {
        return new Side(who, before, Talk.NOT_SAID, Again.NOT_SAID, Introduction.NOT_SAID, true);
    }

    Side knownBefore(Before known) {
        return new Side(who, known, talk, again, introduced, askAgain);
    }

    Side talkedLike(Chat chat) {
        return new Side(
                who,
                before,
                chat.useful() ? Talk.USEFUL : Talk.CHAT,
                chat.maybeNotRecognise() ? Again.MAYBE : Again.YES,
                chat.introduced(),
                chat.askAgain());
    }
}
