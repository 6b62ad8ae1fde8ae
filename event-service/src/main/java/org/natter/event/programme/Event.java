package org.natter.event.programme;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import org.natter.event.programme.EventDomainEvent.DraftFollowedRegion;
import org.natter.event.programme.EventDomainEvent.DraftRevised;
import org.natter.event.programme.EventDomainEvent.EventCancelled;
import org.natter.event.programme.EventDomainEvent.EventChanged;
import org.natter.event.programme.EventDomainEvent.EventConcluded;
import org.natter.event.programme.EventDomainEvent.EventFollowedRegion;
import org.natter.event.programme.EventDomainEvent.EventPlanned;
import org.natter.event.programme.EventDomainEvent.EventPublished;
import org.natter.event.region.Region;
import org.natter.event.region.RegionId;

/**
 * One dated gathering from draft to its end. Every verb is a pure decision: it answers what would happen and changes
 * nothing, so a lost race may ask again. What is wished twice happens once.
 *
 * @param regionName the region as it calls itself, or did when the event was over
 * @param sequence of calendar files; rises when start, end, zone or place change after publishing, and with calling off
 * @param version 1 for a first draft, one more with everything that happens
 * @param reason why it was called off, empty otherwise
 * @param fingerprint of the request that planned it
 */
public record Event(
        EventId id,
        RegionId region,
        String regionName,
        EventDetails details,
        EventStatus status,
        int sequence,
        long version,
        String reason,
        String fingerprint) {

    public static final int LONGEST_REASON = 500;

    public Event {
        Objects.requireNonNull(id);
        Objects.requireNonNull(region);
        Objects.requireNonNull(regionName);
        Objects.requireNonNull(details);
        Objects.requireNonNull(status);
        Objects.requireNonNull(reason);
        Objects.requireNonNull(fingerprint);
    }

    /**
     * A first draft.
     *
     * @throws UnfitEvent if it would start in the past
     */
    static EventPlanned plan(PlanEvent wish) {
        if (!wish.details().times().startIsAfter(wish.at())) {
            throw UnfitEvent.because(List.of(Flaw.START_IN_THE_PAST));
        }
        var region = wish.region();
        return new EventPlanned(new Event(
                wish.event(),
                region.id(),
                region.name(),
                wish.details(),
                EventStatus.DRAFT,
                0,
                1,
                "",
                wish.fingerprint()));
    }

    /**
     * New details for a draft or for a published event that is not over. Once it has begun its start stays as it is; its end,
     * its place and all else may change.
     *
     * @param read the version it was read in; whoever does not say wishes it whatever happened since
     * @param quietly whether nobody booked is to be told of it by mail
     * @throws UnfitEvent if it has begun and would start at another time, a new start or end lies in the past, or a published event would lack what the public needs
     * @throws EventRefusal if it was called off, has been, or is no longer what was read
     */
    List<EventDomainEvent> revise(EventDetails wish, OptionalLong read, boolean quietly, Instant now) {
        refuseIfCancelled();
        var published = status != EventStatus.DRAFT;
        if (published && isOver(now)) {
            throw EventRefusal.of(id, EventRefusal.Reason.OVER);
        }
        var changed = wish.differencesFrom(details);
        if (!changed.isEmpty()) {
            refuseUnlessStill(read);
        }
        var flaws = new ArrayList<Flaw>(timeFlaws(wish.times(), published, now));
        if (published) {
            flaws.addAll(wish.missingForPublic());
        }
        if (!flaws.isEmpty()) {
            throw UnfitEvent.because(flaws);
        }
        if (changed.isEmpty()) {
            return List.of();
        }
        return List.of(published ? new EventChanged(id, wish, changed, quietly) : new DraftRevised(id, wish));
    }

    /** Once a published event has begun people are there, and all that is told of it is told of this start: that stays. */
    private List<Flaw> timeFlaws(EventTimes wish, boolean published, Instant now) {
        var startStays =
                published && wish.startsAtInstant().equals(details.times().startsAtInstant());
        if (published && !startStays && !details.times().startIsAfter(now)) {
            return List.of(Flaw.START_HAS_BEGUN);
        }
        if (!startStays && !wish.startIsAfter(now)) {
            return List.of(Flaw.START_IN_THE_PAST);
        }
        return wish.areOver(now) ? List.of(Flaw.END_IN_THE_PAST) : List.of();
    }

    /**
     * Shows a draft to the public; nothing if that was done before.
     *
     * @param read the version it was read in, if that is said
     * @throws UnfitEvent if it starts in the past or lacks place or places
     * @throws EventRefusal if it was called off, or is no longer what was read
     */
    List<EventDomainEvent> publish(OptionalLong read, Instant now) {
        refuseIfCancelled();
        if (status != EventStatus.DRAFT) {
            return List.of();
        }
        refuseUnlessStill(read);
        var flaws = new ArrayList<Flaw>();
        if (!details.times().startIsAfter(now)) {
            flaws.add(Flaw.START_IN_THE_PAST);
        }
        flaws.addAll(details.missingForPublic());
        if (!flaws.isEmpty()) {
            throw UnfitEvent.because(flaws);
        }
        return List.of(new EventPublished(id));
    }

    /**
     * Calls it off, also after the evening, when nobody had told us before; nothing if that was done already with these
     * words. Other words reach nobody any more, so they are refused.
     *
     * @param read the version it was read in, if that is said
     * @throws UnfitEvent if the reason is empty or longer than 500 characters
     * @throws EventRefusal if it is still a draft, was called off with other words, or is no longer what was read
     */
    List<EventDomainEvent> cancel(String words, OptionalLong read, Instant now) {
        if (status == EventStatus.DRAFT) {
            throw EventRefusal.of(id, EventRefusal.Reason.NOT_PUBLISHED);
        }
        var tidy = TypedText.inLines(words);
        if (status == EventStatus.CANCELLED && tidy.equals(reason)) {
            return List.of();
        }
        refuseIfCancelled();
        refuseUnlessStill(read);
        if (tidy.isEmpty()) {
            throw UnfitEvent.because(List.of(Flaw.REASON_MISSING));
        }
        if (tidy.codePointCount(0, tidy.length()) > LONGEST_REASON) {
            throw UnfitEvent.because(List.of(Flaw.REASON_TOO_LONG));
        }
        return List.of(new EventCancelled(id, tidy, now));
    }

    /** @throws EventRefusal if it is no draft any more, or no longer what was read */
    void refuseUnlessDiscardable(OptionalLong read) {
        if (status != EventStatus.DRAFT) {
            throw EventRefusal.of(id, EventRefusal.Reason.PUBLISHED);
        }
        refuseUnlessStill(read);
    }

    /** Ends a published event whose end has come; nothing otherwise. */
    List<EventDomainEvent> conclude(Instant now) {
        return status == EventStatus.PUBLISHED && isOver(now) ? List.of(new EventConcluded(id)) : List.of();
    }

    /** Calls the region as it calls itself, for as long as it is a draft or still to come. */
    List<EventDomainEvent> follow(Region region) {
        if (regionName.equals(region.name()) || status == EventStatus.CANCELLED || status == EventStatus.CONCLUDED) {
            return List.of();
        }
        return List.of(
                status == EventStatus.DRAFT
                        ? new DraftFollowedRegion(id, region.name())
                        : new EventFollowedRegion(id, region.name()));
    }

    /** Whether its end has come, concluded or not. */
    public boolean isOver(Instant now) {
        return details.times().areOver(now);
    }

    private void refuseIfCancelled() {
        if (status == EventStatus.CANCELLED) {
            throw EventRefusal.of(id, EventRefusal.Reason.CANCELLED);
        }
    }

    private void refuseUnlessStill(OptionalLong read) {
        if (read.isPresent() && read.getAsLong() != version) {
            throw EventRefusal.of(id, EventRefusal.Reason.CHANGED_MEANWHILE);
        }
    }

    Event saying(EventDetails other, int moves) {
        return after(other, status, sequence + moves, reason);
    }

    Event standing(EventStatus other) {
        return after(details, other, sequence, reason);
    }

    Event calledOff(String why) {
        return after(details, EventStatus.CANCELLED, sequence + 1, why);
    }

    Event of(String nowCalled) {
        return new Event(id, region, nowCalled, details, status, sequence, version + 1, reason, fingerprint);
    }

    private Event after(EventDetails nowSays, EventStatus nowIs, int nowAt, String why) {
        return new Event(id, region, regionName, nowSays, nowIs, nowAt, version + 1, why, fingerprint);
    }
}
