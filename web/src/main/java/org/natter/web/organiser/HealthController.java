package org.natter.web.organiser;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.stream.Stream;
import org.natter.web.account.Organiser;
import org.natter.web.services.Backend;
import org.natter.web.services.OperationsApi;
import org.natter.web.services.PagePart;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** How each service is, and what people notice of it. Asks all three at once; owners also see messages set aside. */
@Controller
class HealthController {

    private final Map<Backend, OperationsApi> setAside;
    private final ExecutorService pageCalls;

    HealthController(Map<Backend, OperationsApi> setAside, ExecutorService pageCalls) {
        this.setAside = setAside;
        this.pageCalls = pageCalls;
    }

    @GetMapping("/organise/health")
    String health(@AuthenticationPrincipal Organiser organiser, Model model) {
        var asked = Stream.of(Backend.values())
                .map(service -> new Asked(
                        service,
                        PagePart.asked(pageCalls, () -> of(service).answers(organiser.caller())),
                        PagePart.asked(pageCalls, () -> count(organiser, service))))
                .toList();
        model.addAttribute(
                "page",
                new HealthPage(organiser.owner(), asked.stream().map(Asked::row).toList()));
        return "web/organiser/health";
    }

    /** Nothing for whoever may not know. */
    private Optional<Integer> count(Organiser organiser, Backend service) {
        return organiser.owner()
                ? Optional.of(of(service).undecided(organiser.caller()).size())
                : Optional.empty();
    }

    private OperationsApi of(Backend service) {
        return Objects.requireNonNull(setAside.get(service));
    }

    private record Asked(Backend service, PagePart.Asked<Boolean> answers, PagePart.Asked<Optional<Integer>> count) {

        HealthPage.Row row() {
            return HealthPage.Row.of(
                    service,
                    answers.get().found().orElse(false),
                    count.get().found().flatMap(known -> known));
        }
    }
}
