package org.natter.web.attendee.feedback;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.natter.web.attendee.AttendeeSession;
import org.natter.web.services.AnswerPass;
import org.natter.web.services.AttendanceId;
import org.natter.web.services.BookingApi;
import org.natter.web.services.Caller;
import org.natter.web.services.FeedbackApi.LinkKind;
import org.natter.web.services.FormId;
import org.natter.web.services.HistoryApi;
import org.natter.web.services.HistoryApi.ListedPeople;
import org.natter.web.services.HistoryApi.MetBefore;
import org.natter.web.services.PagePart;
import org.natter.web.services.PersonId;
import org.natter.web.services.ServiceRefusal;
import org.natter.web.services.Who;
import org.natter.web.services.WritersApi;
import org.natter.web.services.WritersApi.Greeting;
import org.natter.web.services.WritersApi.LabelWish;
import org.natter.web.services.WritersApi.Listed;
import org.natter.web.services.WritersApi.OutcomeWords;
import org.springframework.stereotype.Component;

/** Asks attendee-service for names, all at once: they are on their way while a page asks for the rest. */
@Component
class NameLookup {

    private final HistoryApi histories;
    private final WritersApi writers;
    private final BookingApi bookings;
    private final ExecutorService pageCalls;

    NameLookup(HistoryApi histories, WritersApi writers, BookingApi bookings, ExecutorService pageCalls) {
        this.histories = histories;
        this.writers = writers;
        this.bookings = bookings;
        this.pageCalls = pageCalls;
    }

    /**
     * Whether this browser has shown more than a link: its owner answered here, or is signed in here. Nobody else is shown whom
     * somebody met, nor their own words for them.
     */
    boolean isOwn(AttendanceId attendance, AttendeeSession visit) {
        return visit.hasOpened(LinkKind.FEEDBACK, attendance)
                || visit.person()
                        .flatMap(person -> PagePart.of(() -> bookings.bookings(Caller.attendee(person.value())))
                                .found())
                        .filter(all -> all.stream()
                                .anyMatch(booking -> booking.attendance().equals(attendance)))
                        .isPresent();
    }

    /** Whom a page speaks to, and what the event is called; null without attendee-service. */
    Supplier<@Nullable Greeting> greeting(AnswerPass pass) {
        var asked = ask(() -> writers.greeting(pass.caller(), pass.attendance()));
        return () -> asked.get().orElse(null);
    }

    /** What the writer keeps for themselves about this evening; empty without attendee-service. */
    Supplier<String> privateWords(AnswerPass pass) {
        var asked = ask(() -> writers.privateWords(pass.caller(), pass.event()).overheard());
        return () -> asked.get().orElse("");
    }

    /** Everybody whom the page can name. */
    Supplier<KnownNames> people(AnswerPass pass) {
        var greeting = greeting(pass);
        var roster = ask(() -> writers.roster(pass.caller(), pass.event()));
        var labels = ask(() -> writers.labels(pass.caller(), pass.event()));
        return () -> {
            var listed = roster.get();
            var labelled = labels.get();
            return new KnownNames(
                    listed.isEmpty() || labelled.isEmpty(),
                    greeting.get(),
                    listed.orElse(List.of()),
                    labelled.orElse(List.of()));
        };
    }

    /** When whom of the list was met last, if the one who is signed in here is the one who answers; empty otherwise. */
    Map<Who, MetBefore> metBefore(Optional<PersonId> signedIn, AnswerPass pass, KnownNames named) {
        if (signedIn.isEmpty() || named.isNobodyListed()) {
            return Map.of();
        }
        var listed = new ListedPeople(named.onTheList().map(Listed::attendance).toList());
        var caller = Caller.attendee(signedIn.get().value());
        return ask(() -> histories.metBefore(caller, pass.attendance(), listed)).get().stream()
                .flatMap(List::stream)
                .collect(Collectors.toMap(met -> Who.attending(met.attendance()), met -> met));
    }

    /** Those ticked, and somebody in the writer's own words if there are any, which attendee-service keeps. */
    PeopleForm withSomeone(PeopleForm typed, AnswerPass pass) {
        return someone(typed.someone(), pass).map(typed::with).orElse(typed);
    }

    /** The same for what somebody tells later. */
    Set<Who> withSomeone(Set<Who> ticked, String words, AnswerPass pass) {
        var all = new LinkedHashSet<>(ticked);
        someone(words, pass).ifPresent(all::add);
        return all;
    }

    private Optional<Who> someone(String words, AnswerPass pass) {
        return words.isBlank()
                ? Optional.empty()
                : Optional.of(Who.labelled(writers.label(pass.caller(), pass.event(), new LabelWish(words))
                        .label()));
    }

    /** Keeps the writer's own words for what they tell, before it is told; the same id again replaces them. */
    void keepWords(FormId outcome, String words, AnswerPass pass) {
        if (!words.isEmpty()) {
            writers.keepOutcomeWords(pass.caller(), pass.event(), outcome, new OutcomeWords(words));
        }
    }

    /** A refusal is as good as silence here: the page stands without names. */
    private <T> Supplier<Optional<T>> ask(Supplier<T> question) {
        var asked = PagePart.asked(pageCalls, question);
        return () -> {
            try {
                return asked.get().found();
            } catch (ServiceRefusal nameless) {
                return Optional.empty();
            }
        };
    }
}
