package org.natter.web.attendee;

import org.springframework.ui.Model;

/** A page of one heading and a few kind words; the button is left out if it has no address. */
public record Notice(String title, String words, String button, String address) {

    /** The words of the bundle under {@code key.title} and {@code key.words}, without a button. */
    public static Notice of(String key, Phrases phrases) {
        return new Notice(phrases.say(key + ".title"), phrases.say(key + ".words"), "", "");
    }

    /** The same with a button that leads on. */
    public Notice leadingTo(String address, String words) {
        return new Notice(title, this.words, words, address);
    }

    /** The same with a button that leads to one's own history. */
    public Notice leadingToHistory(Phrases phrases) {
        return leadingTo("/history", phrases.say("history.button"));
    }

    /** Puts itself on the page. @return the view's name */
    public String in(Model model) {
        model.addAttribute("page", this);
        return "web/attendee/notice";
    }
}
