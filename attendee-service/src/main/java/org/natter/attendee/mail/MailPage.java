package org.natter.attendee.mail;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.natter.attendee.mail.MailBook.MailFilter;
import org.natter.attendee.mail.MailBook.Placed;
import org.natter.attendee.mail.MailBook.Position;

/**
 * One page of the mail book, newest first.
 *
 * <p>Leafing to and fro shows every mail once, also while new ones arrive: pages hang on places, not on numbers.
 *
 * @param placed the mails with their places
 * @param older the place behind which the next page begins; absent on the last one
 * @param newer the place before which the page above ends; absent on the newest one
 */
public record MailPage(
        List<Placed> placed,
        @Nullable Position older,
        @Nullable Position newer) {

    public MailPage {
        placed = List.copyOf(placed);
    }

    /** The mails, without their places. */
    public List<Mail> mails() {
        return placed.stream().map(Placed::mail).toList();
    }

    /** The newest mails. */
    public static MailPage newest(MailBook book, MailFilter filter, int size) {
        var found = book.older(filter, null, size + 1);
        return page(found, size, false);
    }

    /** The mails just behind a place; the newest if there is nothing behind it any more. */
    public static MailPage olderThan(Position place, MailBook book, MailFilter filter, int size) {
        var found = book.older(filter, place, size + 1);
        return found.isEmpty() ? newest(book, filter, size) : page(found, size, true);
    }

    /** The mails just before a place; the newest page, and all of it, once that is reached. */
    public static MailPage newerThan(Position place, MailBook book, MailFilter filter, int size) {
        var found = new ArrayList<Placed>(book.newer(filter, place, size + 1));
        if (found.size() <= size) {
            return newest(book, filter, size);
        }
        var mails = new ArrayList<Placed>(found.subList(0, size));
        Collections.reverse(mails);
        return new MailPage(mails, mails.get(size - 1).place(), mails.get(0).place());
    }

    /**
     * A page of mails that are all at hand.
     *
     * @param newestFirst all of them
     * @param before begins just behind this place, if {@code after} is none
     * @param after ends just before this place
     */
    public static MailPage of(List<Placed> newestFirst, Optional<Position> before, Optional<Position> after, int size) {
        var from = after.map(place -> newestFirst.stream()
                                .filter(placed -> placed.place().compareTo(place) > 0)
                                .count()
                        - size)
                .or(() -> before.map(place -> newestFirst.stream()
                        .filter(placed -> placed.place().compareTo(place) >= 0)
                        .count()))
                .filter(first -> first > 0 && first < newestFirst.size())
                .orElse(0L);
        return page(newestFirst.stream().skip(from).limit(size + 1L).toList(), size, from > 0);
    }

    private static MailPage page(List<Placed> found, int size, boolean hasNewer) {
        var mails = found.size() > size ? found.subList(0, size) : found;
        return new MailPage(
                mails,
                found.size() > size ? mails.get(size - 1).place() : null,
                hasNewer ? mails.get(0).place() : null);
    }
}
