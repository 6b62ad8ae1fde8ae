package org.natter.attendee.mail;

import java.util.Locale;

/** Every mail an attendee may get. The constant names its texts and templates; none carries a name or count of people met. */
public enum MailKind {
    CONFIRM_BOOKING(MailStream.BOOKING),
    BOOKED(MailStream.BOOKING),
    ASKED_AGAIN(MailStream.BOOKING),
    WAITING(MailStream.BOOKING),
    OFFER(MailStream.BOOKING),
    CANCELLED_BY_YOU(MailStream.BOOKING),
    CANCELLED_FOR_YOU(MailStream.BOOKING),
    CHANGED(MailStream.BOOKING),
    CALLED_OFF(MailStream.BOOKING),
    DAY_BEFORE(MailStream.BOOKING),
    HOW_WAS_IT(MailStream.FEEDBACK),
    DID_YOU_MAKE_IT(MailStream.FEEDBACK),
    STILL_TIME(MailStream.FEEDBACK),
    FOLLOW_UP(MailStream.FOLLOW_UP),
    NOT_THEIRS(MailStream.BOOKING),
    SIGN_IN(MailStream.BOOKING);

    private final MailStream stream;

    MailKind(MailStream stream) {
        this.stream = stream;
    }

    public MailStream stream() {
        return stream;
    }

    /**
     * Whether organisers may read who gets it. Who is asked or reminded how it was, whom somebody's answer has a question for
     * later, and whose link went astray says what people answered, chose or did, so they read that there is such a mail alone.
     */
    public boolean isForOrganisersToRead() {
        return stream == MailStream.BOOKING && this != NOT_THEIRS;
    }

    /** The name of this kind in the message bundle: lower case with hyphens, {@code called-off}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether it says that a booking was cancelled, by whoever did it. */
    public boolean isAboutACancelledBooking() {
        return this == CANCELLED_BY_YOU || this == CANCELLED_FOR_YOU;
    }

    /** Whether it is true for as long as the booking stands so, however long ago it was said. */
    boolean isLasting() {
        return this == BOOKED || this == WAITING;
    }

    /** Whether the person asked for it just now, by a form of ours. */
    boolean isAskedFor() {
        return this == CONFIRM_BOOKING || this == ASKED_AGAIN || this == SIGN_IN;
    }

    /** Whether an organiser's news of this kind may break the night: only if the event is within a day. */
    boolean isNewsOfTheOrganiser() {
        return this == CHANGED || this == CALLED_OFF;
    }
}
