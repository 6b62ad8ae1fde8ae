package org.natter.feedback.answer.web;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.natter.access.Shortcomings;
import org.natter.access.Shortcomings.Field;
import org.natter.feedback.answer.Chat;
import org.natter.feedback.answer.Evening;
import org.natter.feedback.answer.Introduction;
import org.natter.feedback.answer.KnownBefore;
import org.natter.feedback.answer.Others;
import org.natter.feedback.answer.Overall;
import org.natter.feedback.answer.Sector;
import org.natter.feedback.answer.Step;
import org.natter.feedback.answer.Who;
import org.natter.ids.HexId;

/** The five steps as they come, one record each; what is left out was not said. */
final class StepRequests {

    private static final String REQUEST = "answer";
    private static final int KINDS_OF_OTHERS = 20;

    private StepRequests() {}

    record HowWasIt(@Nullable Integer worthComing, @Nullable Integer feltWelcome) {

        Step toStep() {
            var wrong = new Shortcomings(REQUEST);
            var worth = wrong.between("worthComing", Objects.requireNonNullElse(worthComing, 0), 0, Overall.MOST);
            var welcome = wrong.between("feltWelcome", Objects.requireNonNullElse(feltWelcome, 0), 0, Overall.MOST);
            return wrong.orElse(() -> new Step.HowWasIt(new Overall(worth.get(), welcome.get())));
        }
    }

    record NewPeople(
            @Nullable List<@Nullable NewPerson> met,
            @Nullable List<@Nullable SomeOthers> others) {

        record NewPerson(@Nullable Who who) {}

        record SomeOthers(@Nullable Sector sector, @Nullable Integer count) {}

        Step toStep() {
            var wrong = new Shortcomings(REQUEST);
            var people = wrong.each(
                    "met", met, Step.MOST_PEOPLE, (field, person) -> wrong.needed(field + ".who", person.who()));
            var unnamed = wrong.each("others", others, KINDS_OF_OTHERS, (field, some) -> {
                var count = wrong.between(field + ".count", some.count(), 0, Others.MOST);
                return () -> new Others(Objects.requireNonNullElse(some.sector(), Sector.NOT_SAID), count.get());
            });
            return wrong.orElse(() -> new Step.NewPeople(people.get(), unnamed.get()));
        }
    }

    record FamiliarPeople(
            @Nullable List<@Nullable FamiliarPerson> met,
            @Nullable KnownBefore knownBefore) {

        enum HowWell {
            BIT,
            WELL
        }

        record FamiliarPerson(@Nullable Who who, @Nullable HowWell before) {}

        Step toStep() {
            var wrong = new Shortcomings(REQUEST);
            var people = wrong.each("met", met, Step.MOST_PEOPLE, (field, person) -> {
                var who = wrong.needed(field + ".who", person.who());
                return () -> new Step.FamiliarPeople.Familiar(who.get(), person.before() == HowWell.BIT);
            });
            return wrong.orElse(() -> new Step.FamiliarPeople(
                    people.get(), Objects.requireNonNullElse(knownBefore, KnownBefore.NOT_SAID)));
        }
    }

    record Chats(@Nullable List<@Nullable OneChat> talks) {

        record OneChat(
                @Nullable Who who,
                @Nullable Boolean useful,
                @Nullable Boolean maybeNotRecognise,
                @Nullable Introducer introduced,
                @Nullable Boolean askAgain) {}

        record Introducer(
                Introduction.@Nullable By by, @Nullable String id) {}

        Step toStep() {
            var wrong = new Shortcomings(REQUEST);
            var chats = wrong.each("talks", talks, Step.MOST_PEOPLE, (field, chat) -> {
                var who = wrong.needed(field + ".who", chat.who());
                var introduction = introduction(wrong, field + ".introduced", chat.introduced());
                return () -> new Chat(
                        who.get(),
                        Boolean.TRUE.equals(chat.useful()),
                        Boolean.TRUE.equals(chat.maybeNotRecognise()),
                        introduction.get(),
                        !Boolean.FALSE.equals(chat.askAgain()));
            });
            return wrong.orElse(() -> new Step.Chats(chats.get()));
        }

        private static Field<Introduction> introduction(
                Shortcomings wrong, String field, @Nullable Introducer introduced) {
            if (introduced == null) {
                return () -> Introduction.NOT_SAID;
            }
            var by = wrong.needed(field + ".by", introduced.by());
            var somebody = introduced.by() != null && introduced.by().namesSomebody();
            var id = somebody ? Objects.requireNonNullElse(introduced.id(), "") : "";
            if (somebody && !HexId.matches(id)) {
                wrong.refuse(field, "INCOMPLETE");
            }
            return () -> new Introduction(by.get(), id);
        }
    }

    record AnythingElse(Evening.@Nullable FamiliarFaces familiarFaces, Evening.@Nullable Came came) {

        Step toStep() {
            return new Step.AnythingElse(new Evening(
                    Objects.requireNonNullElse(familiarFaces, Evening.FamiliarFaces.NOT_SAID),
                    Objects.requireNonNullElse(came, Evening.Came.NOT_SAID)));
        }
    }
}
