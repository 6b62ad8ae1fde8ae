package org.natter.feedback.answer;

/**
 * What the writer says in step four about one of the people they ticked.
 *
 * <p>Nothing ticked means: just chatting, would know them again, introduced by nobody in particular, may be asked.
 */
public record Chat(Who who, boolean useful, boolean maybeNotRecognise, Introduction introduced, boolean askAgain) {

    static Chat justChatting(Who who) {
        return new Chat(who, false, false, Introduction.NOT_SAID, true);
    }

    boolean introducesThemselves() {
        return introduced.somebody().filter(who::equals).isPresent();
    }
}
