package org.natter.web.attendee;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.natter.web.attendee.Histories.Acquaintance;
import org.natter.web.attendee.Histories.CameOfIt;
import org.natter.web.attendee.Histories.Evening;
import org.natter.web.attendee.Histories.History;
import org.natter.web.attendee.Histories.Side;
import org.natter.web.attendee.Histories.WallTime;
import org.natter.web.attendee.HistoryPages.Friend;
import org.natter.web.attendee.HistoryPages.FriendPage;
import org.natter.web.attendee.HistoryPages.Meeting;
import org.natter.web.attendee.HistoryPages.Stop;
import org.natter.web.attendee.HistoryPages.Timeline;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** One's own networking history and choices, for the signed-in person alone. */
@Controller("attendeeHistoryController")
class HistoryController {

    private static final String SIGN_IN = "redirect:/sign-in";
    private static final int HIGHEST_STAGE = 4;

    private final Histories histories;
    private final Phrases phrases;

    HistoryController(Histories histories, Phrases phrases) {
        this.histories = histories;
        this.phrases = phrases;
    }

    @GetMapping("/history")
    String history(HttpServletRequest request, Model model) {
        var person = new Visit(request).person();
        if (person.isEmpty()) {
            return SIGN_IN;
        }
        var history = histories.history(person.get().person());
        model.addAttribute(
                "page",
                new Timeline(
                        person.get().name(),
                        history.evenings().stream().map(this::stop).toList(),
                        history.people().stream().map(this::friend).toList(),
                        total(history),
                        history.totals().chatSentence(),
                        history.outcomes().stream().map(this::outcome).toList()));
        return "web/attendee/history";
    }

    @GetMapping("/history/people/{key}")
    String friend(@PathVariable String key, HttpServletRequest request, Model model) {
        var person = new Visit(request).person();
        if (person.isEmpty()) {
            return SIGN_IN;
        }
        var history = histories.history(person.get().person());
        var friend = history.people().stream()
                .filter(known -> known.key().equals(key))
                .findFirst()
                .orElseThrow(NothingHere::atThisAddress);
        model.addAttribute("page", page(friend, history));
        return "web/attendee/history-person";
    }

    @GetMapping("/privacy-and-choices")
    String privacy(HttpServletRequest request, Model model) {
        var person = new Visit(request).person();
        if (person.isEmpty()) {
            return SIGN_IN;
        }
        var me = histories.me(person.get().person());
        var bookings = histories.bookings(person.get().person()).stream()
                .map(booking -> new BookingLine(
                        booking.title(), when(booking.startsAt()), phrases.say("standing." + booking.standing())))
                .toList();
        model.addAttribute("page", new Privacy(me, phrases.sector(me.sector()), bookings));
        return "web/attendee/privacy";
    }

    private FriendPage page(Acquaintance friend, History history) {
        var together = history.evenings().stream()
                .filter(evening ->
                        evening.people().stream().anyMatch(side -> side.key().equals(friend.key()))
                                || friend.events().contains(evening.event()))
                .map(this::stop)
                .map(stop -> new Stop(
                        stop.event(),
                        stop.title(),
                        stop.when(),
                        stop.where(),
                        stop.answered(),
                        stop.people().stream()
                                .filter(meeting -> meeting.key().equals(friend.key()))
                                .toList(),
                        "",
                        List.of()))
                .toList();
        return new FriendPage(
                friend.name(),
                stage(friend.stage()),
                day(friend.firstMet()),
                day(friend.lastMet()),
                meetings(friend.meetings()),
                friend.bothSaidSo(),
                together);
    }

    private Stop stop(Evening evening) {
        return new Stop(
                evening.event(),
                evening.title(),
                when(evening.startsAt()),
                evening.venue(),
                evening.answered(),
                evening.people().stream().map(this::meeting).toList(),
                others(evening),
                evening.figures().sentences());
    }

    private String others(Evening evening) {
        if (evening.others() == 0) {
            return "";
        }
        return evening.others() == 1
                ? phrases.say("history.other")
                : phrases.say("history.others", InWords.capital(InWords.number(evening.others())));
    }

    private Meeting meeting(Side side) {
        return new Meeting(
                side.key(),
                side.name().isBlank() ? InWords.capital(phrases.say("somebody")) : side.name(),
                phrases.sector(side.sector()),
                side.before().equals("NEW"),
                side.before().equals("UNSURE"),
                talk(side.talk()),
                side.introducedBy().isBlank() ? "" : phrases.say("history.introduced", side.introducedBy()),
                side.saidBy().equals("BOTH"),
                side.again().equals("MAYBE") ? phrases.say("history.maybe") : "");
    }

    private String talk(String talk) {
        return List.of("CHAT", "USEFUL", "BOTH").contains(talk) ? phrases.say("talk." + talk) : "";
    }

    private Friend friend(Acquaintance friend) {
        return new Friend(
                friend.key(), friend.name(), stage(friend.stage()), meetings(friend.meetings()), friend.bothSaidSo());
    }

    private String stage(int stage) {
        return phrases.say("stage." + Math.max(0, Math.min(stage, HIGHEST_STAGE)));
    }

    private String meetings(int meetings) {
        return meetings == 1
                ? phrases.say("history.meeting")
                : phrases.say("history.meetings", InWords.capital(InWords.number(meetings)));
    }

    private String total(History history) {
        var totals = history.totals();
        if (totals.people() == 0 || !totals.sentence().isEmpty()) {
            return totals.sentence();
        }
        return totals.people() == 1
                ? phrases.say("history.total-one")
                : phrases.say("history.total", totals.people(), totals.beyondFirstChat());
    }

    private String outcome(CameOfIt outcome) {
        var what = phrases.say(
                "outcome." + outcome.kind() + (outcome.direction().equals("GIVEN") ? ".given" : ".received"));
        var month = InWords.month(outcome.month()) + " " + outcome.year();
        var said = outcome.with().isEmpty()
                ? phrases.say("history.outcome", what, month)
                : phrases.say("history.outcome-with", what, String.join(", ", outcome.with()), month);
        return outcome.beganAsChat() ? phrases.say("history.began-as-chat", said) : said;
    }

    private static String when(@Nullable WallTime time) {
        return local(time).map(InWords::when).orElse("");
    }

    private static String day(@Nullable WallTime time) {
        return local(time).map(there -> InWords.day(there.toLocalDate())).orElse("");
    }

    private static Optional<LocalDateTime> local(@Nullable WallTime time) {
        return time == null
                ? Optional.empty()
                : Optional.of(time.at().atZone(ZoneId.of(time.zone())).toLocalDateTime());
    }

    /** What is held about the signed-in person, and their bookings. */
    record Privacy(Histories.Me me, String sector, List<BookingLine> bookings) {}

    /** One booking in the list. */
    record BookingLine(String title, String when, String standing) {}
}
