package org.natter.web.attendee.feedback;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.natter.web.attendee.MessagePage;
import org.natter.web.attendee.WritingLimit;
import org.natter.web.services.Caller;
import org.natter.web.services.FeedbackApi;
import org.natter.web.services.FeedbackApi.Link;
import org.natter.web.services.FeedbackApi.LinkKind;
import org.natter.web.services.FeedbackApi.Press;
import org.natter.web.services.LinkToken;
import org.natter.web.services.NotThere;
import org.springframework.stereotype.Component;

/** What a mailed link still opens, and the kind words where it opens nothing any more. Reading changes nothing. */
@Component
class FeedbackLinks {

    private final FeedbackApi answers;
    private final ClosingDay closingDay;
    private final WritingLimit limit;

    FeedbackLinks(FeedbackApi answers, ClosingDay closingDay, WritingLimit limit) {
        this.limit = limit;
        this.answers = answers;
        this.closingDay = closingDay;
    }

    /** @throws NotThere for a wrong, revoked or erased link, or one that asks something else */
    Link read(LinkToken token, LinkKind kind) {
        return answers.read(Caller.everybody(), new Press(token))
                .filter(link -> link.kind() == kind)
                .orElseThrow(NotThere::here);
    }

    /** The same for a form that brought it, which counts as the link's own from here on. */
    Link pressed(LinkToken token, LinkKind kind, HttpServletRequest request) {
        var link = read(token, kind);
        limit.known(token, request);
        return link;
    }

    /** What to read instead of the form; nothing while the form is open. */
    Optional<MessagePage> insteadOfForm(Link link) {
        return switch (link.state()) {
            case OPEN -> Optional.empty();
            case CALLED_OFF ->
                Optional.of(MessagePage.of("feedback.called-off").leadingTo("/", "attendee.whats-on.button"));
            case CLOSED -> Optional.of(MessagePage.of("feedback.closed").leadingToHistory());
            case READ_ONLY ->
                Optional.of(closingDay
                        .of(link.closesAt(), link.event())
                        .map(MessagePage.of("feedback.read-only")::telling)
                        .orElse(MessagePage.of("feedback.read-only-since"))
                        .leadingToHistory());
        };
    }
}
