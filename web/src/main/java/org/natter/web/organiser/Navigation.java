package org.natter.web.organiser;

import java.util.List;
import java.util.stream.Stream;

/** What stands around every organiser page: the region's name and the way to the other pages. */
public record Navigation(String region, List<NavigationItem> items, boolean owner, List<Choice> regions) {

    static Navigation of(String region, String path, boolean owner, List<Choice> regions) {
        var items = Stream.of("overview", "events", "chatting", "outbox", "health")
                .map(page -> NavigationItem.of(page, path))
                .toList();
        return new Navigation(region, items, owner, regions.size() > 1 ? regions : List.of());
    }

    /** One link to a page. */
    public record NavigationItem(String path, String message, boolean here) {

        private static NavigationItem of(String page, String path) {
            var own = page.equals("overview") ? "/organise" : "/organise/" + page;
            var here = page.equals("overview") ? path.equals(own) : path.startsWith(own);
            return new NavigationItem(own, "navigation." + page, here);
        }
    }

    /** One region an owner may look at. */
    public record Choice(String value, String words, boolean chosen) {}
}
