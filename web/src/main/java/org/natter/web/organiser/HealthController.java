package org.natter.web.organiser;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.stream.Stream;
import org.natter.web.account.Organiser;
import org.natter.web.services.NatterService;
import org.natter.web.services.OrganiserCalls;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** How each service is, and what people notice of it. Asks all three at once; owners also see messages set aside. */
@Controller
class HealthController {

    private final OrganiserCalls calls;
    private final ExecutorService pageCalls;

    HealthController(OrganiserCalls calls, ExecutorService pageCalls) {
        this.calls = calls;
        this.pageCalls = pageCalls;
    }

    @GetMapping("/organise/health")
    String health(@AuthenticationPrincipal Organiser organiser, Model model) {
        var asked = Stream.of(NatterService.values())
                .map(service -> Part.asked(pageCalls, () -> calls.setAside(organiser.caller(), service)))
                .toList();
        var rows = Stream.of(NatterService.values())
                .map(service -> Row.of(service, asked.get(service.ordinal()).get()))
                .toList();
        model.addAttribute("page", new HealthPage(rows));
        return "web/organiser/health";
    }

    /** One row a service. */
    record HealthPage(List<Row> rows) {

        /** How many are down. */
        public long down() {
            return rows.stream().filter(row -> !row.working()).count();
        }

        /** How many messages have been set aside, as far as one may know. */
        public int setAside() {
            return rows.stream().mapToInt(row -> Math.max(0, row.setAside())).sum();
        }
    }

    /** One service: its key, whether it answers, and messages set aside; -1 if this account may not know. */
    record Row(String key, boolean working, int setAside) {

        static Row of(NatterService service, Part<Optional<Integer>> answer) {
            return new Row(
                    service.name().toLowerCase(Locale.ROOT),
                    !answer.isDown(),
                    answer.found().flatMap(count -> count).orElse(answer.isDown() ? 0 : -1));
        }
    }
}
