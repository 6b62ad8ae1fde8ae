package org.natter.attendee.mail.web;

import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.natter.attendee.Caller;
import org.natter.attendee.mail.MailStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The outbox as organisers see it, page by page: mails about their region's events. Never a sign-in mail. */
@RestController
class OutboxController {

    private static final int LONGEST_PAGE = 200;

    private final OutboxSheets sheets;

    OutboxController(OutboxSheets sheets) {
        this.sheets = sheets;
    }

    /**
     * One page, newest first, and how many mails there are of each status over all pages. An organiser reads their own region,
     * whatever they ask for; an owner one or all.
     *
     * @param status any of these; all if none is named
     * @param before a page's {@code older}: what comes after that page
     * @param after a page's {@code newer}: what comes before that page
     * @param limit mails a page, from 1 to 200
     */
    @GetMapping("/outbox")
    OutboxSheet outbox(
            @RequestParam(required = false) @Nullable String region,
            @RequestParam(required = false) @Nullable Set<MailStatus> status,
            @RequestParam(defaultValue = "") String before,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "50") int limit,
            @AuthenticationPrincipal Jwt token) {
        Caller caller = Caller.of(token);
        Optional<String> within = "OWNER".equals(caller.role())
                ? Optional.ofNullable(region)
                : Optional.of(Objects.requireNonNullElse(caller.region(), ""));
        Set<MailStatus> statuses = status == null || status.isEmpty() ? EnumSet.allOf(MailStatus.class) : status;
        return sheets.of(
                within, statuses, Cursor.read(before), Cursor.read(after), Math.max(1, Math.min(limit, LONGEST_PAGE)));
    }
}
