package org.natter.feedback.question.web;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.natter.access.Caller;
import org.natter.access.Holds;
import org.natter.access.Refuses;
import org.natter.access.Shortcomings;
import org.natter.access.Shortcomings.Field;
import org.natter.feedback.invitation.EventId;
import org.natter.feedback.invitation.QuestionId;
import org.natter.feedback.invitation.UnknownEvent;
import org.natter.feedback.question.AskingQuestions;
import org.natter.feedback.question.ChangedMeanwhile;
import org.natter.feedback.question.OwnQuestion;
import org.natter.feedback.question.Questionnaire;
import org.natter.feedback.question.QuestionsStand;
import org.natter.feedback.question.SpeakerLinks;
import org.natter.feedback.question.Talk;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What organisers ask of their own, beside the questions that every form has. */
@RestController
@RequestMapping("/events/{event}/questions")
class QuestionController {

    private static final String TWICE = "TWICE";

    private final AskingQuestions asking;
    private final SpeakerLinks links;
    private final Clock clock;

    QuestionController(AskingQuestions asking, SpeakerLinks links, Clock clock) {
        this.asking = asking;
        this.links = links;
        this.clock = clock;
    }

    /** The questions in their order, what may be done with them, and when the form opens. */
    record QuestionsResponse(
            EventId event,
            int version,
            AskingQuestions.Standing standing,
            Instant opensAt,
            List<OwnQuestion> questions,
            List<NamedTalk> talks) {

        static QuestionsResponse of(AskingQuestions.Asked asked, SpeakerLinks links) {
            var questionnaire = asked.questionnaire();
            return new QuestionsResponse(
                    questionnaire.event(),
                    questionnaire.version(),
                    asked.standing(),
                    asked.opensAt(),
                    questionnaire.questions(),
                    questionnaire.talks().stream()
                            .map(talk -> new NamedTalk(talk.id(), talk.title(), talk.tookPlace(), links.of(talk.id())))
                            .toList());
        }
    }

    /**
     * A talk, and whether it took place.
     *
     * @param link the token of the link that organisers hand to its speaker
     */
    record NamedTalk(QuestionId id, String title, boolean tookPlace, String link) {
        @Override
        public String toString() {
            return "NamedTalk[" + id + "]";
        }
    }

    /**
     * A talk as it is named.
     *
     * @param id that of a talk whose title is corrected; without one it is the talk of that title, named already or new
     */
    record TalkWish(
            @Nullable QuestionId id,

            @Schema(requiredMode = REQUIRED, maxLength = OwnQuestion.LONGEST, pattern = Shortcomings.SEEN) @Nullable
            String title,

            @Nullable Boolean tookPlace) {

        private Talk named(EventId event, String called) {
            var takesPlace = Boolean.TRUE.equals(tookPlace);
            return id == null ? Talk.of(event, called, takesPlace) : new Talk(id, called, takesPlace);
        }
    }

    /** All questions and talks, as they are to be asked about from now on; without any, nothing is. */
    record QuestionsRequest(
            @ArraySchema(maxItems = Questionnaire.MOST, uniqueItems = true) @Nullable
            List<@Nullable Wish> questions,

            @ArraySchema(maxItems = Questionnaire.MOST_TALKS, uniqueItems = true) @Nullable
            List<@Nullable TalkWish> talks) {

        Wanted about(EventId event) {
            var wrong = new Shortcomings("questions");
            var asked = new HashSet<String>();
            var read = wrong.each(
                    "questions", questions, Questionnaire.MOST, (field, wish) -> wish.read(wrong, field, event, asked));
            var titles = new HashSet<String>();
            var named = wrong.each("talks", talks, Questionnaire.MOST_TALKS, (field, talk) -> {
                var title = line(wrong, field + ".title", talk.title(), OwnQuestion.LONGEST);
                once(wrong, field + ".title", talk.title(), OwnQuestion::asRead, titles);
                return () -> talk.named(event, title.get());
            });
            return wrong.orElse(() -> new Wanted(read.get(), named.get()));
        }

        /** Refuses what reads like one before it; nothing typed is like nothing. */
        private static void once(
                Shortcomings wrong,
                String field,
                @Nullable String typed,
                UnaryOperator<String> asRead,
                Set<String> before) {
            if (typed != null && !typed.isBlank() && !before.add(asRead.apply(typed))) {
                wrong.refuse(field, TWICE);
            }
        }

        /** A text without a break in it. */
        private static Field<String> line(Shortcomings wrong, String field, @Nullable String typed, int longest) {
            return wrong.text(field, typed == null ? null : typed.replaceAll("\\s+", " "), longest);
        }
    }

    /** How a question is answered; talks are named besides. */
    enum WishKind {
        PICK_ONE(OwnQuestion.Kind.PICK_ONE),
        FEW_WORDS(OwnQuestion.Kind.FEW_WORDS);

        private final OwnQuestion.Kind asked;

        WishKind(OwnQuestion.Kind asked) {
            this.asked = asked;
        }
    }

    /** One of them: how it is answered, its words, and what can be picked where it is a list. */
    @Holds("""
            {"allOf": [
              {"if": {"properties": {"kind": {"enum": ["PICK_ONE"]}}},
               "then": {"required": ["options"],
                        "properties": {"options": {"type": "array", "minItems": 2, "uniqueItems": true}}}},
              {"if": {"properties": {"kind": {"enum": ["FEW_WORDS"]}}},
               "then": {"properties": {"options": {"maxItems": 0}}}}]}
            """)
    record Wish(
            @Schema(requiredMode = REQUIRED) @Nullable WishKind kind,

            @Schema(requiredMode = REQUIRED, maxLength = OwnQuestion.LONGEST, pattern = Shortcomings.SEEN) @Nullable
            String words,

            @ArraySchema(
                    maxItems = OwnQuestion.MOST_OPTIONS,
                    schema = @Schema(maxLength = OwnQuestion.LONGEST_OPTION, pattern = Shortcomings.SEEN))
            @Nullable
            List<@Nullable String> options) {

        Field<OwnQuestion> read(Shortcomings wrong, String field, EventId event, HashSet<String> seen) {
            var how = wrong.needed(field + ".kind", kind == null ? null : kind.asked);
            var asked = QuestionsRequest.line(wrong, field + ".words", words, OwnQuestion.LONGEST);
            var list = wrong.each(
                    field + ".options",
                    options,
                    OwnQuestion.MOST_OPTIONS,
                    (at, option) -> QuestionsRequest.line(wrong, at, option, OwnQuestion.LONGEST_OPTION));
            judge(wrong, field + ".options");
            QuestionsRequest.once(wrong, field + ".words", words, this::asRead, seen);
            return () -> OwnQuestion.about(event, how.get(), asked.get(), list.get());
        }

        /** What somebody reads of all of it. */
        private String asRead(String question) {
            return Stream.concat(Stream.of(String.valueOf(kind), question), list().stream())
                    .map(OwnQuestion::asRead)
                    .collect(Collectors.joining("\n"));
        }

        private List<String> list() {
            return Objects.requireNonNullElse(options, List.<String>of()).stream()
                    .filter(Objects::nonNull)
                    .toList();
        }

        private void judge(Shortcomings wrong, String field) {
            var list = list();
            if (kind == WishKind.FEW_WORDS && !list.isEmpty()) {
                wrong.refuse(field, "NOT_NEEDED");
            }
            if (kind == WishKind.PICK_ONE && list.size() < OwnQuestion.FEWEST_OPTIONS) {
                wrong.refuse(field, "TOO_FEW", OwnQuestion.FEWEST_OPTIONS);
            }
            var read = list.stream().map(OwnQuestion::asRead).toList();
            if (read.stream().distinct().count() < read.size()) {
                wrong.refuse(field, TWICE);
            }
            if (read.stream().anyMatch(OwnQuestion::readsLikeAnEnding)) {
                wrong.refuse(field, "ENDING");
            }
        }
    }

    /** What is to be asked and named. */
    private record Wanted(List<OwnQuestion> questions, List<Talk> talks) {}

    /** None is there before somebody has asked one; the version is 0 then. */
    @Refuses(UnknownEvent.class)
    @Operation(summary = "The organisers' own questions about an event")
    @GetMapping
    QuestionsResponse read(@PathVariable EventId event, Caller caller) {
        return QuestionsResponse.of(asking.read(event, region -> caller.runs(region.value()), clock.instant()), links);
    }

    /**
     * Asks these in the place of those read: any, until the first invitation is due; after that only some of the same, which
     * withdraws the others.
     *
     * @param version that of the questions read
     */
    @Refuses({UnknownEvent.class, ChangedMeanwhile.class, QuestionsStand.class})
    @Operation(
            summary =
                    "Ask these questions of one's own and name these talks; once the form is open questions are withdrawn alone")
    @PutMapping
    QuestionsResponse ask(
            @PathVariable EventId event,
            @RequestParam int version,
            Caller caller,
            @RequestBody QuestionsRequest request) {
        var wanted = request.about(event);
        return QuestionsResponse.of(
                asking.ask(
                        event,
                        wanted.questions(),
                        wanted.talks(),
                        version,
                        region -> caller.runs(region.value()),
                        clock.instant()),
                links);
    }
}
