package org.natter.attendee.mail.web;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.natter.access.Caller;
import org.natter.access.Refuses;
import org.natter.access.Role;
import org.natter.access.Shortcomings;
import org.natter.attendee.mail.AddressStays;
import org.natter.attendee.mail.MailStatus;
import org.natter.attendee.mail.TryingAgain;
import org.natter.attendee.mail.UnknownMail;
import org.natter.attendee.mail.web.OutboxPage.OutboxMail;
import org.natter.attendee.person.EmailAddress;
import org.natter.attendee.person.RegionId;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * The outbox as organisers see it: mails about their region's events. Never a sign-in mail. An organiser reads their own
 * region, whatever they ask for; an owner one or all.
 */
@RestController
@RequestMapping("/outbox")
class OutboxController {

    private static final int PAGE = 50;
    private static final int LONGEST_PAGE = 200;
    private static final int LONGEST_ID = 200;

    private final OutboxPages pages;
    private final TryingAgain tryingAgain;
    private final Clock clock;

    OutboxController(OutboxPages pages, TryingAgain tryingAgain, Clock clock) {
        this.pages = pages;
        this.tryingAgain = tryingAgain;
        this.clock = clock;
    }

    /** @param mail its id in the outbox */
    record Try(
            @Schema(requiredMode = REQUIRED, maxLength = LONGEST_ID, pattern = Shortcomings.SEEN) @Nullable
            String mail) {}

    /** @param tried false if there is no such mail that came back */
    record Tried(boolean tried) {}

    /** @param email as it was typed; the new address of whoever the mail is for */
    record Correction(
            @Schema(requiredMode = REQUIRED, maxLength = LONGEST_ID, pattern = Shortcomings.SEEN) @Nullable
            String mail,

            @Schema(requiredMode = REQUIRED, maxLength = Shortcomings.LONGEST_ADDRESS, pattern = Shortcomings.ADDRESS)
            @Nullable
            String email) {

        @Override
        public String toString() {
            return "Correction[" + mail + ", *]";
        }
    }

    /** @param toDo how many did not arrive, and can still be sent: the mailbox refused them or one before, or they were given up */
    record Counts(int toDo) {}

    /**
     * One page, newest first, and how many mails there are of each status over all pages.
     *
     * @param status any of these; all if none is named
     * @param before a page's {@code older}: what comes after that page
     * @param after a page's {@code newer}: what comes before that page
     * @param limit mails a page, from 1 to 200
     * @param toDo those alone that did not arrive, and can still be sent, of whatever status: what the mailbox refused, what was
     *     not sent since it had refused one before, and what was given up
     */
    @Operation(summary = "One page of a region's mails, newest first")
    @GetMapping
    OutboxPage outbox(
            @RequestParam(required = false) @Nullable RegionId region,
            @RequestParam(required = false) @Nullable List<MailStatus> status,
            @RequestParam(defaultValue = "") String before,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(defaultValue = "false") boolean toDo,
            Caller caller) {
        var size = limit == null ? PAGE : Math.max(1, Math.min(limit, LONGEST_PAGE));
        var older = Cursor.read(before);
        var newer = Cursor.read(after);
        return toDo
                ? pages.toDo(within(region, caller), older, newer, size, clock.instant())
                : pages.of(within(region, caller), anyOf(status), older, newer, size, clock.instant());
    }

    /** Without a look at the mails that went. */
    @Operation(summary = "How many mails there are to see to")
    @GetMapping("/counts")
    Counts counts(@RequestParam(required = false) @Nullable RegionId region, Caller caller) {
        return new Counts(pages.howManyToDo(within(region, caller), clock.instant()));
    }

    /** The address is written to again from now on, and this mail goes once more if it still holds. */
    @Operation(summary = "Try the address of a mail that came back again")
    @PostMapping("/tries")
    Tried tryAgain(@RequestBody Try wish, Caller caller) {
        var wrong = new Shortcomings("outbox");
        var id = wrong.text("mail", wish.mail(), LONGEST_ID);
        return wrong.orElse(() -> new Tried(Cursor.read(id.get())
                .flatMap(place -> pages.find(place, within(null, caller)))
                .filter(mail -> tryingAgain.tryAgain(mail, clock.instant()))
                .isPresent()));
    }

    @Operation(summary = "One mail of a region's outbox")
    @Refuses(UnknownMail.class)
    @GetMapping("/mails/{mail}")
    OutboxMail one(
            @Parameter(schema = @Schema(type = "string", pattern = "^" + Cursor.FORM + "$")) @PathVariable String mail,
            Caller caller) {
        return Cursor.read(mail)
                .flatMap(place -> pages.one(place, within(null, caller), clock.instant()))
                .orElseThrow(UnknownMail::new);
    }

    /** Whoever booked is reached at this address from now on, and the mail goes once more. */
    @Operation(summary = "Correct the address of a booking whose mail came back, and send it again")
    @Refuses({UnknownMail.class, AddressStays.class})
    @PostMapping("/corrections")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void correct(@RequestBody Correction correction, Caller caller) {
        var wrong = new Shortcomings("outbox");
        var id = wrong.text("mail", correction.mail(), LONGEST_ID);
        var address = wrong.mailbox("email", correction.email());
        wrong.done();
        var mail = Cursor.read(id.get())
                .flatMap(place -> pages.find(place, within(null, caller)))
                .orElseThrow(UnknownMail::new);
        tryingAgain.correct(mail, new EmailAddress(address.get()), clock.instant());
    }

    private static Predicate<RegionId> within(@Nullable RegionId wanted, Caller caller) {
        var chosen = caller.role() == Role.OWNER ? wanted : null;
        return region -> caller.runs(region.value()) && (chosen == null || chosen.equals(region));
    }

    private static Set<MailStatus> anyOf(@Nullable List<MailStatus> status) {
        if (status == null) {
            return EnumSet.allOf(MailStatus.class);
        }
        var wrong = new Shortcomings("outbox");
        if (status.isEmpty()) {
            wrong.refuse("status", Shortcomings.UNREADABLE);
        }
        return wrong.orElse(() -> EnumSet.copyOf(status));
    }
}
