package org.natter.web.organiser;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.natter.ids.HexId;
import org.natter.times.SpokenTime;
import org.natter.web.account.Organiser;
import org.natter.web.forms.FilledFrom;
import org.natter.web.forms.FormAnswers;
import org.natter.web.forms.FormErrors;
import org.natter.web.forms.SubmittedForm;
import org.natter.web.services.AttendanceId;
import org.natter.web.services.BookingStatus;
import org.natter.web.services.DoorApi;
import org.natter.web.services.DoorApi.Hosts;
import org.natter.web.services.EventId;
import org.natter.web.services.FeedbackApi;
import org.natter.web.services.FeedbackApi.FeedbackReport;
import org.natter.web.services.FeedbackApi.ReportState;
import org.natter.web.services.PagePart;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Who hosts an event: they talk with everybody, so the report on mixing leaves them out. */
@Controller
class HostsController {

    private static final Comparator<AttendeeRow> BY_NAME = Comparator.comparing(
                    (AttendeeRow row) -> PlainName.of(row.name()))
            .thenComparing(row -> row.attendance().value());

    private final EventPages pages;
    private final DoorApi door;
    private final FeedbackApi feedback;
    private final FormAnswers answers;
    private final Clock clock;

    HostsController(EventPages pages, DoorApi door, FeedbackApi feedback, FormAnswers answers, Clock clock) {
        this.pages = pages;
        this.door = door;
        this.feedback = feedback;
        this.answers = answers;
        this.clock = clock;
    }

    @GetMapping("/organise/events/{event}/hosts")
    String choose(@PathVariable EventId event, @AuthenticationPrincipal Organiser organiser, Model model) {
        var people = people(event, organiser);
        return show(event, people, ids(hosts(people)), FormErrors.none(), organiser, model);
    }

    @PostMapping("/organise/events/{event}/hosts")
    String save(
            @PathVariable EventId event,
            SubmittedForm form,
            @AuthenticationPrincipal Organiser organiser,
            HttpServletResponse response,
            Model model) {
        var chosen = form.all("host").stream()
                .filter(id -> id.matches(HexId.PATTERN))
                .map(AttendanceId::new)
                .toList();
        return answers.send(
                response,
                Map.of(),
                () -> {
                    var people = people(event, organiser);
                    if (people.value() != null
                            && FilledFrom.isOlder(form, filled(ids(hosts(people))), filled(Set.copyOf(chosen)))) {
                        return meanwhile(event, people, Set.copyOf(chosen), organiser, response, model);
                    }
                    door.nameHosts(organiser.caller(), event, new Hosts(chosen));
                    return "redirect:/organise/events/" + event + "?said=" + said(event, organiser);
                },
                errors -> show(
                        event, people(event, organiser), Set.copyOf(chosen), errors.aboutTheWhole(), organiser, model));
    }

    /** Somebody else has named hosts since this page was opened: who they are is said, and what was ticked stays ticked. */
    private String meanwhile(
            EventId event,
            PagePart<List<AttendeeRow>> people,
            Set<AttendanceId> chosen,
            Organiser organiser,
            HttpServletResponse response,
            Model model) {
        var names = hosts(people).stream().map(AttendeeRow::name).collect(Collectors.joining(", "));
        response.setStatus(HttpStatus.CONFLICT.value());
        var words = names.isEmpty() ? answers.say("hosts.meanwhile.nobody") : answers.say("hosts.meanwhile", names);
        return show(event, people, chosen, FormErrors.one("", words), organiser, model);
    }

    private static List<AttendeeRow> hosts(PagePart<List<AttendeeRow>> people) {
        return people.found().stream()
                .flatMap(List::stream)
                .filter(AttendeeRow::host)
                .toList();
    }

    private static Set<AttendanceId> ids(List<AttendeeRow> rows) {
        return rows.stream().map(AttendeeRow::attendance).collect(Collectors.toSet());
    }

    private static String filled(Set<AttendanceId> hosts) {
        return FilledFrom.these(hosts.stream().map(AttendanceId::value).sorted().toArray());
    }

    private PagePart<List<AttendeeRow>> people(EventId event, Organiser organiser) {
        var words = ArrivalWords.of(pages.of(event, organiser).event(), clock.instant());
        return PagePart.of(() -> door.attendees(organiser.caller(), event).stream()
                .filter(one -> one.status() == BookingStatus.BOOKED)
                .map(one -> AttendeeRow.of(one, words))
                .sorted(BY_NAME)
                .toList());
    }

    /** What the mark is good for; where feedback-service cannot say, both are. */
    private String said(EventId event, Organiser organiser) {
        var report = report(event, organiser);
        if (report.isDown()) {
            return "hosts";
        }
        return report.found().filter(found -> !isOpen(found)).isPresent() ? "hosts-listed" : "hosts-left-out";
    }

    /** How far the event's report has come; nothing before anything was told of it. */
    private PagePart<FeedbackReport> report(EventId event, Organiser organiser) {
        return PagePart.of(() -> feedback.feedback(organiser.caller(), event).orElse(null));
    }

    private static boolean isOpen(FeedbackReport report) {
        return report.state() != ReportState.PUBLISHED && report.state() != ReportState.CALLED_OFF;
    }

    private String show(
            EventId event,
            PagePart<List<AttendeeRow>> people,
            Set<AttendanceId> ticked,
            FormErrors errors,
            Organiser organiser,
            Model model) {
        var page = pages.of(event, organiser);
        var settled = report(event, organiser)
                .found()
                .filter(report -> report.state() == ReportState.PUBLISHED)
                .map(report -> SpokenTime.in(page.zone()).day(report.publishesAt(), clock.instant()));
        model.addAttribute("page", page);
        model.addAttribute("settled", settled.orElse(null));
        model.addAttribute("people", people.map(rows -> HostsList.of(rows, ticked, page.over())));
        model.addAttribute("ticked", ticked);
        model.addAttribute("filledFrom", filled(ids(hosts(people))));
        model.addAttribute("errors", errors);
        return "web/organiser/hosts";
    }
}
