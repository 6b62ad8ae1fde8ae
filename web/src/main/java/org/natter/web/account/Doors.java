package org.natter.web.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.natter.ids.HexId;
import org.natter.ids.Sha256;
import org.natter.web.services.EventId;
import org.natter.web.services.LinkToken;
import org.natter.web.services.RegionId;

/**
 * Lends the door of an event by a link, for one day. A link holds as long as whoever made it runs the event's region; with
 * another link, a switch or the end of the day every phone that has opened it is out at its next click.
 */
public final class Doors {

    private final DoorLinks links;
    private final Organisers organisers;

    public Doors(DoorLinks links, Organisers organisers) {
        this.links = links;
        this.organisers = organisers;
    }

    /** How a link stands. */
    public enum DoorStanding {
        EARLY,
        OPEN,
        OVER,
        OFF
    }

    /** A link and how it stands now. */
    public record Door(DoorLink link, DoorStanding standing) {

        /** Whether people can be checked in. */
        public boolean isOpen() {
            return standing == DoorStanding.OPEN;
        }

        /** Whether it opens the door, now or later in the day. */
        public boolean isOn() {
            return isOpen() || standing == DoorStanding.EARLY;
        }

        /** What a phone keeps that opens it. */
        public DoorPass pass() {
            return DoorPass.opened(link.event(), link.id());
        }
    }

    /** What is to be lent: an event of a region, on a day, as this version of the event has it. */
    public record Lent(EventId event, RegionId region, DoorDay day, long version) {}

    /**
     * Makes a link in the place of the former one.
     *
     * @param former the id of the former one, on or off, and empty for the first
     * @return the link's secret, which is kept nowhere; nothing if the former one is another by now, so that two presses make
     *     one link
     */
    public Optional<LinkToken> lend(Lent door, Organiser by, String former, Instant now) {
        var token = new LinkToken(door.event() + "." + SessionKeys.fresh());
        var link = new DoorLink(
                door.event(),
                door.region(),
                HexId.random(),
                hash(token),
                by.id(),
                now,
                door.day(),
                false,
                door.version());
        return links.put(link, former) ? Optional.of(token) : Optional.empty();
    }

    /** The event's last link. */
    public Optional<Door> last(EventId event, Instant now) {
        return links.of(event).map(link -> seen(link, now));
    }

    /** The doors that are lent today or will be, soonest first. */
    public List<Door> lentFrom(Instant now) {
        return links.after(now).stream()
                .map(link -> seen(link, now))
                .filter(Door::isOn)
                .sorted(Comparator.comparing((Door door) -> door.link().day().from())
                        .thenComparing(door -> door.link().id()))
                .toList();
    }

    /** Switches a link off; one that has another in its place already changes nothing. */
    public void switchOff(EventId event, String id) {
        links.switchOff(event, id);
    }

    /** The event has been called off, and its door with it. */
    public void calledOff(EventId event) {
        links.switchOff(event);
    }

    /** The event has been changed; its link follows it to its day, unless its own is over: nobody made it for another. */
    public void follow(Lent door, Instant now) {
        links.move(door, now);
    }

    /** Whether this is the secret of that link. */
    public static boolean opens(LinkToken token, DoorLink link) {
        return MessageDigest.isEqual(bytes(hash(token)), bytes(link.hash()));
    }

    /** What is behind a link; nothing for one that was never made, or has another in its place. */
    public Optional<Door> behind(LinkToken token, Instant now) {
        return Optional.of(token.value().split("\\.", 2)[0])
                .filter(HexId::matches)
                .flatMap(event -> links.of(new EventId(event)))
                .filter(link -> opens(token, link))
                .map(link -> seen(link, now));
    }

    /** What has become of the door that a phone has opened; nothing once nobody knows of it. */
    public Optional<Door> of(DoorPass pass, Instant now) {
        return links.of(pass.event())
                .map(link -> link.id().equals(pass.link()) ? seen(link, now) : new Door(link, DoorStanding.OFF));
    }

    /** By which clocks the door goes that a phone has opened; nothing once nobody knows of it. */
    public Optional<ZoneId> zone(DoorPass pass) {
        return links.of(pass.event()).map(link -> link.day().zone());
    }

    /** The first name of whoever made the link, if they still organise. */
    public Optional<String> maker(DoorLink link) {
        return organisers.find(link.madeBy()).map(Organiser::firstName);
    }

    private Door seen(DoorLink link, Instant now) {
        if (link.off() || !holds(link)) {
            return new Door(link, DoorStanding.OFF);
        }
        if (link.day().isOver(now)) {
            return new Door(link, DoorStanding.OVER);
        }
        return new Door(link, link.day().isToCome(now) ? DoorStanding.EARLY : DoorStanding.OPEN);
    }

    private boolean holds(DoorLink link) {
        return organisers
                .find(link.madeBy())
                .filter(one -> one.runs(link.region()))
                .isPresent();
    }

    private static String hash(LinkToken token) {
        return Sha256.hex(token.value());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
