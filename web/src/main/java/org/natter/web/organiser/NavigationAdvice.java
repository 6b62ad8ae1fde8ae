package org.natter.web.organiser;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.natter.web.account.DoorPass;
import org.natter.web.account.Organiser;
import org.natter.web.services.EventId;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Puts the navigation on every page of organisers, their accounts' too. */
@ControllerAdvice({"org.natter.web.organiser", "org.natter.web.account.pages"})
class NavigationAdvice {

    private final OrganisersFrame frame;

    NavigationAdvice(OrganisersFrame frame) {
        this.frame = frame;
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
        return organiser == null ? null : frame.around(organiser, request);
    }
}
