package org.natter.web.attendee.feedback;

import java.util.List;
import java.util.Set;
import org.natter.web.attendee.Answers.Met;
import org.natter.web.attendee.Answers.Talk;
import org.natter.web.attendee.Sent;
import org.natter.web.attendee.Who;

/** Step 4 as it was typed: one talk for each name on the page. */
record TalksForm(List<Talk> talks, String go) {

    static final List<String> INTRODUCERS = List.of("NOBODY", "ORGANISER", "ACTIVITY");

    static TalksForm of(Sent sent) {
        var talks =
                Who.ticked(sent.all("who")).stream().map(who -> talk(who, sent)).toList();
        return new TalksForm(talks, sent.text("go"));
    }

    private static Talk talk(Who who, Sent sent) {
        var field = introducedField(who);
        var person = Who.of(sent.text(field));
        return new Talk(
                who,
                sent.all("useful").contains(who.formValue()),
                sent.all("maybe").contains(who.formValue()),
                person.map(introducer -> introducer.kind().name())
                        .orElseGet(() -> sent.choice(field, Set.copyOf(INTRODUCERS), "NOT_SAID")),
                person.map(Who::id).orElse(""),
                !sent.all("dontAsk").contains(who.formValue()));
    }

    /** The field that says who introduced this one. */
    static String introducedField(Who who) {
        return "introduced-" + who.id();
    }

    /** The same as an answer would tell it, so that the page can be shown again as it was typed. */
    List<Met> asMet() {
        return talks.stream()
                .map(talk -> new Met(
                        talk.who(),
                        "NEW",
                        talk.useful() ? "USEFUL" : "CHAT",
                        talk.mightNotRecognise() ? "MAYBE" : "YES",
                        talk.introducedBy(),
                        talk.introducer(),
                        talk.askAgain()))
                .toList();
    }
}
