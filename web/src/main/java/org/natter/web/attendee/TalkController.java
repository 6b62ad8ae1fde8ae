package org.natter.web.attendee;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.natter.times.SpokenTime;
import org.natter.web.forms.FormState;
import org.natter.web.forms.SubmittedForm;
import org.natter.web.services.Caller;
import org.natter.web.services.EventApi;
import org.natter.web.services.EventId;
import org.natter.web.services.FeedbackApi;
import org.natter.web.services.FeedbackApi.SpeakersTalk;
import org.natter.web.services.FeedbackApi.TalkLink;
import org.natter.web.services.FeedbackApi.TalkReply;
import org.natter.web.services.FeedbackApi.TalkState;
import org.natter.web.services.LinkToken;
import org.natter.web.services.PagePart;
import org.natter.web.services.ServiceRefusal;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * What people said of a talk, for whoever gave it and has its link from the organisers. Nothing is shown before they would like to
 * read it, and nothing while they would rather not. They may change their mind until what people said is put together; after
 * that a no is for good, and asked about once more before it is taken. Looking changes nothing.
 */
@Controller
class TalkController {

    private final FeedbackApi feedback;
    private final EventApi events;
    private final Clock clock;

    TalkController(FeedbackApi feedback, EventApi events, Clock clock) {
        this.feedback = feedback;
        this.events = events;
        this.clock = clock;
    }

    @GetMapping("/t/{event}/{token}")
    String look(@PathVariable EventId event, @PathVariable LinkToken token, HttpServletResponse response, Model model) {
        var talk = feedback.talk(Caller.everybody(), new TalkLink(event, token)).orElse(null);
        return talk == null ? nowhere(response, model) : show(event, token, talk, FormState.FRESH, model);
    }

    /** Whoever gave a talk has no email of ours to ask for a link: the organisers have it. */
    private static String nowhere(HttpServletResponse response, Model model) {
        response.setStatus(HttpStatus.NOT_FOUND.value());
        return MessagePage.of("talk-link").in(model);
    }

    /** Pressing twice is pressing once. */
    @PostMapping("/t/{event}/{token}")
    String reply(
            @PathVariable EventId event,
            @PathVariable LinkToken token,
            SubmittedForm form,
            HttpServletResponse response,
            Model model) {
        var wants = form.yesOrNo("wants");
        if (wants == null) {
            return look(event, token, response, model);
        }
        boolean yes = wants;
        try {
            return FormState.send(
                    response,
                    Map.of(),
                    () -> {
                        if (!yes && !form.isTicked("sure")) {
                            var talk = feedback.talk(Caller.everybody(), new TalkLink(event, token))
                                    .orElse(null);
                            if (talk != null && talk.state() == TalkState.ASKING && !isOpen(talk)) {
                                model.addAttribute("sure", true);
                                return show(event, token, talk, FormState.FRESH, model);
                            }
                        }
                        feedback.reply(Caller.everybody(), new TalkReply(event, token, yes));
                        return "redirect:/t/" + event + "/" + token.value();
                    },
                    state -> show(event, token, null, state, model));
        } catch (ServiceRefusal refusal) {
            if (refusal.isAbsent()) {
                return nowhere(response, model);
            }
            throw refusal;
        }
    }

    /** Whether they may still say otherwise. */
    private boolean isOpen(SpeakersTalk talk) {
        return clock.instant().isBefore(talk.publishesAt());
    }

    private String show(EventId event, LinkToken token, @Nullable SpeakersTalk talk, FormState state, Model model) {
        var told = PagePart.of(
                        () -> events.inProgramme(Caller.everybody(), event).orElse(null))
                .found();
        model.addAttribute("eventTitle", told.map(EventApi.Event::title).orElse(""));
        model.addAttribute("talk", talk);
        model.addAttribute("asks", talk == null || talk.state() == TalkState.ASKING);
        model.addAttribute(
                "day",
                talk == null
                        ? ""
                        : told.map(one -> SpokenTime.in(one.zone()).day(talk.publishesAt(), clock.instant()))
                                .orElse(""));
        model.addAttribute("open", talk != null && isOpen(talk));
        model.addAttribute("path", "/t/" + event + "/" + token.value());
        model.addAttribute("state", state);
        return "web/attendee/talk";
    }
}
