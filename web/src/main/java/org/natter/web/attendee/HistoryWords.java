package org.natter.web.attendee;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.natter.web.attendee.Histories.Acquaintance;
import org.natter.web.attendee.Histories.CameOfIt;
import org.natter.web.attendee.Histories.Evening;
import org.natter.web.attendee.Histories.Side;
import org.natter.web.attendee.Histories.Totals;
import org.natter.web.attendee.Histories.WallTime;
import org.natter.web.attendee.HistoryPages.Friend;
import org.natter.web.attendee.HistoryPages.Meeting;
import org.natter.web.attendee.HistoryPages.Stop;

/** A networking history in words: each figure, date and enumeration as its owner reads it. */
final class HistoryWords {

    private static final Set<String> TALKS = Set.of("CHAT", "USEFUL", "BOTH");
    private static final int HIGHEST_STAGE = 4;

    private final Phrases phrases;

    HistoryWords(Phrases phrases) {
        this.phrases = phrases;
    }

    Stop stop(Evening evening) {
        return new Stop(
                evening.event(),
                evening.title(),
                when(evening.startsAt()),
                evening.venue(),
                evening.answered(),
                evening.people().stream().map(this::meeting).toList(),
                others(evening.others()),
                evening.figures().sentences());
    }

    private Meeting meeting(Side side) {
        return new Meeting(
                side.key(),
                side.name().isBlank() ? InWords.capital(phrases.say("somebody")) : side.name(),
                phrases.sector(side.sector()),
                side.before().equals("NEW"),
                side.before().equals("UNSURE"),
                TALKS.contains(side.talk()) ? phrases.say("talk." + side.talk()) : "",
                side.introducedBy().isBlank() ? "" : phrases.say("history.introduced", side.introducedBy()),
                side.saidBy().equals("BOTH"),
                side.again().equals("MAYBE") ? phrases.say("history.maybe") : "");
    }

    private String others(int others) {
        if (others == 0) {
            return "";
        }
        return others == 1
                ? phrases.say("history.other")
                : phrases.say("history.others", InWords.capital(InWords.number(others)));
    }

    Friend friend(Acquaintance friend) {
        return new Friend(
                friend.key(), friend.name(), stage(friend.stage()), meetings(friend.meetings()), friend.bothSaidSo());
    }

    /** How far it has gone. */
    String stage(int stage) {
        return phrases.say("stage." + Math.max(0, Math.min(stage, HIGHEST_STAGE)));
    }

    String meetings(int meetings) {
        return meetings == 1
                ? phrases.say("history.meeting")
                : phrases.say("history.meetings", InWords.capital(InWords.number(meetings)));
    }

    /** P7's sentence, the service's own if it has one. */
    String total(Totals totals) {
        if (totals.people() == 0 || !totals.sentence().isEmpty()) {
            return totals.sentence();
        }
        return totals.people() == 1
                ? phrases.say("history.total-one")
                : phrases.say("history.total", totals.people(), totals.beyondFirstChat());
    }

    String outcome(CameOfIt outcome) {
        var what = phrases.say(
                "outcome." + outcome.kind() + (outcome.direction().equals("GIVEN") ? ".given" : ".received"));
        var month = InWords.month(outcome.month()) + " " + outcome.year();
        var said = outcome.with().isEmpty()
                ? phrases.say("history.outcome", what, month)
                : phrases.say("history.outcome-with", what, String.join(", ", outcome.with()), month);
        return outcome.beganAsChat() ? phrases.say("history.began-as-chat", said) : said;
    }

    /** "Thursday 9 July 2026, 6:30pm", where it took place; empty if not known. */
    static String when(@Nullable WallTime time) {
        return local(time).map(InWords::when).orElse("");
    }

    /** "Thursday 9 July 2026"; empty if not known. */
    static String day(@Nullable WallTime time) {
        return local(time).map(there -> InWords.day(there.toLocalDate())).orElse("");
    }

    private static Optional<LocalDateTime> local(@Nullable WallTime time) {
        return Optional.ofNullable(time)
                .map(known -> known.at().atZone(ZoneId.of(known.zone())).toLocalDateTime());
    }
}
