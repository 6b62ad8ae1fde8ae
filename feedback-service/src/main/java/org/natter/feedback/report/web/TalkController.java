package org.natter.feedback.report.web;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.natter.access.Refuses;
import org.natter.access.Shortcomings;
import org.natter.feedback.invitation.EventId;
import org.natter.feedback.measure.Told;
import org.natter.feedback.question.SpeakerLinks;
import org.natter.feedback.question.UnknownTalk;
import org.natter.feedback.report.ReadingTalks;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What was said of a talk, for whoever holds its link. Whatever is wrong with one, it is the same 404. */
@RestController
class TalkController {

    private final SpeakerLinks links;
    private final ReadingTalks talks;
    private final Clock clock;

    TalkController(SpeakerLinks links, ReadingTalks talks, Clock clock) {
        this.links = links;
        this.talks = talks;
        this.clock = clock;
    }

    /** The link's token, as it came, and the event it names. */
    record TalkRequest(@Nullable EventId event, @Nullable String token) {
        @Override
        public String toString() {
            return "TalkRequest[*]";
        }
    }

    /** The same, and whether they would like to read it. */
    record TalkReply(
            @Nullable EventId event,
            @Nullable String token,
            @Schema(requiredMode = REQUIRED) @Nullable Boolean wants) {
        @Override
        public String toString() {
            return "TalkReply[*]";
        }
    }

    /**
     * One talk. Of how many who answered how many rated it, absent below five, and what is told of that.
     *
     * @param said the lines written to its speaker, from five people's on, in no order
     */
    record TalkResponse(
            String title,
            ReadingTalks.State state,
            Instant publishesAt,
            @Nullable Integer rated,
            @Nullable Told worthHearing,
            List<String> said) {

        static TalkResponse of(ReadingTalks.Look look) {
            var told = look.told();
            return new TalkResponse(
                    look.title(),
                    look.state(),
                    look.publishesAt(),
                    told == null ? null : told.rated(),
                    told == null ? null : told.worthHearing(),
                    look.said());
        }

        @Override
        public String toString() {
            return "TalkResponse[*]";
        }
    }

    /** Nothing of what was said before they would like to read it, and before the report stands. Looking leaves no trace. */
    @Refuses(UnknownTalk.class)
    @Operation(summary = "What is behind the link of a talk; looking changes nothing")
    @PostMapping("/talks/read")
    TalkResponse read(@RequestBody TalkRequest request) {
        var talk = links.verified(Objects.requireNonNullElse(request.token(), ""));
        return TalkResponse.of(talks.look(event(request.event()), talk));
    }

    /** Whether they would like to read what people said; said otherwise until the report is due, and what was said by then stays. */
    @Refuses(UnknownTalk.class)
    @Operation(summary = "Say whether the speaker would like to read what people said of their talk")
    @PostMapping("/talks/reply")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void reply(@RequestBody TalkReply request) {
        var wrong = new Shortcomings("talk");
        var wants = wrong.needed("wants", request.wants());
        wrong.done();
        var talk = links.verified(Objects.requireNonNullElse(request.token(), ""));
        talks.reply(event(request.event()), talk, wants.get(), clock.instant());
    }

    private static EventId event(@Nullable EventId event) {
        if (event == null) {
            throw new UnknownTalk();
        }
        return event;
    }
}
