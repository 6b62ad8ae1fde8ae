package org.natter.attendee.person.web;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.natter.access.Caller;
import org.natter.access.Refuses;
import org.natter.access.Shortcomings;
import org.natter.attendee.person.Answerers;
import org.natter.attendee.person.AttendanceId;
import org.natter.attendee.person.ChangedMeanwhile;
import org.natter.attendee.person.EventId;
import org.natter.attendee.person.LabelId;
import org.natter.attendee.person.OutcomeId;
import org.natter.attendee.person.PrivateWords;
import org.natter.attendee.person.UnknownEvent;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Words that only their writer reads, for one event: labels, and what is worth keeping. */
@RestController
@RequestMapping("/events/{event}")
class PrivateWordsController {

    private static final int LONGEST_LABEL = 80;
    private static final int LONGEST_NOTE = 2000;
    private static final int LONGEST_OUTCOME = 200;

    private final PrivateWords words;
    private final Answerers answerers;

    PrivateWordsController(PrivateWords words, Answerers answerers) {
        this.answerers = answerers;
        this.words = words;
    }

    record LabelWish(
            @Schema(requiredMode = REQUIRED, maxLength = LONGEST_LABEL, pattern = Shortcomings.SEEN) @Nullable
            String words) {}

    record Labelled(LabelId label) {}

    record Label(LabelId label, String words) {}

    record Kept(@Schema(maxLength = LONGEST_NOTE) @Nullable String overheard) {}

    /**
     * What to keep.
     *
     * @param insteadOf what stood there when it was last looked at; absent to keep it whatever stands there
     */
    record KeepWish(
            @Schema(maxLength = LONGEST_NOTE) @Nullable String overheard,
            @Schema(maxLength = LONGEST_NOTE) @Nullable String insteadOf) {}

    record OutcomeWords(
            @Schema(maxLength = LONGEST_OUTCOME) @Nullable String words) {}

    @Operation(summary = "Label somebody in one's own words")
    @Refuses(UnknownEvent.class)
    @PostMapping("/labels")
    @ResponseStatus(HttpStatus.CREATED)
    Labelled label(@PathVariable EventId event, @RequestBody LabelWish wish, Caller caller) {
        var writer = writer(event, caller);
        var wrong = new Shortcomings("label");
        var text = wrong.text("words", wish.words(), LONGEST_LABEL);
        wrong.done();
        var label = words.label(writer, text.get());
        if (label.isEmpty()) {
            wrong.refuse("words", Shortcomings.TOO_MANY, PrivateWords.MOST_LABELS);
        }
        wrong.done();
        return new Labelled(label.get());
    }

    @Operation(summary = "One's own labels")
    @Refuses(UnknownEvent.class)
    @GetMapping("/labels")
    List<Label> labels(@PathVariable EventId event, Caller caller) {
        return words.labelsOf(writer(event, caller)).entrySet().stream()
                .map(entry -> new Label(entry.getKey(), entry.getValue()))
                .toList();
    }

    @Operation(summary = "Keep what is worth remembering, in the place of what was seen there")
    @Refuses({UnknownEvent.class, ChangedMeanwhile.class})
    @PutMapping("/private-words")
    Kept keep(@PathVariable EventId event, @RequestBody KeepWish wish, Caller caller) {
        var writer = writer(event, caller);
        var wrong = new Shortcomings("private-words");
        var text = wrong.optional("overheard", wish.overheard(), LONGEST_NOTE);
        var seen = wrong.optional("insteadOf", wish.insteadOf(), LONGEST_NOTE);
        wrong.done();
        if (wish.insteadOf() == null) {
            words.remember(writer, text);
        } else {
            words.remember(writer, text, seen);
        }
        return new Kept(text);
    }

    @Operation(summary = "Keep one's own words for something that came of it")
    @Refuses(UnknownEvent.class)
    @PutMapping("/outcomes/{outcome}/words")
    OutcomeWords keep(
            @PathVariable EventId event,
            @PathVariable OutcomeId outcome,
            @RequestBody OutcomeWords said,
            Caller caller) {
        var writer = writer(event, caller);
        var wrong = new Shortcomings("outcome-words");
        var text = wrong.optional("words", said.words(), LONGEST_OUTCOME);
        wrong.done();
        if (!words.remember(writer, outcome, text)) {
            wrong.refuse("words", Shortcomings.TOO_MANY, PrivateWords.MOST_OUTCOMES);
        }
        wrong.done();
        return new OutcomeWords(text);
    }

    @Operation(summary = "What was worth remembering")
    @Refuses(UnknownEvent.class)
    @GetMapping("/private-words")
    Kept kept(@PathVariable EventId event, Caller caller) {
        return new Kept(words.rememberedBy(writer(event, caller)));
    }

    private AttendanceId writer(EventId event, Caller caller) {
        return answerers
                .of(caller.subject(), caller.event(), caller.generation())
                .filter(writer -> caller.answersAbout(event.value()))
                .orElseThrow(() -> UnknownEvent.withId(event));
    }
}
