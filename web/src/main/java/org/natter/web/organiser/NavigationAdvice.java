package org.natter.web.organiser;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.natter.web.account.DoorPass;
import org.natter.web.account.Organiser;
import org.natter.web.services.EventApi.Region;
import org.natter.web.services.EventId;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Puts the navigation on every page of organisers, their accounts' too. */
@ControllerAdvice({"org.natter.web.organiser", "org.natter.web.account.pages"})
class NavigationAdvice {

    private final CurrentRegion regions;

    NavigationAdvice(CurrentRegion regions) {
        this.regions = regions;
    }

    /** The one door of whoever sees nothing else. */
    @ModelAttribute("door")
    @Nullable
    EventId door(@AuthenticationPrincipal @Nullable DoorPass pass) {
        return pass == null ? null : pass.event();
    }

    @ModelAttribute("navigation")
    @Nullable
    Navigation navigation(@AuthenticationPrincipal @Nullable Organiser organiser, HttpServletRequest request) {
        if (organiser == null) {
            return null;
        }
        var current = regions.id(organiser, request);
        var name = regions.named(organiser, current).map(Region::name).orElse("");
        var choices = regions.all(organiser).stream()
                .map(one -> new Navigation.Choice(
                        one.region().value(), one.name(), one.region().equals(current)))
                .toList();
        return Navigation.of(name, request.getRequestURI(), organiser.owner(), organiser.owner() ? choices : List.of());
    }
}
