package org.natter.web.attendee.feedback;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.natter.web.attendee.Answers.Met;
import org.natter.web.attendee.OutOfReach.Part;
import org.natter.web.attendee.Phrases;
import org.natter.web.attendee.Who;
import org.springframework.ui.Model;

/** Step 4: what sort of chats. */
record TalksPage(
        Head head,
        boolean namesAsleep,
        List<Chat> chats,
        @Nullable Part part) {

    static TalksPage of(Gathering gathering, List<Met> met, Trouble trouble, Phrases phrases) {
        return new TalksPage(
                Head.of(gathering, phrases),
                gathering.asleep(),
                met.stream().map(side -> Chat.of(side, gathering, phrases)).toList(),
                trouble.part());
    }

    String in(Model model) {
        model.addAttribute("page", this);
        return "web/attendee/feedback-4";
    }

    /** One chat; {@code introduced} is the value of one of its introducers, or empty. */
    record Chat(
            Who who,
            String name,
            boolean useful,
            boolean maybe,
            boolean dontAsk,
            String introduced,
            List<Introducer> introducers) {

        static Chat of(Met side, Gathering gathering, Phrases phrases) {
            return new Chat(
                    side.who(),
                    gathering.nameOf(side.who(), phrases),
                    side.talk().equals("USEFUL") || side.talk().equals("BOTH"),
                    side.again().equals("MAYBE"),
                    !side.askAgain(),
                    side.introducer().isEmpty() ? side.introducedBy() : side.introducedBy() + ":" + side.introducer(),
                    Introducer.allFor(side.who(), gathering, phrases));
        }

        public String value() {
            return who.formValue();
        }

        public String id() {
            return who.fieldId();
        }

        public String introducedField() {
            return TalksForm.introducedField(who);
        }
    }

    /** Somebody who may have introduced two people; the value is {@code ORGANISER} and the like, or a person's. */
    record Introducer(String value, String name) {

        static List<Introducer> allFor(Who met, Gathering gathering, Phrases phrases) {
            var introducers = new ArrayList<Introducer>();
            TalksForm.INTRODUCERS.forEach(
                    word -> introducers.add(new Introducer(word, phrases.say("introduced." + word))));
            gathering
                    .boxesOfAll(Set.of(met), Set.of(), phrases)
                    .forEach(box -> introducers.add(new Introducer(box.value(), box.name())));
            return introducers;
        }
    }
}
