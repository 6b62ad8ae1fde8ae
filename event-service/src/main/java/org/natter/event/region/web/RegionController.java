package org.natter.event.region.web;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.natter.access.Caller;
import org.natter.access.Refuses;
import org.natter.access.Shortcomings;
import org.natter.event.region.AddingRegions;
import org.natter.event.region.ChangingRegions;
import org.natter.event.region.Region;
import org.natter.event.region.RegionAlreadyAdded;
import org.natter.event.region.RegionId;
import org.natter.event.region.Regions;
import org.natter.event.region.UnknownRegion;
import org.natter.ids.HexId;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The regions of the network: everybody's to read, the owner's to add and change. */
@RestController
@RequestMapping("/regions")
class RegionController {

    private final AddingRegions adding;
    private final ChangingRegions changing;
    private final Regions regions;

    RegionController(AddingRegions adding, ChangingRegions changing, Regions regions) {
        this.adding = adding;
        this.changing = changing;
        this.regions = regions;
    }

    record RegionRequest(
            @Schema(requiredMode = REQUIRED, maxLength = Region.LONGEST_NAME, pattern = Shortcomings.SEEN) @Nullable
            String name,

            @Schema(requiredMode = REQUIRED) @Nullable ZoneId zone) {

        Region asRegion(RegionId id) {
            var wrong = new Shortcomings("region");
            var typed = wrong.text("name", name, Region.LONGEST_NAME);
            var named = wrong.needed("zone", zone);
            if (zone != null && !Region.isNamedZone(zone.getId())) {
                wrong.refuse("zone", Shortcomings.UNREADABLE);
            }
            return wrong.orElse(() -> new Region(id, typed.get(), named.get()));
        }
    }

    record RegionView(RegionId region, String name, ZoneId zone) {

        static RegionView of(Region region) {
            return new RegionView(region.id(), region.name(), region.zone());
        }
    }

    @Operation(summary = "Add a region")
    @Refuses(RegionAlreadyAdded.class)
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    RegionView add(
            @RequestBody RegionRequest wish,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            Caller owner) {
        var id = new RegionId(HexId.forKey("region", owner.subject(), key));
        return RegionView.of(adding.add(wish.asRegion(id)));
    }

    @Operation(summary = "Give a region another name or time zone")
    @Refuses(UnknownRegion.class)
    @PutMapping("/{region}")
    RegionView change(@PathVariable RegionId region, @RequestBody RegionRequest wish) {
        return RegionView.of(changing.change(wish.asRegion(region)));
    }

    @Operation(summary = "List the regions")
    @GetMapping
    List<RegionView> all() {
        return regions.all().stream().map(RegionView::of).toList();
    }

    @Operation(summary = "Read one region")
    @Refuses(UnknownRegion.class)
    @GetMapping("/{region}")
    RegionView one(@PathVariable RegionId region) {
        return RegionView.of(regions.find(region).orElseThrow(() -> UnknownRegion.withId(region)));
    }
}
