package org.natter.web.attendee;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.natter.web.FormErrors;
import org.natter.web.attendee.Gathering.Box;

/** The records that the feedback pages show. */
final class FeedbackPages {

    private FeedbackPages() {}

    /** What stands above every step; {@code initial} is all that is told of whose link it is, and may be empty. */
    record Head(String initial, String title) {

        static Head of(Gathering gathering, Phrases phrases) {
            var greeting = gathering.greeting();
            return greeting == null
                    ? new Head("", phrases.say("feedback.title"))
                    : new Head(greeting.initial(), greeting.eventTitle());
        }
    }

    /** What went wrong with the last press: problems of fields, or a service that sleeps. */
    record Trouble(FormErrors problems, OutOfReach.@Nullable Part part) {

        static final Trouble NONE = new Trouble(FormErrors.none(), null);

        static Trouble with(FormErrors problems) {
            return new Trouble(problems, null);
        }

        static Trouble asleep(OutOfReach.Part part) {
            return new Trouble(FormErrors.none(), part);
        }

        public boolean any() {
            return problems.any() || part != null;
        }
    }

    /** Step 1; {@code token} is there only until the first press. */
    record Evening(
            Head head,
            @Nullable String token,
            int worthComing,
            int feltWelcome,
            FormErrors problems,
            OutOfReach.@Nullable Part part) {

        @Override
        public String toString() {
            return "Evening[masked]";
        }
    }

    /** Step 2: who was new. */
    record NewPeople(
            Head head,
            boolean namesAsleep,
            boolean nobodyListed,
            List<Box> boxes,
            List<String> kept,
            String someone,
            String others,
            boolean nobody,
            String closes,
            FormErrors problems,
            OutOfReach.@Nullable Part part) {}

    /** Step 3: who was not new. */
    record KnownPeople(
            Head head,
            boolean namesAsleep,
            List<Box> boxes,
            List<String> little,
            List<String> kept,
            String someone,
            String knownBefore,
            String closes,
            FormErrors problems,
            OutOfReach.@Nullable Part part) {}

    /** Step 4: what sort of chats. */
    record Talks(
            Head head, boolean namesAsleep, List<Chat> chats, FormErrors problems, OutOfReach.@Nullable Part part) {}

    /** One chat of step 4. */
    record Chat(
            Who who,
            String name,
            boolean useful,
            boolean maybe,
            boolean dontAsk,
            String introduced,
            List<Introducer> introducers) {

        public String value() {
            return who.formValue();
        }

        public String id() {
            return who.fieldId();
        }

        public String introducedField() {
            return "introduced-" + who.id();
        }
    }

    /** Somebody who may have introduced two people; the value is {@code ORGANISER} and the like, or a person's. */
    record Introducer(String value, String name) {}

    /** Step 5: the rest, and two boxes that look unlike. */
    record Rest(
            Head head,
            String familiarFaces,
            String came,
            String comment,
            String commentId,
            String privateWords,
            boolean privateAsleep,
            boolean anybodyMet,
            FormErrors problems,
            OutOfReach.@Nullable Part part) {

        @Override
        public String toString() {
            return "Rest[masked]";
        }
    }

    /** All of it once more before it is sent. */
    record Check(Head head, List<Line> lines, OutOfReach.@Nullable Part part) {}

    /** One line of the check: what was asked, what was said and the step where it can be changed. */
    record Line(String asked, List<String> said, int step) {}

    /** The thank-you with what is the writer's own to know. */
    record Thanks(String greeting, List<String> recap, String evidence) {}
}
