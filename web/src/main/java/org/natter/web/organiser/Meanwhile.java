package org.natter.web.organiser;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.natter.times.SpokenTime;
import org.natter.web.forms.FormAnswers;
import org.natter.web.forms.FormErrors;
import org.natter.web.services.EventApi.Event;
import org.natter.web.services.FormId;

/**
 * A form that somebody filled from an event which has changed since: boxes they left alone say what the event says now,
 * boxes they changed keep their words, and each change of somebody else's is said. Nothing has been saved.
 */
record Meanwhile(EventForm form, List<BoxChange> changes, boolean published) {

    private static final Map<String, String> LABELS = Map.of(
            "venueName", "event.venue",
            "stepFree", "event.fact.stepFree",
            "toilets", "event.fact.toilets",
            "hearingLoop", "event.fact.hearingLoop",
            "quietCorner", "event.fact.quietCorner",
            "alcoholFree", "event.fact.alcoholFree",
            "whenAmbiguous", "event.which.short",
            "zone", "set-up.zone");

    /** @param wordsFor the bundle's key of what stands in the box; empty if it is what somebody typed */
    record BoxChange(String box, String now, String wordsFor, boolean alsoTyped) {}

    static Meanwhile between(EventForm typed, Event event) {
        var now = EventForm.of(event, FormId.of(typed.id()));
        var boxes = new LinkedHashMap<String, String>();
        var changes = new ArrayList<BoxChange>();
        now.boxes().forEach((box, says) -> {
            var mine = typed.boxes().getOrDefault(box, "");
            var theirs = !typed.wasRead(box, says);
            var alsoTyped = theirs && !typed.wasRead(box, mine) && !mine.strip().equals(says);
            boxes.put(box, theirs && !alsoTyped ? says : mine);
            if (theirs) {
                changes.add(new BoxChange(box, spoken(box, says, now), wordsFor(box, says), alsoTyped));
            }
        });
        return new Meanwhile(typed.with(boxes, now), changes, !event.isDraft());
    }

    private static String spoken(String box, String says, EventForm now) {
        var at = now.day();
        return switch (box) {
            case "date" -> at.map(SpokenTime::longDay).orElse(says);
            case "endDate" -> now.lastDay().map(SpokenTime::longDay).orElse(says);
            case "start" -> spoken(at.flatMap(day -> now.starting().map(day::atTime)), says);
            case "end" -> spoken(at.flatMap(day -> now.ending().map(day::atTime)), says);
            default -> says;
        };
    }

    private static String spoken(Optional<LocalDateTime> at, String says) {
        return at.map(time -> SpokenTime.time(time.toLocalTime())).orElse(says);
    }

    private static String wordsFor(String box, String says) {
        return switch (box) {
            case "kind" -> "event.kind." + says;
            case "stepFree", "toilets", "hearingLoop", "quietCorner", "alcoholFree" -> "event.known." + says;
            case "whenAmbiguous" -> says.isEmpty() ? "" : "event.which." + says;
            default -> "";
        };
    }

    /** What to say above the boxes and beside each of them. */
    FormErrors errors(FormAnswers answers) {
        var errors = FormErrors.one(
                "", answers.say(changes.isEmpty() && published ? "event.meanwhile.published" : "event.meanwhile"));
        for (var change : changes) {
            var label = answers.say(LABELS.getOrDefault(change.box(), "event." + change.box()));
            var says = change.wordsFor().isEmpty() ? change.now() : answers.say(change.wordsFor());
            var key = change.alsoTyped() ? "event.meanwhile.both" : "event.meanwhile.one";
            errors = errors.with(
                    change.box().equals("zone") ? "date" : change.box(),
                    answers.say(says.isEmpty() ? key + ".emptied" : key, label, says));
        }
        return errors;
    }
}
