package org.natter.attendee.person.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.natter.attendee.Caller;
import org.natter.attendee.Form;
import org.natter.attendee.person.AttendanceId;
import org.natter.attendee.person.EventId;
import org.natter.attendee.person.LabelId;
import org.natter.attendee.person.PrivateWords;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
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

    private final PrivateWords words;

    PrivateWordsController(PrivateWords words) {
        this.words = words;
    }

    record LabelWish(@Nullable String words) {}

    record Labelled(LabelId label) {}

    record Label(LabelId label, String words) {}

    record Kept(@Nullable String overheard) {}

    @PostMapping("/labels")
    @ResponseStatus(HttpStatus.CREATED)
    Labelled label(@PathVariable EventId event, @RequestBody LabelWish wish, @AuthenticationPrincipal Jwt token) {
        AttendanceId writer = Caller.of(token).answering(event);
        Form form = new Form();
        String text = form.text("words", wish.words(), "Enter a first name, or something to remember them by");
        form.optional("words", text, LONGEST_LABEL);
        form.done();
        return new Labelled(words.label(writer, text));
    }

    @GetMapping("/labels")
    List<Label> labels(@PathVariable EventId event, @AuthenticationPrincipal Jwt token) {
        return words.labelsOf(Caller.of(token).answering(event)).entrySet().stream()
                .map(entry -> new Label(entry.getKey(), entry.getValue()))
                .toList();
    }

    @PutMapping("/private-words")
    Kept keep(@PathVariable EventId event, @RequestBody Kept kept, @AuthenticationPrincipal Jwt token) {
        AttendanceId writer = Caller.of(token).answering(event);
        Form form = new Form();
        String text = form.optional("overheard", kept.overheard(), LONGEST_NOTE);
        form.done();
        words.remember(writer, text);
        return new Kept(text);
    }

    @GetMapping("/private-words")
    Kept kept(@PathVariable EventId event, @AuthenticationPrincipal Jwt token) {
        return new Kept(words.rememberedBy(Caller.of(token).answering(event)));
    }
}
