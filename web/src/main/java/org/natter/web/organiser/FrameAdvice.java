package org.natter.web.organiser;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.natter.web.account.Organiser;
import org.natter.web.services.EventApi.Region;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Puts the frame around every page of this package. */
@ControllerAdvice(basePackageClasses = FrameAdvice.class)
class FrameAdvice {

    private final CurrentRegion regions;

    FrameAdvice(CurrentRegion regions) {
        this.regions = regions;
    }

    @ModelAttribute("frame")
    @Nullable
    Frame frame(@AuthenticationPrincipal @Nullable Organiser organiser, HttpServletRequest request) {
        if (organiser == null) {
            return null;
        }
        var current = regions.id(organiser, request);
        var name = regions.named(organiser, current).map(Region::name).orElse("");
        var choices = regions.all(organiser).stream()
                .map(one -> new Frame.Choice(
                        one.region().value(), one.name(), one.region().equals(current)))
                .toList();
        return Frame.of(
                name, request.getRequestURI(), organiser.owner(), organiser.owner() ? choices : java.util.List.of());
    }
}
