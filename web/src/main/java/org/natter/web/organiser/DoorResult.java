package org.natter.web.organiser;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.natter.web.account.OrganiserId;
import org.natter.web.forms.When;
import org.natter.web.services.AttendeeServiceClient.AttendeeView;
import org.natter.web.services.AttendeeServiceClient.DoorView;
import org.springframework.web.util.UriUtils;

/** What the last press came to, in words, an icon and a colour. */
record DoorResult(
        String kind,
        String style,
        String name,
        String first,
        String attendance,
        boolean newcomer,
        String at,
        String by,
        String id) {

    private static final Set<String> KINDS = Set.of(
            "WELCOME",
            "ALREADY_IN",
            "WAITING",
            "CANCELLED",
            "NOT_CONFIRMED",
            "OTHER_EVENT",
            "NOT_FOUND",
            "OVER_LIMIT",
            "UNDONE");
    private static final Set<String> NOT_HERE =
            Set.of("CANCELLED", "NOT_CONFIRMED", "OTHER_EVENT", "NOT_FOUND", "OVER_LIMIT");
    private static final Set<String> AGAIN = Set.of("WAITING", "CANCELLED", "NOT_CONFIRMED", "OVER_LIMIT");

    /** Whether the door has words for this result. */
    static boolean knows(String kind) {
        return KINDS.contains(kind);
    }

    /** @param helper the first name behind an account's id, empty if there is none */
    static DoorResult of(
            String kind, String who, List<AttendeeView> all, ZoneId zone, Function<@Nullable String, String> helper) {
        var person = all.stream().filter(one -> one.attendance().equals(who)).findFirst();
        var name = person.map(AttendeeView::name).orElse("");
        return new DoorResult(
                kind,
                kind.equals("WELCOME") ? "in" : NOT_HERE.contains(kind) ? "not-here" : "already",
                name,
                name.split(" ")[0],
                person.map(AttendeeView::attendance).orElse(""),
                person.map(AttendeeView::newcomer).orElse(false),
                person.map(AttendeeView::checkedInAt)
                        .map(at -> When.time(at, zone))
                        .orElse(""),
                person.map(one -> helper.apply(one.checkedInBy())).orElse(""),
                OrganiserId.fresh().value());
    }

    /** The door without a result. */
    static String shownAt(String event) {
        return "redirect:/organise/events/" + event + "/check-in";
    }

    /** The door with what the service said. */
    static String shownAt(String event, DoorView answer) {
        var who = answer.attendance();
        return shownAt(event, answer.result(), who == null ? "" : who);
    }

    /** The door with a result about somebody, or about nobody it knows. */
    static String shownAt(String event, String kind, String who) {
        var about = who.isEmpty() ? "" : "&who=" + UriUtils.encode(who, StandardCharsets.UTF_8);
        return shownAt(event) + "?result=" + kind + about;
    }

    /** Whether pressing again lets them in. */
    public boolean again() {
        return AGAIN.contains(kind) && !attendance.isEmpty();
    }

    /** Whether there is something to undo. */
    public boolean undo() {
        return kind.equals("WELCOME") && !attendance.isEmpty();
    }
}
