package org.natter.feedback.answer.web;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.natter.access.Caller;
import org.natter.access.Refuses;
import org.natter.access.Shortcomings;
import org.natter.feedback.answer.Comment;
import org.natter.feedback.answer.CommentId;
import org.natter.feedback.answer.EventCalledOff;
import org.natter.feedback.answer.FormClosed;
import org.natter.feedback.answer.LeavingComments;
import org.natter.feedback.answer.UnfitForm;
import org.natter.feedback.answer.UnknownLink;
import org.natter.feedback.invitation.AttendanceId;
import org.natter.feedback.invitation.QuestionId;
import org.natter.feedback.question.OwnQuestion;
import org.natter.feedback.question.Questionnaire;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A word for the organisers, kept without a trace of who left it. */
@RestController
class CommentController {

    private final LeavingComments comments;
    private final Clock clock;

    CommentController(LeavingComments comments, Clock clock) {
        this.comments = comments;
        this.clock = clock;
    }

    /** A word and the id that its form drew, so that a second press is known for one. */
    record CommentRequest(
            @Schema(requiredMode = REQUIRED) @Nullable CommentId id,

            @Schema(requiredMode = REQUIRED, maxLength = Comment.LONGEST, pattern = Shortcomings.SEEN) @Nullable
            String words) {
        @Override
        public String toString() {
            return "CommentRequest[*]";
        }
    }

    /** A few words to some of the organisers' own questions; the form drew an id for each. */
    record WordsRequest(
            @Schema(requiredMode = REQUIRED) @ArraySchema(maxItems = Questionnaire.MOST_ASKED) @Nullable
            List<@Nullable Words> said) {

        record Words(
                @Schema(requiredMode = REQUIRED) @Nullable CommentId id,
                @Schema(requiredMode = REQUIRED) @Nullable QuestionId question,

                @Schema(requiredMode = REQUIRED, maxLength = OwnQuestion.LONGEST_ANSWER, pattern = Shortcomings.SEEN)
                @Nullable
                String words) {

            @Override
            public String toString() {
                return "Words[*]";
            }
        }
    }

    /** Keeps a word, once for its id. */
    @Refuses({UnknownLink.class, EventCalledOff.class, FormClosed.class})
    @Operation(summary = "Leave a word for the organisers, apart from the answer")
    @PostMapping("/comments")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void leave(Caller caller, @RequestBody CommentRequest request) {
        var writer = AttendanceId.in(caller.subject()).orElseThrow(UnknownLink::new);
        var wrong = new Shortcomings("comment");
        var id = wrong.needed("id", request.id());
        var words = wrong.text("words", request.words(), Comment.LONGEST);
        wrong.done();
        comments.leave(writer, caller.generation(), id.get(), words.get(), clock.instant());
    }

    /** Keeps the words to each question, once for their id; apart from each other, too. */
    @Refuses({UnknownLink.class, EventCalledOff.class, FormClosed.class, UnfitForm.class})
    @Operation(summary = "Leave a few words to the organisers' own questions, apart from the answer")
    @PostMapping("/comments/own")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void answer(Caller caller, @RequestBody WordsRequest request) {
        var writer = AttendanceId.in(caller.subject()).orElseThrow(UnknownLink::new);
        var wrong = new Shortcomings("own");
        wrong.needed("said", request.said());
        var said = wrong.each("said", request.said(), Questionnaire.MOST_ASKED, (field, one) -> {
            var id = wrong.needed(field + ".id", one.id());
            var question = wrong.needed(field + ".question", one.question());
            var words = wrong.text(field + ".words", one.words(), OwnQuestion.LONGEST_ANSWER);
            return () -> new LeavingComments.Said(id.get(), question.get(), words.get());
        });
        wrong.done();
        comments.answer(writer, caller.generation(), said.get(), clock.instant());
    }
}
