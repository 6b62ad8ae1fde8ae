package org.natter.feedback.answer.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import org.natter.feedback.answer.Comment;
import org.natter.feedback.answer.CommentId;
import org.natter.feedback.answer.LeavingComments;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
class CommentController {

    private final LeavingComments comments;
    private final Clock clock;

    CommentController(LeavingComments comments, Clock clock) {
        this.comments = comments;
        this.clock = clock;
    }

    record CommentRequest(
            @NotNull(message = "Open the form again, please.")
            @Pattern(regexp = "[0-9a-f]{32}", message = "Open the form again, please.")
            String id,

            @NotBlank(message = "Write a word for the organisers, or leave the box out.")
            @Size(max = Comment.LONGEST, message = "That's a little long: 2,000 characters at most, please.")
            String words) {
        @Override
        public String toString() {
            return "CommentRequest[*]";
        }
    }

    @PostMapping("/comments")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void leave(@AuthenticationPrincipal Jwt token, @Valid @RequestBody CommentRequest request) {
        var caller = Caller.of(token);
        comments.leave(
                caller.attendance(),
                caller.generation(),
                new CommentId(request.id()),
                request.words(),
                clock.instant());
    }
}
