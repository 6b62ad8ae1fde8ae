package org.natter.local.story;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.natter.local.story.FeedbackForm.FilledIn;
import org.natter.web.services.FeedbackApi.Pick;
import org.natter.web.services.QuestionId;

/** The forms about one event are in the post: who fills in what, and all of them side by side. */
final class MorningAfter {

    private final StorySoFar story;
    private final PublishedEvent event;
    private final Instant night;
    private final Map<GuestBooking, FeedbackForm> forms = new LinkedHashMap<>();
    private final Map<GuestBooking, FilledIn> handedIn = new LinkedHashMap<>();

    MorningAfter(StorySoFar story, PublishedEvent event, Instant night) {
        this.story = story;
        this.event = event;
        this.night = night;
    }

    MorningAfter says(String name, FeedbackForm form) {
        forms.put(story.booking(name, event), form);
        return this;
    }

    /** Each of them says something by chance. */
    MorningAfter sayAnything(List<GuestBooking> writers) {
        writers.forEach(writer -> forms.put(writer, story.forms().form(writer, writers)));
        return this;
    }

    /** They leave the organisers a word, each as somebody of their own. */
    MorningAfter leaveWords(List<GuestBooking> writers, List<String> words) {
        for (var one = 0; one < words.size(); one++) {
            story.region().answers().comment(writers.get(one).guest(), night, words.get(one));
        }
        return this;
    }

    /** From this form on, counting from 0, one after another picks this. */
    MorningAfter pick(int from, QuestionId question, List<Pick> picks) {
        var writers = List.copyOf(forms.values());
        for (var one = 0; one < picks.size(); one++) {
            writers.get(from + one).picks(question, picks.get(one));
        }
        return this;
    }

    /** The same of a few words. */
    MorningAfter write(int from, QuestionId question, List<String> words) {
        var writers = List.copyOf(forms.values());
        for (var one = 0; one < words.size(); one++) {
            writers.get(from + one).writes(question, words.get(one));
        }
        return this;
    }

    /** Somebody keeps something about the evening for themselves. */
    MorningAfter keeps(String name, String words) {
        story.region().answers().keepForThemself(story.booking(name, event).guest(), night, words);
        return this;
    }

    /** All forms so far are filled in and sent; returns when the overview shows how many have answered in all. */
    void handIn(int answered) {
        var answers = story.region().answers();
        var writers = List.copyOf(forms.keySet());
        var filledIn = story.region()
                .crowd()
                .sideBySide(
                        writers, writer -> answers.answer(writer, Objects.requireNonNull(forms.get(writer)), night));
        for (var one = 0; one < writers.size(); one++) {
            handedIn.put(writers.get(one), filledIn.get(one));
        }
        forms.clear();
        story.region().awaitAnswered(event, answered);
    }

    /** How many have ticked somebody, and so will be asked in three months whether anything came of it. */
    int toAskAgain() {
        return (int) handedIn.values().stream().filter(FilledIn::namesSomebody).count();
    }

    /** Everything handed in, in the order of the forms. */
    Map<GuestBooking, FilledIn> handedIn() {
        return Collections.unmodifiableMap(handedIn);
    }
}
