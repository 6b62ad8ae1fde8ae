package org.natter.event.region.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.natter.event.Caller;
import org.natter.event.CreationKey;
import org.natter.event.region.AddingRegions;
import org.natter.event.region.Region;
import org.natter.event.region.RegionId;
import org.natter.event.region.Regions;
import org.natter.event.region.UnknownRegion;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/regions")
class RegionController {

    private final AddingRegions adding;
    private final Regions regions;

    RegionController(AddingRegions adding, Regions regions) {
        this.adding = adding;
        this.regions = regions;
    }

    record RegionRequest(@Nullable String name, @Nullable String zone) {}

    record RegionView(String region, String name, String zone) {

        static RegionView of(Region region) {
            return new RegionView(
                    region.id().value(), region.name(), region.zone().getId());
        }
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    RegionView add(
            @RequestBody RegionRequest wish,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            Authentication authentication) {
        var id = new RegionId(CreationKey.idFor("region", Caller.of(authentication), key));
        String name = wish.name() == null ? "" : wish.name();
        String zone = wish.zone() == null ? "" : wish.zone();
        return RegionView.of(adding.add(Region.asTyped(id, name, zone)));
    }

    @GetMapping
    List<RegionView> all() {
        return regions.all().stream().map(RegionView::of).toList();
    }

    @GetMapping("/{region}")
    RegionView one(@PathVariable String region) {
        var id = RegionId.named(region);
        return RegionView.of(regions.find(id).orElseThrow(() -> UnknownRegion.withId(id)));
    }
}
