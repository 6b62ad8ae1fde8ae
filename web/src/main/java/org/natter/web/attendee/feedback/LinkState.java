package org.natter.web.attendee.feedback;

import java.util.Optional;
import org.natter.web.attendee.Answers;
import org.natter.web.attendee.Answers.Link;
import org.natter.web.attendee.Answers.Purpose;
import org.natter.web.attendee.NothingHere;
import org.natter.web.attendee.Notice;
import org.natter.web.attendee.Phrases;
import org.natter.web.attendee.Token;
import org.springframework.stereotype.Component;

/** What a mailed link still opens, and the kind words where it opens nothing any more. Reading changes nothing. */
@Component
class LinkState {

    private final Answers answers;
    private final ClosingDay closingDay;
    private final Phrases phrases;

    LinkState(Answers answers, ClosingDay closingDay, Phrases phrases) {
        this.answers = answers;
        this.closingDay = closingDay;
        this.phrases = phrases;
    }

    /** @throws NothingHere for a wrong, revoked or erased link, or one that asks something else */
    Link read(Token token, Purpose purpose) {
        return answers.read(token).filter(link -> link.purpose() == purpose).orElseThrow(NothingHere::atThisAddress);
    }

    /** What to read instead of the form; nothing while the form is open. */
    Optional<Notice> insteadOfForm(Link link) {
        return switch (link.opening()) {
            case OPEN -> Optional.empty();
            case CALLED_OFF ->
                Optional.of(Notice.of("feedback.called-off", phrases).leadingTo("/", phrases.say("whats-on.button")));
            case CLOSED -> Optional.of(Notice.of("feedback.closed", phrases).leadingToHistory(phrases));
            case READ_ONLY -> Optional.of(readOnly(link));
        };
    }

    private Notice readOnly(Link link) {
        var day = closingDay
                .of(link.closesAt(), link.pass().event())
                .orElseGet(() -> phrases.say("feedback.some-days-ago"));
        return new Notice(phrases.say("feedback.read-only.title"), phrases.say("feedback.read-only.words", day), "", "")
                .leadingToHistory(phrases);
    }
}
