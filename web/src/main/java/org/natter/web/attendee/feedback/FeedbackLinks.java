package org.natter.web.attendee.feedback;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;
import org.natter.web.attendee.MessagePage;
import org.natter.web.attendee.TellingBothServices;
import org.natter.web.attendee.WritingLimit;
import org.natter.web.services.AnswerPass;
import org.natter.web.services.Caller;
import org.natter.web.services.EventId;
import org.natter.web.services.FeedbackApi;
import org.natter.web.services.FeedbackApi.Answer;
import org.natter.web.services.FeedbackApi.FormLink;
import org.natter.web.services.FeedbackApi.LinkKind;
import org.natter.web.services.FeedbackApi.LinkState;
import org.natter.web.services.FeedbackMailsApi.StopChoice;
import org.natter.web.services.FeedbackMailsApi.Stopped;
import org.natter.web.services.Link;
import org.natter.web.services.LinkToken;
import org.natter.web.services.NotThere;
import org.natter.web.services.PagePart;
import org.natter.web.services.ServiceRefusal;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What a mailed link still opens, and the kind words where it opens nothing any more. Reading changes nothing. */
@Component
class FeedbackLinks {

    private final FeedbackApi answers;
    private final ClosingDay closingDay;
    private final WritingLimit limit;
    private final NameLookup naming;
    private final TellingBothServices mails;
    private final ExecutorService pageCalls;

    FeedbackLinks(
            FeedbackApi answers,
            ClosingDay closingDay,
            WritingLimit limit,
            NameLookup naming,
            TellingBothServices mails,
            ExecutorService pageCalls) {
        this.answers = answers;
        this.closingDay = closingDay;
        this.limit = limit;
        this.naming = naming;
        this.mails = mails;
        this.pageCalls = pageCalls;
    }

    /** What had been said when a form closed; the words are in the bundle under {@code attendee.feedback.said.<name>}. */
    private enum Said {
        ANSWERED,
        STAYED_AWAY,
        NOTHING;

        static Said by(FormLink link) {
            return link.answered() ? ANSWERED : link.stayedAway() ? STAYED_AWAY : NOTHING;
        }

        static Said by(Answer answer) {
            return answer.savedAt() == null ? NOTHING : ANSWERED;
        }
    }

    /** @throws NotThere for a wrong, revoked or erased link, or one that asks something else */
    FormLink read(LinkToken token, LinkKind kind) {
        return answers.read(Caller.everybody(), new Link(token))
                .filter(link -> link.kind() == kind)
                .orElseThrow(NotThere::here);
    }

    /** The same for a form that brought it, which counts as the link's own from here on. */
    FormLink pressed(LinkToken token, LinkKind kind, HttpServletRequest request) {
        var link = read(token, kind);
        limit.known(token, request);
        return link;
    }

    /** What the link's owner has switched off of the mails; nothing while attendee-service does not say. */
    Supplier<Stopped> switchedOff(LinkToken token) {
        var asked = PagePart.asked(pageCalls, () -> mails.stands(token).map(StopChoice::stopped));
        return () -> asked.get().found().flatMap(stopped -> stopped).orElse(Stopped.NOTHING);
    }

    /** Says on the page what is switched off, if anything, and whether there would be something to ask if it were not. */
    static void show(Stopped stopped, FormLink link, Model model) {
        model.addAttribute("stopped", stopped == Stopped.NOTHING ? null : stopped);
        model.addAttribute("over", !link.moreToAsk());
    }

    /** The page to read instead of the form, which says of which event it is and what had been said; nothing while it is open. */
    Optional<String> insteadOfForm(FormLink link, Model model) {
        return instead(link).map(page -> {
            model.addAttribute("greeting", naming.greeting(link.pass()).get());
            model.addAttribute("said", link.state() == LinkState.CALLED_OFF ? null : Said.by(link));
            return page.in(model);
        });
    }

    /** The same for a form that closed, or whose event was called off, while one of its pages was open. */
    MessagePage insteadOfPage(AnswerPass pass, ServiceRefusal refusal, Model model) {
        model.addAttribute("greeting", naming.greeting(pass).get());
        if (refusal.is("event-called-off")) {
            return calledOff();
        }
        return saved(pass)
                .map(answer -> closed(answer, pass, model))
                .orElseGet(() -> MessagePage.of("feedback.closed").leadingToHistory());
    }

    /** The same for whoever opens a page of a form that has closed, of which only this is left. */
    MessagePage insteadOfPage(AnswerPass pass, Answer saved, Model model) {
        model.addAttribute("greeting", naming.greeting(pass).get());
        return closed(saved, pass, model);
    }

    private MessagePage closed(Answer saved, AnswerPass pass, Model model) {
        model.addAttribute("said", Said.by(saved));
        return closed(saved.closesAt(), pass.event());
    }

    private Optional<Answer> saved(AnswerPass pass) {
        try {
            return PagePart.of(() -> answers.answer(pass.caller(), pass.attendance()))
                    .found();
        } catch (ServiceRefusal unreadable) {
            return Optional.empty();
        }
    }

    private static MessagePage calledOff() {
        return MessagePage.of("feedback.called-off").leadingTo("/", "attendee.whats-on.button");
    }

    private MessagePage closed(Instant closesAt, EventId event) {
        return closingDay
                .of(closesAt, event)
                .map(MessagePage.of("feedback.read-only")::telling)
                .orElse(MessagePage.of("feedback.read-only-since"))
                .leadingToHistory();
    }

    private Optional<MessagePage> instead(FormLink link) {
        return switch (link.state()) {
            case OPEN -> Optional.empty();
            case CALLED_OFF -> Optional.of(calledOff());
            case CLOSED -> Optional.of(MessagePage.of("feedback.closed").leadingToHistory());
            case READ_ONLY -> Optional.of(closed(link.closesAt(), link.event()));
        };
    }
}
