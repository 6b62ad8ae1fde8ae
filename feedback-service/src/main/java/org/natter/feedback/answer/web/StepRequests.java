package org.natter.feedback.answer.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.natter.feedback.answer.Chat;
import org.natter.feedback.answer.Evening;
import org.natter.feedback.answer.Introduction;
import org.natter.feedback.answer.KnownBefore;
import org.natter.feedback.answer.Others;
import org.natter.feedback.answer.Overall;
import org.natter.feedback.answer.Sector;
import org.natter.feedback.answer.Step;
import org.natter.feedback.answer.Who;

/** The five steps as they come, one record each; what is left out was not said. */
final class StepRequests {

    private static final String ONE_TO_FIVE = "Pick one of the five.";
    private static final String WHO = "Tick somebody from the list.";
    private static final String TOO_MANY = "That's more than a hundred people. Tick the ones you remember best.";
    private static final String ID = "[0-9a-f]{32}";

    private StepRequests() {}

    record HowWasIt(
            @Nullable @Min(value = 0, message = ONE_TO_FIVE) @Max(value = 5, message = ONE_TO_FIVE)
            Integer worthComing,

            @Nullable @Min(value = 0, message = ONE_TO_FIVE) @Max(value = 5, message = ONE_TO_FIVE)
            Integer feltWelcome) {

        Step toStep() {
            return new Step.HowWasIt(new Overall(orZero(worthComing), orZero(feltWelcome)));
        }

        private static int orZero(@Nullable Integer said) {
            return said == null ? 0 : said;
        }
    }

    record Somebody(
            @NotNull(message = WHO) Who.Kind kind,

            @NotNull(message = WHO) @Pattern(regexp = ID, message = WHO)
            String id) {

        Who toWho() {
            return new Who(kind, id);
        }
    }

    record NewPeople(
            @Nullable @Size(max = 100, message = TOO_MANY) List<@NotNull(message = WHO) @Valid NewPerson> met,

            @Nullable @Size(max = 20, message = "Name each kind of library once.")
            List<@NotNull(message = "How many others?") @Valid SomeOthers> others) {

        record NewPerson(@NotNull(message = WHO) @Valid Somebody who) {}

        record SomeOthers(
                @Nullable Sector sector,

                @NotNull(message = "How many others?")
                @Min(value = 0, message = "A number from 0 to 50, please.")
                @Max(value = 50, message = "A number from 0 to 50, please.")
                Integer count) {}

        Step toStep() {
            return new Step.NewPeople(
                    orEmpty(met).stream().map(person -> person.who().toWho()).toList(),
                    orEmpty(others).stream()
                            .map(some -> new Others(
                                    Objects.requireNonNullElse(some.sector(), Sector.NOT_SAID), some.count()))
                            .toList());
        }
    }

    record FamiliarPeople(
            @Nullable @Size(max = 100, message = TOO_MANY) List<@NotNull(message = WHO) @Valid FamiliarPerson> met,

            @Nullable KnownBefore knownBefore) {

        enum HowWell {
            BIT,
            WELL
        }

        record FamiliarPerson(
                @NotNull(message = WHO) @Valid Somebody who,
                @Nullable HowWell before) {}

        Step toStep() {
            return new Step.FamiliarPeople(
                    orEmpty(met).stream()
                            .map(person -> new Step.FamiliarPeople.Familiar(
                                    person.who().toWho(), person.before() == HowWell.BIT))
                            .toList(),
                    Objects.requireNonNullElse(knownBefore, KnownBefore.NOT_SAID));
        }
    }

    record Chats(
            @Nullable @Size(max = 100, message = TOO_MANY) List<@NotNull(message = WHO) @Valid OneChat> talks) {

        record OneChat(
                @NotNull(message = WHO) @Valid Somebody who,
                @Nullable Boolean useful,
                @Nullable Boolean maybeNotRecognise,
                @Nullable @Valid Introducer introduced,
                @Nullable Boolean askAgain) {

            Chat toChat() {
                return new Chat(
                        who.toWho(),
                        Boolean.TRUE.equals(useful),
                        Boolean.TRUE.equals(maybeNotRecognise),
                        introduced == null ? Introduction.NOT_SAID : introduced.toIntroduction(),
                        !Boolean.FALSE.equals(askAgain));
            }
        }

        record Introducer(
                @NotNull(message = "Who introduced you?") Introduction.By by,
                @Nullable String id) {

            @AssertTrue(message = "Who introduced you? Pick somebody from the list.")
            boolean isComplete() {
                return by != Introduction.By.ATTENDANCE && by != Introduction.By.LABEL || id != null && id.matches(ID);
            }

            Introduction toIntroduction() {
                return by == Introduction.By.ATTENDANCE || by == Introduction.By.LABEL
                        ? new Introduction(by, Objects.requireNonNullElse(id, ""))
                        : new Introduction(by, "");
            }
        }

        Step toStep() {
            return new Step.Chats(orEmpty(talks).stream().map(OneChat::toChat).toList());
        }
    }

    record AnythingElse(Evening.@Nullable FamiliarFaces familiarFaces, Evening.@Nullable Came came) {

        Step toStep() {
            return new Step.AnythingElse(new Evening(
                    Objects.requireNonNullElse(familiarFaces, Evening.FamiliarFaces.NOT_SAID),
                    Objects.requireNonNullElse(came, Evening.Came.NOT_SAID)));
        }
    }

    private static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}
