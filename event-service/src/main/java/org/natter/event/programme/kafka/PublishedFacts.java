package org.natter.event.programme.kafka;

import org.natter.event.programme.Event;

/** The words an organiser has published: the only ones on the wire. */
record PublishedFacts(
        String regionName, String title, String description, String venueName, String venueAddress, String findUs) {

    static PublishedFacts of(Event event) {
        var details = event.details();
        var venue = details.venue();
        return new PublishedFacts(
                event.regionName(),
                details.title(),
                details.description(),
                venue.name(),
                venue.address(),
                venue.findUs());
    }
}
