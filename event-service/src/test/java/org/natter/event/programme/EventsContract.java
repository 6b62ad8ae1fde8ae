package org.natter.event.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.natter.event.programme.EventFixture.AFTER_IT;
import static org.natter.event.programme.EventFixture.IN_SEPTEMBER;
import static org.natter.event.programme.EventFixture.aPubEvening;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.natter.event.programme.VenueFacts.Known;
import org.natter.event.region.Region;
import org.natter.event.region.RegionId;
import org.natter.event.region.RegionScope;
import org.natter.ids.HexId;

/** What planning and publishing may rely on, wherever events are kept. */
public abstract class EventsContract {

    protected static final RegionScope EVERYWHERE = RegionScope.everywhere();

    protected final Region region = new Region(new RegionId(HexId.random()), "Fenland and Cam", EventFixture.LONDON);
    protected final EventId id = new EventId(HexId.random());

    protected abstract Events events();

    protected final PlanningEvents planning() {
        return new PlanningEvents(events());
    }

    protected final PublishingEvents publishing() {
        return new PublishingEvents(events());
    }

    protected final EventFixture anEvening(EventId id) {
        return aPubEvening().withId(id).in(region);
    }

    @Test
    void whatGoesInComesOut() {
        var facts = new VenueFacts(Known.YES, Known.NO, Known.NOT_KNOWN, Known.YES, Known.NO);
        var evening = anEvening(id)
                .from("2026-10-25T01:30")
                .until("2026-10-25T04:00")
                .meaning(WhenAmbiguous.LATER)
                .knowing(facts);

        var planned = planning().plan(evening.wish());

        assertThat(events().find(id, EVERYWHERE)).hasValue(planned);
        assertThat(planned.details()).isEqualTo(evening.details());
    }

    @Test
    void theSameWishTwiceIsOneEventAndAnotherUnderItsIdIsRefused() {
        var first = planning().plan(anEvening(id).wish());
        publishing().publish(id, EVERYWHERE, OptionalLong.empty(), IN_SEPTEMBER);

        var again = planning().plan(anEvening(id).wish());

        assertThat(again.status()).isEqualTo(EventStatus.PUBLISHED);
        assertThat(again.id()).isEqualTo(first.id());
        var other = new PlanEvent(id, region, anEvening(id).details(), "0".repeat(64), IN_SEPTEMBER);
        assertThatThrownBy(() -> planning().plan(other)).isInstanceOf(EventAlreadyPlanned.class);
    }

    @Test
    void whatIsDecidedIsKept() {
        planning().plan(anEvening(id).wish());
        publishing().publish(id, EVERYWHERE, OptionalLong.empty(), IN_SEPTEMBER);
        var details = anEvening(id).at("The Heron").details();

        planning().revise(id, EVERYWHERE, details, OptionalLong.empty(), false, IN_SEPTEMBER);
        var cancelled = publishing().cancel(id, EVERYWHERE, "Flooded.", OptionalLong.empty(), IN_SEPTEMBER);

        assertThat(events().find(id, EVERYWHERE)).hasValue(cancelled);
        assertThat(cancelled.details()).isEqualTo(details);
        assertThat(cancelled.reason()).isEqualTo("Flooded.");
        assertThat(cancelled.version()).isEqualTo(4);
        assertThat(cancelled.sequence()).isEqualTo(2);
    }

    @Test
    void aRegionListsItsOwnAndThePublicSeesNoDrafts() {
        var shown = new EventId(HexId.random());
        planning().plan(anEvening(id).wish());
        planning().plan(anEvening(shown).wish());
        publishing().publish(shown, EVERYWHERE, OptionalLong.empty(), IN_SEPTEMBER);

        assertThat(events().inRegion(region.id())).extracting(Event::id).containsExactlyInAnyOrder(id, shown);
        assertThat(events().shownToThePublic(null, 9, IN_SEPTEMBER))
                .extracting(Event::id)
                .contains(shown)
                .doesNotContain(id);
        assertThat(events().findAll(List.of(id, new EventId(HexId.random()))))
                .extracting(Event::id)
                .containsExactly(id);
    }

    @Test
    void aRegionsListsAreReadPageByPageAndByTheWordsOfATitle() {
        var first = listed("Quiz by the river", "2026-10-01", true);
        var second = listed("Pub evening", "2026-10-02", true);
        var third = listed("River walk", "2026-10-03", true);
        var sameTime = listed("RIVER swim", "2026-10-03", true);
        var coming = listed("River supper", "2026-10-20", true);
        var draft = listed("River boats", "2026-10-01", false);
        var now = Instant.parse("2026-10-10T12:00:00Z");
        var lastTwo = Stream.of(third, sameTime)
                .sorted(Comparator.comparing(EventId::value).reversed())
                .toList();

        var page = events().listed(region.id(), EventList.PAST, "", 0, 3, now);
        assertThat(List.of(page.coming(), page.past(), page.drafts(), page.page(), page.pages()))
                .containsExactly(1, 4, 1, 0, 2);
        assertThat(page.events()).extracting(Event::id).containsExactly(lastTwo.get(0), lastTwo.get(1), second);
        assertThat(events().listed(region.id(), EventList.PAST, "", 9, 3, now))
                .isEqualTo(events().listed(region.id(), EventList.PAST, "", 1, 3, now))
                .satisfies(
                        last -> assertThat(last.events()).extracting(Event::id).containsExactly(first));
        var river = events().listed(region.id(), EventList.DRAFTS, " rIVer", 0, 3, now);
        assertThat(List.of(river.coming(), river.past(), river.drafts())).containsExactly(1, 3, 1);
        assertThat(river.events()).extracting(Event::id).containsExactly(draft);
        var none = events().listed(region.id(), EventList.COMING, "(", -1, 3, now);
        assertThat(none).isEqualTo(new EventListing(0, 0, 0, 0, 1, List.of()));
        assertThat(events().comingAndLatest(region.id(), 2, now))
                .extracting(Event::id)
                .containsExactly(coming, lastTwo.get(0), lastTwo.get(1));
        assertThat(events().comingAndLatest(region.id(), 9, now))
                .extracting(Event::id)
                .contains(draft);
        assertThat(events().shownToThePublic(region.id(), 3, now))
                .as("the latest three of four, and no draft")
                .extracting(Event::id)
                .containsExactly(coming, lastTwo.get(0), lastTwo.get(1), second);
    }

    private EventId listed(String title, String day, boolean published) {
        var event = new EventId(HexId.random());
        planning()
                .plan(anEvening(event)
                        .called(title)
                        .from(day + "T18:30")
                        .until(day + "T21:00")
                        .wish());
        if (published) {
            publishing().publish(event, EVERYWHERE, OptionalLong.empty(), IN_SEPTEMBER);
        }
        return event;
    }

    @Test
    void aDiscardedDraftIsGone() {
        planning().plan(anEvening(id).wish());
        var read = events().find(id, EVERYWHERE).orElseThrow();
        planning()
                .revise(
                        id,
                        EVERYWHERE,
                        anEvening(id).called("Later").details(),
                        OptionalLong.empty(),
                        false,
                        IN_SEPTEMBER);

        assertThat(events().discard(read)).isFalse();
        assertThatThrownBy(() -> planning().discard(id, EVERYWHERE, OptionalLong.of(1)))
                .isInstanceOf(EventRefusal.class);
        planning().discard(id, EVERYWHERE, OptionalLong.of(2));

        assertThat(events().find(id, EVERYWHERE)).isEmpty();
        assertThatThrownBy(() -> planning().discard(id, EVERYWHERE, OptionalLong.of(2)))
                .isInstanceOf(UnknownEvent.class);
        assertThatThrownBy(() -> publishing().publish(id, EVERYWHERE, OptionalLong.empty(), IN_SEPTEMBER))
                .isInstanceOf(UnknownEvent.class);
    }

    @Test
    void whatWasPublishedIsNeverDeleted() {
        planning().plan(anEvening(id).wish());
        var draft = events().find(id, EVERYWHERE).orElseThrow();
        publishing().publish(id, EVERYWHERE, OptionalLong.empty(), IN_SEPTEMBER);

        assertThat(events().discard(draft)).isFalse();
        assertThatThrownBy(() -> planning().discard(id, EVERYWHERE, OptionalLong.empty()))
                .isInstanceOfSatisfying(
                        EventRefusal.class,
                        refusal -> assertThat(refusal.reason()).isEqualTo(EventRefusal.Reason.PUBLISHED));
        assertThat(events().find(id, EVERYWHERE)).isPresent();
    }

    @Test
    void whatIsStillToComeFollowsItsRegionAndWhatHasBeenDoesNot() {
        var draft = new EventId(HexId.random());
        var been = new EventId(HexId.random());
        for (var event : List.of(id, draft, been)) {
            planning().plan(anEvening(event).wish());
        }
        for (var event : List.of(id, been)) {
            publishing().publish(event, EVERYWHERE, OptionalLong.empty(), IN_SEPTEMBER);
        }
        publishing().conclude(been, AFTER_IT);
        var following = new FollowingRegions(events());
        var now = new Region(region.id(), "Fen and Marsh", region.zone());

        following.follow(now);
        following.follow(now);

        assertThat(List.of(id, draft)).allSatisfy(event -> {
            var found = events().find(event, EVERYWHERE).orElseThrow();
            assertThat(found.regionName()).isEqualTo("Fen and Marsh");
            assertThat(found.sequence()).isZero();
        });
        assertThat(events().find(id, EVERYWHERE).orElseThrow().version()).isEqualTo(3);
        assertThat(events().find(been, EVERYWHERE).orElseThrow().regionName()).isEqualTo("Fenland and Cam");
    }

    @Test
    void outsideItsScopeAnEventDoesNotExist() {
        planning().plan(anEvening(id).wish());
        var elsewhere = RegionScope.of(new RegionId(HexId.random()));

        assertThat(events().find(id, elsewhere)).isEmpty();
        assertThatThrownBy(() -> publishing().publish(id, elsewhere, OptionalLong.empty(), IN_SEPTEMBER))
                .isInstanceOf(UnknownEvent.class);
        assertThat(events().find(id, EVERYWHERE).orElseThrow().status()).isEqualTo(EventStatus.DRAFT);
    }

    @Test
    void whatIsDueComesEarliestFirst() {
        var later = new EventId(HexId.random());
        planning()
                .plan(anEvening(later)
                        .from("2026-10-15T20:00")
                        .until("2026-10-15T23:00")
                        .wish());
        planning().plan(anEvening(id).wish());
        publishing().publish(later, EVERYWHERE, OptionalLong.empty(), IN_SEPTEMBER);
        publishing().publish(id, EVERYWHERE, OptionalLong.empty(), IN_SEPTEMBER);

        assertThat(events().dueToConclude(AFTER_IT, Set.of())).contains(id).doesNotContain(later);
        assertThat(events().dueToConclude(Instant.parse("2026-10-16T00:00:00Z"), Set.of()))
                .containsSubsequence(id, later);
        assertThat(events().dueToConclude(Instant.parse("2026-10-16T00:00:00Z"), Set.of(id)))
                .contains(later)
                .doesNotContain(id);
    }
}
