package org.natter.feedback.answer;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.natter.feedback.invitation.AttendanceId;
import org.natter.feedback.invitation.EventId;
import org.natter.feedback.invitation.Rooms;

/**
 * Says whom somebody may name, in an answer or as the one an outcome is owed to.
 *
 * <p>Only people of the event who are on its who-was-there list, and never oneself. One word about somebody at the event
 * is enough, whichever came first: who was checked in can be named before their booking is told. Of whom nothing was told
 * yet is refused, since an id alone does not say of which event it is; a moment later it can be ticked. Whoever was on the
 * list when they were ticked can be named for good.
 */
public final class NamingPeople {

    private final Rooms rooms;
    private final Answers answers;

    public NamingPeople(Rooms rooms, Answers answers) {
        this.rooms = rooms;
        this.answers = answers;
    }

    /** @throws UnfitForm if one of the named may not be named by this writer; it speaks of the given field */
    public void require(String field, AttendanceId writer, EventId event, Set<AttendanceId> named) {
        if (named.contains(writer)) {
            throw new UnfitForm(field, UnfitForm.Rule.NOT_ONESELF);
        }
        if (named.isEmpty()) {
            return;
        }
        var room = rooms.some(event, named);
        if (!room.mentioned().containsAll(named)) {
            throw new UnfitForm(field, UnfitForm.Rule.OF_THE_EVENT);
        }
        var offTheList = new HashSet<>(named);
        offTheList.removeIf(one -> room.came().contains(one) || room.booked().contains(one));
        offTheList.addAll(room.unlisted());
        if (!offTheList.isEmpty() && !ticked(writer).containsAll(offTheList)) {
            throw new UnfitForm(field, UnfitForm.Rule.ON_THE_LIST);
        }
    }

    /** Whoever the answer names already, as met or as who introduced them. */
    private Set<AttendanceId> ticked(AttendanceId writer) {
        return answers.find(writer).stream()
                .flatMap(answer -> answer.met().stream())
                .flatMap(side -> Stream.concat(Stream.of(side.who()), side.introduced().somebody().stream()))
                .flatMap(named -> named.attendance().stream())
                .collect(Collectors.toSet());
    }
}
