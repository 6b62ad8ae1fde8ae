package org.natter.web.attendee;

import java.util.List;
import org.springframework.ui.Model;

/**
 * A page of one heading and a few kind words, which stand in the bundle under {@code attendee.<key>.title} and {@code .words}.
 *
 * @param fact what the words tell besides, may be empty
 * @param typed what was typed into a form that this page stands for, to be copied from it
 * @param button the key of a button's words, empty without a button
 */
public record MessagePage(String key, String fact, List<Typed> typed, String button, String address) {

    /** Words that were typed, and what had asked for them, which may be empty. */
    public record Typed(String asked, String words) {

        @Override
        public String toString() {
            return "Typed[masked]";
        }
    }

    public static MessagePage of(String key) {
        return new MessagePage(key, "", List.of(), "", "");
    }

    /** The same with a fact in its words. */
    public MessagePage telling(String known) {
        return new MessagePage(key, known, typed, button, address);
    }

    /** The same with what was typed. */
    public MessagePage showing(List<String> words) {
        return showingBesideWhatAsked(
                words.stream().map(typedWords -> new Typed("", typedWords)).toList());
    }

    /** The same with what was typed, each with what had asked for it. */
    public MessagePage showingBesideWhatAsked(List<Typed> words) {
        return new MessagePage(key, fact, words, button, address);
    }

    /** The same with a button that leads on. */
    public MessagePage leadingTo(String onward, String words) {
        return new MessagePage(key, fact, typed, words, onward);
    }

    /** The same with a button that leads to one's own history. */
    public MessagePage leadingToHistory() {
        return leadingTo("/history", "attendee.history.button");
    }

    /** Puts itself on the page. @return the view's name */
    public String in(Model model) {
        model.addAttribute("page", this);
        return "web/attendee/message";
    }
}
