package org.natter.web.attendee;

import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Function;
import org.natter.web.attendee.Bookings.SignedIn;
import org.natter.web.attendee.HistoryPages.FriendPage;
import org.natter.web.attendee.HistoryPages.Privacy;
import org.natter.web.attendee.HistoryPages.Timeline;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** One's own networking history and choices, for the signed-in person alone; anybody else is asked to sign in. */
@Controller("attendeeHistoryController")
class HistoryController {

    private final Histories histories;
    private final Phrases phrases;
    private final HistoryWords words;

    HistoryController(Histories histories, Phrases phrases) {
        this.histories = histories;
        this.phrases = phrases;
        this.words = new HistoryWords(phrases);
    }

    @GetMapping("/history")
    String history(HttpServletRequest request, Model model) {
        return signedIn(request, person -> {
            var history = histories.history(person.person());
            model.addAttribute("page", Timeline.of(person.name(), history, words));
            return "web/attendee/history";
        });
    }

    @GetMapping("/history/people/{key}")
    String friend(@PathVariable String key, HttpServletRequest request, Model model) {
        return signedIn(request, person -> {
            var history = histories.history(person.person());
            var friend = history.people().stream()
                    .filter(known -> known.key().equals(key))
                    .findFirst()
                    .orElseThrow(NothingHere::atThisAddress);
            model.addAttribute("page", FriendPage.of(friend, history, words));
            return "web/attendee/history-person";
        });
    }

    @GetMapping("/privacy-and-choices")
    String privacy(HttpServletRequest request, Model model) {
        return signedIn(request, person -> {
            var me = histories.me(person.person());
            model.addAttribute("page", Privacy.of(me, histories.bookings(person.person()), phrases));
            return "web/attendee/privacy";
        });
    }

    private static String signedIn(HttpServletRequest request, Function<SignedIn, String> page) {
        return new Visit(request).person().map(page).orElse("redirect:/sign-in");
    }
}
