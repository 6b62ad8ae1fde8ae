package org.natter.attendee.person;

/** Which of the links by which somebody answers is the newest, as far as it was heard here. */
public interface AnsweringLinks {

    /** Whether nothing is known of a newer one: a link that was heard of by nobody yet is not wrong. */
    boolean isCurrent(AttendanceId attendance, int generation);
}
