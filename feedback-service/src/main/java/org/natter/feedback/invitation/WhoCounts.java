package org.natter.feedback.invitation;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Of whom it is said how many have answered, before a report is settled and in it: the people asked how it was. Where few or
 * none were checked in when people were asked, and nobody has said that this was all of them, everybody asked is one.
 *
 * <p>What each was asked at first decides, and when. No answer, no later check-in and no check-in undone moves anybody else in
 * or out, so no two looks differ by one person. Whoever left no address is not reckoned, on neither side. Source: measures,
 * "For an organiser".
 */
public final class WhoCounts {

    private final Invitations invitations;
    private final ListReplies replies;

    public WhoCounts(Invitations invitations, ListReplies replies) {
        this.invitations = invitations;
        this.replies = replies;
    }

    /** Those who were asked and count. */
    Set<AttendanceId> asked(Room room) {
        var all = invitations(room);
        var counted = those(all, invitation -> true);
        counted.removeAll(leftOut(room, all));
        return counted;
    }

    /** Those who were asked whether they made it where whoever had come was known: their answers are their own. */
    public Set<AttendanceId> leftOut(Room room) {
        return leftOut(room, invitations(room));
    }

    /** Why those who had a place, were not checked in and said that they weren't there could not come. */
    public Map<AttendanceId, AbsenceReason> saidToStayAway(Room room) {
        return invitations.findAll(room.missed()).stream()
                .flatMap(invitation ->
                        invitation.said().stream().map(reason -> Map.entry(invitation.attendance(), reason)))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private List<Invitation> invitations(Room room) {
        return invitations.findAll(room.mentioned());
    }

    private Set<AttendanceId> leftOut(Room room, List<Invitation> all) {
        var missed = those(all, WhoCounts::isAmongTheOthers);
        return listWhenAsked(all, missed.size())
                        .isComplete(replies.find(room.event()).orElse(false))
                ? missed
                : Set.of();
    }

    /**
     * How the list stood when the first of the others was asked. Whoever was invited later was checked in later; who left no
     * address is invited never, so that nothing tells when they came to be on the list.
     */
    private static ListStanding listWhenAsked(List<Invitation> all, int missed) {
        var othersAskedAt = all.stream()
                .filter(WhoCounts::isAmongTheOthers)
                .map(Invitation::askedAt)
                .min(Comparator.naturalOrder())
                .orElse(Instant.MAX);
        var came = (int) all.stream()
                .filter(invitation ->
                        !isAmongTheOthers(invitation) && !invitation.askedAt().isAfter(othersAskedAt))
                .count();
        return ListStanding.of(came, came + missed);
    }

    private static boolean isAmongTheOthers(Invitation invitation) {
        return invitation.kind() == InvitationKind.DID_YOU_MAKE_IT;
    }

    private static Set<AttendanceId> those(List<Invitation> all, Predicate<Invitation> which) {
        return all.stream().filter(which).map(Invitation::attendance).collect(Collectors.toCollection(HashSet::new));
    }
}
