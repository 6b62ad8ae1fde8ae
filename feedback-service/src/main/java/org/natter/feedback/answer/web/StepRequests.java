package org.natter.feedback.answer.web;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.natter.access.Holds;
import org.natter.access.Shortcomings;
import org.natter.access.Shortcomings.Field;
import org.natter.feedback.answer.Chat;
import org.natter.feedback.answer.Choice;
import org.natter.feedback.answer.Evening;
import org.natter.feedback.answer.Introduction;
import org.natter.feedback.answer.KnownBefore;
import org.natter.feedback.answer.Others;
import org.natter.feedback.answer.Overall;
import org.natter.feedback.answer.Sector;
import org.natter.feedback.answer.Step;
import org.natter.feedback.answer.Who;
import org.natter.feedback.invitation.QuestionId;
import org.natter.feedback.question.Pick;
import org.natter.feedback.question.Questionnaire;
import org.natter.ids.HexId;

/** The five steps as they come, one record each; what is left out was not said. */
final class StepRequests {

    private static final String REQUEST = "answer";
    private static final int KINDS_OF_OTHERS = 20;

    private StepRequests() {}

    /** Whoever is ticked. */
    record Somebody(
            @Schema(requiredMode = REQUIRED) Who.@Nullable Kind kind,

            @Schema(requiredMode = REQUIRED, pattern = "^" + HexId.PATTERN + "$") @Nullable
            String id) {}

    private static Field<Who> who(Shortcomings wrong, String at, @Nullable Somebody sent) {
        var field = at + ".who";
        if (sent == null) {
            return wrong.needed(field, null);
        }
        var kind = wrong.needed(field, sent.kind());
        var id = Objects.requireNonNullElse(sent.id(), "");
        if (!HexId.matches(id)) {
            wrong.refuse(field, Shortcomings.UNREADABLE);
        }
        return () -> new Who(kind.get(), id);
    }

    /** Something is said, or that nothing will be. */
    @Holds("""
            {"anyOf": [
                {"required": ["ratherNotSay"], "properties": {"ratherNotSay": {"type": "boolean", "enum": [true]}}},
                {"required": ["worthComing"], "properties": {"worthComing": {"type": "integer", "minimum": 1}}},
                {"required": ["feltWelcome"], "properties": {"feltWelcome": {"type": "integer", "minimum": 1}}}]}
            """)
    record HowWasIt(
            @Schema(minimum = "0", maximum = "5") @Nullable Integer worthComing,
            @Schema(minimum = "0", maximum = "5") @Nullable Integer feltWelcome,
            @Nullable Boolean ratherNotSay) {

        Step toStep() {
            var wrong = new Shortcomings(REQUEST);
            var worth = wrong.between("worthComing", Objects.requireNonNullElse(worthComing, 0), 0, Overall.MOST);
            var welcome = wrong.between("feltWelcome", Objects.requireNonNullElse(feltWelcome, 0), 0, Overall.MOST);
            return wrong.orElse(() -> Boolean.TRUE.equals(ratherNotSay)
                    ? new Step.RatherNotSay()
                    : new Step.HowWasIt(new Overall(worth.get(), welcome.get())));
        }
    }

    record NewPeople(
            @ArraySchema(maxItems = Step.MOST_PEOPLE, uniqueItems = true) @Nullable
            List<@Nullable NewPerson> met,

            @ArraySchema(maxItems = KINDS_OF_OTHERS) @Nullable
            List<@Nullable SomeOthers> others) {

        record NewPerson(
                @Schema(requiredMode = REQUIRED) @Nullable Somebody who) {}

        record SomeOthers(
                @Nullable Sector sector,

                @Schema(requiredMode = REQUIRED, minimum = "0", maximum = "50") @Nullable
                Integer count) {}

        Step toStep() {
            var wrong = new Shortcomings(REQUEST);
            var people = wrong.each("met", met, Step.MOST_PEOPLE, (field, person) -> who(wrong, field, person.who()));
            var unnamed = wrong.each("others", others, KINDS_OF_OTHERS, (field, some) -> {
                var count = wrong.between(field + ".count", some.count(), 0, Others.MOST);
                return () -> new Others(Objects.requireNonNullElse(some.sector(), Sector.NOT_SAID), count.get());
            });
            return wrong.orElse(() -> new Step.NewPeople(people.get(), unnamed.get()));
        }
    }

    record FamiliarPeople(
            @ArraySchema(maxItems = Step.MOST_PEOPLE, uniqueItems = true) @Nullable
            List<@Nullable FamiliarPerson> met,

            @Nullable KnownBefore knownBefore) {

        enum HowWell {
            BIT,
            WELL
        }

        record FamiliarPerson(
                @Schema(requiredMode = REQUIRED) @Nullable Somebody who,
                @Nullable HowWell before) {}

        Step toStep() {
            var wrong = new Shortcomings(REQUEST);
            var people = wrong.each("met", met, Step.MOST_PEOPLE, (field, person) -> {
                var who = who(wrong, field, person.who());
                return () -> new Step.FamiliarPeople.Familiar(who.get(), person.before() == HowWell.BIT);
            });
            return wrong.orElse(() -> new Step.FamiliarPeople(
                    people.get(), Objects.requireNonNullElse(knownBefore, KnownBefore.NOT_SAID)));
        }
    }

    record Chats(
            @ArraySchema(maxItems = Step.MOST_PEOPLE, uniqueItems = true) @Nullable
            List<@Nullable OneChat> talks) {

        record OneChat(
                @Schema(requiredMode = REQUIRED) @Nullable Somebody who,
                @Nullable Boolean useful,
                @Nullable Boolean maybeNotRecognise,
                @Nullable Introducer introduced,
                @Nullable Boolean askAgain) {}

        @Holds("""
                {"if": {"properties": {"by": {"enum": ["ATTENDANCE", "LABEL"]}}},
                 "then": {"required": ["id"], "properties": {"id": {"type": "string", "pattern": "^[0-9a-f]{32}$"}}}}
                """)
        record Introducer(
                @Schema(requiredMode = REQUIRED) Introduction.@Nullable By by,
                @Nullable String id) {}

        Step toStep() {
            var wrong = new Shortcomings(REQUEST);
            var chats = wrong.each("talks", talks, Step.MOST_PEOPLE, (field, chat) -> {
                var who = who(wrong, field, chat.who());
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

    record AnythingElse(
            Evening.@Nullable FamiliarFaces familiarFaces,
            Evening.@Nullable Came came,

            @ArraySchema(maxItems = Questionnaire.MOST_ASKED, uniqueItems = true) @Nullable
            List<@Nullable Chosen> choices) {

        /** What is picked of one of the organisers' own lists. */
        record Chosen(
                @Schema(requiredMode = REQUIRED) @Nullable QuestionId question,
                @Schema(requiredMode = REQUIRED) @Nullable Pick pick) {}

        Step toStep() {
            var wrong = new Shortcomings(REQUEST);
            var picked = wrong.each("choices", choices, Questionnaire.MOST_ASKED, (field, chosen) -> {
                var question = wrong.needed(field + ".question", chosen.question());
                var pick = wrong.needed(field + ".pick", chosen.pick());
                return () -> new Choice(question.get(), pick.get());
            });
            var evening = new Evening(
                    Objects.requireNonNullElse(familiarFaces, Evening.FamiliarFaces.NOT_SAID),
                    Objects.requireNonNullElse(came, Evening.Came.NOT_SAID));
            return wrong.orElse(() -> new Step.AnythingElse(evening, picked.get()));
        }
    }
}
