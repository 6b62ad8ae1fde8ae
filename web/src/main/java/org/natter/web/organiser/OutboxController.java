package org.natter.web.organiser;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.natter.web.account.Organiser;
import org.natter.web.services.AttendeeServiceClient;
import org.natter.web.services.AttendeeServiceClient.MailView;
import org.natter.web.services.EventServiceClient.RegionView;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The region's mails: to whom, which kind and how far they have come, in words. Never what stands in them. */
@Controller
class OutboxController {

    private final AttendeeServiceClient calls;
    private final CurrentRegion regions;

    OutboxController(AttendeeServiceClient calls, CurrentRegion regions) {
        this.calls = calls;
        this.regions = regions;
    }

    @GetMapping("/organise/outbox")
    String outbox(
            @RequestParam(defaultValue = "") String show,
            @AuthenticationPrincipal Organiser organiser,
            HttpServletRequest request,
            Model model) {
        var region = regions.id(organiser, request);
        var zone =
                ZoneId.of(regions.named(organiser, region).map(RegionView::zone).orElse("Europe/London"));
        model.addAttribute(
                "page",
                Part.of(() -> calls.outbox(organiser.caller(), region)).map(all -> OutboxPage.of(all, show, zone)));
        return "web/organiser/outbox";
    }

    /** Mails of one status, or all; and how many there are of each. */
    record OutboxPage(String show, Map<String, Integer> counts, int all, List<MailLine> mails) {

        static OutboxPage of(List<MailView> all, String show, ZoneId zone) {
            var counts = new LinkedHashMap<String, Integer>();
            for (var mail : all) {
                counts.merge(status(mail), 1, Integer::sum);
            }
            return new OutboxPage(
                    show,
                    counts,
                    all.size(),
                    all.stream()
                            .filter(mail -> show.isEmpty() || status(mail).equals(show))
                            .map(mail -> MailLine.of(mail, zone))
                            .toList());
        }

        /** The steps of being sent are one for whoever reads them. */
        private static String status(MailView mail) {
            return mail.status().equals("CLAIMED") ? "SENDING" : mail.status();
        }
    }

    /** One mail in words. */
    record MailLine(String name, String kind, String event, String subject, String status, String when, String again) {

        static MailLine of(MailView mail, ZoneId zone) {
            return new MailLine(
                    Optional.ofNullable(mail.name()).orElse(""),
                    Optional.ofNullable(mail.kind()).orElse("OTHER"),
                    Optional.ofNullable(mail.eventTitle()).orElse(""),
                    Optional.ofNullable(mail.subject()).orElse(""),
                    OutboxPage.status(mail),
                    in(mail.at(), zone),
                    in(mail.nextAttemptAt(), zone));
        }

        private static String in(@org.jspecify.annotations.Nullable Instant at, ZoneId zone) {
            return at == null ? "" : When.dayAndTime(at, zone);
        }

        @Override
        public String toString() {
            return "MailLine[" + kind + ", " + status + "]";
        }
    }
}
