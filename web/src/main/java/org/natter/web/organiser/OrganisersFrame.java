package org.natter.web.organiser;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.natter.web.account.Organiser;
import org.natter.web.services.EventApi.Region;
import org.springframework.stereotype.Component;

/** What stands around each page of a signed-in organiser, were it one that leads nowhere. */
@Component
public class OrganisersFrame {

    private final CurrentRegion regions;

    OrganisersFrame(CurrentRegion regions) {
        this.regions = regions;
    }

    /** The region's name and the way to the other pages. */
    public Navigation around(Organiser organiser, HttpServletRequest request) {
        var current = regions.id(organiser, request);
        var name = regions.named(organiser, current).map(Region::name).orElse("");
        var choices = regions.all(organiser).stream()
                .map(one -> new Navigation.Choice(
                        one.region().value(), one.name(), one.region().equals(current)))
                .toList();
        return Navigation.of(name, request.getRequestURI(), organiser.owner(), organiser.owner() ? choices : List.of());
    }
}
