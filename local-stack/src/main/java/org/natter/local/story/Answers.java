package org.natter.local.story;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.natter.local.mailbox.ReceivedMail;
import org.natter.web.services.AnswerPass;
import org.natter.web.services.AttendanceId;
import org.natter.web.services.Caller;
import org.natter.web.services.FeedbackApi.Comment;
import org.natter.web.services.FeedbackApi.Credit;
import org.natter.web.services.FeedbackApi.CreditKind;
import org.natter.web.services.FeedbackApi.Direction;
import org.natter.web.services.FeedbackApi.NamedTalk;
import org.natter.web.services.FeedbackApi.Outcome;
import org.natter.web.services.FeedbackApi.OutcomeKind;
import org.natter.web.services.FeedbackApi.OwnWords;
import org.natter.web.services.FeedbackApi.SaidTo;
import org.natter.web.services.FeedbackApi.TalkReply;
import org.natter.web.services.Link;
import org.natter.web.services.WritersApi.KeepWords;
import org.natter.web.services.WritersApi.LabelWish;
import org.natter.web.services.WritersApi.Listed;
import org.natter.web.services.WritersApi.OutcomeWords;

/** What people do with the links in their feedback and follow-up mails. */
final class Answers {

    /** How the subject of every first feedback mail begins. */
    static final String HOW_WAS_IT = "How was ";

    /** The subject of every follow-up mail. */
    static final String CAME_OF_IT = "Did anything come of it?";

    private final ServiceApis services;
    private final MailReader mails;
    private final Crowd crowd;

    Answers(ServiceApis services, MailReader mails, Crowd crowd) {
        this.services = services;
        this.mails = mails;
        this.crowd = crowd;
    }

    /**
     * Opens the newest feedback link that came since the instant, fills in what the form says, and sends it; returns the
     * pages as they went.
     */
    FeedbackForm.FilledIn answer(GuestBooking booking, FeedbackForm form, Instant since) {
        var pass = feedbackPass(booking.guest(), since);
        var writer = pass.caller();
        Map<String, AttendanceId> byName = form.namesNobody() ? Map.of() : roster(pass);
        var labels = form.labels().stream()
                .map(words -> services.writers()
                        .label(writer, pass.event(), new LabelWish(words))
                        .label())
                .toList();
        var filledIn = form.filledIn(byName, labels);
        filledIn.saveAt(services.feedback(), pass);
        write(writer, form);
        services.feedback().send(writer, pass.attendance());
        return filledIn;
    }

    /** Each few words of a form go by an id of their own. */
    private void write(Caller writer, FeedbackForm form) {
        var said = form.ownWords().entrySet().stream()
                .map(one -> new SaidTo(crowd.formId(), one.getKey(), one.getValue()))
                .toList();
        if (!said.isEmpty()) {
            services.feedback().comment(writer, new OwnWords(said));
        }
    }

    /** Whoever gave a talk says by its link that they would like to read what people said of it. */
    void wouldRead(PublishedEvent event, NamedTalk talk) {
        services.feedback().reply(Caller.everybody(), new TalkReply(event.id(), talk.link(), true));
    }

    /** A word for the organisers, by the newest feedback link since the instant. */
    void comment(Guest writer, Instant since, String words) {
        services.feedback().comment(feedbackPass(writer, since).caller(), new Comment(crowd.formId(), words));
    }

    /** Something overheard, for the writer alone, by the newest feedback link since the instant. */
    void keepForThemself(Guest writer, Instant since, String overheard) {
        var pass = feedbackPass(writer, since);
        var before = services.writers().privateWords(pass.caller(), pass.event());
        services.writers().keepPrivateWords(pass.caller(), pass.event(), new KeepWords(overheard, before.overheard()));
    }

    /** Tells by the newest follow-up link since the instant what came of it, and to whom or what it is owed. */
    void tell(Guest teller, Instant since, OutcomeKind kind, Direction direction, YearMonth when, Credit credited) {
        tell(teller, since, kind, direction, when, credited, "");
    }

    /** The same with the teller's own words for it, which they keep to themselves. */
    void tell(
            Guest teller,
            Instant since,
            OutcomeKind kind,
            Direction direction,
            YearMonth when,
            Credit credited,
            String words) {
        var pass = pass(mails.await(teller.email(), CAME_OF_IT, since), "/w/");
        var id = crowd.formId();
        if (!words.isEmpty()) {
            services.writers().keepOutcomeWords(pass.caller(), pass.event(), id, new OutcomeWords(words));
        }
        services.feedback()
                .report(
                        pass.caller(),
                        new Outcome(id, kind, direction, when.getYear(), when.getMonthValue(), List.of(credited)));
    }

    /** "Not yet, and that's fine", by the newest follow-up link since the instant. */
    void notYet(Guest asked, Instant since) {
        var mail = mails.await(asked.email(), CAME_OF_IT, since);
        services.feedback().notYet(Caller.everybody(), new Link(MailReader.token(mail, "/w/")));
    }

    /** It is owed to whoever has this booking. */
    static Credit thanksTo(GuestBooking met) {
        return thanksTo(met.attendance());
    }

    /** The same, by who was ticked. */
    static Credit thanksTo(AttendanceId met) {
        return new Credit(CreditKind.ATTENDANCE, met.value());
    }

    /** It is owed to nobody met, only to something overheard. */
    static Credit overheard() {
        return new Credit(CreditKind.OVERHEARD, "");
    }

    private AnswerPass feedbackPass(Guest writer, Instant since) {
        return pass(mails.await(writer.email(), HOW_WAS_IT, since), "/f/");
    }

    /** What the holder of the link in the mail may do. */
    private AnswerPass pass(ReceivedMail mail, String page) {
        return services.feedback()
                .read(Caller.everybody(), new Link(MailReader.token(mail, page)))
                .orElseThrow(() -> new IllegalStateException(
                        "The link in \"" + mail.summary().subject() + "\" opens nothing."))
                .pass();
    }

    /** Those who chose to be listed, by name. */
    private Map<String, AttendanceId> roster(AnswerPass pass) {
        return services.writers().roster(pass.caller(), pass.event()).stream()
                .collect(Collectors.toMap(Listed::name, Listed::attendance, (one, another) -> another));
    }
}
