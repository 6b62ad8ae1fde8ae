package org.natter.attendee.history;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.natter.attendee.history.FeedbackAnswered.Talk;
import org.natter.attendee.history.OutcomeReported.Direction;
import org.natter.attendee.history.OutcomeReported.Kind;
import org.natter.attendee.person.EventId;

/**
 * What the owner of a history added to it by hand: view and document in one. Nobody else ever reads it, no message tells of
 * it, and it prints nothing. All of it is absent until there is some.
 *
 * @param pages by acquaintance
 * @param added people and meetings, by the acquaintance they make
 * @param outcomes by outcome
 * @param aims by event
 */
public record Notebook(
        @Nullable Map<String, Page> pages,
        @Nullable Map<String, Added> added,
        @Nullable Map<String, OwnOutcome> outcomes,
        @Nullable Map<String, Aim> aims,
        @Nullable Sharing sharing) {

    static final Notebook EMPTY = new Notebook(null, null, null, null, null);

    /**
     * What is kept about one person; absent is not said.
     *
     * @param sameAs the acquaintance whom this label or meeting really is
     * @param removed whether they are to appear no more
     */
    public record Page(
            @Nullable String note,
            @Nullable Boolean metAgain,
            @Nullable Boolean keptInTouch,
            @Nullable AcquaintanceId sameAs,
            @Nullable Boolean removed) {

        String noted() {
            return note == null ? "" : note;
        }

        boolean hasMetAgain() {
            return Boolean.TRUE.equals(metAgain);
        }

        boolean hasKeptInTouch() {
            return Boolean.TRUE.equals(keptInTouch);
        }

        boolean isRemoved() {
            return Boolean.TRUE.equals(removed);
        }

        @Override
        public String toString() {
            return "Page[…]";
        }
    }

    /**
     * Somebody added to an evening, or a meeting from elsewhere. One that was taken back has neither an event nor a day: it
     * stands for whom they met as long as these were met elsewhere, too.
     *
     * @param event one of the owner's; absent for a meeting from elsewhere
     * @param where what the meeting was, in the owner's words; absent at an event
     * @param on the day of the meeting, such as 2026-05-20; absent at an event
     * @param person somebody of the history already; absent for somebody in own words
     * @param words the owner's words for whom they met; absent for somebody of the history
     */
    public record Added(
            @Nullable EventId event,
            @Nullable String where,
            @Nullable String on,
            @Nullable AcquaintanceId person,
            @Nullable String words,
            boolean known,
            Talk talk) {

        boolean isFromElsewhere() {
            return event == null && on != null;
        }

        @Override
        public String toString() {
            return "Added[…]";
        }
    }

    /** Something that came of it, told by hand and kept here alone. */
    public record OwnOutcome(
            Kind kind,
            Direction direction,
            int year,
            int month,
            @Nullable AcquaintanceId person,
            String words) {

        @Override
        public String toString() {
            return "OwnOutcome[" + kind + "]";
        }
    }

    /** One private aim for an evening, and how it went; absent as long as it is not over. */
    public record Aim(String words, @Nullable Went went) {

        @Override
        public String toString() {
            return "Aim[…]";
        }
    }

    /** How an aim went, by its owner's word. */
    public enum Went {
        DID_IT,
        SORT_OF,
        ANOTHER_TIME
    }

    /**
     * What others may learn of the owner, and only where they named each other; absent is not said.
     *
     * @param bothSaidSo whether "you both said so" may stand in the other one's history; as long as nothing was said it may
     * @param circles whether ties may join circles in the history of somebody who knows both; only after a yes
     * @param coming whether people met before may see that the owner comes; only after a yes
     */
    public record Sharing(
            @Nullable Boolean bothSaidSo,
            @Nullable Boolean circles,
            @Nullable Boolean coming) {

        static final Sharing NOT_SAID = new Sharing(null, null, null);

        public boolean sharesBothSaidSo() {
            return !Boolean.FALSE.equals(bothSaidSo);
        }

        public boolean sharesCircles() {
            return Boolean.TRUE.equals(circles);
        }

        public boolean sharesComing() {
            return Boolean.TRUE.equals(coming);
        }

        /** Whether the same is shared, said or not. */
        public boolean isLike(Sharing other) {
            return sharesBothSaidSo() == other.sharesBothSaidSo()
                    && sharesCircles() == other.sharesCircles()
                    && sharesComing() == other.sharesComing();
        }
    }

    /**
     * What somebody else's history has to know of this one.
     *
     * @param removed an acquaintance of each person removed: the attendance of one meeting stands for them at all
     */
    public record Shared(Sharing sharing, Set<String> removed) {

        static final Shared NOTHING_SAID = new Shared(Sharing.NOT_SAID, Set.of());
    }

    public Sharing shares() {
        return sharing == null ? Sharing.NOT_SAID : sharing;
    }

    /** What is noted on these pages, as their owner reads it: one after the other, in the order they were begun. */
    public String noteOn(Set<AcquaintanceId> pages) {
        return notes(allPages().entrySet().stream()
                .filter(page -> pages.contains(new AcquaintanceId(page.getKey())))
                .map(Map.Entry::getValue));
    }

    /** What is noted on this page; absent if nothing was ever. */
    public @Nullable String noteOf(AcquaintanceId page) {
        return Optional.ofNullable(allPages().get(page.value())).map(Page::note).orElse(null);
    }

    static String notes(Stream<Page> pages) {
        return pages.map(Page::noted).filter(note -> !note.isEmpty()).collect(Collectors.joining("\n"));
    }

    Map<String, Page> allPages() {
        return pages == null ? Map.of() : pages;
    }

    Map<String, Added> allAdded() {
        return added == null ? Map.of() : added;
    }

    Map<String, OwnOutcome> allOutcomes() {
        return outcomes == null ? Map.of() : outcomes;
    }

    /** What came of knowing somebody who has one of these ids. */
    public Set<String> outcomesOf(Set<AcquaintanceId> somebody) {
        return allOutcomes().entrySet().stream()
                .filter(one -> Optional.ofNullable(one.getValue().person())
                        .filter(somebody::contains)
                        .isPresent())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    public Optional<Aim> aimAt(EventId event) {
        return aims == null ? Optional.empty() : Optional.ofNullable(aims.get(event.value()));
    }

    public Shared shared() {
        return new Shared(shares(), withWhoTheyAre(removedPages()));
    }

    /** The pages about people who are removed. */
    Set<String> removedPages() {
        return allPages().entrySet().stream()
                .filter(page -> page.getValue().isRemoved())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** These, and everybody who they are by the owner's own word. */
    Set<String> withWhoTheyAre(Set<String> acquaintances) {
        var all = new HashSet<>(acquaintances);
        var known = 0;
        while (known < all.size()) {
            known = all.size();
            all.addAll(alsoAre(all));
        }
        return Set.copyOf(all);
    }

    /** Who these really are, by the owner's own word. */
    private Set<String> alsoAre(Set<String> acquaintances) {
        return acquaintances.stream()
                .flatMap(one -> Stream.of(
                        Optional.ofNullable(allPages().get(one)).map(Page::sameAs),
                        Optional.ofNullable(allAdded().get(one)).map(Added::person)))
                .flatMap(Optional::stream)
                .map(AcquaintanceId::value)
                .collect(Collectors.toSet());
    }

    List<Map.Entry<String, Added>> addedAt(EventId event) {
        return allAdded().entrySet().stream()
                .filter(one -> event.equals(one.getValue().event()))
                .sorted(Map.Entry.comparingByKey())
                .toList();
    }

    @Override
    public String toString() {
        return "Notebook[…]";
    }
}
