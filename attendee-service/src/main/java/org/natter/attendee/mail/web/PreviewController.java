package org.natter.attendee.mail.web;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.natter.access.Caller;
import org.natter.access.Refuses;
import org.natter.access.Shortcomings;
import org.natter.attendee.booking.Bookings;
import org.natter.attendee.booking.EventCard;
import org.natter.attendee.mail.PreviewingMails;
import org.natter.attendee.mail.PreviewingMails.Preview;
import org.natter.attendee.person.EventId;
import org.natter.attendee.person.UnknownEvent;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The mail that calling an event off, or changing it, would send. Nothing is sent and nothing kept. */
@RestController
class PreviewController {

    private static final int LONGEST_REASON = 500;
    private static final int LONGEST = 300;

    private final PreviewingMails previewing;
    private final Bookings bookings;
    private final Clock clock;

    PreviewController(PreviewingMails previewing, Bookings bookings, Clock clock) {
        this.previewing = previewing;
        this.bookings = bookings;
        this.clock = clock;
    }

    /** What an organiser is about to do. */
    enum Step {
        CALL_OFF,
        CHANGE
    }

    /**
     * A step and what it would make of the event.
     *
     * @param reason why it would be called off; absent for a change
     * @param startsAt as it would be; of these, what is absent stays as it is
     */
    record PreviewWish(
            @Schema(requiredMode = REQUIRED) @Nullable Step step,
            @Schema(maxLength = LONGEST_REASON) @Nullable String reason,
            @Schema(maxLength = LONGEST) @Nullable String title,
            @Nullable Instant startsAt,
            @Nullable Instant endsAt,
            @Schema(maxLength = LONGEST) @Nullable String venueName,
            @Schema(maxLength = LONGEST) @Nullable String venueAddress,
            @Schema(maxLength = LONGEST) @Nullable String findUs) {

        @Override
        public String toString() {
            return "PreviewWish[" + step + "]";
        }
    }

    /**
     * The mail.
     *
     * @param mailed false for a change that nobody is mailed about, which has neither subject nor text
     * @param text its plain part, which says the same as the other
     * @param onlyWithAPlace whether who waits or has an offer gets none, since the link of an online event is not for them
     */
    record MailPreview(
            boolean mailed,
            @Nullable String subject,
            @Nullable String text,
            boolean onlyWithAPlace) {

        static MailPreview of(Optional<Preview> preview) {
            return new MailPreview(
                    preview.isPresent(),
                    preview.map(Preview::subject).orElse(null),
                    preview.map(Preview::text).orElse(null),
                    preview.filter(Preview::onlyWithAPlace).isPresent());
        }
    }

    @Operation(summary = "Read the mail that a step would send")
    @Refuses(UnknownEvent.class)
    @PostMapping("/events/{event}/mail-previews")
    MailPreview preview(@PathVariable EventId event, @RequestBody PreviewWish wish, Caller caller) {
        var card = bookings.card(event)
                .filter(known -> caller.runs(known.region().value()))
                .orElseThrow(() -> UnknownEvent.withId(event));
        var wrong = new Shortcomings("preview");
        var step = wrong.needed("step", wish.step());
        var reason = wrong.optional("reason", wish.reason(), LONGEST_REASON);
        var title = wrong.optional("title", wish.title(), LONGEST);
        var venueName = wrong.optional("venueName", wish.venueName(), LONGEST);
        var venueAddress = wrong.optional("venueAddress", wish.venueAddress(), LONGEST);
        var findUs = wrong.optional("findUs", wish.findUs(), LONGEST);
        wrong.done();
        var now = clock.instant();
        if (step.get() == Step.CALL_OFF) {
            return MailPreview.of(Optional.of(previewing.calledOff(card, reason, now)));
        }
        var then = new EventCard(
                event,
                card.region(),
                card.kind(),
                title.isEmpty() ? card.title() : title,
                wish.startsAt() == null ? card.startsAt() : wish.startsAt(),
                wish.endsAt() == null ? card.endsAt() : wish.endsAt(),
                card.zone(),
                card.regionName(),
                wish.venueName() == null ? card.venueName() : venueName,
                wish.venueAddress() == null ? card.venueAddress() : venueAddress,
                wish.findUs() == null ? card.findUs() : findUs,
                card.sequence());
        return MailPreview.of(previewing.changed(card, then, now));
    }
}
