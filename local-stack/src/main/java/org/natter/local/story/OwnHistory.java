package org.natter.local.story;

import java.time.Clock;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.natter.web.services.Caller;
import org.natter.web.services.FeedbackApi.OutcomeKind;
import org.natter.web.services.HistoryApi;
import org.natter.web.services.HistoryApi.Acquaintance;
import org.natter.web.services.HistoryApi.Evening;
import org.natter.web.services.HistoryApi.History;
import org.natter.web.services.SignInApi;
import org.natter.web.services.SignInApi.SignIn;
import org.natter.web.services.SignInApi.SignInWish;

/** Somebody's own networking history, read as nobody else can: signed in by a mailed link, once. */
final class OwnHistory {

    private final Guest owner;
    private final SignInApi signIns;
    private final HistoryApi histories;
    private final MailReader mails;
    private final Clock clock;
    private @Nullable Caller signedIn;

    OwnHistory(Guest owner, ServiceApis services, MailReader mails, Clock clock) {
        this.owner = owner;
        this.signIns = services.signIns();
        this.histories = services.histories();
        this.mails = mails;
        this.clock = clock;
    }

    History read() {
        return histories.history(caller());
    }

    /** The owner, signed in. */
    Caller caller() {
        var caller = signedIn == null ? signIn() : signedIn;
        signedIn = caller;
        return caller;
    }

    /** Waits until all these people stand in the history, and returns it. */
    History awaitMentionOf(String... people) {
        return await(
                "mention " + String.join(" and ", people),
                history -> Stream.of(people).allMatch(name -> mentions(history, name)));
    }

    /** Waits until this came of it, by the history's own account. */
    History awaitOutcome(OutcomeKind kind) {
        return await(
                "tell of " + kind, history -> history.outcomes().stream().anyMatch(outcome -> outcome.kind() == kind));
    }

    /** Whether somebody's name stands anywhere in the history, in a sentence too. */
    static boolean mentions(History history, String name) {
        return Stream.of(
                        history.people().stream().map(Acquaintance::name),
                        history.events().stream().flatMap(OwnHistory::words),
                        Stream.of(history.totals().sentence(), history.totals().chatSentence()),
                        history.outcomes().stream().flatMap(outcome -> outcome.people().stream()))
                .flatMap(words -> words)
                .anyMatch(words -> words != null && words.contains(name));
    }

    private static Stream<@Nullable String> words(Evening evening) {
        var met = evening.people().stream().flatMap(person -> Stream.of(person.name(), person.introducedByName()));
        var event = Stream.of(evening.title(), evening.venueName());
        return Stream.of(met, event, evening.sentences().stream()).flatMap(words -> words);
    }

    private History await(String what, Predicate<History> holds) {
        return Patience.until(
                "the history to " + what, () -> Optional.of(read()).filter(holds));
    }

    /** Signs in by a mailed link, as its owner would. */
    private Caller signIn() {
        var before = clock.instant();
        var browser = "b".repeat(64);
        signIns.mailSignInLink(Caller.everybody(), new SignInWish(owner.email(), browser));
        var mail = mails.await(owner.email(), "Your sign-in link", before);
        return signIns.signIn(Caller.everybody(), new SignIn(MailReader.token(mail, "/in/"), browser))
                .map(owned -> Caller.attendee(owned.person().value()))
                .orElseThrow(() -> new IllegalStateException("The sign-in link has run out."));
    }
}
