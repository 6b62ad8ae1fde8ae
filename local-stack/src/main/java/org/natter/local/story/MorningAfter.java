package org.natter.local.story;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The forms about one event are in the post: who fills in what, and all of them side by side. */
final class MorningAfter {

    private final StorySoFar story;
    private final PublishedEvent event;
    private final Instant night;
    private final Map<GuestBooking, FeedbackForm> forms = new LinkedHashMap<>();
    private int toAskAgain;

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

    /** All forms so far are filled in and sent; returns when the overview shows how many have answered in all. */
    void handIn(int answered) {
        var answers = story.region().answers();
        toAskAgain += (int) story
                .region()
                .crowd()
                .sideBySide(
                        List.copyOf(forms.keySet()),
                        writer -> answers.answer(writer, Objects.requireNonNull(forms.get(writer)), night))
                .stream()
                .filter(ticked -> ticked)
                .count();
        forms.clear();
        story.region().awaitAnswered(event, answered);
    }

    /** How many have ticked somebody, and so will be asked in three months whether anything came of it. */
    int toAskAgain() {
        return toAskAgain;
    }
}
