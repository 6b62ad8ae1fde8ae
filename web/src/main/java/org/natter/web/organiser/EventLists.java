package org.natter.web.organiser;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Everybody of one event: those under one word, or found by a name, fifty a page; how many there are under each word; and
 * the queue in its order.
 *
 * @param show the word; null while somebody is looked for, which is done among all, and once it is called off
 * @param page which page this is, from 1
 * @param twins the plain names that several go by
 */
record EventLists(
        List<GroupChip> chips,
        @Nullable AttendeeGroup show,
        String q,
        List<AttendeeRow> rows,
        int page,
        int pages,
        int booked,
        int lapsed,
        int hereForTheFirstTime,
        List<AttendeeRow> queue,
        Set<String> twins) {

    static final int PAGE = 50;

    private static final Comparator<AttendeeRow> BY_NAME = Comparator.comparing(
                    (AttendeeRow row) -> PlainName.of(row.name()))
            .thenComparing(row -> row.attendance().value());

    /**
     * Of an event that was called off: those who had booked first, then who walked in, then those who hoped for a place, then
     * everybody else.
     */
    private static final Comparator<AttendeeRow> AS_THEY_STOOD = Comparator.<AttendeeRow>comparingInt(
                    row -> switch (row.stood()) {
                        case HAD_BOOKED -> 0;
                        case WALKED_IN -> 1;
                        case NOT_IN_AFTER_ALL -> 2;
                        case HAD_OFFER -> 3;
                        case WAS_WAITING -> 4;
                        case NEVER_CONFIRMED -> 5;
                        default -> 6;
                    })
            .thenComparing(BY_NAME);

    static EventLists of(List<AttendeeRow> all, boolean calledOff, AttendeeGroup asked, String q, int page) {
        var show = calledOff || !q.isEmpty() ? null : asked;
        var found = all.stream()
                .filter(row -> show == null || show.holds(row))
                .filter(row -> q.isEmpty() || PlainName.finds(q, row.name() + " " + row.organisation()))
                .sorted(
                        show == AttendeeGroup.WAITING
                                ? Comparator.comparing(AttendeeRow::position)
                                : calledOff ? AS_THEY_STOOD : BY_NAME)
                .toList();
        var pages = Math.max(1, (found.size() + PAGE - 1) / PAGE);
        var shown = Math.max(1, Math.min(page, pages));
        return new EventLists(
                calledOff ? List.of() : chips(all, asked),
                show,
                q,
                found.subList((shown - 1) * PAGE, Math.min(shown * PAGE, found.size())),
                shown,
                pages,
                count(all, AttendeeGroup.BOOKED),
                count(all, AttendeeGroup.LAPSED),
                count(all, AttendeeGroup.HERE_FIRST_TIME),
                all.stream()
                        .filter(row -> AttendeeGroup.WAITING.holds(row) || AttendeeGroup.OFFERED.holds(row))
                        .sorted(Comparator.comparing((AttendeeRow row) -> row.status() != AttendeeRowStatus.OFFERED)
                                .thenComparing(AttendeeRow::position))
                        .toList(),
                twins(all));
    }

    private static Set<String> twins(List<AttendeeRow> all) {
        return all.stream()
                .collect(Collectors.groupingBy(row -> PlainName.of(row.name()), Collectors.counting()))
                .entrySet()
                .stream()
                .filter(name -> name.getValue() > 1)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** Whether somebody else is called the same, so that more is to be said. */
    public boolean isTwin(AttendeeRow row) {
        return twins.contains(PlainName.of(row.name()));
    }

    /** Whether nobody has asked for a place or walked in, and the list is the first one that is seen. */
    public boolean nobodyYet() {
        return show == AttendeeGroup.BOOKED && chips.size() == 1;
    }

    /** Under which word an empty list is empty: nobody is missing where nobody booked. */
    public AttendeeGroup emptiness() {
        return show == null || show == AttendeeGroup.MISSING && booked == 0 ? AttendeeGroup.BOOKED : show;
    }

    /** The address of another page of this very list, from its question mark on. */
    public String toPage(int number) {
        var what = q.isEmpty() ? "show=" + show : "q=" + URLEncoder.encode(q, StandardCharsets.UTF_8);
        return "?" + (show == null && q.isEmpty() ? "" : what + "&") + "page=" + number;
    }

    /**
     * Under a word nobody is looked for in vain: it is there once somebody stands under it; and nobody is missing while nobody
     * is here.
     */
    private static List<GroupChip> chips(List<AttendeeRow> all, AttendeeGroup asked) {
        return Arrays.stream(AttendeeGroup.values())
                .filter(show -> show != AttendeeGroup.MISSING || show == asked || count(all, AttendeeGroup.HERE) > 0)
                .map(show -> new GroupChip(show, count(all, show)))
                .filter(chip -> chip.count() > 0 || chip.show() == AttendeeGroup.BOOKED || chip.show() == asked)
                .toList();
    }

    private static int count(List<AttendeeRow> all, AttendeeGroup show) {
        return (int) all.stream().filter(show::holds).count();
    }

    /** A word and how many stand under it. */
    record GroupChip(AttendeeGroup show, int count) {}
}
