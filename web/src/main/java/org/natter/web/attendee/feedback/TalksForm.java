package org.natter.web.attendee.feedback;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.natter.web.attendee.feedback.KnownNames.Box;
import org.natter.web.forms.SubmittedForm;
import org.natter.web.services.Again;
import org.natter.web.services.FeedbackApi.Answer;
import org.natter.web.services.FeedbackApi.Chat;
import org.natter.web.services.FeedbackApi.Chats;
import org.natter.web.services.FeedbackApi.IntroducedBy;
import org.natter.web.services.FeedbackApi.Introduction;
import org.natter.web.services.FeedbackApi.Side;
import org.natter.web.services.Talk;
import org.natter.web.services.Who;

/** Step 4: one chat for each name on the page, as it was typed or saved. */
final class TalksForm {

    private TalksForm() {}

    static Chats of(SubmittedForm form) {
        var useful = Who.ticked(form.all("useful"));
        var maybe = Who.ticked(form.all("maybe"));
        var dontAsk = Who.ticked(form.all("dontAsk"));
        return new Chats(Who.ticked(form.all("who")).stream()
                .map(who -> new Chat(
                        who, useful.contains(who), maybe.contains(who), introduced(who, form), !dontAsk.contains(who)))
                .toList());
    }

    static Chats of(Answer saved) {
        return new Chats(saved.met().stream().map(TalksForm::chat).toList());
    }

    private static Chat chat(Side met) {
        var useful = met.talk() == Talk.USEFUL;
        return new Chat(met.who(), useful, met.again() == Again.MAYBE, met.introduced(), met.askAgain());
    }

    private static Introduction introduced(Who who, SubmittedForm form) {
        var field = "introduced-" + who.id();
        return Who.of(form.text(field))
                .map(person ->
                        new Introduction(IntroducedBy.valueOf(person.kind().name()), person.id()))
                .orElseGet(() -> new Introduction(form.choice(field, IntroducedBy.NOT_SAID), ""));
    }

    /** One chat on the page, and everybody who may have introduced the two. */
    record ChatWith(Box person, Chat chat, List<Box> introducers) {

        static ChatWith of(Chat chat, KnownNames named) {
            return new ChatWith(
                    named.box(chat.who(), true), chat, named.boxesOfAll(Set.of(chat.who()), introducer(chat)));
        }

        private static Set<Who> introducer(Chat chat) {
            return Set.copyOf(Who.ticked(
                    List.of(chat.introduced().by() + ":" + chat.introduced().id())));
        }

        /** The name of who introduced the two; null for nobody by name. */
        public @Nullable String introducer() {
            return introducers.stream()
                    .filter(Box::ticked)
                    .findFirst()
                    .map(Box::name)
                    .orElse(null);
        }

        /** Whether a person introduced the two, rather than an organiser, an activity or nobody. */
        public boolean isByAGuest() {
            return chat.introduced().by() == IntroducedBy.ATTENDANCE
                    || chat.introduced().by() == IntroducedBy.LABEL;
        }

        /** Whether anything is said that the page tucks away. */
        public boolean saysMore() {
            return !chat.askAgain() || chat.introduced().by() != IntroducedBy.NOT_SAID;
        }
    }
}
