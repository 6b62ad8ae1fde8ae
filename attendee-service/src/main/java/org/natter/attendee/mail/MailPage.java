package org.natter.attendee.mail;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.natter.attendee.mail.MailBook.Place;
import org.natter.attendee.mail.MailBook.Which;

/**
 * One page of the mail book, newest first.
 *
 * <p>Leafing to and fro shows every mail once, also while new ones arrive: pages hang on places, not on numbers.
 *
 * @param older the place behind which the next page begins; absent on the last one
 * @param newer the place before which the page above ends; absent on the newest one
 */
public record MailPage(
        List<Mail> mails, @Nullable Place older, @Nullable Place newer) {

    public MailPage {
        mails = List.copyOf(mails);
    }

    /** The newest mails. */
    public static MailPage newest(MailBook book, Which which, int size) {
        List<Mail> found = book.older(which, null, size + 1);
        return page(found, size, false);
    }

    /** The mails just behind a place; the newest if there is nothing behind it any more. */
    public static MailPage olderThan(Place place, MailBook book, Which which, int size) {
        List<Mail> found = book.older(which, place, size + 1);
        return found.isEmpty() ? newest(book, which, size) : page(found, size, true);
    }

    /** The mails just before a place; the newest page, and all of it, once that is reached. */
    public static MailPage newerThan(Place place, MailBook book, Which which, int size) {
        List<Mail> found = new ArrayList<>(book.newer(which, place, size + 1));
        if (found.size() <= size) {
            return newest(book, which, size);
        }
        List<Mail> mails = new ArrayList<>(found.subList(0, size));
        Collections.reverse(mails);
        return new MailPage(mails, Place.of(mails.get(size - 1)), Place.of(mails.get(0)));
    }

    private static MailPage page(List<Mail> found, int size, boolean hasNewer) {
        List<Mail> mails = found.size() > size ? found.subList(0, size) : found;
        return new MailPage(
                mails,
                found.size() > size ? Place.of(mails.get(size - 1)) : null,
                hasNewer ? Place.of(mails.get(0)) : null);
    }
}
