package org.natter.web.organiser.report;

import jakarta.servlet.http.HttpServletRequest;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import org.natter.times.SpokenTime;
import org.natter.web.account.Organiser;
import org.natter.web.organiser.CurrentRegion;
import org.natter.web.services.FeedbackApi;
import org.natter.web.services.FeedbackApi.Season;
import org.natter.web.services.PagePart;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** "Does chatting count?" for the region that is looked at, a year at a time. */
@Controller
class ChattingController {

    private final FeedbackApi feedback;
    private final CurrentRegion regions;
    private final ZoneId home;

    /** @param home the installation's time zone, in which a month is named */
    ChattingController(FeedbackApi feedback, CurrentRegion regions, @Value("${natter.zone}") ZoneId home) {
        this.feedback = feedback;
        this.regions = regions;
        this.home = home;
    }

    /** A year and the month in which it was settled. */
    record Year(Season season, String settled) {}

    @GetMapping("/organise/chatting")
    String chatting(@AuthenticationPrincipal Organiser organiser, HttpServletRequest request, Model model) {
        var region = regions.id(organiser, request);
        PagePart<List<Year>> years = PagePart.of(() -> feedback.chatting(organiser.caller(), region))
                .map(chatting -> chatting.seasons().stream().map(this::year).toList());
        model.addAttribute("years", years);
        return "web/organiser/report/chatting";
    }

    private Year year(Season season) {
        return new Year(
                season, SpokenTime.month(YearMonth.from(season.publishedAt().atZone(home))));
    }
}
