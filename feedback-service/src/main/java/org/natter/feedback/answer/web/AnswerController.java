package org.natter.feedback.answer.web;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import org.natter.access.Caller;
import org.natter.access.Refuses;
import org.natter.feedback.answer.EventCalledOff;
import org.natter.feedback.answer.FormClosed;
import org.natter.feedback.answer.GivingAnswers;
import org.natter.feedback.answer.Step;
import org.natter.feedback.answer.UnfitForm;
import org.natter.feedback.answer.UnknownLink;
import org.natter.feedback.invitation.AttendanceId;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * One answer, for its writer alone: whoever holds the newest link of this attendance. Each step replaces what the same
 * step said before and leaves the others alone, so saving again is harmless.
 */
@RestController
@RequestMapping("/answers/{attendance}")
class AnswerController {

    private final GivingAnswers answers;
    private final Clock clock;

    AnswerController(GivingAnswers answers, Clock clock) {
        this.answers = answers;
        this.clock = clock;
    }

    /** The whole answer, empty before anything was said; to day 60, and again while a follow-up is open. */
    @Refuses({UnknownLink.class, EventCalledOff.class, FormClosed.class})
    @Operation(summary = "One answer, whole, for its writer")
    @GetMapping
    AnswerResponse read(@PathVariable AttendanceId attendance, Caller caller) {
        return AnswerResponse.of(answers.read(own(attendance, caller), caller.generation(), clock.instant()));
    }

    /** How was it? One of the two questions is enough; or rather not said, which takes both back. */
    @Refuses({UnknownLink.class, EventCalledOff.class, FormClosed.class, UnfitForm.class})
    @Operation(summary = "Step 1: how was it?")
    @PutMapping("/steps/1")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void howWasIt(@PathVariable AttendanceId attendance, Caller caller, @RequestBody StepRequests.HowWasIt request) {
        save(attendance, caller, request.toStep());
    }

    /** Who was new, and how many more of which kind of library. */
    @Refuses({UnknownLink.class, EventCalledOff.class, FormClosed.class, UnfitForm.class})
    @Operation(summary = "Step 2: who was new")
    @PutMapping("/steps/2")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void newPeople(@PathVariable AttendanceId attendance, Caller caller, @RequestBody StepRequests.NewPeople request) {
        save(attendance, caller, request.toStep());
    }

    /** Who was known before, a little or well, and roughly how many there were known. */
    @Refuses({UnknownLink.class, EventCalledOff.class, FormClosed.class, UnfitForm.class})
    @Operation(summary = "Step 3: who was known before")
    @PutMapping("/steps/3")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void familiarPeople(
            @PathVariable AttendanceId attendance, Caller caller, @RequestBody StepRequests.FamiliarPeople request) {
        save(attendance, caller, request.toStep());
    }

    /** What sort of chats, with the people of steps 2 and 3 only; whoever is left out was just a chat. */
    @Refuses({UnknownLink.class, EventCalledOff.class, FormClosed.class, UnfitForm.class})
    @Operation(summary = "Step 4: what sort of chats")
    @PutMapping("/steps/4")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void chats(@PathVariable AttendanceId attendance, Caller caller, @RequestBody StepRequests.Chats request) {
        save(attendance, caller, request.toStep());
    }

    /** Time with familiar faces, whether they came alone, and what they pick of the organisers' own lists. */
    @Refuses({UnknownLink.class, EventCalledOff.class, FormClosed.class, UnfitForm.class})
    @Operation(summary = "Step 5: anything else")
    @PutMapping("/steps/5")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void anythingElse(
            @PathVariable AttendanceId attendance, Caller caller, @RequestBody StepRequests.AnythingElse request) {
        save(attendance, caller, request.toStep());
    }

    /** Done; steps may still be saved afterwards. Pressing twice is pressing once. */
    @Refuses({UnknownLink.class, EventCalledOff.class, FormClosed.class, UnfitForm.class})
    @Operation(summary = "Send the answer; it can be changed until the form closes")
    @PostMapping("/send")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void send(@PathVariable AttendanceId attendance, Caller caller) {
        answers.send(own(attendance, caller), caller.generation(), clock.instant());
    }

    private void save(AttendanceId attendance, Caller caller, Step step) {
        answers.save(own(attendance, caller), caller.generation(), step, clock.instant());
    }

    private static AttendanceId own(AttendanceId attendance, Caller caller) {
        if (!attendance.value().equals(caller.subject())) {
            throw new UnknownLink();
        }
        return attendance;
    }
}
