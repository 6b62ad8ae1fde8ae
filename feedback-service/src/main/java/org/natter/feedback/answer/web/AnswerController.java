package org.natter.feedback.answer.web;

import jakarta.validation.Valid;
import java.time.Clock;
import org.natter.feedback.answer.GivingAnswers;
import org.natter.feedback.answer.Step;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/answers/{attendance}")
class AnswerController {

    private final GivingAnswers answers;
    private final Clock clock;

    AnswerController(GivingAnswers answers, Clock clock) {
        this.answers = answers;
        this.clock = clock;
    }

    @GetMapping
    AnswerResponse read(@PathVariable String attendance, @AuthenticationPrincipal Jwt token) {
        var caller = Caller.of(token, attendance);
        return AnswerResponse.of(answers.read(caller.attendance(), caller.generation(), clock.instant()));
    }

    @PutMapping("/steps/1")
    AnswerResponse howWasIt(
            @PathVariable String attendance,
            @AuthenticationPrincipal Jwt token,
            @Valid @RequestBody StepRequests.HowWasIt request) {
        return save(attendance, token, request.toStep());
    }

    @PutMapping("/steps/2")
    AnswerResponse newPeople(
            @PathVariable String attendance,
            @AuthenticationPrincipal Jwt token,
            @Valid @RequestBody StepRequests.NewPeople request) {
        return save(attendance, token, request.toStep());
    }

    @PutMapping("/steps/3")
    AnswerResponse familiarPeople(
            @PathVariable String attendance,
            @AuthenticationPrincipal Jwt token,
            @Valid @RequestBody StepRequests.FamiliarPeople request) {
        return save(attendance, token, request.toStep());
    }

    @PutMapping("/steps/4")
    AnswerResponse chats(
            @PathVariable String attendance,
            @AuthenticationPrincipal Jwt token,
            @Valid @RequestBody StepRequests.Chats request) {
        return save(attendance, token, request.toStep());
    }

    @PutMapping("/steps/5")
    AnswerResponse anythingElse(
            @PathVariable String attendance,
            @AuthenticationPrincipal Jwt token,
            @Valid @RequestBody StepRequests.AnythingElse request) {
        return save(attendance, token, request.toStep());
    }

    @PostMapping("/send")
    AnswerResponse send(@PathVariable String attendance, @AuthenticationPrincipal Jwt token) {
        var caller = Caller.of(token, attendance);
        return AnswerResponse.of(answers.send(caller.attendance(), caller.generation(), clock.instant()));
    }

    private AnswerResponse save(String attendance, Jwt token, Step step) {
        var caller = Caller.of(token, attendance);
        return AnswerResponse.of(answers.save(caller.attendance(), caller.generation(), step, clock.instant()));
    }
}
