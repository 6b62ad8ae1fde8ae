package org.natter.web.attendee;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.function.Function;
import org.natter.ids.Sha256;
import org.natter.web.attendee.HistoryPages.DatedBooking;
import org.natter.web.attendee.HistoryPages.Finding;
import org.natter.web.attendee.HistoryPages.FriendPage;
import org.natter.web.attendee.HistoryPages.HistoryPage;
import org.natter.web.attendee.HistoryPages.Stop;
import org.natter.web.forms.FilledFrom;
import org.natter.web.forms.FormState;
import org.natter.web.forms.SubmittedForm;
import org.natter.web.forms.TypedWords;
import org.natter.web.services.AcquaintanceId;
import org.natter.web.services.BookingApi;
import org.natter.web.services.Caller;
import org.natter.web.services.FeedbackMailsApi;
import org.natter.web.services.FormId;
import org.natter.web.services.HistoryApi;
import org.natter.web.services.PagePart;
import org.natter.web.services.PersonId;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** One's own networking history and choices, for the signed-in person alone; anybody else is asked to sign in. */
@Controller
class HistoryController {

    /** The field in which every form of a person's own pages says whose it is. */
    private static final String WHOSE = "whose";

    private static final int MARK = 32;

    private final BookingApi bookings;
    private final FeedbackMailsApi feedbackMails;
    private final HistoryApi histories;
    private final ExecutorService pageCalls;
    private final Clock clock;

    HistoryController(
            BookingApi bookings,
            FeedbackMailsApi feedbackMails,
            HistoryApi histories,
            ExecutorService pageCalls,
            Clock clock) {
        this.bookings = bookings;
        this.feedbackMails = feedbackMails;
        this.histories = histories;
        this.pageCalls = pageCalls;
        this.clock = clock;
    }

    @GetMapping("/history")
    String history(SubmittedForm asked, HttpServletRequest request, Model model) {
        return signedIn(request, person -> {
            var page = HistoryPage.of(histories.history(person), Finding.of(asked));
            model.addAttribute("page", page);
            model.addAttribute("history", page.history());
            model.addAttribute(
                    "removed",
                    asked.id("removed", AcquaintanceId::new)
                            .filter(page::isWithout)
                            .orElse(null));
            model.addAttribute(
                    "forgotten",
                    asked.id("forgotten", FormId::new).map(page::isWithout).orElse(null));
            return "web/attendee/history";
        });
    }

    /** "Is that any good?" and "Does chatting count?", each against one's own alone. */
    @GetMapping("/history/{question:is-that-any-good|does-chatting-count}")
    String question(@PathVariable String question, HttpServletRequest request, Model model) {
        return signedIn(request, person -> {
            var history = histories.history(person);
            var good = question.equals("is-that-any-good");
            model.addAttribute("question", question);
            model.addAttribute("sentences", good ? history.anyGood() : history.chatting());
            model.addAttribute(
                    "stops",
                    good
                            ? history.events().stream()
                                    .filter(evening -> evening.answered()
                                            && !evening.sentences().isEmpty())
                                    .map(Stop::of)
                                    .toList()
                            : List.of());
            model.addAttribute("outcomes", good ? List.of() : history.outcomes());
            return "web/attendee/history-question";
        });
    }

    @GetMapping("/history/people/{person}")
    String friend(@PathVariable AcquaintanceId person, SubmittedForm asked, HttpServletRequest request, Model model) {
        return signedIn(request, caller -> {
            var page = FriendPage.of(person, histories.history(caller));
            model.addAttribute("page", page);
            model.addAttribute(
                    "joined",
                    asked.id("joined", AcquaintanceId::new)
                            .filter(page::hasJoined)
                            .orElse(null));
            model.addAttribute("typed", page.friend().note());
            model.addAttribute("state", FormState.FRESH);
            return "web/attendee/history-person";
        });
    }

    @GetMapping("/privacy-and-choices")
    String privacy(HttpServletRequest request, Model model) {
        return signedIn(request, person -> {
            var booked = PagePart.asked(pageCalls, () -> bookings.bookings(person));
            model.addAttribute("me", histories.me(person));
            var choices = histories.choices(person);
            model.addAttribute("choices", choices);
            model.addAttribute("filledFrom", FilledFrom.these(choices));
            model.addAttribute("feedbackMails", feedbackMails.feedbackMails(person));
            model.addAttribute(
                    "bookings",
                    booked.get()
                            .map(all -> all.stream()
                                    .map(booking -> DatedBooking.of(booking, clock.instant()))
                                    .toList())
                            .value());
            return "web/attendee/privacy";
        });
    }

    /**
     * The page for whoever is signed in. A form is about whose page it was on: once they are signed out, or somebody else is
     * signed in, it changes nothing, and what was typed is shown to be copied.
     */
    static String signedIn(HttpServletRequest request, Function<Caller, String> page) {
        var person = new AttendeeSession(request).person();
        var whose = request.getParameter(WHOSE);
        var read = !HttpMethod.POST.matches(request.getMethod());
        var theirs = person.filter(known -> whose == null ? read : whose.equals(mark(known)));
        if (theirs.isPresent()) {
            request.setAttribute(WHOSE, mark(theirs.get()));
            return page.apply(Caller.attendee(theirs.get().value()));
        }
        if (read) {
            return "redirect:/sign-in";
        }
        return signedOut(request, TypedWords.of(request));
    }

    /** Why a form of one's own was not taken, with what was typed into it. */
    static String signedOut(HttpServletRequest request, List<String> typed) {
        request.setAttribute(
                "somebodyElse", new AttendeeSession(request).person().isPresent());
        request.setAttribute("typed", typed);
        return "web/attendee/sign-in-again";
    }

    /** What a form says about whose it is; nobody else learns an id by it. */
    private static String mark(PersonId person) {
        return Sha256.hex(WHOSE + person.value()).substring(0, MARK);
    }
}
